import { describe, expect, it } from 'vitest';
import { newsIn } from '../../../functions/domain/shopify/news.ts';
import { isSigned } from '../../../functions/domain/shopify/signature.ts';
import { shipmentBody } from '../../../functions/domain/told-to-us/shipment.ts';
import { shopify } from './payloads.ts';

const shipped = (more: object = {}) => newsIn('fulfillments/create', { ...shopify.fulfillment, ...more });
const happened = (more: object = {}) => newsIn('fulfillment_events/create', { ...shopify.event, ...more });

describe('a fulfilment', () => {
  it('is a shipment of the order’s lines', () => {
    expect(shipped()).toEqual({
      tell: 'shipment',
      order: '5811200034931',
      body: {
        parcel: '5120000000077',
        carrier: 'Colissimo',
        trackingNumber: '6A09988776655',
        trackingUrl: 'https://carrier.example/suivi/6A09988776655',
        shippedAt: '2026-11-25T15:30:00+01:00',
        lines: [{ id: '14200000000001', quantity: 1 }],
      },
    });
  });

  it('may be all that is left, by no carrier that is named', () => {
    const news = shipped({
      line_items: null,
      tracking_company: null,
      tracking_number: ' ',
      tracking_numbers: null,
      tracking_url: '',
      tracking_urls: [],
    });
    expect('body' in news && shipmentBody.parse(news.body)).toEqual({
      parcel: '5120000000077',
      shippedAt: Date.parse('2026-11-25T15:30:00+01:00'),
    });
  });

  it('shows no address that leads nowhere', () => {
    const news = shipped({ tracking_url: 'javascript:alert(1)', tracking_urls: ['', 'https://carrier.example/x'] });
    expect(news).toMatchObject({ body: { trackingUrl: 'https://carrier.example/x' } });
  });

  it('of things that do not travel is none', () => {
    const lines = [{ id: 1, quantity: 1, requires_shipping: false }];
    expect(shipped({ line_items: lines })).toEqual({ ignored: expect.any(String) });
    expect(shipped({ line_items: [...lines, { id: 2, quantity: 3, requires_shipping: true }] })).toMatchObject({
      body: { lines: [{ id: '2', quantity: 3 }] },
    });
  });

  it.each(['cancelled', 'error', 'failure'])('that is %s is not one', (status) => {
    expect(shipped({ status })).toMatchObject({ notTaken: expect.any(String), order: '5811200034931' });
  });
});

const updated = (more: object = {}) => newsIn('fulfillments/update', { ...shopify.update, ...more });

describe('a fulfilment that is updated', () => {
  it('is a correction of what is known of its parcel', () => {
    expect(updated()).toMatchObject({
      tell: 'shipment-correction',
      order: '5811200034931',
      body: {
        parcel: '5120000000077',
        carrier: 'Chronopost',
        trackingNumber: 'XY000111222FR',
        trackingUrl: 'https://carrier.example/suivi/XY000111222FR',
        at: '2026-11-25T17:10:00+01:00',
      },
    });
  });

  it('is the first news of a parcel that is not known', () => {
    expect(updated()).toMatchObject({
      unlessKnown: { tell: 'shipment', body: { parcel: '5120000000077', trackingNumber: 'XY000111222FR' } },
    });
  });

  it('by somebody else has left once it is no longer asked for, be there a number or not', () => {
    const elsewhere = { service: 'a-warehouse', tracking_company: null, tracking_number: null, tracking_numbers: [] };
    const silent = { ...elsewhere, tracking_url: null, tracking_urls: [] };
    for (const status of ['pending', 'open']) {
      expect(shipped({ ...silent, status })).toHaveProperty('ignored');
      expect(updated({ ...silent, status })).toHaveProperty('ignored');
    }
    expect(updated({ ...silent, status: 'success' })).toMatchObject({
      tell: 'shipment',
      body: { parcel: '5120000000077', shippedAt: shopify.update.updated_at },
    });
    expect(shipped({ status: 'pending', service: 'manual' })).toMatchObject({ tell: 'shipment' });
  });

  it('to “cancelled” takes its shipment back, whenever that is told', () => {
    const news = updated({ status: 'cancelled' });
    expect(news).toEqual({
      tell: 'correction',
      order: '5811200034931',
      body: { fact: 'shipment:5120000000077', by: 'Shopify' },
    });
    expect(updated({ status: 'cancelled', updated_at: '2026-11-26T00:00:00Z' })).toEqual(news);
  });

  it.each(['error', 'failure'])('to “%s” is not one', (status) => {
    expect(updated({ status })).toMatchObject({ notTaken: expect.any(String) });
  });

  it('of which nothing travels, or nothing is said, is none', () => {
    expect(updated({ line_items: [{ id: 1, quantity: 1, requires_shipping: false }] })).toHaveProperty('ignored');
    const silent = { tracking_company: null, tracking_number: '', tracking_numbers: [], tracking_url: null };
    expect(updated({ ...silent, tracking_urls: [] })).toHaveProperty('ignored');
  });
});

describe('what happens to a parcel', () => {
  it.each(['delivered', 'picked_up'])('“%s” is a delivery', (status) => {
    expect(happened({ status })).toEqual({
      tell: 'delivery',
      order: '5811200034931',
      body: { parcel: '5120000000077', deliveredAt: '2026-11-27T11:05:00+01:00' },
    });
  });

  it('“delayed” is a delay, with the carrier’s day where it names one', () => {
    expect(happened({ status: 'delayed', estimated_delivery_at: '2026-11-30T23:30:00-05:00' })).toMatchObject({
      tell: 'delay',
      body: { of: 'delivery', parcel: '5120000000077', until: '2026-11-30' },
    });
    expect(happened({ status: 'delayed' })).toMatchObject({ tell: 'delay', body: { until: undefined } });
  });

  it.each([
    ['attempted_delivery', 'failed-attempt'],
    ['ready_for_pickup', 'held-at-pickup'],
  ])('“%s” is an incident: %s, with the carrier’s own words where it has any', (status, kind) => {
    const body = { parcel: '5120000000077', kind, at: '2026-11-27T11:05:00+01:00' };
    expect(happened({ status })).toEqual({
      tell: 'incident',
      order: '5811200034931',
      body: { ...body, note: undefined },
    });
    expect(happened({ status, message: 'portail fermé' })).toMatchObject({ body: { ...body, note: 'portail fermé' } });
  });

  it('“failure” says not which: a person looks into it', () => {
    expect(happened({ status: 'failure', message: 'exception' })).toMatchObject({
      tell: 'notice',
      body: { parcel: '5120000000077', note: 'exception', at: '2026-11-27T11:05:00+01:00' },
    });
  });

  it.each([
    'label_printed',
    'label_purchased',
    'confirmed',
    'in_transit',
    'out_for_delivery',
    'carrier_picked_up',
    'x',
    null,
  ])('“%s” moves nothing', (status) => expect(happened({ status })).toEqual({ ignored: expect.any(String) }));
});

describe('a topic', () => {
  it.each(['products/update', 'constructor', '__proto__', ''])('%j is none of ours', (topic) => {
    expect(newsIn(topic, {})).toHaveProperty('notTaken');
  });

  it('that is a test is ignored, whatever it is', () => {
    expect(newsIn('orders/create', { ...shopify.order, test: true })).toEqual({ ignored: 'a test' });
  });
});

describe('a signature', () => {
  const bytes = Buffer.from('{"id":1}');
  // HMAC-SHA256 of these bytes with the key `secret`, by openssl.
  const signature = 'A971iWIMgT8Zj9A9eWfikrFj7wQ16/Qwcc4OlRl2PLc=';

  it('is of these bytes and this secret', () => {
    expect(isSigned(bytes, signature, 'secret')).toBe(true);
    expect(isSigned(Buffer.from('{"id":2}'), signature, 'secret')).toBe(false);
    expect(isSigned(bytes, signature, 'Secret')).toBe(false);
  });

  it.each([undefined, '', 'AAAA', 'not base64', `${signature}AAAA`])('is not %j', (other) => {
    expect(isSigned(bytes, other, 'secret')).toBe(false);
  });

  it('is never right without a secret', () => expect(isSigned(bytes, signature, undefined)).toBe(false));
});
