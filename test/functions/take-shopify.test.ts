import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { shopify } from '../domain/shopify/payloads.ts';
import { openApi, type Answered, type Api } from './api.ts';

const order = '5811200034931';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.put('/shop', { shopify: { secret: 'lyon-secret' } });
});

const sign = (body: string | Uint8Array, secret = 'lyon-secret'): string =>
  createHmac('sha256', secret).update(body).digest('base64');

let webhooks = 0;
function send(
  topic: string,
  payload: unknown,
  headers: { [name: string]: string } = {},
  shop = 'lyon',
): Promise<Answered> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  webhooks += 1;
  return api.send({
    method: 'POST',
    url: `/webhooks/shopify/${shop}`,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': `webhook-${webhooks}`,
      'x-shopify-hmac-sha256': sign(body),
      ...headers,
    },
    body,
  });
}

const factsOf = async (): Promise<string[]> => (await api.orders.find('lyon', order))?.facts.map(({ id }) => id) ?? [];

async function notTaken(): Promise<{ [field: string]: unknown }[]> {
  const { items } = await api.table.query({ condition: 'pk = :pk', values: { ':pk': 'SHOP#lyon#NOT-TAKEN' } });
  return items;
}

describe('who signs', () => {
  it('with the shop’s secret is heard', async () => {
    expect((await send('orders/create', shopify.order)).status).toBe(200);
  });

  it.each([
    ['not at all', { 'x-shopify-hmac-sha256': '' }, 'lyon'],
    ['with another secret', { 'x-shopify-hmac-sha256': sign(JSON.stringify(shopify.order), 'guess') }, 'lyon'],
    ['for a shop that has no secret', {}, 'other'],
    ['for a shop that is none', {}, 'nowhere'],
    ['for what can be no shop', {}, 'A%20B'],
  ])('%s is refused, always with the same answer', async (_, headers, shop) => {
    const answer = await send('orders/create', shopify.order, headers, shop);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const other = await send('orders/create', shopify.order, { 'x-shopify-hmac-sha256': 'x' }, 'nobody');
    expect(answer.text).toBe(other.text);
    expect(await factsOf()).toEqual([]);
  });

  it('the bytes as they were sent is heard, be they handed over as base64', async () => {
    const body = JSON.stringify(shopify.order, undefined, 3);
    const answer = await send('orders/create', body, { 'content-type': 'application/octet-stream' });
    expect(answer.json).toMatchObject({ taken: true });
  });

  it('something else than was sent is not', async () => {
    const answer = await send('orders/create', `${JSON.stringify(shopify.order)} `, {
      'x-shopify-hmac-sha256': sign(JSON.stringify(shopify.order)),
    });
    expect(answer.status).toBe(401);
  });

  it('what is no JSON hears so', async () => {
    expect((await send('orders/create', '{')).status).toBe(400);
  });
});

describe('a shop on Shopify', () => {
  it('has its orders, parcels and deliveries told', async () => {
    expect((await send('orders/create', shopify.order)).json).toEqual({
      taken: true,
      order,
      fact: `order:${order}`,
      duplicate: false,
    });
    api.now = Date.parse('2026-11-27T12:00:00+01:00');
    await send('fulfillments/create', shopify.fulfillment);
    await send('fulfillment_events/create', {
      ...shopify.event,
      status: 'delayed',
      estimated_delivery_at: '2026-11-30T12:00:00Z',
    });
    await send('fulfillment_events/create', shopify.event);
    expect(await factsOf()).toEqual([
      `order:${order}`,
      'shipment:5120000000077',
      expect.stringMatching(/^delay:/),
      'delivery:5120000000077',
    ]);
    const { json } = await api.get(`/orders/${order}`);
    expect(json).toMatchObject({ number: '#2047', customer: { id: '7340012345907', name: 'Léa Fontaine' } });
    expect(await api.customers.find('lyon', '7340012345907')).toMatchObject({
      email: 'lea.fontaine@customers.example',
    });
    expect(await notTaken()).toEqual([]);
  });

  it('hears 200 for a webhook that comes again, and nothing happens twice', async () => {
    const delayed = { ...shopify.event, status: 'delayed' };
    api.now = Date.parse('2026-11-27T12:00:00+01:00');
    for (const [topic, payload] of [
      ['orders/create', shopify.order],
      ['fulfillment_events/create', delayed],
    ] as const) {
      const headers = { 'x-shopify-webhook-id': `the-same-${topic}` };
      expect((await send(topic, payload, headers)).json).toMatchObject({ duplicate: false });
      expect(await send(topic, payload, headers)).toMatchObject({
        status: 200,
        json: { taken: true, duplicate: true },
      });
    }
    expect(await factsOf()).toHaveLength(2);
  });

  it('may tell a parcel before its order', async () => {
    api.now = Date.parse('2026-11-25T16:00:00+01:00');
    await send('fulfillments/create', shopify.fulfillment);
    expect((await send('orders/create', shopify.order)).json).toMatchObject({ taken: true });
    expect((await api.get(`/orders/${order}`)).json.parcels).toMatchObject([{ parcel: '5120000000077' }]);
  });

  it('has the price of nothing in the order’s own item', async () => {
    await send('orders/create', shopify.order);
    expect(JSON.stringify(await api.orders.find('lyon', order))).not.toMatch(/Léa|Fontaine|Théière|Marché/);
  });
});

const pendingRefund = {
  ...shopify.refund,
  transactions: shopify.refund.transactions.map((each) => ({ ...each, status: 'pending' })),
};

describe('what cannot be used', () => {
  it.each([
    ['a refund of which no money went back yet', 'refunds/create', pendingRefund, 'no transaction succeeded'],
    ['a refund of nobody', 'refunds/create', { ...shopify.refund, id: null }, '#/refund'],
    ['a topic of nobody', 'themes/publish', {}, 'not a topic'],
    ['an order whose payment was voided', 'orders/create', { ...shopify.order, financial_status: 'voided' }, 'voided'],
    [
      'an edit that names its lines by id alone',
      'orders/edited',
      {
        order_edit: { id: 1, order_id: Number(order), line_items: { additions: [{ id: 3, delta: 1 }], removals: [] } },
      },
      'PUT /orders/{id}',
    ],
    ['an edit of nothing', 'orders/edited', { id: Number(order) }, 'lines'],
    ['a payment of no order', 'orders/paid', { id: null }, 'no order'],
    ['an order without lines', 'orders/create', { ...shopify.order, line_items: null }, '#/lines'],
    [
      'an order without a price',
      'orders/create',
      {
        ...shopify.order,
        total_price: null,
        total_price_set: null,
        current_total_price: null,
        current_total_price_set: null,
      },
      '#/total',
    ],
    [
      'an order of nothing but nulls',
      'orders/create',
      Object.fromEntries(Object.keys(shopify.order).map((key) => [key, null])),
      'no order',
    ],
    ['a parcel of no order', 'fulfillments/create', { ...shopify.fulfillment, order_id: null }, 'no order'],
    ['a list', 'orders/create', [], 'not an object'],
    ['null', 'orders/create', 'null', 'not an object'],
    [
      'a failed attempt at no parcel',
      'fulfillment_events/create',
      { ...shopify.event, status: 'attempted_delivery', fulfillment_id: null },
      '#/parcel',
    ],
    ['a fulfilment that is in error', 'fulfillments/update', { ...shopify.update, status: 'error' }, 'error'],
    [
      'an event of the future',
      'fulfillment_events/create',
      { ...shopify.event, happened_at: '2027-01-01T00:00:00Z' },
      '#/deliveredAt',
    ],
  ])('is answered 200, kept with why, and counted: %s', async (_, topic, payload, why) => {
    const answer = await send(topic, payload, { 'x-shopify-triggered-at': '2026-11-24T08:59:59.000Z' });
    expect(answer).toMatchObject({ status: 200, json: { taken: false, why: expect.stringContaining(why) } });
    expect(await notTaken()).toMatchObject([
      { topic, why: expect.stringContaining(why), at: '2026-11-24T08:59:59.000Z' },
    ]);
    expect(api.notTaken).toBe(1);
    expect(await factsOf()).toEqual([]);
  });

  it('is one entry, however often it is told', async () => {
    const headers = { 'x-shopify-webhook-id': 'w', 'x-shopify-triggered-at': '2026-11-24T08:59:59.000Z' };
    await send('orders/edited', {}, headers);
    api.now += 60_000;
    await send('orders/edited', {}, headers);
    expect(await notTaken()).toHaveLength(1);
  });

  it('leaves the list after thirty days', async () => {
    await send('orders/edited', {});
    const [entry] = await notTaken();
    expect(entry!['expires']).toBe(Math.floor(api.now / 1000) + 30 * 24 * 3600);
  });

  it('names nobody', async () => {
    await send('orders/create', { ...shopify.order, financial_status: 'voided' });
    await send('orders/create', { ...shopify.order, line_items: null });
    await send('customers/redact', { customer: { id: null, email: 'lea.fontaine@customers.example' } });
    expect(JSON.stringify(await notTaken())).not.toMatch(/Léa|Fontaine|customers\.example|Marché/);
  });

  it('is a parcel with a line that its order does not have', async () => {
    await send('orders/create', shopify.order);
    const answer = await send('fulfillments/create', {
      ...shopify.fulfillment,
      line_items: [{ id: 999, quantity: 1 }],
    });
    expect(answer.json).toMatchObject({ taken: false, why: expect.stringContaining('#/lines/0/id') });
  });

  it('is an order told again with another body', async () => {
    await send('orders/create', shopify.order);
    const answer = await send('orders/create', { ...shopify.order, name: '#9999' });
    expect(answer).toMatchObject({
      status: 200,
      json: { taken: false, why: expect.stringContaining(`order:${order}`) },
    });
  });

  it('is an order of a shop that lacks settings', async () => {
    await api.put('/shop', { phone: null });
    expect((await send('orders/create', shopify.order)).json).toMatchObject({
      taken: false,
      why: expect.stringContaining('phone'),
    });
  });

  it('is an order larger than we can hold', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({ id: index + 1, title: '語'.repeat(5000), quantity: 1 }));
    expect((await send('orders/create', { ...shopify.order, line_items: lines })).json).toMatchObject({ taken: false });
  });
});

describe('what says nothing to us', () => {
  it.each([
    ['a test', 'orders/create', { ...shopify.order, test: true }],
    ['a parcel in transit', 'fulfillment_events/create', { ...shopify.event, status: 'in_transit' }],
    ['a refund of no money', 'refunds/create', { ...shopify.refund, transactions: [] }],
  ])('is answered 200 and kept nowhere: %s', async (_, topic, payload) => {
    expect(await send(topic, payload)).toMatchObject({ status: 200, json: { taken: false } });
    expect(await notTaken()).toEqual([]);
    expect(api.notTaken).toBe(0);
    expect(await factsOf()).toEqual([]);
  });
});
