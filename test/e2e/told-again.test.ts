import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, otherKey, Outside, type Answer } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const duplicates = (answers: readonly Answer[]): number => answers.filter(({ json }) => json.duplicate === true).length;

test('the same order twice is one order and one mail, however its body is spelled', async () => {
  const body = anOrder('twice');
  expect((await shop.post('/orders', body)).json).toEqual({ order: 'twice', fact: 'order:twice', duplicate: false });
  for (const again of [
    body,
    { ...body, unknown: 'field' },
    { ...body, payment: 'paid' },
    Object.fromEntries(Object.entries(body).reverse()),
  ]) {
    const answer = await shop.post('/orders', again);
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({ order: 'twice', fact: 'order:twice', duplicate: true });
    expect(answer.headers.get('location')).toBe('/orders/twice');
  }
  expect(await shop.messages('twice')).toEqual(['confirm-order']);
});

test('the same id with another body is refused, and the first fact is named', async () => {
  await shop.order({ id: 'other-body' });
  const answer = await shop.post('/orders', { ...anOrder('other-body'), total: { amount: 1, currency: 'EUR' } });
  expect(answer.status).toBe(422);
  expect(answer.json.detail).toContain('order:other-body');
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

test('without a natural id the body counts; an Idempotency-Key makes it another fact', async () => {
  const order = await shop.order();
  const question = { word: 'question', by: 'phone', text: 'Où ?' };
  const tell = (body: object, key?: string) =>
    shop.post(`/orders/${order}/words`, body, key === undefined ? {} : withKey(key));
  const first = await tell(question);
  expect((await tell(question)).json).toEqual({ ...first.json, duplicate: true });
  const keyed = await tell(question, 'k1');
  expect(keyed.json.duplicate).toBe(false);
  expect((await tell(question, 'k1')).json).toEqual({ ...keyed.json, duplicate: true });
  expect((await tell({ ...question, text: 'Quand ?' }, 'k1')).status).toBe(422);
  expect((await shop.staffMails(order)).length).toBe(2);
});

test('a key counts per shop and path', async () => {
  const [mine, another] = [await shop.order(), await shop.order()];
  await shop.order({ id: mine }, { key: otherKey });
  const body = { word: 'question', by: 'chat' };
  for (const [order, key] of [
    [mine, undefined],
    [another, undefined],
    [mine, otherKey],
  ] as const) {
    const answer = await shop.post(`/orders/${order}/words`, body, { ...withKey('same'), ...(key && { key }) });
    expect(answer.json).toMatchObject({ order, duplicate: false });
  }
});

test('key and natural id both hold, also after a refusal', async () => {
  const order = await shop.order();
  const tell = (body: object, key: string) => shop.post(`/orders/${order}/shipments`, body, withKey(key));
  const some = { parcel: 'p1', lines: [{ id: 'l1', quantity: 1 }] };
  expect((await tell(some, 's1')).json.duplicate).toBe(false);
  expect((await tell(some, 's2')).json.duplicate).toBe(true);
  expect((await tell({ parcel: 'p2' }, 's1')).status).toBe(422);
  expect((await tell({ ...some, carrier: 'UPS' }, 's3')).status).toBe(422);
  expect((await tell({ parcel: 'p2' }, 's3')).status, 'a refused call does not use its key up').toBe(202);
  for (const key of ['', 'x'.repeat(256)]) expect((await tell(some, key)).status).toBe(422);
  expect((await tell(some, 'x'.repeat(255))).status).toBe(202);
});

test('twenty calls at once are one fact and one mail', async () => {
  const at = (path: string, body: object, key: string) =>
    Promise.all(Array.from({ length: 20 }, () => shop.ask('POST', path, body, withKey(key))));
  expect(duplicates(await at('/orders', anOrder('crowd'), 'o'))).toBe(19);
  expect(duplicates(await at('/orders/crowd/words', { word: 'problem', by: 'phone' }, 'w'))).toBe(19);
  const parcels = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      shop.ask(
        'POST',
        '/orders/crowd/shipments',
        { parcel: `p${n}`, lines: [{ id: 'l1', quantity: 1 }] },
        withKey('s'),
      ),
    ),
  );
  expect(parcels.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(parcels.filter(({ status }) => status === 422)).toHaveLength(19);
  await shop.settle();
  expect(await shop.messages('crowd')).toEqual(['confirm-order', 'open-case', 'announce-partial-shipment']);
  expect((await shop.shown('crowd')).facts).toHaveLength(3);
});
