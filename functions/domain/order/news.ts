import { millisecondsOf } from '../calendar/calendar.ts';
import type { Act, Due, Stage } from '../vocabulary.ts';
import { isDue, nextMorning, owedCheck } from './dues.ts';
import type { DelayFact, DeliveryFact, Fact, ShipmentFact, WordFact } from './facts.ts';
import { isOpen } from './order.ts';
import { joins, type Parcel } from './parcels.ts';
import { openCase, parcelNamed, type Reading } from './reading.ts';

/**
 * What an open fact calls for, judged against all facts and everything told:
 * something to say, a note that nothing is said and why, or its turn later.
 */
export type Call =
  | { readonly act: Exclude<Act, 'TakeNote'>; readonly parcels: readonly Parcel[] }
  | { readonly note: string }
  | { readonly turn: number; readonly due: Due };

export interface News {
  readonly fact: Fact;
  readonly act: Act;
  readonly parcels: readonly Parcel[];
  /** Why nothing is said, where that is so. */
  readonly note?: string | undefined;
}

/** The first open fact that is due now, in learned order. There is no cursor: a fact stays open until its fate is written. */
export function newsOf(reading: Reading, now: number): News | undefined {
  for (const fact of openFacts(reading)) {
    const news = newsFrom(fact, reading, now);
    if (news !== undefined) return news;
  }
  return undefined;
}

export function openFacts({ order }: Reading): Fact[] {
  return order.facts.filter((fact) => isOpen(order, fact));
}

export function newsFrom(fact: Fact, reading: Reading, now: number): News | undefined {
  const call = callOf(fact, reading, now);
  if ('act' in call) return { fact, act: call.act, parcels: call.parcels };
  if ('note' in call) return { fact, act: 'TakeNote', parcels: [], note: call.note };
  return undefined;
}

/** A fact about something that we don't know yet waits this long for it. */
const patienceWithTheUnknownMs = millisecondsOf('P30D');

export function callOf(fact: Fact, reading: Reading, now: number): Call {
  const { placed } = reading.order;
  if (fact.name === 'order')
    return placed.history ? { note: 'history: on record, nobody is written to' } : { act: 'ConfirmOrder', parcels: [] };
  if (placed.history && fact.old === true) return { note: 'history: on record, nobody is written to' };
  switch (fact.name) {
    case 'shipment':
      return callOfShipment(fact, reading);
    case 'delivery':
      return callOfDelivery(fact, reading, now);
    case 'delay':
      return fact.of === 'shipment' ? callOfShippingDelay(fact, reading) : callOfDeliveryDelay(fact, reading, now);
    case 'word':
      return callOfWord(fact, reading, now);
    case 'choice':
      return { act: 'AskStaff', parcels: [] };
    case 'completion':
      return { note: 'a task is done' };
  }
}

function callOfShipment(fact: ShipmentFact, reading: Reading): Call {
  const parcel = parcelNamed(reading, fact.parcel)!;
  if (parcel.announced !== undefined) return { note: 'already announced' };
  if (parcel.received !== undefined) return { note: 'the customer has it already' };
  if (parcel.delivery !== undefined) return { note: 'already delivered' };
  const unannounced = reading.parcels.filter(
    ({ shipment, announced, delivery, received }) =>
      shipment !== undefined && announced === undefined && delivery === undefined && received === undefined,
  );
  return { act: reading.left.length === 0 ? 'AnnounceShipment' : 'AnnouncePartialShipment', parcels: unannounced };
}

function callOfDelivery(fact: DeliveryFact, reading: Reading, now: number): Call {
  const parcel = parcelNamed(reading, fact.parcel)!;
  if (parcel.received !== undefined) return { note: 'the customer has told us already' };
  if (parcel.caseId !== undefined) return { note: 'it belongs to a case' };
  if (reading.askedFor.includes(parcel)) return { note: 'the customer is asked already' };
  const check = owedCheck(reading, now);
  if (check === undefined || check.cause !== fact.id) return { note: 'not everything has arrived yet' };
  return isDue(check.until, now)
    ? { act: 'AskDeliveryCheck', parcels: check.parcels }
    : { turn: check.until, due: 'check-hour' };
}

function callOfShippingDelay(fact: DelayFact, reading: Reading): Call {
  if (reading.left.length === 0) return { note: 'everything has left already' };
  const last = reading.shipping.chain.at(-1)?.made;
  if (last?.promise === 'ship' && fact.until !== undefined && fact.until.until <= last.until) {
    return { note: 'not later than promised' };
  }
  return { act: 'WarnShippingDelay', parcels: [] };
}

function callOfDeliveryDelay(fact: DelayFact, reading: Reading, now: number): Call {
  if (isOvertaken(fact, reading)) return { note: 'overtaken by a later word' };
  const named = parcelNamed(reading, fact.parcel);
  if (named === undefined && (fact.parcel !== undefined || reading.parcels.length === 0)) return untilKnown(fact, now);
  const late = fact.parcel === undefined ? reading.underWay.filter(isTravelling) : [named!];
  const live = late.filter((parcel) => reading.underWay.includes(parcel) && isTravelling(parcel));
  if (live.length === 0) {
    const announcedSoon =
      late.length > 0 && late.every((parcel) => parcel.announced === undefined && isTravelling(parcel));
    return announcedSoon ? untilKnown(fact, now) : { note: 'nothing is under way any more' };
  }
  const concerned = live.filter(
    ({ promised }) => fact.until === undefined || promised === undefined || fact.until.until > promised.made.until,
  );
  if (concerned.length === 0) return { note: 'not later than promised' };
  const turn = Math.max(...concerned.map((parcel) => turnOfDelay(parcel, reading)));
  return isDue(turn, now) ? { act: 'WarnDeliveryDelay', parcels: concerned } : { turn, due: 'delay-turn' };
}

/** Of several days that wait to be told, only the carrier's last word is still true. */
function isOvertaken(fact: DelayFact, { order }: Reading): boolean {
  const later = order.facts.slice(order.facts.indexOf(fact) + 1);
  return later.some(
    (other) =>
      other.name === 'delay' && other.of === 'delivery' && other.parcel === fact.parcel && isOpen(order, other),
  );
}

const isTravelling = ({ delivery, received, caseId }: Parcel): boolean =>
  delivery === undefined && received === undefined && caseId === undefined;

/** At most one warning a parcel a day; but never later than the day that it moves. */
function turnOfDelay(parcel: Parcel, { order }: Reading): number {
  const last = order.told.findLast(
    (told) => told.message === 'warn-delivery-delay' && told.covers.includes(parcel.parcel),
  );
  if (last === undefined) return 0;
  return Math.min(nextMorning(order.placed.zone, last.at), parcel.promised?.made.until ?? Number.POSITIVE_INFINITY);
}

function untilKnown(fact: Fact, now: number): Call {
  const turn = fact.learnedAt + patienceWithTheUnknownMs;
  return isDue(turn, now) ? { note: 'about a parcel that was never told' } : { turn, due: 'note-turn' };
}

function callOfWord(fact: WordFact, reading: Reading, now: number): Call {
  if (fact.word === 'question') return { act: 'AskStaff', parcels: [] };
  if (fact.parcel !== undefined && parcelNamed(reading, fact.parcel) === undefined && fact.word !== 'problem')
    return untilKnown(fact, now);
  const open = openCase(reading);
  const concerned = concernedBy(fact, reading);
  if (fact.word === 'received') {
    if (open !== undefined) return { turn: Number.POSITIVE_INFINITY, due: 'note-turn' };
    return isFirstReceipt(fact, reading) ? { act: 'ThankCustomer', parcels: concerned } : { note: 'already thanked' };
  }
  if (fact.word === 'problem') return { act: open === undefined ? 'OpenCase' : 'AskStaff', parcels: concerned };
  if (open !== undefined) return { note: joins(open.id) };
  const untraced = concerned.filter(
    ({ traced, announced, delivery }) => traced === undefined && (announced ?? delivery) !== undefined,
  );
  return untraced.length > 0 ? { act: 'TraceParcel', parcels: untraced } : { act: 'OpenCase', parcels: concerned };
}

/** The parcels a word is about: the one it names, else those whose check is asked, else all that the customer lacks. */
function concernedBy(fact: WordFact, reading: Reading): Parcel[] {
  const lacking = reading.parcels.filter((parcel) => parcel.received === undefined && parcel.caseId === undefined);
  if (fact.parcel !== undefined) return reading.parcels.filter(({ parcel }) => parcel === fact.parcel);
  if (fact.word === 'received') return reading.parcels.filter(({ received }) => received === fact);
  if (fact.word === 'problem' && fact.about !== 'missing') {
    return lacking.filter((parcel) => parcel.delivery !== undefined || parcel.asked !== undefined);
  }
  const missed = lacking.filter((parcel) => parcel.asked !== undefined);
  return missed.length > 0 ? missed : lacking;
}

function isFirstReceipt(fact: WordFact, { order, parcels }: Reading): boolean {
  const earlier = order.facts
    .slice(0, order.facts.indexOf(fact))
    .some((other) => other.name === 'word' && other.word === 'received');
  return !earlier || parcels.some(({ received }) => received === fact);
}

/** The wait that an open fact belongs to, where nothing else holds the order open (charter: never the end). */
export function waitOf(fact: Fact): Stage {
  switch (fact.name) {
    case 'order':
    case 'shipment':
    case 'choice':
    case 'completion':
      return 'AwaitShipment';
    case 'delivery':
      return 'AwaitDelivery';
    case 'delay':
      return fact.of === 'shipment' ? 'AwaitShipment' : 'AwaitDelivery';
    case 'word':
      return 'AwaitCustomerWord';
  }
}
