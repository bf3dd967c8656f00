import { daysBetween, dayOf } from '../calendar/calendar.ts';
import type { Made, RecordedOrder, Told } from './order.ts';
import type { PromisedBy } from './facts.ts';

/** The promise to ship, from the first day named to the last word about it. */
export interface ShippingPromise {
  /** In the order they were made: the shop's ship-by first, then each day we gave or said we would write. */
  readonly chain: readonly { readonly made: Made; readonly told?: Told | undefined }[];
  /** Broken and moved dates so far; never resets. */
  readonly level: number;
}

export function shippingPromise(order: RecordedOrder): ShippingPromise {
  const warnings = order.told.filter((told) => told.level !== undefined);
  const given: { made: Made; told?: Told }[] = order.placed.history
    ? []
    : [{ made: { promise: 'ship', ...order.placed.shipBy } }];
  const said = warnings.flatMap((told) =>
    told.promises.filter((made) => made.promise === 'ship' || made.of === 'shipment').map((made) => ({ made, told })),
  );
  return { chain: [...given, ...said], level: warnings.length };
}

/** The last ship-by day that we named to the customer. */
export function lastShipBy(order: RecordedOrder): PromisedBy {
  const named = shippingPromise(order).chain.findLast(({ made }) => made.promise === 'ship');
  return named?.made ?? order.placed.shipBy;
}

/**
 * The order's deliver-by day after ship-by moved: every deliver-by not stated anew moves by as many days (charter).
 * `leaves` is when the goods leave, or when they are promised to.
 */
export function movedDays(order: RecordedOrder, leaves: number, zone: string): number {
  const first = dayOf(zone, order.placed.shipBy.until);
  const last = dayOf(zone, Math.max(lastShipBy(order).until, leaves));
  return Math.max(0, daysBetween(first, last));
}
