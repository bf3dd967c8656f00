import { fc } from '@fast-check/vitest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TimelineTable } from '../../functions/adapters/timeline-table.ts';
import { anOrder, openApi, pointersOf, type Api } from './api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
});

const moved = { email: 'anne.petit@customers.example' };
const secondsLater = (seconds: number): string => new Date(api.now + seconds * 1000).toISOString();
const known = () => api.customers.find('lyon', 'anne');

interface Shown {
  readonly kind: string;
  readonly name: string;
  readonly detail: object;
}
const changesOf = async (customer: string): Promise<Shown[]> => {
  const { json } = await api.get(`/customers/${customer}/timeline`);
  return json.entries.filter(({ kind }: Shown) => kind === 'preference');
};

describe('how a customer is reached', () => {
  it('is what the shop says from now on, and the rest stays', async () => {
    const answer = await api.put('/customers/anne', moved);
    expect(answer).toMatchObject({
      status: 200,
      json: { customer: 'anne', name: 'Anne Petit', email: moved.email, phone: anOrder.customer.phone },
    });
    expect(await known()).toMatchObject({ ...moved, name: 'Anne Petit', locale: 'en', asOf: api.now });
  });

  it('changes in all that is named', async () => {
    const all = { name: 'Anne Grand', email: 'grand@customers.example', phone: '+33 6 11 11 11 11' };
    expect((await api.put('/customers/anne', all)).json).toEqual({ customer: 'anne', ...all });
    expect(await known()).toMatchObject(all);
  });

  it('is not what an order says that was placed before, and told later', async () => {
    await api.put('/customers/anne', moved);
    const before = { ...anOrder, id: '1000', placedAt: secondsLater(-60) };
    await api.post('/orders', { ...before, customer: { ...anOrder.customer, name: 'Anne Old' } });
    expect(await known()).toMatchObject({ ...moved, name: 'Anne Petit' });
  });

  it('is what an order says that was placed after', async () => {
    await api.put('/customers/anne', moved);
    api.now += 3600_000;
    const { placedAt: _, ...now } = anOrder;
    await api.post('/orders', { ...now, id: '1002', customer: { id: 'anne', name: 'Anne Grand' } });
    expect(await known()).toMatchObject({ ...moved, name: 'Anne Grand' });
  });

  it('counts although the clock of a shop that told an order was ahead', async () => {
    await api.post('/orders', { ...anOrder, id: '1003', placedAt: secondsLater(3600) });
    await api.put('/customers/anne', moved);
    expect(await known()).toMatchObject(moved);
  });

  it('is known of guests by the id that we gave them', async () => {
    const { id: _, email: __, ...guest } = anOrder.customer;
    await api.post('/orders', { ...anOrder, id: '1004', customer: guest });
    expect((await api.put('/customers/order-1004', moved)).json).toMatchObject({ customer: 'order-1004', ...moved });
  });
});

describe('such a change', () => {
  it('is on the customer’s timeline: what changed, not to what', async () => {
    await api.put('/customers/anne', { ...moved, phone: '+33 6 11 11 11 11', name: 'Anne Petit' });
    expect(await changesOf('anne')).toEqual([
      expect.objectContaining({ kind: 'preference', name: 'contact', detail: { fields: ['email', 'phone'] } }),
    ]);
    const { text } = await api.get('/customers/anne/timeline');
    expect(text).not.toMatch(/@|\+33/);
  });

  it('told again changes nothing and is no second entry', async () => {
    const first = await api.put('/customers/anne', moved);
    api.now += 60_000;
    expect((await api.put('/customers/anne', moved)).json).toEqual(first.json);
    expect(await changesOf('anne')).toHaveLength(1);
  });

  it('there and back again is three changes of mind, each told', async () => {
    for (const email of [moved.email, anOrder.customer.email, moved.email]) {
      api.now += 1000;
      await api.put('/customers/anne', { email });
    }
    expect(await known()).toMatchObject(moved);
    expect(await changesOf('anne')).toHaveLength(3);
  });

  it('reaches the timeline by its repetition, when the first call died before', async () => {
    const put = vi.spyOn(TimelineTable.prototype, 'put').mockRejectedValueOnce(new Error('the line broke'));
    expect((await api.put('/customers/anne', moved)).status).toBe(500);
    put.mockRestore();
    expect(await changesOf('anne')).toHaveLength(0);
    api.now += 60_000;
    await api.put('/customers/anne', moved);
    expect(await changesOf('anne')).toHaveLength(1);
  });

  it('with an Idempotency-Key never undoes a later one', async () => {
    const key = { 'idempotency-key': 'k' };
    await api.put('/customers/anne', moved, key);
    api.now += 1000;
    await api.put('/customers/anne', { email: 'newest@customers.example' });
    api.now += 1000;
    expect((await api.put('/customers/anne', moved, key)).json).toMatchObject({ email: 'newest@customers.example' });
    expect(await known()).toMatchObject({ email: 'newest@customers.example' });
    const other = await api.put('/customers/anne', { name: 'Zoé' }, key);
    expect(other).toMatchObject({ status: 422, json: { title: 'The Idempotency-Key stands for something else' } });
  });
});

describe('refused is', () => {
  it.each([
    ['nothing', {}, ['#']],
    ['nothing we know', { fax: '1' }, ['#']],
    ['no object', [], ['#']],
    ['null', { email: null, phone: null }, ['#/email', '#/phone']],
    ['what is none', { email: 'anne', phone: 'x', name: ' ' }, ['#/email', '#/phone', '#/name']],
  ])('%s', async (_, body, pointers) => {
    const answer = await api.put('/customers/anne', body);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual(pointers);
  });

  it.each(['nobody', 'a%20b', 'x'.repeat(71)])('a customer nobody knows, whatever is said: %s', async (customer) => {
    expect((await api.put(`/customers/${customer}`, moved)).status).toBe(404);
    expect((await api.put(`/customers/${customer}`, {})).status).toBe(404);
  });

  it('whatever is wrong, and never by a failure of ours', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ' ', 'a@b.example', '+33 1 23 45 67 89', '\u0000', 'a@b\r\nBcc: x'),
      fc.constantFrom(null, true, 0, -1, 1e300),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const field = fc.constantFrom('email', 'phone', 'name', '__proto__', 'asOf', 'pk');
    await fc.assert(
      fc.asyncProperty(fc.oneof(value, fc.dictionary(field, value)), async (body) => {
        const answer = await api.put('/customers/anne', JSON.stringify(body) ?? '');
        expect([200, 400, 422]).toContain(answer.status);
        if (answer.status !== 200) return;
        const { email = '', name } = (await known())!;
        expect(email).toMatch(/^[^\s@]+@[^\s@]+$/);
        expect(name).not.toMatch(/[\r\n\0]|^$/);
      }),
      { numRuns: 200 },
    );
  });

  it('another shop’s customer, by the same answer', async () => {
    const asOther = { authorization: 'Bearer other-key' };
    const theirs = await api.put('/customers/anne', moved, asOther);
    expect(theirs.status).toBe(404);
    expect(theirs.text).toBe((await api.put('/customers/nobody', moved, asOther)).text);
    expect(await known()).toMatchObject({ email: anOrder.customer.email });
  });
});
