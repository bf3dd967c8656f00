import * as z from 'zod/mini';
import type { Money } from '../../../messages/letter.ts';
import { minorUnits } from './money.ts';
import type { ShopifyNews, ToTell } from './news.ts';
import { shopifyRefund } from './shapes.ts';

type Refund = z.infer<typeof shopifyRefund>;

/**
 * Money that went back: the sum of the refund's transactions that succeeded, in the currency that the customer paid in,
 * as the order's own total is. Lines that are put back in stock before they left (restock type "cancel") are cancelled
 * with it, and a refund without money may be nothing else; what comes back after it left is only paid back.
 */
export function refundCreated(payload: object): ShopifyNews {
  const refund = z.parse(shopifyRefund, payload);
  const { order_id: order } = refund;
  const first = cancellationOf(refund);
  const transactions = refund.transactions.filter(({ kind }) => kind === 'refund');
  if (transactions.length === 0) return first ?? { ignored: 'no money went back' };
  if (transactions.every(({ test }) => test === true)) return { ignored: 'a test' };
  const done = transactions.filter(({ status, test }) => status === 'success' && test !== true);
  if (done.length === 0) return { notTaken: 'the money has not gone back: no transaction succeeded', order, first };
  const amount = sumOf(done);
  if (amount === undefined) return { notTaken: 'its transactions have no one amount', order, first };
  const lines = sharesOf(refund.refund_line_items);
  const body = {
    refund: refund.id,
    amount,
    refundedAt: refund.processed_at ?? refund.created_at,
    lines: lines.length === 0 ? undefined : lines,
  };
  return { tell: 'refund', order, body, first };
}

/** What will not be shipped any more. Who wanted that stands nowhere: the shop does it. */
function cancellationOf(refund: Refund): ToTell | undefined {
  const lines = sharesOf(refund.refund_line_items.filter(({ restock_type: type }) => type === 'cancel'));
  if (lines.length === 0 || refund.id === undefined) return undefined;
  return {
    tell: 'cancellation',
    order: refund.order_id,
    body: { by: 'shop', lines, at: refund.processed_at ?? refund.created_at },
    natural: `shopify-refund-${refund.id}`,
  };
}

/** One line may be named more than once, as where parts of it lie in several stores. */
function sharesOf(items: Refund['refund_line_items']): { id: string | undefined; quantity: number | undefined }[] {
  const sums = new Map<string | undefined, number | undefined>();
  for (const { line_item_id: id, quantity } of items.filter((item) => item.quantity !== 0)) {
    sums.set(id, quantity === undefined ? undefined : (sums.get(id) ?? 0) + quantity);
  }
  return [...sums].map(([id, quantity]) => ({ id, quantity }));
}

function sumOf(transactions: Refund['transactions']): Money | undefined {
  const parts = transactions.map(({ amount, currency }) => minorUnits(amount, currency));
  const [{ currency } = { currency: undefined }] = parts.filter((part) => part !== undefined);
  if (currency === undefined || parts.some((part) => part?.currency !== currency)) return undefined;
  return { amount: parts.reduce((sum, part) => sum + (part?.amount ?? 0), 0), currency };
}
