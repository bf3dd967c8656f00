import type { DeliveryFact, Fact, OrderFact, ShipmentFact, Share } from '../../../functions/domain/order/facts.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import { allArrived, arrived, type Event, knownAt, lastLeft, parcelsIn } from './events.ts';
import type { OrderRecord } from './record.ts';
import { type Given, type Heard, heardIn, promisesGiven } from './said.ts';

/**
 * What became of the promises, judged by an onlooker: by what happened, what was sent and when; never by the functions
 * that decide about them.
 *
 * kept: it happened in time. moved: a later day was named in time. warned: the customer heard in time that it would not be
 * so. broken: none of these. open: its time is still to come.
 */
export const outcomes = ['kept', 'moved', 'warned', 'broken', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Judged extends Given {
  readonly outcome: Outcome;
}

/** "At the latest within a second of that instant" (charter, invariant 2). */
const graceMs = 1000;

/** `grace`: how much later than a promise a warning still is in time, in milliseconds. */
export function judgePromises(record: OrderRecord, now: number, grace = graceMs): Judged[] {
  const placed = record.order.facts.find((fact): fact is OrderFact => fact.name === 'order');
  if (placed === undefined) return [];
  const heard = heardIn(record, placed);
  // A payment that was none gave no day; a change that was none gave one while it stood.
  const standing = knownAt(now, record.order.facts);
  // A change that was taken back before the order was known, or paid, gave none.
  const paid = standing.find((fact) => fact.name === 'payment' && fact.status === 'paid');
  const paidAt = placed.payment === 'awaited' ? (paid?.learnedAt ?? 0) : 0;
  const begunAt = Math.max(placed.learnedAt, paidAt);
  const begun = knownAt(begunAt, record.order.facts);
  const isOld = ({ learnedAt }: Fact): boolean => learnedAt <= begunAt;
  const facts = record.order.facts.filter(
    (fact) =>
      (fact.name !== 'payment' || standing.includes(fact)) &&
      (fact.name !== 'change' || !isOld(fact) || begun.includes(fact)),
  );
  const all = promisesGiven(placed, facts, heard);
  return all.flatMap((given): Judged[] => {
    const outcome = outcomeOf(given, all, heard, record.order, placed, { now, grace });
    return outcome === 'restated' ? [] : [{ ...given, outcome }];
  });
}

function outcomeOf(
  given: Given,
  all: readonly Given[],
  heard: readonly Heard[],
  order: Order,
  placed: OrderFact,
  { now, grace }: { readonly now: number; readonly grace: number },
): Outcome | 'restated' {
  // What had passed when we learned of it is said at once.
  const judgedAt = whenToJudge(Math.max(given.until, given.at), order.facts, grace);
  const known = knownAt(judgedAt, order.facts);
  const inTime = heard.filter(({ at }) => at <= judgedAt);
  const since = all.filter((one) => one.told !== given.told && one.at >= given.at && one.at <= judgedAt);
  const anew = replacing(given, since, known, placed);
  if (anew.length > 0 && anew.every(({ until }) => until <= given.until)) return 'restated';
  const happened = eventOf(given, known, inTime, order, placed);
  // Where a warning may take its time, what comes meanwhile is nothing to warn of any more.
  if (happened !== undefined && happened <= given.until + grace - graceMs) return 'kept';
  if (anew.length > 0) return 'moved';
  if (given.kind === 'ship' && given.told === undefined && isAllAskedAbout(placed, known, inTime)) return 'warned';
  const isAllGone = lastLeft(placed, known) !== undefined;
  const isCollectedNow = inTime.some((one) => one.at >= given.at && changesToCollecting(one, order));
  if (given.kind === 'deliver' && given.parcels.length === 0 && isCollectedNow) return 'moved';
  if (inTime.some((one) => warns(one, given, isAllGone)) || isCalledAbout(given, order, placed, judgedAt)) {
    // It was in time all the same, and nobody had told us.
    const later = eventOf(given, knownAt(now, order.facts), inTime, order, placed);
    return later !== undefined && later <= given.until ? 'kept' : 'warned';
  }
  // Late, and over before we heard of the order: it was told as it was, at once.
  if (given.until <= given.at && happened !== undefined && inTime.length > 0) return 'warned';
  if (given.kind === 'write' && inTime.some(({ told, at }) => at >= given.at && told !== given.told)) return 'kept';
  return judgedAt > now ? 'open' : 'broken';
}

/** What was taken back just after the promise had passed broke it only then, and is told at once from there. */
function whenToJudge(due: number, facts: readonly Fact[], grace: number): number {
  let judgedAt = due + grace;
  for (const { name, learnedAt } of facts) {
    if (name === 'correction' && learnedAt > due && learnedAt <= judgedAt) judgedAt = learnedAt + grace;
  }
  return judgedAt;
}

/** What waits at a pickup point is the customer's to collect: after the reminder a person calls (charter, Incidents). */
function isCalledAbout({ told, parcels }: Given, order: Order, placed: OrderFact, judgedAt: number): boolean {
  const isKept =
    told?.message === 'announce-pickup' || (mayBeCollected(placed, order) && told?.covers[0] !== undefined);
  if (told === undefined || !isKept) return false;
  return order.told
    .slice(order.told.indexOf(told) + 1)
    .some(
      ({ message, at, covers }) =>
        message === 'escalate-silent-delivery' && at <= judgedAt && parcels.every((parcel) => covers.includes(parcel)),
    );
}

/** What is collected arrives by no day: the customer was told that it is. */
function changesToCollecting({ told }: Heard, { facts }: Order): boolean {
  const cause = facts.find(({ id }) => id === told.cause);
  return told.message === 'confirm-change' && cause?.name === 'change' && cause.kind === 'collect';
}

const mayBeCollected = ({ kind }: OrderFact, { facts }: Order): boolean =>
  kind === 'collect' || facts.some((fact) => fact.name === 'change' && fact.kind === 'collect');

/** The same thing promised anew: the order's day, or the days of its parcels once each of them has one. */
function replacing(given: Given, since: readonly Given[], known: readonly Fact[], placed: OrderFact): Given[] {
  const same = since.filter(
    ({ kind, lines }) => kind === given.kind && (lines === undefined) === (given.lines === undefined),
  );
  switch (given.kind) {
    case 'ship':
      return same;
    case 'deliver': {
      if (given.parcels.length > 0) return same.filter(({ parcels }) => parcels.includes(given.parcels[0]!));
      const ofParcels = since.filter(({ kind, parcels }) => kind === 'deliver' && parcels.length > 0);
      // A replacement has the day of the parcel that carries it, once that is announced.
      if (given.lines !== undefined) return ofParcels;
      const named = ofParcels.flatMap(({ parcels }) => parcels);
      const isWhole =
        lastLeft(placed, known) !== undefined &&
        parcelsIn(known).every((parcel) => named.includes(parcel) || arrived(parcel, known) !== undefined);
      return isWhole && ofParcels.length > 0 ? ofParcels : same.filter(({ parcels }) => parcels.length === 0);
    }
    case 'answer':
      // An apology gives a new day because the old one was not kept.
      return same.filter((one) => one.case === given.case && one.told?.message !== 'apologise-for-wait');
    case 'refund':
      return same.filter((one) => one.told?.message !== 'escalate-refund');
    default:
      return [];
  }
}

function eventOf(
  given: Given,
  facts: readonly Fact[],
  inTime: readonly Heard[],
  { told }: Order,
  placed: OrderFact,
): Event | undefined {
  switch (given.kind) {
    case 'ship':
      return given.lines === undefined
        ? whenLeft(placed, facts, outOfStock(facts, inTime))
        : shippedSince(given, facts);
    case 'deliver':
    case 'write':
      if (given.kind === 'deliver' && given.lines !== undefined) return arrivedSince(given, facts);
      if (given.parcels.length > 0) return allArrived(given.parcels, facts);
      if (given.kind === 'write') return whenLeft(placed, facts, []);
      return whenLeft(placed, facts, []) && (allArrived(parcelsIn(facts), facts) ?? receivedAsAWhole(facts));
    case 'refund':
      return facts.find((fact) => fact.name === 'refund' && fact.learnedAt >= given.at)?.at;
    default:
      return answered(given.case, facts, told);
  }
}

/** The customer has it though nobody told of a parcel. */
function receivedAsAWhole(facts: readonly Fact[]): Event | undefined {
  if (parcelsIn(facts).length > 0) return undefined;
  return facts.find((fact) => fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined)?.at;
}

function whenLeft(...[placed, facts, besides]: Required<Parameters<typeof lastLeft>>): Event | undefined {
  const left = lastLeft(placed, facts, besides);
  return left === 'nothing' ? undefined : left;
}

/** What the customer was asked about because it is not there. */
function outOfStock(facts: readonly Fact[], inTime: readonly Heard[]): readonly Share[] {
  const isAsked = inTime.some(({ told }) => told.message === 'warn-out-of-stock');
  return isAsked ? facts.flatMap((fact) => (fact.name === 'stock-out' ? fact.lines : [])) : [];
}

/** The money that gave a day came after the question about all that it was for: who was asked knows better. */
function isAllAskedAbout(placed: OrderFact, facts: readonly Fact[], inTime: readonly Heard[]): boolean {
  const out = outOfStock(facts, inTime);
  return out.length > 0 && lastLeft(placed, facts, out) === 'nothing';
}

/** Lines with a day of their own: the parcel that was first told of after that day was given. */
function shippedSince(given: Given, facts: readonly Fact[]): Event | undefined {
  return parcelsSince(given, facts)[0]?.at;
}

function arrivedSince(given: Given, facts: readonly Fact[]): Event | undefined {
  return parcelsSince(given, facts)
    .map(({ parcel }) => arrived(parcel, facts))
    .find((event) => event !== undefined);
}

function parcelsSince({ at }: Given, facts: readonly Fact[]): (ShipmentFact | DeliveryFact)[] {
  const known = parcelsIn(facts.filter(({ learnedAt }) => learnedAt < at));
  return facts.filter(
    (fact): fact is ShipmentFact | DeliveryFact =>
      (fact.name === 'shipment' || fact.name === 'delivery') && fact.learnedAt >= at && !known.includes(fact.parcel),
  );
}

/** A person has said what becomes of it or done the task that the case opened, or the customer has found what was missing. */
function answered(id: string | undefined, facts: readonly Fact[], told: Order['told']): Event | undefined {
  const ofCase = told.filter((one) => one.case?.id === id);
  const tasks = ofCase.flatMap(({ task }) => task?.task ?? []);
  const isMissing = ofCase[0]?.case?.about === 'missing';
  return facts.find(
    (fact) =>
      (fact.name === 'completion' && tasks.includes(fact.task)) ||
      (fact.name === 'outcome' && fact.case === id && fact.outcome !== 'in-hand') ||
      (isMissing && fact.name === 'word' && fact.word === 'received' && fact.learnedAt >= ofCase[0]!.at),
  )?.at;
}

/** What was said rested on a fact that was taken back, and was put right. */
const putRight = 'correct-what-we-said';
const ofShipping = ['warn-shipping-delay', 'warn-out-of-stock', 'hand-to-staff', putRight];
const ofAParcel = [
  'ask-delivery-check',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'announce-pickup',
  'remind-pickup',
  'trace-parcel',
  'open-case',
];
const ofACase = ['apologise-for-wait', 'announce-progress', 'announce-settlement', 'hand-to-staff', putRight];
const ofAnEnd = ['confirm-cancellation', 'confirm-change', 'announce-refund'];
const ofMoney = ['escalate-refund', 'announce-refund', putRight];

/** The message says, or lets know, that this promise will not be kept: something is wrong, and somebody sees to it. */
function warns({ told, at }: Heard, given: Given, isAllGone: boolean): boolean {
  // The confirmation of an order whose day had passed says so itself; it cannot arrive by its day then.
  if (told.message === 'confirm-order') return told.level !== undefined && given.told === undefined;
  if (at < given.at || told === given.told) return false;
  if (told.message === 'hand-to-staff') return true;
  const isAbout = given.parcels.every((parcel) => told.covers.includes(parcel));
  const endsIt = told.case?.opens === true || told.message === 'confirm-cancellation';
  if (given.kind === 'deliver' && given.parcels.length > 0 && isAbout && endsIt) return true;
  // Where only some lines were cancelled the rest is still due.
  if (ofAnEnd.includes(told.message) && (given.kind === 'ship' || given.kind === 'deliver'))
    return isAbout && isAllGone;
  switch (given.kind) {
    case 'ship':
      return ofShipping.includes(told.message);
    case 'deliver':
      if (told.message === putRight) return true;
      if (given.parcels.length === 0) return [...ofShipping, ...ofAParcel].includes(told.message);
      return isAbout && (ofAParcel.includes(told.message) || told.case?.opens === true);
    case 'answer':
      return ofACase.includes(told.message) && (told.message === putRight || told.case?.id === given.case);
    case 'refund':
      return ofMoney.includes(told.message);
    default:
      return false;
  }
}
