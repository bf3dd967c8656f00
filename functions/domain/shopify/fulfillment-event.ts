import * as z from 'zod/mini';
import { longestText } from '../told-to-us/written.ts';
import type { ShopifyNews } from './news.ts';
import { shopifyFulfillmentEvent } from './shapes.ts';

type Event = z.infer<typeof shopifyFulfillmentEvent>;

/** What each status tells; those that are missing here (in transit, out for delivery …) move nothing. */
const tellings: { readonly [status: string]: ((event: Event) => Omit<Telling, 'order'>) | undefined } = {
  delivered,
  picked_up: delivered,
  delayed,
  attempted_delivery: incident('failed-attempt'),
  ready_for_pickup: incident('held-at-pickup'),
  failure: (event) => ({
    tell: 'notice',
    body: { parcel: event.fulfillment_id, note: noteOf(event), at: atOf(event) },
  }),
};
type Telling = Extract<ShopifyNews, { tell: unknown }>;

export function fulfillmentEvent(payload: object): ShopifyNews {
  const event = z.parse(shopifyFulfillmentEvent, payload);
  const { order_id: order, status = 'none' } = event;
  const telling = Object.hasOwn(tellings, status) ? tellings[status] : undefined;
  return telling === undefined ? { ignored: `the status ${status} moves nothing` } : { ...telling(event), order };
}

function delivered(event: Event): Omit<Telling, 'order'> {
  return { tell: 'delivery', body: { parcel: event.fulfillment_id, deliveredAt: atOf(event) } };
}

function delayed(event: Event): Omit<Telling, 'order'> {
  const until = dayIn(event.estimated_delivery_at);
  return { tell: 'delay', body: { of: 'delivery', parcel: event.fulfillment_id, at: atOf(event), until } };
}

function incident(kind: 'failed-attempt' | 'held-at-pickup'): (event: Event) => Omit<Telling, 'order'> {
  return (event) => ({
    tell: 'incident',
    body: { parcel: event.fulfillment_id, kind, note: noteOf(event), at: atOf(event) },
  });
}

const atOf = (event: Event): string | undefined => event.happened_at ?? event.created_at;

/** The carrier's own words, where it has any. */
const noteOf = (event: Event): string | undefined => event.message?.slice(0, longestText).toWellFormed();

/** A carrier estimates a day, as its own clock shows it; the hour beside it promises nothing. */
function dayIn(instant: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(instant ?? '')?.[0];
}
