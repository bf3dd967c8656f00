import { describe, expect, it } from 'vitest';
import { newsIn } from '../../../functions/domain/shopify/news.ts';
import { refundBody } from '../../../functions/domain/told-to-us/refund.ts';
import { shopify } from './payloads.ts';

const refunded = (more: object = {}) => newsIn('refunds/create', { ...shopify.refund, ...more });
const [paid] = shopify.refund.transactions;
const transactions = (...parts: object[]) => refunded({ transactions: parts.map((part) => ({ ...paid, ...part })) });

describe('a refund', () => {
  it('is money that went back, with the lines that it is for', () => {
    expect(refunded()).toEqual({
      tell: 'refund',
      order: '5811200034931',
      body: {
        refund: '7700000000123',
        amount: { amount: 1175, currency: 'EUR' },
        refundedAt: '2026-11-26T10:00:00+01:00',
        lines: [{ id: '14200000000002', quantity: 1 }],
      },
    });
  });

  it('of what had not left cancels those lines first', () => {
    const [item] = shopify.refund.refund_line_items;
    const items = [
      { ...item, quantity: 1, restock_type: 'cancel', location_id: 1 },
      { ...item, quantity: 1, restock_type: 'cancel', location_id: 2 },
      { ...item, line_item_id: 14200000000001, restock_type: 'return' },
    ];
    const first = {
      tell: 'cancellation',
      order: '5811200034931',
      body: { by: 'shop', lines: [{ id: '14200000000002', quantity: 2 }], at: '2026-11-26T10:00:00+01:00' },
      natural: 'shopify-refund-7700000000123',
    };
    expect(refunded({ refund_line_items: items })).toMatchObject({
      tell: 'refund',
      body: {
        lines: [
          { id: '14200000000002', quantity: 2 },
          { id: '14200000000001', quantity: 1 },
        ],
      },
      first,
    });
    expect(refunded({ refund_line_items: items, transactions: [] })).toEqual(first);
    expect(refunded({ refund_line_items: items, transactions: [{ ...paid, status: 'pending' }] })).toMatchObject({
      notTaken: expect.any(String),
      first,
    });
  });

  it.each(['return', 'no_restock', 'legacy_restock', null])(
    'whose goods go back in stock as “%s” cancels nothing',
    (restock_type) => {
      const items = shopify.refund.refund_line_items.map((item) => ({ ...item, restock_type }));
      expect(refunded({ restock: true, refund_line_items: items })).toMatchObject({ tell: 'refund', first: undefined });
    },
  );

  it('of no line in particular names none', () => {
    const news = refunded({ refund_line_items: [] });
    const body = 'body' in news ? refundBody.parse(news.body) : undefined;
    expect(body).toMatchObject({ refund: '7700000000123', lines: undefined });
  });

  it('in several parts is their sum: of those that succeeded', () => {
    const news = transactions({ amount: '10.00' }, { amount: '1.50' }, { amount: '99.00', status: 'failure' });
    expect(news).toMatchObject({ body: { amount: { amount: 1150, currency: 'EUR' } } });
  });

  it.each([
    ['4000', 'JPY', 4000],
    ['4000.00', 'JPY', 4000],
    ['12.345', 'KWD', 12345],
    ['12.3', 'KWD', 12300],
    [199, 'USD', 19900],
  ])('of %s %s is %i of its smallest unit', (amount, currency, units) => {
    expect(transactions({ amount, currency })).toMatchObject({ body: { amount: { amount: units, currency } } });
  });

  it('of which nothing has gone back yet is for a person to look at', () => {
    expect(transactions({ status: 'pending' })).toMatchObject({ notTaken: expect.any(String), order: '5811200034931' });
  });

  it('whose parts are of two currencies, or of none, is no one amount', () => {
    expect(transactions({}, { currency: 'USD' })).toHaveProperty('notTaken');
    expect(transactions({}, { amount: 'much' })).toHaveProperty('notTaken');
    expect(transactions({ currency: null })).toHaveProperty('notTaken');
  });

  it.each([
    ['no transaction: goods were put back in stock', []],
    ['a hold on a card that was let go', [{ ...paid, kind: 'void' }]],
    ['a test', [{ ...paid, test: true }]],
  ])('with %s is none', (_, parts) => {
    expect(refunded({ transactions: parts })).toEqual({ ignored: expect.any(String) });
  });
});
