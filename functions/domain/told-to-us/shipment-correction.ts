import * as z from 'zod/mini';
import type { ShipmentCorrectionFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { dayOrInstant, instant } from '../times.ts';
import { deliveredBy, happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { tracking } from './shipment.ts';

/** `PUT /orders/{id}/shipments/{parcel}`, with the parcel of its address: what is absent stays as it was told. */
export const shipmentCorrectionBody = z.lazy(() =>
  z
    .object({ parcel: id, ...tracking(), deliverBy: z.optional(dayOrInstant), at: z.optional(instant) })
    .check(
      z.refine(
        ({ carrier, trackingNumber, trackingUrl, deliverBy }) =>
          [carrier, trackingNumber, trackingUrl, deliverBy].some((field) => field !== undefined),
        'corrects nothing: carrier, trackingNumber, trackingUrl or deliverBy',
      ),
    ),
);
export type ShipmentCorrectionBody = z.infer<typeof shipmentCorrectionBody>;

export function shipmentCorrectionDraft(body: ShipmentCorrectionBody, telling: Telling): Draft<ShipmentCorrectionFact> {
  const identity = identify('shipment-correction', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { parcel, carrier, trackingNumber, trackingUrl, deliverBy } = body;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'shipment-correction',
      parcel,
      carrier,
      trackingNumber,
      trackingUrl,
      deliverBy: deliverBy && deliveredBy(deliverBy, telling.settings),
    },
    natural: false,
    wrong,
  };
}
