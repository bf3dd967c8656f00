import { beforeEach, describe, expect, it } from 'vitest';
import { anOrder, openApi, pointersOf, type Api } from './api.ts';

let api: Api;
const key = 'confirm-order:order:1001';
const wish = { by: 'Hugo', why: 'She lost it.' };
const resends = (message = 'confirm-order', order = '1001') => `/orders/${order}/messages/${message}/resends`;
const preview = (message = 'confirm-order') => `/orders/1001/messages/${message}/preview`;
const facts = async () => (await api.orders.find('lyon', '1001'))!.facts;

beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
  const order = (await api.orders.find('lyon', '1001'))!;
  const deliver = { promise: 'deliver' as const, until: api.now + 5 * 24 * 3600_000, day: '2026-11-29' };
  const told = { message: 'confirm-order' as const, cause: 'order:1001', at: api.now, owner: 'test', seen: 1 };
  await api.orders.claim(order, {
    told: { ...told, key, covers: [], promises: [deliver] },
    fates: { 'order:1001': key },
  });
  api.now += 60_000;
});

describe('a message is wanted once more', () => {
  it.each([key, 'confirm-order'])('by its key or its name: %s', async (named) => {
    const answer = await api.post(resends(encodeURIComponent(named)), wish);
    expect(answer).toMatchObject({ status: 202, json: { order: '1001', duplicate: false } });
    expect((await facts()).at(-1)).toMatchObject({ name: 'resend', message: key });
    expect((await api.orders.find('lyon', '1001'))!.fates).not.toHaveProperty(answer.json.fact);
  });

  it('once for one wish, and again with another key', async () => {
    await api.post(resends(), wish);
    expect((await api.post(resends(), wish)).json.duplicate).toBe(true);
    await api.post(resends(), wish, { 'idempotency-key': 'again' });
    expect(await facts()).toHaveLength(3);
  });

  it('with who and why beside it, and on the timeline without either', async () => {
    const { json } = await api.post(resends(), wish);
    const order = (await api.orders.find('lyon', '1001'))!;
    expect((await api.orders.details(order)).get(json.fact)).toEqual(wish);
  });

  it('is refused once it is no longer true, but a wish that was taken stays taken', async () => {
    const taken = await api.post(resends(), wish);
    await api.post('/orders/1001/cancellations', { by: 'customer' });
    expect(await api.post(resends(), { ...wish, by: 'Zoé' })).toMatchObject({
      status: 409,
      json: { title: 'It is no longer true', detail: 'It is not sent again: the order is cancelled.' },
    });
    expect(await api.post(resends(), wish)).toMatchObject({ status: 202, json: { fact: taken.json.fact } });
  });

  it('is refused without who and why, and of what there is not', async () => {
    expect(pointersOf(await api.post(resends(), {}))).toEqual(['#/by', '#/why']);
    expect((await api.post(resends('announce-refund'), wish)).status).toBe(404);
    expect((await api.post(resends('confirm-order', '9999'), wish)).status).toBe(404);
  });
});

describe('its preview', () => {
  it('is the mail as it would go out now, and changes nothing', async () => {
    await api.put('/customers/anne', { email: 'anne.new@customers.example' });
    const before = await facts();
    const { status, json } = await api.get(preview());
    expect(status).toBe(200);
    expect(json).toMatchObject({ key, message: 'confirm-order', sends: true, to: 'anne.new@customers.example' });
    expect(json.text).toContain(json.subject.includes('1001') ? '1001' : 'never');
    expect(json.html).toContain('</html>');
    expect(await facts()).toEqual(before);
  });

  it('says why it would not', async () => {
    await api.post('/orders/1001/cancellations', { by: 'customer' });
    expect((await api.get(preview())).json).toMatchObject({ sends: false, why: 'the order is cancelled' });
  });

  it('is none of what nobody said', async () => {
    expect((await api.get(preview('announce-refund'))).status).toBe(404);
  });
});
