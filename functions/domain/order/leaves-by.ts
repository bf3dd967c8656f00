import type { PromisedBy } from './facts.ts';
import type { Reading } from './reading.ts';

/** When what is left of an order was promised to leave. */
export interface Leaves extends PromisedBy {
  /** When we last told the customer that it is late, if ever; what was not mailed warned nobody. */
  readonly warnedAt: number | undefined;
}

/**
 * The last day that was named for what still has to leave, though it may be past, the earliest where lines have days of
 * their own: that we write again by another day is no day of leaving. Undefined where nothing is promised to leave, where
 * the order is in the hands of staff (their task carries it), and where nobody named a day.
 */
export function leavesBy({ toShip, shipping, order }: Reading): Leaves | undefined {
  const ofAll = shipping.chain.findLast(({ made }) => made.promise === 'ship')?.made;
  const named = toShip.flatMap(({ made }) => (made.promise === 'ship' ? made : (ofAll ?? [])));
  const [first] = named.toSorted((a, b) => a.until - b.until);
  if (first === undefined) return undefined;
  const warning = order.told.findLast(({ level, unsent }) => level !== undefined && unsent === undefined);
  return { until: first.until, day: first.day, warnedAt: warning?.at };
}
