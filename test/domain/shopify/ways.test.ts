import { describe, expect, it } from 'vitest';
import { newsIn } from '../../../functions/domain/shopify/news.ts';
import { orderBody, orderDraft, type OrderBody } from '../../../functions/domain/told-to-us/order.ts';
import { on, shop } from '../../shop/facts.ts';
import { shopify } from './payloads.ts';

function told(more: object): OrderBody {
  const news = newsIn('orders/create', { ...shopify.order, ...more });
  if (!('tell' in news)) throw new Error(`not taken: ${JSON.stringify(news)}`);
  return orderBody.parse(news.body);
}

const way = (more: object) => told(more).delivery;
const nowhere = { shipping_address: null, shipping_lines: [] };
const counter = { ...nowhere, source_name: 'pos', email: null, contact_email: null, customer: null };

describe('how an order of Shopify reaches the customer', () => {
  it('is a parcel where there is an address', () => {
    expect(way({})).toMatchObject({ kind: 'parcel', method: 'Colissimo à domicile' });
    expect(way({ shipping_lines: [] })).toMatchObject({ kind: 'parcel' });
    expect(way({ source_name: 'pos' })).toMatchObject({ kind: 'parcel' });
  });

  it('is that it is collected where there is a way of delivery and no address, in every year of the API', () => {
    const shipping_lines = [{ title: 'Boutique de la Presqu’île', code: 'Presqu’île', source: 'shopify' }];
    expect(way({ shipping_address: null, shipping_lines })).toEqual({
      kind: 'collect',
      method: 'Boutique de la Presqu’île',
    });
  });

  it.each([
    ['pickup', 'collect'],
    ['local_pickup', 'collect'],
    ['PICK_UP', 'collect'],
    ['PICKUP_POINT', 'pickup-point'],
    ['shipping', 'parcel'],
    [null, 'parcel'],
  ])('is what the category of its delivery says: %s is %s', (delivery_category, kind) => {
    expect(way({ shipping_lines: [{ title: 'x', delivery_category }] })?.kind).toBe(kind);
  });

  it('is not at all where nothing of it travels: gift cards, downloads, services', () => {
    const [line] = shopify.order.line_items;
    const card = { ...line, id: 7, requires_shipping: false, gift_card: true };
    expect(way({ line_items: [card], ...nowhere })).toEqual({ kind: 'none' });
    expect(way({ line_items: [card, line], shipping_lines: [{ title: 'Post' }] })?.kind).toBe('parcel');
  });

  it('is over once it was handed over the counter; what was not is collected', () => {
    expect(way({ ...counter, fulfillment_status: 'fulfilled' })).toEqual({ kind: 'none' });
    expect(way({ ...counter, fulfillment_status: null })?.kind).toBe('collect');
    expect(way({ ...counter, fulfillment_status: 'partial' })?.kind).toBe('collect');
  });

  it('is not known where nothing is said of it', () => {
    expect(way(nowhere)).toBeUndefined();
  });
});

it('a sale over the counter to nobody in particular is taken, and there is nobody to write to', () => {
  const { fact } = orderDraft(told({ ...counter, fulfillment_status: 'fulfilled', billing_address: null }), {
    settings: shop,
    now: on('2026-11-24', '10:00'),
  });
  expect(fact).toMatchObject({ kind: 'none', mailable: false, customer: `order-${shopify.order.id}` });
  expect(fact.lines.every(({ ships }) => !ships)).toBe(true);
});
