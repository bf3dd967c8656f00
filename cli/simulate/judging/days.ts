import type { Fact, OrderFact, PaymentFact, PromisedBy } from '../../../functions/domain/order/facts.ts';
import { lastLeft } from './events.ts';
import type { Heard } from './said.ts';

/** The days that count from the beginning, and since when. */
export interface DaysOrderedBy {
  readonly shipBy: PromisedBy;
  /** Absent where it is collected, or nobody has named such a day. */
  readonly deliverBy?: PromisedBy | undefined;
  readonly at: number;
}

/**
 * The days that the customer ordered by: those of the order, as it was changed before it was confirmed; of an awaited
 * payment those that count from when it came, or a later day that the shop had named. None where nothing travels.
 */
export function daysOrderedBy(
  placed: OrderFact,
  facts: readonly Fact[],
  heard: readonly Heard[],
): DaysOrderedBy | undefined {
  const days = placed.payment === 'awaited' ? fromPayment(placed, facts, heard) : fromOrder(placed, facts, heard);
  return days?.kind === 'collect' ? { ...days, deliverBy: undefined } : days;
}

type Days = DaysOrderedBy & Pick<OrderFact, 'kind'>;

function fromOrder(placed: OrderFact, facts: readonly Fact[], heard: readonly Heard[]): Days | undefined {
  const now = changedBefore(placed, facts, indexOf('order', facts));
  if (now === undefined) return undefined;
  // What moved before it was confirmed is stated by the confirmation.
  const confirmed = heard.find(({ told }) => told.message === 'confirm-order')?.told;
  const stated = confirmed?.promises.find(({ promise }) => promise === 'deliver') ?? now.deliverBy;
  return { ...now, deliverBy: now.shipBy === placed.shipBy ? now.deliverBy : stated, at: placed.learnedAt };
}

/** On its way or in the hands of staff before the money came, or cancelled: that day is none of the customer's. */
function fromPayment(placed: OrderFact, facts: readonly Fact[], heard: readonly Heard[]): Days | undefined {
  const paid = facts.find((fact): fact is PaymentFact => fact.name === 'payment' && fact.status === 'paid');
  if (paid?.shipBy === undefined) return undefined;
  const before = facts.slice(0, facts.indexOf(paid));
  const hasLeft = before.some(({ name }) => name === 'shipment' || name === 'delivery');
  const isHandedOver = heard.some((one) => one.told.message === 'hand-to-staff' && one.at <= paid.learnedAt);
  if (hasLeft || isHandedOver || lastLeft(placed, before) === 'nothing') return undefined;
  const now = changedBefore(placed, facts, Math.max(before.length, indexOf('order', facts)));
  if (now === undefined) return undefined;
  const at = Math.max(paid.learnedAt, placed.learnedAt);
  // Where it leaves on a later day than the usual one, nobody has named a day for its arrival.
  const isNamed = now.shipByNamed === true && now.shipBy.until > paid.shipBy.until;
  return isNamed
    ? { kind: now.kind, shipBy: now.shipBy, at }
    : { kind: now.kind, shipBy: paid.shipBy, deliverBy: paid.deliverBy, at };
}

const indexOf = (name: Fact['name'], facts: readonly Fact[]): number => facts.findIndex((fact) => fact.name === name);

/** The order with what was changed before that fact; undefined where nothing of it travels. */
function changedBefore(placed: OrderFact, facts: readonly Fact[], index: number): OrderFact | undefined {
  let now = placed;
  for (const fact of facts.slice(0, index)) {
    if (fact.name !== 'change') continue;
    const { shipBy = now.shipBy, deliverBy = now.deliverBy, kind = now.kind } = fact;
    // What did not travel once travels only when it is ordered anew.
    const lines = (fact.lines ?? now.lines).map((line) => ({ ...line, ships: line.ships && kind !== 'none' }));
    now = { ...now, shipBy, deliverBy, kind, lines, shipByNamed: fact.shipBy !== undefined || now.shipByNamed };
  }
  return now.kind === 'none' || !now.lines.some(({ ships }) => ships) ? undefined : now;
}
