import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside, type Answer } from './outside.ts';

let shop: Outside;
let webhooks = 0;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const sign = (raw: string, secret = 'local-shopify-secret'): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

interface Sent {
  readonly to?: string;
  readonly id?: string;
  readonly signature?: string;
}

async function webhook(topic: string, payload: unknown, { to = 'demo', id, signature }: Sent = {}): Promise<Answer> {
  webhooks += 1;
  const raw = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const answer = await shop.ask('POST', `/webhooks/shopify/${to}`, undefined, {
    key: null,
    raw,
    headers: {
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id ?? `webhook-${webhooks}`,
      'x-shopify-hmac-sha256': signature ?? sign(raw),
    },
  });
  await shop.settle();
  return answer;
}

const now = async (): Promise<string> => new Date(await shop.now()).toISOString();

async function shopifyOrder(id: number, changes: object = {}): Promise<object> {
  return {
    id,
    name: `#${id}`,
    created_at: await now(),
    updated_at: await now(),
    currency: 'EUR',
    financial_status: 'paid',
    total_price: '59.80',
    email: `s${id}@example.com`,
    customer_locale: 'fr-FR',
    customer: { id: 77, first_name: 'Nadia', last_name: 'Roux', email: `s${id}@example.com` },
    shipping_address: { name: 'Nadia Roux', address1: '4 quai Nord', zip: '69001', city: 'Lyon', country: 'France' },
    shipping_lines: [{ title: 'Livraison suivie' }],
    line_items: [
      { id: 1, title: 'Théière', quantity: 1, price: '39.90', requires_shipping: true },
      { id: 2, title: 'Carte cadeau', quantity: 1, price: '19.90', requires_shipping: false, gift_card: true },
    ],
    taxes_included: true,
    ...changes,
  };
}

test('an order, its fulfilment and its delivery are looked after like any other', async () => {
  const created = await webhook('orders/create', await shopifyOrder(5001));
  expect(created).toMatchObject({ status: 200, json: { taken: true, order: '5001' } });
  const [confirmation] = await shop.mails('5001');
  expect(confirmation!.to).toBe('s5001@example.com');
  for (const said of ['#5001', 'Nadia Roux', '1 × Théière', '59,80', 'Lyon', 'Livraison suivie']) {
    expect(confirmation!.text).toContain(said);
  }
  await webhook('fulfillments/create', {
    id: 9001,
    order_id: 5001,
    status: 'success',
    created_at: await now(),
    tracking_company: 'Chronopost',
    tracking_number: 'XY1',
    tracking_url: 'https://chronopost.example/XY1',
    line_items: [{ id: 1, quantity: 1, requires_shipping: true }],
  });
  const shipped = (await shop.mails('5001')).at(-1)!;
  expect(shipped.message).toBe('announce-shipment');
  for (const said of ['Chronopost', 'XY1', 'https://chronopost.example/XY1']) expect(shipped.text).toContain(said);
  const event = { order_id: 5001, fulfillment_id: 9001, happened_at: await now() };
  await webhook('fulfillment_events/create', { ...event, id: 1, status: 'in_transit' });
  expect(await shop.messages('5001')).toHaveLength(2);
  await webhook('fulfillment_events/create', { ...event, id: 2, status: 'delivered' });
  expect((await shop.messages('5001')).at(-1)).toBe('ask-delivery-check');
  expect((await shop.get('/customers/77/timeline')).status).toBe(200);
});

test('the same webhook again changes nothing', async () => {
  const payload = await shopifyOrder(5002);
  for (let n = 0; n < 3; n += 1) expect((await webhook('orders/create', payload, { id: 'same' })).status).toBe(200);
  expect((await webhook('orders/create', payload)).status, 'nor does it under another id').toBe(200);
  expect(await shop.messages('5002')).toEqual(['confirm-order']);
  expect((await shop.shown('5002')).facts).toHaveLength(1);
});

test.each([
  ['a wrong signature', { signature: 'AAAA' }],
  ["another's secret", { signature: undefined, to: 'other' }],
  ['a shop that is not there', { to: 'nobody' }],
  ['no signature', { signature: '' }],
])('%s: 401, and nothing is taken', async (_, sent: Sent) => {
  const answer = await webhook('orders/create', await shopifyOrder(5003), sent);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect((await shop.get('/orders/5003')).status).toBe(404);
});

test('the signature is over the bytes: blanks count, and so does every accent', async () => {
  const raw = JSON.stringify(await shopifyOrder(5004), undefined, 2);
  expect((await webhook('orders/create', `${raw} `, { signature: sign(raw) })).status).toBe(401);
  expect((await webhook('orders/create', raw)).json.taken).toBe(true);
});

test('whatever is signed and can be parsed is answered with 200, and what cannot be used is not taken, with why', async () => {
  for (const [topic, payload] of [
    ['orders/create', {}],
    ['orders/create', []],
    ['orders/create', await shopifyOrder(5005, { line_items: [] })],
    ['orders/create', await shopifyOrder(5005, { financial_status: 'voided' })],
    ['fulfillments/create', { id: 1 }],
    ['refunds/create', { id: 1, order_id: 5001 }],
    ['orders/cancelled', { id: null }],
    ['orders/edited', { id: 5001 }],
    ['products/update', { id: 1 }],
    ['__proto__', { id: 1 }],
  ] as const) {
    const answer = await webhook(topic, payload);
    expect(answer.status, topic).toBe(200);
    expect(answer.json).toMatchObject({ taken: false, why: expect.any(String) });
  }
  expect((await webhook('orders/create', '{')).status).toBe(400);
  expect((await shop.get('/orders/5005')).status).toBe(404);
});

test('a test order is no order', async () => {
  const answer = await webhook('orders/create', await shopifyOrder(5006, { test: true }));
  expect(answer).toMatchObject({ status: 200, json: { taken: false } });
  expect((await shop.get('/orders/5006')).status).toBe(404);
});

const collected = async (id: number): Promise<object> =>
  shopifyOrder(id, {
    shipping_address: null,
    shipping_lines: [{ title: 'Boutique des Terreaux' }],
    line_items: [{ id: 1, title: 'Théière', quantity: 1, price: '39.90', requires_shipping: true }],
  });

test('what is collected is never said to be shipped, and Shopify fulfils it when it is handed over', async () => {
  await webhook('orders/create', await collected(5010));
  await webhook('fulfillments/create', {
    id: 9010,
    order_id: 5010,
    status: 'success',
    created_at: await now(),
    line_items: [{ id: 1, quantity: 1, requires_shipping: true }],
  });
  const mails = await shop.mails('5010');
  expect(mails.map(({ message }) => message)).not.toContain('announce-shipment');
  for (const { text } of mails) expect(text).not.toMatch(/expédi|en route|votre colis/i);
});

test('an order that waits for its payment is looked after like any other, and paid once', async () => {
  await webhook('orders/create', await shopifyOrder(5011, { financial_status: 'pending' }));
  expect((await shop.shown('5011')).stage).toBe('AwaitPayment');
  for (let n = 0; n < 2; n += 1) await webhook('orders/paid', await shopifyOrder(5011));
  expect((await shop.shown('5011')).stage).toBe('AwaitShipment');
  expect((await shop.shown('5011')).facts).toHaveLength(2);
});

test('lines that are put back in stock with a refund are cancelled, once', async () => {
  await webhook('orders/create', await shopifyOrder(5012));
  const refund = {
    id: 1,
    order_id: 5012,
    created_at: await now(),
    refund_line_items: [{ line_item_id: 2, quantity: 1, restock_type: 'cancel' }],
    transactions: [{ kind: 'refund', status: 'success', amount: '19.90', currency: 'EUR' }],
  };
  for (let n = 0; n < 2; n += 1) await webhook('refunds/create', refund);
  expect(await shop.messages('5012')).toEqual(['confirm-order', 'confirm-cancellation', 'announce-refund']);
});

test('what could not be used is a list that the shop can read', async () => {
  await webhook('orders/create', { id: 77, name: '#77' }, { id: 'order-77' });
  const { status, json } = await shop.get('/webhooks/not-taken?limit=1');
  expect(status).toBe(200);
  expect(json.notTaken).toEqual([
    { id: 'order-77', at: expect.any(String), topic: 'orders/create', order: '77', why: expect.any(String) },
  ]);
  expect(json.next).toEqual(expect.any(String));
});
