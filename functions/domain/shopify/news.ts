import * as z from 'zod/mini';
import { webAddress } from '../schema.ts';
import { orderBodyFrom, whyNotTaken } from './order.ts';
import { shopifyFulfillment, shopifyFulfillmentEvent, shopifyOrder } from './shapes.ts';

/** What a webhook comes to: a call of our own API, or why there is none. */
export type ShopifyNews =
  | {
      readonly tell: 'order' | 'shipment' | 'delivery' | 'delay';
      readonly order: string | undefined;
      readonly body: object;
    }
  /** It cannot be used: kept in the list "not taken". */
  | { readonly notTaken: string; readonly order?: string | undefined }
  /** It says nothing to us, and never will. */
  | { readonly ignored: string };

const readers: { readonly [topic: string]: ((payload: object) => ShopifyNews) | undefined } = {
  'orders/create': orderCreated,
  'fulfillments/create': fulfillmentCreated,
  'fulfillment_events/create': fulfillmentEvent,
};

/** Topics of api.md whose facts a later release brings. */
const toCome: readonly string[] = [
  'orders/paid',
  'orders/edited',
  'orders/cancelled',
  'fulfillments/update',
  'refunds/create',
  'customers/redact',
];

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
  return { tell: 'order', order: order.id, body: orderBodyFrom(order) };
}

/** Fulfilments that never were, or are no more. */
const undone: readonly (string | undefined)[] = ['cancelled', 'error', 'failure'];

function fulfillmentCreated(payload: object): ShopifyNews {
  const { id, order_id: order, status, line_items: lines, ...tracking } = z.parse(shopifyFulfillment, payload);
  if (undone.includes(status)) return { notTaken: `a fulfilment that is ${status}`, order };
  const travelling = lines.filter((line) => line.requires_shipping !== false && line.quantity !== 0);
  if (lines.length > 0 && travelling.length === 0) return { ignored: 'nothing in it travels' };
  const body = {
    parcel: id,
    carrier: tracking.tracking_company?.slice(0, 100),
    trackingNumber: (tracking.tracking_number ?? tracking.tracking_numbers[0])?.slice(0, 100),
    trackingUrl: [tracking.tracking_url, ...tracking.tracking_urls].find((url) => webAddress.safeParse(url).success),
    shippedAt: tracking.created_at,
    lines: travelling.length === 0 ? undefined : travelling.map((line) => ({ id: line.id, quantity: line.quantity })),
  };
  return { tell: 'shipment', order, body };
}

const deliveredStatuses: readonly (string | undefined)[] = ['delivered', 'picked_up'];
/** Failed attempts, pickup points and failures: incidents, for which the staff or the customer must do something. */
const statusesToCome: readonly (string | undefined)[] = ['attempted_delivery', 'ready_for_pickup', 'failure'];

function fulfillmentEvent(payload: object): ShopifyNews {
  const event = z.parse(shopifyFulfillmentEvent, payload);
  const { order_id: order, fulfillment_id: parcel, status } = event;
  const at = event.happened_at ?? event.created_at;
  if (deliveredStatuses.includes(status)) return { tell: 'delivery', order, body: { parcel, deliveredAt: at } };
  if (status === 'delayed') {
    return { tell: 'delay', order, body: { of: 'delivery', parcel, at, until: dayIn(event.estimated_delivery_at) } };
  }
  if (statusesToCome.includes(status)) return { notTaken: `the status ${status} comes with a later release`, order };
  return { ignored: `the status ${status ?? 'none'} moves nothing` };
}

/** A carrier estimates a day, as its own clock shows it; the hour beside it promises nothing. */
function dayIn(instant: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(instant ?? '')?.[0];
}
