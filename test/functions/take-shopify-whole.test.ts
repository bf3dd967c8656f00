import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { shopify } from '../domain/shopify/payloads.ts';
import { openApi, type Answered, type Api } from './api.ts';
import { secret, webhook } from './signed.ts';

const order = String(shopify.order.id);
const parcel = String(shopify.fulfillment.id);

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.put('/shop', { shopify: { secret } });
  api.now = Date.parse('2026-11-27T12:00:00+01:00');
});

const send = (topic: string, payload: unknown): Promise<Answered> => webhook(api, topic, payload);
const facts = async (): Promise<readonly Fact[]> => (await api.orders.find('lyon', order))?.facts ?? [];
const names = async (): Promise<string[]> => (await facts()).map(({ name }) => name);
const at = (time: string) => `2026-11-26T${time}:00+01:00`;

const pending = { ...shopify.order, financial_status: 'pending', payment_gateway_names: ['Bank Deposit'] };

describe('an order that waits for its payment', () => {
  it('is taken, and paid when Shopify says so', async () => {
    expect((await send('orders/create', pending)).json).toMatchObject({ taken: true });
    expect((await send('orders/paid', { ...shopify.order, updated_at: at('09:00') })).json).toMatchObject({
      taken: true,
      fact: 'payment:paid',
    });
    expect(await facts()).toMatchObject([
      { name: 'order', payment: 'awaited', payBy: { day: expect.any(String) } },
      { name: 'payment', status: 'paid', at: Date.parse(at('09:00')), shipBy: { day: '2026-11-28' } },
    ]);
  });

  it('is paid once, however often that is told', async () => {
    await send('orders/create', pending);
    await send('orders/paid', { ...shopify.order, updated_at: at('09:00') });
    for (const time of ['09:00', '10:00']) await send('orders/paid', { ...shopify.order, updated_at: at(time) });
    expect(await names()).toEqual(['order', 'payment']);
    expect(api.notTaken).toBe(0);
  });

  it('may be told to be paid before it is told at all', async () => {
    await send('orders/paid', { ...shopify.order, updated_at: at('09:00') });
    await send('orders/create', pending);
    expect(await names()).toEqual(['payment', 'order']);
  });
});

it('an order that is paid when it is placed is not told so twice, as Shopify does', async () => {
  await send('orders/create', shopify.order);
  expect((await send('orders/paid', shopify.order)).json).toMatchObject({ taken: false });
  expect(await names()).toEqual(['order']);
  expect(api.notTaken).toBe(0);
});

const [teapot, bowls] = shopify.order.line_items;
const edited = (time: string, bowlsNow: number, more: object = {}) =>
  send('orders/edited', {
    ...shopify.order,
    updated_at: at(time),
    line_items: [teapot, { ...bowls, current_quantity: bowlsNow }],
    current_total_price: '74.65',
    current_total_price_set: null,
    ...more,
  });

describe('an order that is edited', () => {
  beforeEach(() => send('orders/create', shopify.order));

  it('is changed where the lines as they are now are in it', async () => {
    expect((await edited('10:00', 1)).json).toMatchObject({ taken: true, fact: expect.stringMatching(/^change:/) });
    expect((await facts()).at(-1)).toMatchObject({
      name: 'change',
      lines: [
        { id: String(teapot!.id), quantity: 1 },
        { id: String(bowls!.id), quantity: 1 },
      ],
      total: { amount: 7465, currency: 'EUR' },
      movesDelivery: false,
    });
  });

  it('is changed once, however often and late that is told', async () => {
    await edited('10:00', 1);
    await edited('10:00', 1);
    expect((await edited('11:00', 1)).json, 'everything is as it was').toMatchObject({ taken: false });
    expect((await edited('09:00', 3)).json).toMatchObject({ taken: false, why: expect.stringContaining('older') });
    expect(await names()).toEqual(['order', 'change']);
    expect(api.notTaken).toBe(1);
  });

  it('may be edited back', async () => {
    await edited('10:00', 1);
    const back = { current_total_price: '86.40' };
    expect((await edited('11:00', 2, back)).json).toMatchObject({ taken: true });
    expect(await names()).toEqual(['order', 'change', 'change']);
  });
});

describe('a refund of goods that had not left', () => {
  const items = [{ ...shopify.refund.refund_line_items[0], quantity: 1, restock_type: 'cancel' }];
  const refund = { ...shopify.refund, refund_line_items: items };

  it('cancels them first, and is told once', async () => {
    await send('orders/create', shopify.order);
    for (const _ of [1, 2]) await send('refunds/create', refund);
    expect(await facts()).toMatchObject([
      { name: 'order' },
      { name: 'cancellation', by: 'shop', lines: [{ id: String(bowls!.id), quantity: 1 }] },
      { name: 'refund', amount: 1175 },
    ]);
  });

  it('cancels them also where no money goes back, and where it has not yet', async () => {
    await send('orders/create', shopify.order);
    expect((await send('refunds/create', { ...refund, transactions: [] })).json).toMatchObject({ taken: true });
    const unsettled = refund.transactions.map((each) => ({ ...each, status: 'pending' }));
    const answer = await send('refunds/create', { ...refund, id: 9, transactions: unsettled });
    expect(answer.json).toMatchObject({ taken: false, why: expect.stringContaining('no transaction succeeded') });
    expect(await names()).toEqual(['order', 'cancellation', 'cancellation']);
    expect(api.notTaken).toBe(1);
  });
});

describe('a parcel', () => {
  it('whose update comes before it is told is shipped once, as it is now', async () => {
    await send('orders/create', shopify.order);
    await send('fulfillments/update', shopify.update);
    expect((await send('fulfillments/create', shopify.fulfillment)).json).toMatchObject({ taken: false });
    expect(await names()).toEqual(['order', 'shipment']);
    expect((await api.get(`/orders/${order}`)).json.parcels).toMatchObject([{ trackingNumber: 'XY000111222FR' }]);
    expect(api.notTaken).toBe(0);
  });

  it('of several is one of several', async () => {
    await send('orders/create', shopify.order);
    const [line] = shopify.fulfillment.line_items;
    await send('fulfillments/create', shopify.fulfillment);
    await send('fulfillments/create', { ...shopify.fulfillment, id: 2, line_items: [{ ...line, id: bowls!.id }] });
    expect(await names()).toEqual(['order', 'shipment', 'shipment']);
  });
});

describe('a parcel of an order that came from an export, which has no ids of lines', () => {
  const [line] = shopify.fulfillment.line_items;
  const exported = {
    ...shopify.order,
    line_items: shopify.order.line_items.map((each, index) => ({ ...each, id: `line-${index}` })),
  };

  it('is all of the order where it holds as much as was ordered', async () => {
    await send('orders/create', exported);
    const line_items = [line, { ...line, id: bowls!.id, quantity: 2 }];
    expect((await send('fulfillments/create', { ...shopify.fulfillment, line_items })).json).toMatchObject({
      taken: true,
    });
    expect((await facts()).at(-1)).toMatchObject({ name: 'shipment' });
    expect((await facts()).at(-1)).not.toHaveProperty('lines');
  });

  it('is for a person to look at where it holds less', async () => {
    await send('orders/create', exported);
    expect((await send('fulfillments/create', shopify.fulfillment)).json).toMatchObject({
      taken: false,
      why: expect.stringContaining('no such line'),
    });
  });
});

describe('an order that is collected', () => {
  const collect = { ...shopify.order, shipping_address: null };

  it('is known to be collected before it is known to be ready: Shopify fulfils it when it is handed over', async () => {
    await send('orders/create', collect);
    await send('fulfillments/create', shopify.fulfillment);
    expect(await facts()).toMatchObject([
      { kind: 'collect' },
      { id: `delivery:${parcel}` },
      { id: `shipment:${parcel}` },
    ]);
  });

  it('is not collected after all when that is taken back', async () => {
    await send('orders/create', collect);
    await send('fulfillments/create', shopify.fulfillment);
    await send('fulfillments/update', { ...shopify.update, status: 'cancelled' });
    expect((await facts()).slice(-2)).toMatchObject([{ fact: `delivery:${parcel}` }, { fact: `shipment:${parcel}` }]);
    expect((await api.get(`/orders/${order}`)).json.parcels).toEqual([]);
  });
});

it('what was carried home from the counter is not said to be on its way', async () => {
  const sold = { ...shopify.order, source_name: 'pos', fulfillment_status: 'fulfilled', shipping_address: null };
  await send('orders/create', { ...sold, shipping_lines: [], customer: null, email: null, contact_email: null });
  expect((await send('fulfillments/create', shopify.fulfillment)).json).toMatchObject({ taken: false });
  expect(await names()).toEqual(['order']);
  expect(api.notTaken).toBe(0);
});
