import * as z from 'zod/mini';
import { cancellationIn } from './cancellation.ts';
import type { ShopifyNews } from './news.ts';
import { linesFrom, orderBodyFrom, totalOf, whyNotTaken } from './order.ts';
import { shopifyEdit, shopifyOrder } from './shapes.ts';

/** What Shopify's topics about orders come to. Each carries the whole order as it is then, but for one of two shapes. */

export function orderCreated(payload: object): ShopifyNews {
  const order = z.parse(shopifyOrder, payload);
  const why = whyNotTaken(order);
  if (why !== undefined) return { notTaken: why, order: order.id };
  const first = order.cancelled_at === undefined ? undefined : cancellationIn(order);
  return { tell: 'order', order: order.id, body: orderBodyFrom(order), first };
}

export function orderCancelled(payload: object): ShopifyNews {
  return cancellationIn(z.parse(shopifyOrder, payload));
}

/** The instant of payment stands nowhere in it: the order was last touched by it. */
export function orderPaid(payload: object): ShopifyNews {
  const { id: order, updated_at: at } = z.parse(shopifyOrder, payload);
  return { tell: 'payment', order, body: { status: 'paid', at } };
}

/**
 * Shopify's own shape names the lines that came and went by id alone, so that nobody can say what they are or cost;
 * others hand over the whole order, and that is a change.
 */
export function orderEdited(payload: object): ShopifyNews {
  const edit = z.parse(shopifyEdit, payload).order_edit;
  if (edit !== undefined) {
    return {
      notTaken: 'it names the lines by id alone: tell them, and the new total, with PUT /orders/{id}',
      order: edit.order_id,
    };
  }
  const order = z.parse(shopifyOrder, payload);
  const lines = linesFrom(order);
  if (lines.length === 0) return { notTaken: 'the lines as they are now are not in it', order: order.id };
  return { tell: 'change', order: order.id, body: { lines, total: totalOf(order), at: order.updated_at } };
}
