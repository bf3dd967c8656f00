import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { dayOrInstant, instant } from '../times.ts';
import { webAddress } from '../web-address.ts';
import type { ShipmentFact } from '../order/facts.ts';
import { deliveredBy, happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { shares } from './shares.ts';
import { oneLine } from './texts.ts';

const short = (longest: number) => oneLine.check(z.maxLength(longest, `at most ${longest} characters`));

/** Who carries a parcel, and where to follow it. */
export const tracking = () => ({
  carrier: z.optional(short(100)),
  trackingNumber: z.optional(short(100)),
  trackingUrl: z.optional(webAddress),
});

/** `POST /orders/{id}/shipments`. */
export const shipmentBody = z.lazy(() =>
  z.object({
    parcel: id,
    ...tracking(),
    shippedAt: z.optional(instant),
    at: z.optional(instant),
    lines: z.optional(shares('all that no other parcel names')),
    deliverBy: z.optional(dayOrInstant),
  }),
);
export type ShipmentBody = z.infer<typeof shipmentBody>;

export function shipmentDraft(body: ShipmentBody, telling: Telling): Draft<ShipmentFact> {
  const identity = identify('shipment', body, { natural: body.parcel, key: telling.key });
  const { at, wrong } = happened(telling, { shippedAt: body.shippedAt, at: body.at });
  const { parcel, carrier, trackingNumber, trackingUrl, lines, deliverBy } = body;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'shipment',
      parcel,
      carrier,
      trackingNumber,
      trackingUrl,
      lines,
      deliverBy: deliverBy && deliveredBy(deliverBy, telling.settings),
    },
    natural: true,
    wrong,
  };
}
