import { describe, expect, it } from 'vitest';
import { newsIn } from '../../../functions/domain/shopify/news.ts';
import { orderBody } from '../../../functions/domain/told-to-us/order.ts';
import { shipmentBody } from '../../../functions/domain/told-to-us/shipment.ts';

const amounts = (shop: string, shown: string, currency: string) => ({
  shop_money: { amount: shop, currency_code: 'EUR' },
  presentment_money: { amount: shown, currency_code: currency },
});

/** Orders as the webhooks of several years of the API had them: what each year had, and what it had not yet. */
const orders: readonly (readonly [year: string, order: object, expected: object])[] = [
  [
    '2013: one gateway, prices as text, no sets',
    {
      id: 450789469,
      name: '#1001',
      number: 1,
      created_at: '2013-01-10T11:00:00-05:00',
      updated_at: '2013-01-10T11:00:00-05:00',
      currency: 'USD',
      gateway: 'authorize_net',
      financial_status: 'authorized',
      fulfillment_status: null,
      email: 'bob@customers.example',
      taxes_included: false,
      total_price: '409.94',
      total_price_usd: '409.94',
      line_items: [
        { id: 1, name: 'Player - green', quantity: 1, price: '199.00', requires_shipping: true },
        { id: 2, name: 'Player - red', quantity: 1, price: '199.00', requires_shipping: true },
      ],
      shipping_lines: [{ code: 'Free Shipping', price: '0.00', source: 'shopify', title: 'Free Shipping' }],
      shipping_address: { name: 'Bob Norman', address1: 'Chestnut Street 92', city: 'Louisville', zip: '40202' },
      customer: { id: 207119551, first_name: 'Bob', last_name: 'Norman', accepts_marketing: false },
    },
    {
      payment: 'authorised',
      total: { amount: 40994, currency: 'USD' },
      customer: { id: '207119551', name: 'Bob Norman' },
      delivery: { kind: 'parcel', method: 'Free Shipping' },
    },
  ],
  [
    '2018: several gateways, prices in two currencies begin',
    {
      id: 820982911946,
      name: '#9999',
      created_at: '2018-06-14T11:36:52+02:00',
      currency: 'EUR',
      payment_gateway_names: ['bogus', 'visa'],
      financial_status: 'pending',
      email: 'jon@customers.example',
      total_price: '254.98',
      total_price_set: amounts('254.98', '31000', 'JPY'),
      presentment_currency: 'JPY',
      line_items: [
        {
          id: 866550311766,
          title: 'Speaker',
          quantity: 1,
          price: '254.98',
          price_set: amounts('254.98', '31000', 'JPY'),
          requires_shipping: true,
        },
      ],
      shipping_lines: [],
      customer: null,
    },
    {
      payment: 'awaited',
      total: { amount: 31000, currency: 'JPY' },
      lines: [{ price: { amount: 31000, currency: 'JPY' } }],
      customer: { name: 'jon' },
    },
  ],
  [
    '2024: what it costs now, what is left of its lines',
    {
      id: 5,
      name: '#5',
      created_at: '2024-07-01T10:00:00+03:00',
      currency: 'KWD',
      presentment_currency: 'KWD',
      payment_gateway_names: ['Cash on Delivery (COD)'],
      payment_terms: null,
      financial_status: 'pending',
      contact_email: 'sara@customers.example',
      total_price: '9.500',
      current_total_price: '4.750',
      current_total_price_set: {
        shop_money: { amount: '4.750', currency_code: 'KWD' },
        presentment_money: { amount: '4.750', currency_code: 'KWD' },
      },
      line_items: [
        { id: 1, title: 'Oud', quantity: 2, current_quantity: 1, price: '4.750', requires_shipping: true },
        { id: 2, title: 'Rose', quantity: 1, current_quantity: 0, price: '1.000', requires_shipping: true },
      ],
      shipping_lines: [{ title: 'Store', delivery_category: 'pickup' }],
    },
    {
      payment: 'on-delivery',
      total: { amount: 4750, currency: 'KWD' },
      lines: [{ id: '1', quantity: 1, price: { amount: 4750, currency: 'KWD' } }],
      delivery: { kind: 'collect', method: 'Store' },
    },
  ],
];

describe('an order', () => {
  it.each(orders)('of %s', (_, order, expected) => {
    const news = newsIn('orders/create', order);
    expect('tell' in news && orderBody.parse(news.body)).toMatchObject(expected);
  });
});

const fulfilments: readonly (readonly [year: string, fulfilment: object, expected: object])[] = [
  [
    '2013: a manual one that is “pending” has left like any other',
    {
      id: 255858046,
      order_id: 450789469,
      service: 'manual',
      status: 'pending',
      created_at: '2013-11-01T16:06:08-04:00',
      tracking_company: 'null-company',
      tracking_number: '1Z2345',
      line_items: [{ id: 466157049, quantity: 1, requires_shipping: true }],
    },
    { parcel: '255858046', trackingNumber: '1Z2345', lines: [{ id: '466157049', quantity: 1 }] },
  ],
  [
    '2026: no carrier, several numbers',
    {
      id: 2,
      order_id: 1,
      status: 'success',
      created_at: '2026-11-25T10:00:00Z',
      tracking_company: null,
      tracking_number: null,
      tracking_numbers: ['A1', 'A2'],
      tracking_url: null,
      tracking_urls: ['https://carrier.example/A1'],
      line_items: [
        { id: 1, quantity: 1, requires_shipping: true },
        { id: 3, quantity: 1, requires_shipping: false },
      ],
    },
    { carrier: undefined, trackingNumber: 'A1', trackingUrl: 'https://carrier.example/A1', lines: [{ id: '1' }] },
  ],
];

describe('a fulfilment', () => {
  it.each(fulfilments)('of %s', (_, fulfilment, expected) => {
    const news = newsIn('fulfillments/create', fulfilment);
    expect('tell' in news && shipmentBody.parse(news.body)).toMatchObject(expected);
  });
});
