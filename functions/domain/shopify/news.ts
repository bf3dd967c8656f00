import { redacted } from './customer.ts';
import { fulfillmentEvent } from './fulfillment-event.ts';
import { fulfillmentCreated, fulfillmentUpdated } from './fulfillment.ts';
import { orderCancelled, orderCreated, orderEdited, orderPaid } from './order-news.ts';
import { refundCreated } from './refund.ts';

/** A call of our own API, or what stands for one, that a webhook comes to. */
export interface ToTell {
  readonly tell:
    | 'order'
    | 'payment'
    | 'change'
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
  /** Shopify's own id of it, where our API has none: however many webhooks tell it, it is one fact. */
  readonly natural?: string | undefined;
  /** What must be known before it: nobody confirms an order that is cancelled already. */
  readonly first?: ToTell | undefined;
  /** What it is while its parcel is not known: a correction of nothing is the first news of a parcel. */
  readonly unlessKnown?: ToTell | undefined;
}

/** What a webhook comes to: something to tell, or why there is nothing. */
export type ShopifyNews =
  | ToTell
  /** This customer is to be forgotten. */
  | { readonly erase: string }
  /** It cannot be used: kept in the list "not taken". */
  | NotTakenNews
  /** It says nothing to us, and never will. */
  | { readonly ignored: string };

export interface NotTakenNews {
  readonly notTaken: string;
  readonly order?: string | undefined;
  /** The part of it that can be used. */
  readonly first?: ToTell | undefined;
  /** A person must do it one day: it stays on the list until then. */
  readonly stays?: boolean | undefined;
}

const readers: { readonly [topic: string]: ((payload: object) => ShopifyNews) | undefined } = {
  'orders/create': orderCreated,
  'orders/paid': orderPaid,
  'orders/edited': orderEdited,
  'orders/cancelled': orderCancelled,
  'fulfillments/create': fulfillmentCreated,
  'fulfillments/update': fulfillmentUpdated,
  'fulfillment_events/create': fulfillmentEvent,
  'refunds/create': refundCreated,
  'customers/redact': redacted,
};

/** What a signed and parsed webhook says. Whatever its shape, it is never an error. */
export function newsIn(topic: string | undefined, payload: unknown): ShopifyNews {
  const reader = topic === undefined || !Object.hasOwn(readers, topic) ? undefined : readers[topic];
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return { notTaken: 'not an object' };
  if ('test' in payload && payload.test === true) return { ignored: 'a test' };
  if (topic === undefined) return { notTaken: 'no X-Shopify-Topic' };
  return reader === undefined ? { notTaken: 'not a topic of ours' } : reader(payload);
}
