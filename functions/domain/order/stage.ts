import { dayMs } from '../calendar/day.ts';
import type { Ending, Stage } from '../vocabulary.ts';
import { duesOf, isDue, type DueBy } from './dues.ts';
import { callOf, newsFrom, openFacts, waitOf } from './news.ts';
import type { Told } from './order.ts';
import { openCase, type Reading } from './reading.ts';

/**
 * Where the order stands (charter): the first that holds. Derived, never remembered.
 * While a fact is open the stage is a wait, never the end.
 */
export function stageOf(reading: Reading, now: number): Stage {
  const open = openFacts(reading);
  const dueNow = open.find((fact) => newsFrom(fact, reading, now) !== undefined);
  if (dueNow !== undefined) return waitOf(dueNow);
  const natural = stageWithoutNews(reading, now);
  return natural === 'CloseOrder' && open[0] !== undefined ? waitOf(open[0]) : natural;
}

function stageWithoutNews(reading: Reading, now: number): Stage {
  if (reading.stock !== undefined) return 'AwaitStockChoice';
  if (openCase(reading) !== undefined) return 'AwaitCaseOutcome';
  if (duesOf(reading, now).some((due) => isAboutPayment(due) && !(due.due === 'unpaid-by' && isDue(due.until, now)))) {
    return 'AwaitPayment';
  }
  if (reading.awaitsShipment) return 'AwaitShipment';
  if (duesOf(reading, now).some((due) => isAboutTheWord(due) && !(due.due === 'word-by' && isDue(due.until, now)))) {
    return 'AwaitCustomerWord';
  }
  if (reading.underWay.length > 0 || reading.traced.length > 0) return 'AwaitDelivery';
  return reading.refundBy === undefined ? 'CloseOrder' : 'AwaitRefund';
}

const isAboutPayment = ({ due }: DueBy): boolean => due === 'pay-by' || due === 'unpaid-by';

function isAboutTheWord({ due, cause }: DueBy): boolean {
  return due === 'word-by' || due === 'scan-by' || (due === 'patience-ends' && cause.startsWith('ask-delivery-check'));
}

/** With nothing promised and nothing told anew for that long, the order goes into the hands of staff. */
const quietMs = 30 * dayMs;

/**
 * The earliest open promise of the whole order, or the turn of a fact that waits: when the wait ends, and what for.
 * That the customer's word, or the money, does not come has a consequence only when nothing else is open.
 */
export function nextDue(reading: Reading, now: number): DueBy {
  const turns = openFacts(reading).flatMap((fact): DueBy[] => {
    const call = callOf(fact, reading, now);
    return 'turn' in call && Number.isFinite(call.turn)
      ? [{ due: call.due, until: call.turn, cause: fact.id, parcels: [] }]
      : [];
  });
  const all = [...duesOf(reading, now), ...turns].sort((a, b) => a.until - b.until);
  const pressing = all.find((due) => !isResting(due));
  // What rests and has passed ends the order where nothing else is open: it is nothing to wait for.
  const resting = all.findLast((due) => isResting(due) && !isDue(due.until, now));
  return (
    pressing ??
    resting ?? {
      due: 'patience-ends',
      until: lastMoved(reading) + quietMs,
      cause: `quiet-${reading.order.told.length}`,
      parcels: [],
    }
  );
}

const isResting = ({ due }: DueBy): boolean => due === 'word-by' || due === 'unpaid-by';

function lastMoved({ order }: Reading): number {
  return Math.max(...order.facts.map((fact) => fact.learnedAt), ...order.told.map((told) => told.at));
}

/** How the order ends, if it ends now. */
export function endingOf(reading: Reading): Ending {
  const { order, parcels, cases, handedOver, ledger } = reading;
  const opened = (told: Told): boolean => cases.some((one) => one.opened === told);
  const last = order.told.findLast(
    (told) => told === handedOver || (told.message === 'thank-customer' && told.isVoid !== true) || opened(told),
  );
  if (last !== undefined && last === handedOver) return 'handed-to-staff';
  if (ledger.isCancelled) return 'cancelled';
  if (reading.awaitsPayment) return 'unpaid';
  // Thanked for one parcel, while staff still have the rest in hand.
  if (handedOver !== undefined && reading.stillToLeave.length > 0) return 'handed-to-staff';
  if (last?.message === 'thank-customer') return 'received';
  if (cases.length > 0) return endingOfCases(cases);
  if (!order.placed.lines.some((line) => line.ships)) return 'nothing-to-ship';
  return parcels.some(({ received }) => received !== undefined) ? 'received' : 'silent';
}

function endingOfCases(cases: Reading['cases']): Ending {
  if (cases.at(-1)?.ended === 'refund') return 'refunded';
  return cases.some(({ ended }) => ended === 'arrived') ? 'received' : 'settled';
}
