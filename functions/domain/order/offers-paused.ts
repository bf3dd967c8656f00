import { dayMs } from '../calendar/day.ts';
import type { TaskReason } from '../../../messages/letter.ts';
import type { Case } from './cases.ts';
import type { Parcel } from './parcels.ts';
import { openCase, type Reading } from './reading.ts';
import { tasksOf } from './tasks.ts';

/** Why offers to the customer of an order pause because of it, on all orders; and until when, where that is known. */
export interface OffersPause {
  readonly why: string;
  /** Absent: until the order changes. */
  readonly until?: number | undefined;
}

const afterCaseMs = 14 * dayMs;

/**
 * The charter's pauses ("Dose and hours"): while a case is open, the order is late, with staff or owed money, and 14
 * days after a case. A day that was moved with notice is not late; one that passed in silence is, until it leaves or
 * arrives.
 */
export function offersPausedBy(reading: Reading, now: number): OffersPause | undefined {
  if (openCase(reading) !== undefined) return { why: 'a case is open' };
  if (isWithStaff(reading)) return { why: 'it is with staff' };
  if (isLate(reading, now)) return { why: 'it is late' };
  if (reading.owed.isOwed) return { why: 'money is owed' };
  const until = Math.max(0, ...reading.cases.map((one) => endOf(one, reading))) + afterCaseMs;
  return until > afterCaseMs && until > now ? { why: 'there was a problem less than two weeks ago', until } : undefined;
}

/** What pauses offers to the customer of `order` by now: the first of the other orders that does. */
export function pausedByAnother(
  pauses: { readonly [order: string]: OffersPause },
  order: string,
  now: number,
): string | undefined {
  const found = Object.entries(pauses)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .find(([other, { until }]) => other !== order && (until === undefined || until > now));
  return found && `order ${found[0]}: ${found[1].why}`;
}

const takesOver = (why: TaskReason | undefined): boolean => why === 'take-over' || why === 'unstick-order';

/** A person has taken the whole order over, and has not said yet that it is done. */
function isWithStaff({ order }: Reading): boolean {
  if (!order.told.some(({ task }) => takesOver(task?.why))) return false;
  return tasksOf(order).some(({ name, status }) => status === 'open' && takesOver(name));
}

function isLate({ toShip, underWay, askedFor, traced }: Reading, now: number): boolean {
  // A choice's own promise to call is no delay: nothing of it was late.
  const leavesLate = toShip.some(
    ({ made }) => made.until <= now || (made.promise === 'write' && made.lines === undefined),
  );
  return leavesLate || [...underWay, ...askedFor, ...traced].some((parcel) => arrivesLate(parcel, now));
}

/** At a pickup point it has arrived. */
function arrivesLate({ delivery, pickup, asked, promised }: Parcel, now: number): boolean {
  if (delivery !== undefined || pickup !== undefined) return false;
  if (asked?.scanned === false) return true;
  return promised !== undefined && promised.made.promise === 'deliver' && promised.made.until <= now;
}

/** A case that went to staff ends when they have done with it. */
function endOf({ ended, endedAt }: Case, { order, handedOver }: Reading): number {
  if (ended !== 'handed-to-staff') return endedAt ?? 0;
  const done = order.facts.findLast((fact) => fact.name === 'completion' && fact.task === handedOver?.task?.task);
  return done?.learnedAt ?? endedAt ?? 0;
}
