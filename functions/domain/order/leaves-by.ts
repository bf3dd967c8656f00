import type { PromisedBy, Share } from './facts.ts';
import type { Reading } from './reading.ts';

/** When what is left of an order was promised to leave. */
export interface Leaves extends PromisedBy {
  /** When we last told the customer that it is late, if ever; what was not mailed warned nobody. */
  readonly warnedAt: number | undefined;
}

/**
 * The last day that was named for what still has to leave, though it may be past; the earliest where lines have days of
 * their own. That we write again by another day is no day of leaving. Undefined where nothing is promised to leave, where
 * the order is in the hands of staff (their task carries it), and where nobody named a day.
 */
export function leavesBy(reading: Reading): Leaves | undefined {
  const [first] = partsOf(reading);
  if (first === undefined) return undefined;
  const warning = reading.order.told.findLast(({ level, unsent }) => level !== undefined && unsent === undefined);
  return { until: first.by.until, day: first.by.day, warnedAt: warning?.at };
}

/** What has to leave before `horizon`, or should have left: nothing that is out of stock, or has a later day of its own. */
export function linesLeavingBefore(reading: Reading, horizon: number): readonly Share[] {
  return partsOf(reading).flatMap(({ by, lines }) => (by.until < horizon ? lines : []));
}

/** What is promised to leave on the same day, earliest first. */
function partsOf({ toShip, shipping }: Reading): { readonly by: PromisedBy; readonly lines: readonly Share[] }[] {
  const ofAll = shipping.chain.findLast(({ made }) => made.promise === 'ship')?.made;
  const parts = toShip.flatMap(({ made }) => {
    const by = made.promise === 'ship' ? made : ofAll;
    const apart = shipping.apart.find((one) => one.made === made);
    return by === undefined ? [] : [{ by, lines: apart?.lines ?? shipping.common }];
  });
  return parts.toSorted((a, b) => a.by.until - b.by.until);
}
