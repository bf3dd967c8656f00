import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../functions/domain/shopify/money.ts';
import { newsIn } from '../../../functions/domain/shopify/news.ts';
import { orderBody, type OrderBody } from '../../../functions/domain/told-to-us/order.ts';
import { shopify } from './payloads.ts';

/** What our own API is told of Shopify's order; throws where it would refuse it. */
function told(more: object = {}): OrderBody {
  const news = newsIn('orders/create', { ...shopify.order, ...more });
  if (!('tell' in news)) throw new Error(`not taken: ${JSON.stringify(news)}`);
  return orderBody.parse(news.body);
}

const consent = (state: string) =>
  told({ customer: { ...shopify.order.customer, email_marketing_consent: { state } } }).customer.consent;

describe('an order of Shopify', () => {
  it('becomes an order of ours', () => {
    expect(told()).toEqual({
      id: '5811200034931',
      number: '#2047',
      placedAt: Date.parse('2026-11-24T09:12:41+01:00'),
      payment: 'paid',
      customer: {
        id: '7340012345907',
        name: 'Léa Fontaine',
        email: 'lea.fontaine@customers.example',
        phone: '+33 6 11 22 33 44',
        locale: 'fr-FR',
      },
      lines: [
        {
          id: '14200000000001',
          title: 'Théière en grès - bleu nuit',
          quantity: 1,
          price: { amount: 5800, currency: 'EUR' },
          ships: true,
        },
        {
          id: '14200000000002',
          title: 'Bol à thé',
          quantity: 2,
          price: { amount: 1175, currency: 'EUR' },
          ships: true,
        },
      ],
      total: { amount: 8640, currency: 'EUR' },
      delivery: {
        kind: 'parcel',
        method: 'Colissimo à domicile',
        address: 'Léa Fontaine\n5 place du Marché\n2e étage\n69005 Lyon\nFrance',
      },
    });
  });

  it('is for somebody else where the address bears another name', () => {
    const shipping = { ...shopify.order.shipping_address, name: 'Zoé Martin', phone: null };
    expect(told({ shipping_address: shipping }).recipient).toMatchObject({ name: 'Zoé Martin', notify: false });
    expect(told({ shipping_address: { ...shipping, name: 'LÉA FONTAINE' } }).recipient).toBeUndefined();
  });

  it.each([
    ['the billing address', { customer: null }, 'Léa Fontaine'],
    ['the shipping address', { customer: null, billing_address: null }, 'Léa Fontaine'],
    ['the e-mail', { customer: null, billing_address: null, shipping_address: null }, 'lea.fontaine'],
    [
      'the number',
      { customer: null, billing_address: null, shipping_address: null, email: null, contact_email: null },
      '#2047',
    ],
  ])('greets by a name even where only %s has one', (_, more, name) => {
    expect(told(more).customer.name).toBe(name);
  });

  it('takes no e-mail and no phone that is none, rather than no order', () => {
    const customer = { ...shopify.order.customer, email: 'also wrong' };
    const body = told({
      email: 'not an address',
      contact_email: null,
      customer,
      billing_address: null,
      shipping_address: { phone: 'ring twice' },
    });
    expect(body.customer.email).toBeUndefined();
    expect(body.customer.phone).toBeUndefined();
  });

  it('is of a guest where Shopify knows no customer', () => {
    expect(told({ customer: null }).customer.id).toBeUndefined();
  });

  it('refuses offers only where the customer unsubscribed', () => {
    expect(consent('unsubscribed')).toEqual({ offers: false });
    expect(consent('not_subscribed')).toBeUndefined();
    expect(consent('subscribed')).toBeUndefined();
  });

  it('has lines that do not travel', () => {
    const [teapot] = shopify.order.line_items;
    const lines = [
      { ...teapot, requires_shipping: false },
      { ...teapot, id: 2, requires_shipping: null, gift_card: true },
      { ...teapot, id: 3, requires_shipping: null },
    ];
    expect(told({ line_items: lines }).lines.map(({ ships }) => ships)).toEqual([false, false, true]);
  });

  it('leaves out lines that were taken away again', () => {
    const [teapot, bowls] = shopify.order.line_items;
    const lines = [
      { ...teapot, current_quantity: 0 },
      { ...bowls, current_quantity: 1 },
    ];
    expect(told({ line_items: lines }).lines).toMatchObject([{ id: '14200000000002', quantity: 1 }]);
  });

  it('of an older API, with numbers for prices and nothing but the essentials, is one too', () => {
    const old = {
      id: 450,
      order_number: 12,
      created_at: '2026-11-24T09:00:00Z',
      currency: 'USD',
      total_price: 20.5,
      email: 'bo@customers.example',
      line_items: [{ id: 1, title: 'Mug', quantity: 2, price: 10.25 }],
    };
    const news = newsIn('orders/create', old);
    expect('tell' in news && orderBody.parse(news.body)).toMatchObject({
      id: '450',
      number: '#12',
      payment: 'paid',
      customer: { name: 'bo' },
      lines: [{ id: '1', title: 'Mug', quantity: 2, price: { amount: 1025, currency: 'USD' }, ships: true }],
      total: { amount: 2050, currency: 'USD' },
    });
  });
});

const paid = (financial_status: string | null, more: object = {}): string =>
  told({ financial_status, ...more }).payment;

describe('how it is paid', () => {
  it('is paid, authorised, on delivery or by invoice', () => {
    expect(paid('paid')).toBe('paid');
    expect(paid(null)).toBe('paid');
    expect(paid('partially_refunded')).toBe('paid');
    expect(paid('authorized')).toBe('authorised');
    expect(paid('pending', { payment_gateway_names: ['Cash on Delivery (COD)'] })).toBe('on-delivery');
    expect(paid('pending', { payment_gateway_names: [], gateway: 'cash_on_delivery' })).toBe('on-delivery');
    expect(paid('pending', { payment_gateway_names: ['Bank Deposit'] })).toBe('awaited');
    expect(paid('pending', { payment_gateway_names: ['Encoder Pay'] })).toBe('awaited');
    expect(paid('pending', { payment_terms: { payment_terms_type: 'net' } })).toBe('invoice');
  });

  it.each(['pending', 'partially_paid'])('is awaited while it is %s, and Shopify shows how to pay', (status) => {
    const order_status_url = 'https://shop.example/orders/abc/authenticate?key=1';
    expect(told({ financial_status: status, order_status_url })).toMatchObject({
      payment: 'awaited',
      payUrl: order_status_url,
    });
    expect(told({ financial_status: status, order_status_url: 'nowhere' }).payUrl).toBeUndefined();
  });

  it.each(['refunded', 'voided', 'expired'])('is over once it is %s: not taken, with why', (financial_status) => {
    const news = newsIn('orders/create', { ...shopify.order, financial_status });
    expect(news).toEqual({ notTaken: expect.stringContaining('payment'), order: '5811200034931' });
  });
});

const cancelled = (more: object = {}) => ({ ...shopify.order, cancelled_at: '2026-11-24T10:00:00+01:00', ...more });

describe('an order that is cancelled', () => {
  it.each([
    ['customer', 'customer'],
    ['inventory', 'shop'],
    ['fraud', 'shop'],
    [null, 'shop'],
  ])('because of “%s” is cancelled by the %s, and the reason is told to nobody', (cancel_reason, by) => {
    expect(newsIn('orders/cancelled', cancelled({ cancel_reason }))).toEqual({
      tell: 'cancellation',
      order: '5811200034931',
      body: { by, at: '2026-11-24T10:00:00+01:00' },
    });
  });

  it('before it is told is told with its cancellation first', () => {
    const news = newsIn('orders/create', cancelled({ cancel_reason: 'customer' }));
    expect(news).toMatchObject({ tell: 'order', first: { tell: 'cancellation', body: { by: 'customer' } } });
    expect(newsIn('orders/create', shopify.order)).toMatchObject({ tell: 'order', first: undefined });
  });

  it('is not taken once its money has gone back', () => {
    expect(newsIn('orders/create', cancelled({ financial_status: 'voided' }))).toHaveProperty('notTaken');
  });
});

const set = (amount: string, currency_code: string) => ({
  shop_money: { amount: '1.00', currency_code: 'EUR' },
  presentment_money: { amount, currency_code },
});

describe('prices', () => {
  it.each([
    ['409.94', 'USD', 40994],
    ['409.9', 'USD', 40990],
    ['409', 'EUR', 40900],
    ['4000', 'JPY', 4000],
    ['4000.00', 'JPY', 4000],
    ['1.2345', 'KWD', 1235],
    ['0.00', 'EUR', 0],
    ['19.999', 'EUR', 2000],
    ['123456789.01', 'EUR', 12345678901],
  ])('%s %s are %i in minor units', (amount, currency, expected) => {
    expect(minorUnits(amount, currency)).toEqual({ amount: expected, currency });
  });

  it.each([
    ['-1.00', 'EUR'],
    ['', 'EUR'],
    ['1,00', 'EUR'],
    ['NaN', 'EUR'],
    ['1e5', 'EUR'],
    ['1.00', 'euro'],
    ['1.00', ''],
  ])('%j %j are none', (amount, currency) => expect(minorUnits(amount, currency)).toBeUndefined());

  it('are what the customer paid in, not the shop', () => {
    const [teapot] = shopify.order.line_items;
    const body = told({
      presentment_currency: 'JPY',
      current_total_price_set: set('14000', 'JPY'),
      line_items: [{ ...teapot, price_set: set('9400', 'JPY') }],
    });
    expect(body.total).toEqual({ amount: 14000, currency: 'JPY' });
    expect(body.lines[0]!.price).toEqual({ amount: 9400, currency: 'JPY' });
  });

  it('of a unit carry their tax where it is not included, or are left out where it cannot be told to the cent', () => {
    const [teapot] = shopify.order.line_items;
    const unit = (quantity: number, tax: string) =>
      told({
        taxes_included: false,
        line_items: [
          {
            ...teapot,
            quantity,
            current_quantity: quantity,
            price_set: null,
            price: '10.00',
            tax_lines: [{ price: tax }],
          },
        ],
      }).lines[0]!.price;
    expect(unit(2, '4.00')).toEqual({ amount: 1200, currency: 'EUR' });
    expect(unit(3, '1.00')).toBeUndefined();
  });
});

test.prop([
  fc.constantFrom(
    'orders/create',
    'orders/paid',
    'orders/edited',
    'orders/cancelled',
    'fulfillments/create',
    'fulfillments/update',
    'fulfillment_events/create',
    'refunds/create',
    'customers/redact',
    'x',
  ),
  fc.anything({ withNullPrototype: true }),
])('nothing that claims to be a webhook makes us fail', (topic, payload) => {
  expect(newsIn(topic, payload)).toBeTypeOf('object');
});

const names = [...new Set(Object.values(shopify).flatMap((payload) => Object.keys(payload)))];
test.prop([
  fc.constantFrom('orders/create', 'fulfillments/create', 'fulfillment_events/create'),
  fc.constantFrom(...names),
  fc.jsonValue(),
])('nor does any field that is not what it was', (topic, field, value) => {
  const payload = {
    'orders/create': shopify.order,
    'fulfillments/create': shopify.fulfillment,
    'fulfillment_events/create': shopify.event,
  }[topic];
  const news = newsIn(topic, { ...payload, [field]: value });
  if ('tell' in news && news.tell === 'order') orderBody.safeParse(news.body);
  expect(news).toBeTypeOf('object');
});
