import * as z from 'zod/mini';
import { cancellationIn } from './cancellation.ts';
import { fulfillmentEvent } from './fulfillment-event.ts';
import { fulfillmentCreated, fulfillmentUpdated } from './fulfillment.ts';
import { orderBodyFrom, whyNotTaken } from './order.ts';
import { refundCreated } from './refund.ts';
import { shopifyOrder } from './shapes.ts';

/** A call of our own API, or what stands for one, that a webhook comes to. */
export interface ToTell {
  readonly tell:
    | 'order'
    | 'cancellation'
    | 'shipment'
    | 'shipment-correction'
    | 'correction'
    | 'delivery'
    | 'delay'
    | 'incident'
    | 'notice'
    | 'refund';
  readonly order: string | undefined;
  readonly body: object;
  /** What must be known before it: nobody confirms an order that is cancelled already. */
  readonly first?: ToTell | undefined;
}

/** What a webhook comes to: something to tell, or why there is nothing. */
export type ShopifyNews =
  | ToTell
  /** It cannot be used: kept in the list "not taken". */
  | { readonly notTaken: string; readonly order?: string | undefined }
  /** It says nothing to us, and never will. */
  | { readonly ignored: string };

const readers: { readonly [topic: string]: ((payload: object) => ShopifyNews) | undefined } = {
  'orders/create': orderCreated,
  'orders/cancelled': orderCancelled,
  'fulfillments/create': fulfillmentCreated,
  'fulfillments/update': fulfillmentUpdated,
  'fulfillment_events/create': fulfillmentEvent,
  'refunds/create': refundCreated,
};

/** Topics of api.md whose facts a later release brings. */
const toCome: readonly string[] = ['orders/paid', 'orders/edited', 'customers/redact'];

/** What a signed and parsed webhook says. Whatever its shape, it is never an error. */
export function newsIn(topic: string | undefined, payload: unknown): ShopifyNews {
  const reader = topic === undefined || !Object.hasOwn(readers, topic) ? undefined : readers[topic];
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return { notTaken: 'not an object' };
  if ('test' in payload && payload.test === true) return { ignored: 'a test' };
  if (topic === undefined) return { notTaken: 'no X-Shopify-Topic' };
  if (reader !== undefined) return reader(payload);
  return { notTaken: toCome.includes(topic) ? 'this topic comes with a later release' : 'not a topic of ours' };
}

function orderCreated(payload: object): ShopifyNews {
  const order = z.parse(shopifyOrder, payload);
  const why = whyNotTaken(order);
  if (why !== undefined) return { notTaken: why, order: order.id };
  const first = order.cancelled_at === undefined ? undefined : cancellationIn(order);
  return { tell: 'order', order: order.id, body: orderBodyFrom(order), first };
}

function orderCancelled(payload: object): ShopifyNews {
  return cancellationIn(z.parse(shopifyOrder, payload));
}
