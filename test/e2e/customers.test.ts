import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherKey, Outside, type Json } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const openCalls = async (): Promise<Json[]> =>
  (await shop.get('/tasks')).json.tasks.filter(({ name }: Json) => name === 'call-customer');

test('a customer whose address changes in the middle of an order gets the next mail at the new one', async () => {
  const customer = { id: 'moving', name: 'Anne', email: 'old@example.com', phone: '+33612345678' };
  const order = await shop.order({ customer });
  const answer = await shop.put('/customers/moving', { email: 'new@example.com' });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ ...customer, id: undefined, customer: 'moving', email: 'new@example.com' });
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  const mails = await shop.mails(order);
  expect(mails.map(({ message, to }) => `${message} ${to}`)).toEqual([
    'confirm-order old@example.com',
    'announce-shipment new@example.com',
  ]);
  const { text, json } = await shop.get('/customers/moving/timeline');
  expect(json.entries).toContainEqual(
    expect.objectContaining({ kind: 'preference', name: 'contact', detail: { fields: ['email'] } }),
  );
  expect(text).not.toContain('@example.com');
  expect((await shop.put('/customers/moving', { name: 'Zoé' }, { key: otherKey })).status).toBe(404);
  expect((await shop.put('/customers/moving', {})).status).toBe(422);
});

test('whoever has no e-mail is called once about all orders, and written to from when there is one', async () => {
  const customer = { id: 'no-mail', name: 'Max', phone: '+33612345678' };
  const first = await shop.order({ customer });
  const second = await shop.order({ customer });
  await shop.post(`/orders/${second}/shipments`, { parcel: 'p1' });
  const [call, ...others] = await openCalls();
  expect(others).toEqual([]);
  expect(new Set([call.task, ...call.also])).toEqual(new Set([`${first}.1`, `${second}.1`]));
  expect(call.customer).toEqual({ name: 'Max', phone: '+33612345678' });
  await shop.post(`/tasks/${call.task}/completions`, { by: 'Hugo' });
  expect(await openCalls()).toEqual([]);
  for (const order of [first, second]) {
    expect((await shop.shown(order)).tasks.map(({ status }: Json) => status)).toEqual(['done']);
  }
  await shop.put('/customers/no-mail', { email: 'max@example.com' });
  await shop.post(`/orders/${first}/shipments`, { parcel: 'p1' });
  expect((await shop.mails(first)).map(({ message, to }) => `${message} ${to}`)).toEqual([
    'announce-shipment max@example.com',
  ]);
  expect(await openCalls()).toEqual([]);
});

test('a problem on one order leaves the promo out on the other, and the timeline names the order', async () => {
  const customer = { id: 'two-orders', name: 'Léa', email: 'lea@example.com' };
  const troubled = await shop.order({ customer });
  const good = await shop.order({ customer });
  await shop.post(`/orders/${troubled}/words`, { word: 'problem', about: 'wrong', by: 'phone' });
  await shop.post(`/orders/${good}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${good}/deliveries`, { parcel: 'p1' });
  expect(await shop.messages(good)).toContain('ask-delivery-check');
  const { entries } = (await shop.get('/customers/two-orders/timeline')).json;
  expect(JSON.stringify(entries)).toContain(`held back: order ${troubled}: a case is open`);
});
