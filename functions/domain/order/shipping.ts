import { daysBetween, dayOf } from '../calendar/calendar.ts';
import { firstPromised, firstShipBy, originalOf } from './changes.ts';
import type { PromisedBy, Share } from './facts.ts';
import type { GoodsLedger } from './goods.ts';
import type { Made, RecordedOrder, Told } from './order.ts';
import { without } from './quantities.ts';

/** A promise about lines that leave on a day of their own: after the customer's choice, or in place of a lost parcel. */
export interface ApartPromise {
  readonly lines: readonly Share[];
  readonly made: Made;
  readonly told: Told;
}

/** The promise to ship, from the first day named to the last word about it. */
export interface ShippingPromise {
  /** In the order they were made: the shop's ship-by first, then each day we gave or said we would write. */
  readonly chain: readonly { readonly made: Made; readonly told?: Told | undefined }[];
  /** Broken and moved dates so far; never resets. */
  readonly level: number;
  /** Days of their own that nothing said since has overtaken. */
  readonly apart: readonly ApartPromise[];
  /** What is left under the common promise: neither out of stock nor with a day of its own. */
  readonly common: readonly Share[];
}

export function shippingPromise(order: RecordedOrder, ledger: GoodsLedger): ShippingPromise {
  const warnings = order.told.filter((told) => told.level !== undefined);
  const first = order.placed.history ? undefined : firstShipBy(order, ledger.carried.size > 0);
  const given: { made: Made; told?: Told }[] = first === undefined ? [] : [{ made: { promise: 'ship', ...first } }];
  const saying = order.told.filter((told) => told.level !== undefined || told.message === 'confirm-change');
  const said = saying.flatMap((told) => told.promises.filter(isAboutShipping).map((made) => ({ made, told })));
  const apart = ledger.apart.flatMap(({ fact, lines }): ApartPromise[] => {
    const told = order.told.findLast(({ key }) => key === order.fates[fact.id]);
    const made = told?.promises.find(isAboutShipping);
    return told === undefined || made === undefined || isOvertaken(made, told, order) ? [] : [{ lines, made, told }];
  });
  const out = ledger.out.map(({ line }) => line);
  return {
    chain: [...given, ...said],
    level: warnings.length,
    apart,
    common: without(ledger.left, [...out, ...apart.flatMap(({ lines }) => lines)]),
  };
}

const isAboutShipping = ({ promise, of }: Made): boolean => promise === 'ship' || of === 'shipment';

/** A later word about shipping speaks of all that is left: the shop's own, or ours once that day had come. */
function isOvertaken({ until }: Made, told: Told, order: RecordedOrder): boolean {
  return order.told
    .slice(order.told.indexOf(told) + 1)
    .some(
      (later) =>
        later.level !== undefined &&
        (later.at >= until - 1000 || order.facts.some(({ id, name }) => id === later.cause && name === 'delay')),
    );
}

/** The last ship-by day that we named to the customer. */
export function lastShipBy(order: RecordedOrder, { chain, apart }: ShippingPromise): PromisedBy {
  const named = [...chain, ...apart].findLast(({ made }) => made.promise === 'ship');
  return named?.made ?? firstPromised(order).shipBy;
}

/** The ship-by that stood when the deliver-by in force was named: by the order, or by a change since. */
function shipByBeside(order: RecordedOrder, { chain }: ShippingPromise): PromisedBy {
  const { facts } = order;
  const index = facts.findLastIndex((fact) => fact.name === 'change' && fact.deliverBy !== undefined);
  const original = originalOf(order);
  const said = chain.findLast(({ made, told }) => made.promise === 'ship' && told !== undefined && told.seen <= index);
  const changed = facts.slice(0, index + 1).flatMap((fact) => (fact.name === 'change' ? (fact.shipBy ?? []) : []));
  return changed.at(-1) ?? said?.made ?? original.shipBy;
}

/**
 * The order's deliver-by day after ship-by moved: every deliver-by not stated anew moves by as many days (charter).
 * `leaves` is when the goods leave, or when they are promised to.
 */
export function movedDays(order: RecordedOrder, shipping: ShippingPromise, leaves: number, zone: string): number {
  const first = dayOf(zone, shipByBeside(order, shipping).until);
  const last = dayOf(zone, Math.max(lastShipBy(order, shipping).until, leaves));
  return Math.max(0, daysBetween(first, last));
}
