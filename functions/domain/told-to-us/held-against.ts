import type { ChangeFact, ChoiceFact, Share } from '../order/facts.ts';
import { choicesOpen, mayBeChosen } from '../order/choices.ts';
import { recorded, type Order, type RecordedOrder } from '../order/order.ts';
import { read } from '../order/reading.ts';
import { lastShipBy } from '../order/shipping.ts';
import type { Draft, Wrong } from './draft.ts';

/** Only the order can tell whether something is wrong with it. */
export function needsOrder({ fact, currency }: Draft): boolean {
  const names = 'lines' in fact && fact.lines !== undefined;
  return names || currency !== undefined || ['choice', 'outcome', 'correction', 'change'].includes(fact.name);
}

/**
 * The draft, held against the order that it is about: with what only the order can tell to be wrong. While the order is
 * not known nothing of this is, and the fact is judged once it is.
 */
export function heldAgainst(draft: Draft, found: Order | undefined, now: number): Draft {
  const order = found === undefined ? undefined : recorded(found);
  if (order === undefined) return draft;
  return { ...draft, wrong: [...draft.wrong, ...contradictions(draft, order, now), ...currencyOf(draft, order)] };
}

function contradictions({ fact }: Draft, order: RecordedOrder, now: number): Wrong[] {
  switch (fact.name) {
    case 'shipment':
    case 'stock-out':
    case 'cancellation':
    case 'refund':
      return unknownLines(fact.lines, order);
    case 'choice':
      return [...notOffered(fact.choice, order, now), ...unknownLines(fact.lines, order)];
    case 'outcome':
      return unknownCase(fact.case, order);
    case 'change':
      return arrivesBeforeItLeaves(fact, order);
    case 'correction':
      return notToTakeBack(fact.fact, order);
    default:
      return [];
  }
}

function unknownLines(lines: readonly Share[] = [], { placed }: RecordedOrder): Wrong[] {
  const ordered = new Set(placed.lines.map((line) => line.id));
  return lines.flatMap((line, index): Wrong[] =>
    ordered.has(line.id) ? [] : [{ path: ['lines', index, 'id'], detail: 'the order has no such line' }],
  );
}

function notOffered(choice: ChoiceFact['choice'], order: RecordedOrder, now: number): Wrong[] {
  const reading = read(order);
  if (mayBeChosen(choice, reading, now)) return [];
  const open = choicesOpen(reading, now);
  const offered = open.length === 0 ? 'nothing is asked' : `what can be chosen: ${open.join(', ')}`;
  return [{ path: ['choice'], detail: `was not offered; ${offered}` }];
}

function unknownCase(named: string, order: RecordedOrder): Wrong[] {
  const isThere = read(order).cases.some(({ id }) => id === named);
  return isThere ? [] : [{ path: ['case'], detail: 'the order has no such case' }];
}

/** Where it names no other day of leaving, the one that was promised stands. */
function arrivesBeforeItLeaves({ id, shipBy, deliverBy }: ChangeFact, order: RecordedOrder): Wrong[] {
  const reading = read(order);
  // Told again, it was right when it was told first.
  if (order.facts.some((fact) => fact.id === id)) return [];
  if (deliverBy === undefined || shipBy !== undefined || reading.stillToLeave.length === 0) return [];
  if (lastShipBy(order, reading.shipping).until <= deliverBy.until) return [];
  return [{ path: ['deliverBy'], detail: 'comes before the day by which it leaves: name shipBy too' }];
}

function notToTakeBack(named: string, { placed, facts }: RecordedOrder): Wrong[] {
  if (named === placed.id) return [{ path: ['fact'], detail: 'is the order itself: cancel the order instead' }];
  const isThere = facts.some(({ id }) => id === named);
  return isThere ? [] : [{ path: ['fact'], detail: 'the order has no such fact' }];
}

function currencyOf(
  { currency, currencyAt = ['amount', 'currency'] }: Draft,
  { placed: { total } }: RecordedOrder,
): Wrong[] {
  if (currency === undefined || total === undefined || currency === total.currency) return [];
  return [{ path: currencyAt, detail: `the order is in ${total.currency}` }];
}
