import type { ToTell } from './news.ts';
import type { ShopifyOrder } from './shapes.ts';

/**
 * A cancelled order as the body of our own call. Shopify's reasons (customer, fraud, inventory, declined, staff, other)
 * are words for the shop's books: they say who wanted it, and are told to nobody.
 */
export function cancellationIn({ id, cancelled_at: at, cancel_reason: reason }: ShopifyOrder): ToTell {
  return { tell: 'cancellation', order: id, body: { by: reason === 'customer' ? 'customer' : 'shop', at } };
}
