import * as z from 'zod/mini';
import { webAddress } from '../web-address.ts';
import type { ShopifyNews, ToTell } from './news.ts';
import { shopifyFulfillment } from './shapes.ts';

type Fulfillment = z.infer<typeof shopifyFulfillment>;

/** Fulfilments that never were, or are no more. */
const undone: readonly (string | undefined)[] = ['cancelled', 'error', 'failure'];

/** Asked of somebody else, and not sent yet: an update says when it is. */
const asked: readonly (string | undefined)[] = ['pending', 'open'];

export function fulfillmentCreated(payload: object): ShopifyNews {
  const fulfillment = z.parse(shopifyFulfillment, payload);
  const { order_id: order, status } = fulfillment;
  if (undone.includes(status)) return { notTaken: `a fulfilment that is ${status}`, order };
  if (hasNotLeft(fulfillment)) return { ignored: 'it has not left yet: an update says when it has' };
  return shipmentIn(fulfillment) ?? { ignored: 'nothing in it travels' };
}

/** Sent by somebody else: then it is asked for first, and leaves later. */
function isElsewhere({ service }: Fulfillment): boolean {
  return service !== undefined && service !== 'manual';
}

function hasNotLeft(fulfillment: Fulfillment): boolean {
  return isElsewhere(fulfillment) && asked.includes(fulfillment.status);
}

function shipmentIn(fulfillment: Fulfillment): ToTell | undefined {
  const travelling = linesThatTravel(fulfillment);
  if (travelling === undefined) return undefined;
  const { id, order_id: order } = fulfillment;
  const body = {
    parcel: id,
    ...trackingOf(fulfillment),
    shippedAt: isElsewhere(fulfillment) ? (fulfillment.updated_at ?? fulfillment.created_at) : fulfillment.created_at,
    lines: travelling.length === 0 ? undefined : travelling.map((line) => ({ id: line.id, quantity: line.quantity })),
  };
  return { tell: 'shipment', order, body };
}

/** Told whenever anything about it changes. Whether it is news to us only the order can tell. */
export function fulfillmentUpdated(payload: object): ShopifyNews {
  const fulfillment = z.parse(shopifyFulfillment, payload);
  const { id, order_id: order, status, updated_at: at } = fulfillment;
  if (linesThatTravel(fulfillment) === undefined) return { ignored: 'nothing in it travels' };
  // Without an instant: told again a minute later it is still the same correction.
  if (status === 'cancelled') return { tell: 'correction', order, body: { fact: `shipment:${id}`, by: 'Shopify' } };
  if (undone.includes(status)) return { notTaken: `a fulfilment that is ${status}`, order };
  const tracking = trackingOf(fulfillment);
  if (hasNotLeft(fulfillment)) return { ignored: 'it has not left yet' };
  const unlessKnown = shipmentIn(fulfillment);
  if (Object.values(tracking).every((each) => each === undefined)) {
    return isElsewhere(fulfillment) && unlessKnown !== undefined
      ? unlessKnown
      : { ignored: 'it says nothing of the parcel' };
  }
  return { tell: 'shipment-correction', order, body: { parcel: id, ...tracking, at }, unlessKnown };
}

/** The lines that are carried; undefined where there are lines and none of them is. */
function linesThatTravel({ line_items: lines }: Fulfillment): Fulfillment['line_items'] | undefined {
  const travelling = lines.filter((line) => line.requires_shipping !== false && line.quantity !== 0);
  return lines.length > 0 && travelling.length === 0 ? undefined : travelling;
}

function trackingOf(fulfillment: Fulfillment) {
  return {
    carrier: fulfillment.tracking_company?.slice(0, 100),
    trackingNumber: (fulfillment.tracking_number ?? fulfillment.tracking_numbers[0])?.slice(0, 100),
    trackingUrl: [fulfillment.tracking_url, ...fulfillment.tracking_urls].find(
      (url) => webAddress.safeParse(url).success,
    ),
  };
}
