import * as z from 'zod/mini';
import { minorUnits } from './money.ts';
import type { ShopifyNews } from './news.ts';
import { shopifyRefund } from './shapes.ts';

/**
 * Money that went back: the sum of the refund's transactions that succeeded, in the currency that the customer paid in,
 * as the order's own total is. A refund without any is how Shopify notes that lines were taken out or put back in stock.
 */
export function refundCreated(payload: object): ShopifyNews {
  const refund = z.parse(shopifyRefund, payload);
  const { order_id: order } = refund;
  const transactions = refund.transactions.filter(({ kind }) => kind === 'refund');
  if (transactions.length === 0) return { ignored: 'no money went back' };
  if (transactions.every(({ test }) => test === true)) return { ignored: 'a test' };
  const done = transactions.filter(({ status, test }) => status === 'success' && test !== true);
  if (done.length === 0) return { notTaken: 'the money has not gone back: no transaction succeeded', order };
  const parts = done.map(({ amount, currency }) => minorUnits(amount, currency));
  const [{ currency } = { currency: undefined }] = parts.filter((part) => part !== undefined);
  if (currency === undefined || parts.some((part) => part?.currency !== currency)) {
    return { notTaken: 'its transactions have no one amount', order };
  }
  const lines = refund.refund_line_items.filter(({ quantity }) => quantity !== 0);
  const body = {
    refund: refund.id,
    amount: { amount: parts.reduce((sum, part) => sum + (part?.amount ?? 0), 0), currency },
    refundedAt: refund.processed_at ?? refund.created_at,
    lines: lines.length === 0 ? undefined : lines.map(({ line_item_id: id, quantity }) => ({ id, quantity })),
  };
  return { tell: 'refund', order, body };
}
