import * as z from 'zod/mini';
import { dayOrInstant, id, instant, webAddress } from '../schema.ts';
import type { Order } from '../order/order.ts';
import { recorded } from '../order/order.ts';
import type { ShipmentFact } from '../order/facts.ts';
import { deliveredBy, happened, known, type Draft, type Telling, type Wrong } from './draft.ts';
import { identify } from './identity.ts';
import { oneLine } from './texts.ts';

export const mostLines = 250;
export const quantity = z.int().check(z.minimum(1), z.maximum(10_000));

const short = (longest: number) => oneLine.check(z.maxLength(longest, `at most ${longest} characters`));

/** `POST /orders/{id}/shipments`. */
export const shipmentBody = z.object({
  parcel: id,
  carrier: z.optional(short(100)),
  trackingNumber: z.optional(short(100)),
  trackingUrl: z.optional(webAddress),
  shippedAt: z.optional(instant),
  at: z.optional(instant),
  lines: z.optional(
    z
      .array(z.object({ id, quantity }))
      .check(
        z.minLength(1, 'at least one line, or leave the field out: all that no other parcel names'),
        z.maxLength(mostLines),
      ),
  ),
  deliverBy: z.optional(dayOrInstant),
});
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

/** Lines of a shipment that its order does not have; nothing is wrong while we do not know the order. */
export function unknownLines({ lines = [] }: ShipmentFact, order: Order | undefined): Wrong[] {
  const placed = order === undefined ? undefined : recorded(order)?.placed;
  if (placed === undefined) return [];
  const ordered = new Set(placed.lines.map((line) => line.id));
  return lines.flatMap((line, index): Wrong[] =>
    ordered.has(line.id) ? [] : [{ path: ['lines', index, 'id'], detail: 'the order has no such line' }],
  );
}
