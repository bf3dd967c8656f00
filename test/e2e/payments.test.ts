import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const promiseOf = async (order: string, name: string): Promise<{ until: string; status: string } | undefined> =>
  (await shop.shown(order)).promises.find(({ promise }: { promise: string }) => promise === name);
const payUrl = 'https://pay.example/A';

test('an order that waits for its payment says how to pay, and promises to ship only from when it was paid', async () => {
  const order = await shop.order({ payment: 'awaited', payUrl });
  const [confirmation] = await shop.mails(order);
  expect(confirmation!.message).toBe('confirm-order');
  expect(confirmation!.text).toContain(payUrl);
  expect((await shop.shown(order)).stage).toBe('AwaitPayment');
  expect(await promiseOf(order, 'ship')).toBeUndefined();
  await shop.advance('P2D');
  expect(await shop.messages(order), 'no promise to ship was broken').toEqual(['confirm-order']);
  const paid = await shop.post(`/orders/${order}/payments`, { status: 'paid' });
  expect(paid.json).toMatchObject({ fact: 'payment:paid', duplicate: false });
  expect((await shop.shown(order)).stage).toBe('AwaitShipment');
  const ship = await promiseOf(order, 'ship');
  expect(ship?.status).toBe('open');
  expect(Date.parse(ship!.until)).toBeGreaterThan(await shop.now());
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1', carrier: 'Colissimo', trackingNumber: '6A' });
  expect((await shop.messages(order)).at(-1)).toBe('announce-shipment');
});

test('who does not pay is reminded once, then a person sees to it, and the order ends unpaid', async () => {
  const payBy = new Date((await shop.now()) + 2 * 24 * 3600_000).toISOString();
  const order = await shop.order({ payment: 'awaited', payUrl, payBy });
  await shop.advance('PT30H');
  expect(await shop.messages(order)).toEqual(['confirm-order', 'remind-payment']);
  expect((await shop.mails(order)).at(-1)!.text).toContain(payUrl);
  await shop.advance('P7D');
  expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'unpaid' });
  expect(await shop.messages(order)).toEqual(['confirm-order', 'remind-payment']);
  expect((await shop.shown(order)).tasks).toMatchObject([{ name: 'settle-payment' }]);
});

test('what leaves although it was not paid goes its way like any other', async () => {
  const order = await shop.order({ payment: 'awaited', payUrl });
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  expect((await shop.messages(order)).at(-1)).toBe('announce-shipment');
  expect((await shop.shown(order)).stage).toBe('AwaitDelivery');
});

test('an order that is changed is confirmed as it is now, once for each change', async () => {
  const order = await shop.order();
  const change = {
    lines: [{ id: 'l3', title: 'Abat-jour', quantity: 1, price: { amount: 4000, currency: 'EUR' } }],
    total: { amount: 4000, currency: 'EUR' },
    delivery: { address: '8 rue Neuve, 33000 Bordeaux' },
  };
  for (const duplicate of [false, true]) {
    expect((await shop.put(`/orders/${order}`, change)).json).toMatchObject({ duplicate });
    await shop.settle();
  }
  expect(await shop.messages(order)).toEqual(['confirm-order', 'confirm-change']);
  const { text } = (await shop.mails(order)).at(-1)!;
  for (const said of ['Abat-jour', '40,00', '8 rue Neuve']) expect(text).toContain(said);
  expect(text).not.toContain('Lampe Aurore');
});
