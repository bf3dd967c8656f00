import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { shopify } from '../domain/shopify/payloads.ts';
import { openApi, type Answered, type Api } from './api.ts';

const order = '5811200034931';
const parcel = '5120000000077';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.put('/shop', { shopify: { secret: 'lyon-secret' } });
  api.now = Date.parse('2026-11-27T12:00:00+01:00');
});

let webhooks = 0;
function send(topic: string, payload: unknown, id = `webhook-${(webhooks += 1)}`): Promise<Answered> {
  const body = JSON.stringify(payload);
  return api.send({
    method: 'POST',
    url: '/webhooks/shopify/lyon',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id,
      'x-shopify-hmac-sha256': createHmac('sha256', 'lyon-secret').update(body).digest('base64'),
    },
    body,
  });
}

const facts = async (): Promise<readonly Fact[]> => (await api.orders.find('lyon', order))?.facts ?? [];
const names = async (): Promise<string[]> => (await facts()).map(({ name }) => name);

const cancelled = { ...shopify.order, cancelled_at: '2026-11-26T09:00:00+01:00', cancel_reason: 'customer' };

describe('an order that Shopify cancels', () => {
  it('is cancelled once, however many webhooks say so', async () => {
    await send('orders/create', shopify.order);
    expect((await send('orders/cancelled', cancelled)).json).toMatchObject({ taken: true, duplicate: false });
    expect((await send('orders/cancelled', cancelled)).json).toMatchObject({ taken: true, duplicate: true });
    expect(await facts()).toMatchObject([{ name: 'order' }, { name: 'cancellation', by: 'customer' }]);
  });

  it('before we know it waits for it', async () => {
    await send('orders/cancelled', cancelled);
    await send('orders/create', shopify.order);
    expect(await names()).toEqual(['cancellation', 'order']);
  });

  it('and tells as cancelled is known to be before it is known at all', async () => {
    expect((await send('orders/create', cancelled)).json).toMatchObject({ taken: true, fact: `order:${order}` });
    expect((await send('orders/cancelled', cancelled)).json).toMatchObject({ duplicate: true });
    expect(await names()).toEqual(['cancellation', 'order']);
  });

  it('and whose reason is for the shop’s books tells it to nobody', async () => {
    await send('orders/cancelled', { ...cancelled, cancel_reason: 'fraud' });
    const known = (await api.orders.find('lyon', order))!;
    expect(known.facts).toMatchObject([{ name: 'cancellation', by: 'shop' }]);
    expect((await api.orders.details(known)).size).toBe(0);
  });
});

describe('a refund of Shopify', () => {
  it('is told once', async () => {
    await send('orders/create', shopify.order);
    await send('refunds/create', shopify.refund);
    expect((await send('refunds/create', shopify.refund)).json).toMatchObject({ duplicate: true });
    expect(await facts()).toMatchObject([{ name: 'order' }, { id: 'refund:7700000000123', amount: 1175 }]);
  });

  it('in other money than the order was paid in is for a person to look at', async () => {
    await send('orders/create', shopify.order);
    const transactions = shopify.refund.transactions.map((each) => ({ ...each, currency: 'USD' }));
    const answer = await send('refunds/create', { ...shopify.refund, transactions });
    expect(answer.json).toMatchObject({ taken: false, why: expect.stringContaining('#/amount/currency') });
    expect(api.notTaken).toBe(1);
  });
});

const update = (time: string, more: object = {}) =>
  send('fulfillments/update', { ...shopify.update, updated_at: `2026-11-26T${time}:00+01:00`, ...more });

describe('a parcel that changes', () => {
  beforeEach(async () => {
    await send('orders/create', shopify.order);
    await send('fulfillments/create', shopify.fulfillment);
  });

  it('gets its new number', async () => {
    expect((await update('10:00')).json).toMatchObject({ taken: true });
    const { parcels } = (await api.get(`/orders/${order}`)).json;
    expect(parcels).toMatchObject([{ parcel, carrier: 'Chronopost', trackingNumber: 'XY000111222FR' }]);
  });

  it('is not told again what is known of it', async () => {
    expect((await update('09:00', { ...shopify.fulfillment, updated_at: undefined })).json).toMatchObject({
      taken: false,
    });
    await update('10:00');
    expect((await update('10:05', { shipment_status: 'in_transit' })).json).toMatchObject({ taken: false });
    expect(await names()).toEqual(['order', 'shipment', 'shipment-correction']);
    expect(api.notTaken).toBe(0);
  });

  it('may go back to what it was first', async () => {
    await update('10:00');
    const { tracking_company, tracking_number, tracking_numbers, tracking_url, tracking_urls } = shopify.fulfillment;
    const first = { tracking_company, tracking_number, tracking_numbers, tracking_url, tracking_urls };
    expect((await update('11:00', first)).json).toMatchObject({ taken: true });
    expect((await api.get(`/orders/${order}`)).json.parcels).toMatchObject([{ trackingNumber: tracking_number }]);
  });

  it('is never overwritten by what is older', async () => {
    await update('11:00', { tracking_number: 'NEW' });
    const answer = await update('10:00', { tracking_number: 'OLD' });
    expect(answer.json).toMatchObject({ taken: false, why: expect.stringContaining('older') });
    expect(api.notTaken).toBe(1);
    expect((await api.get(`/orders/${order}`)).json.parcels).toMatchObject([{ trackingNumber: 'NEW' }]);
  });

  it('is taken back when its fulfilment is cancelled, and stays so', async () => {
    expect((await update('10:00', { status: 'cancelled' })).json).toMatchObject({
      taken: true,
      fact: `correction:shipment:${parcel}`,
    });
    expect((await update('10:01', { status: 'cancelled' })).json).toMatchObject({ duplicate: true });
    expect((await update('09:00', { tracking_number: 'LATE' })).json).toMatchObject({ taken: false });
    expect((await api.get(`/orders/${order}`)).json.parcels).toEqual([]);
  });
});

it('a fulfilment may be cancelled before we hear of it: it never leaves', async () => {
  await send('orders/create', shopify.order);
  expect((await send('fulfillments/update', { ...shopify.update, status: 'cancelled' })).json.taken).toBe(true);
  await send('fulfillments/create', shopify.fulfillment);
  expect((await api.get(`/orders/${order}`)).json.parcels).toEqual([]);
});

const report = (status: string, more: object = {}) =>
  send('fulfillment_events/create', { ...shopify.event, status, ...more });

describe('what a carrier reports', () => {
  it('is a failed attempt, a pickup point, or a failure that a person looks into', async () => {
    await report('attempted_delivery', { message: 'portail fermé' });
    await report('ready_for_pickup');
    await report('failure');
    expect(await facts()).toMatchObject([
      { name: 'incident', kind: 'failed-attempt', parcel },
      { name: 'incident', kind: 'held-at-pickup', parcel },
      { name: 'notice', parcel },
    ]);
    expect(JSON.stringify(await facts())).not.toContain('portail');
  });

  it('is one fact for one webhook, however often it is sent', async () => {
    for (const _ of [1, 2]) {
      await send('fulfillment_events/create', { ...shopify.event, status: 'attempted_delivery' }, 'the-same');
    }
    expect(await names()).toEqual(['incident']);
  });
});
