import type { Fact, OrderFact } from '../../../functions/domain/order/facts.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import { allArrived, arrived, type Event, lastLeft, parcelsIn } from './events.ts';
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

export function judgePromises(record: OrderRecord, now: number): Judged[] {
  const placed = record.order.facts.find((fact): fact is OrderFact => fact.name === 'order');
  if (placed === undefined) return [];
  const heard = heardIn(record, placed);
  const all = promisesGiven(placed, heard);
  return all.flatMap((given): Judged[] => {
    const outcome = outcomeOf(given, all, heard, record.order, placed, now);
    return outcome === 'restated' ? [] : [{ ...given, outcome }];
  });
}

function outcomeOf(
  given: Given,
  all: readonly Given[],
  heard: readonly Heard[],
  order: Order,
  placed: OrderFact,
  now: number,
): Outcome | 'restated' {
  // What had passed when we learned of it is said at once.
  const judgedAt = Math.max(given.until, given.at) + graceMs;
  const since = all.filter((one) => one.told !== given.told && one.at >= given.at && one.at <= judgedAt);
  const anew = replacing(
    given,
    since,
    order.facts.filter(({ learnedAt }) => learnedAt <= judgedAt),
    placed,
  );
  if (anew.length > 0 && anew.every(({ until }) => until <= given.until)) return 'restated';
  const happened = eventOf(given, order, placed);
  const inTime = heard.filter(({ at }) => at <= judgedAt);
  const isWarned = inTime.some((one) => warns(one, given));
  if (happened !== undefined && happened.at <= given.until && (happened.known <= judgedAt || isWarned)) return 'kept';
  if (anew.length > 0) return 'moved';
  if (isWarned) return 'warned';
  // Late, and over before we heard of the order: it was told as it was, at once.
  const wasOver = given.until <= given.at && happened !== undefined && happened.known <= judgedAt;
  if (wasOver && inTime.length > 0) return 'warned';
  if (given.kind === 'write' && inTime.some(({ told, at }) => at >= given.at && told !== given.told)) return 'kept';
  return judgedAt > now ? 'open' : 'broken';
}

/** The same thing promised anew: the order's day, or the days of its parcels once each of them has one. */
function replacing(given: Given, since: readonly Given[], known: readonly Fact[], placed: OrderFact): Given[] {
  const same = since.filter(({ kind }) => kind === given.kind);
  switch (given.kind) {
    case 'ship':
      return same;
    case 'deliver': {
      if (given.parcels.length > 0) return same.filter(({ parcels }) => parcels.includes(given.parcels[0]!));
      const ofParcels = same.filter(({ parcels }) => parcels.length > 0);
      const named = ofParcels.flatMap(({ parcels }) => parcels);
      const isWhole =
        lastLeft(placed, known) !== undefined &&
        parcelsIn(known).every((parcel) => named.includes(parcel) || arrived(parcel, known) !== undefined);
      return isWhole && ofParcels.length > 0 ? ofParcels : same.filter(({ parcels }) => parcels.length === 0);
    }
    case 'answer':
      // An apology gives a new day because the old one was not kept.
      return same.filter((one) => one.case === given.case && one.told?.message !== 'apologise-for-wait');
    default:
      return [];
  }
}

function eventOf(given: Given, { facts, told }: Order, placed: OrderFact): Event | undefined {
  switch (given.kind) {
    case 'ship':
      return lastLeft(placed, facts);
    case 'deliver':
    case 'write':
      if (given.parcels.length > 0) return allArrived(given.parcels, facts);
      return lastLeft(placed, facts) && (given.kind === 'write' ? undefined : allArrived(parcelsIn(facts), facts));
    default:
      return answered(given.case, facts, told);
  }
}

/** A person has done the task that the case opened, or the customer has found what was missing. */
function answered(id: string | undefined, facts: readonly Fact[], told: Order['told']): Event | undefined {
  const opened = told.find((one) => one.message === 'open-case' && one.case?.id === id);
  const done = facts
    .slice(opened?.seen ?? 0)
    .find(
      (fact) =>
        (fact.name === 'completion' && fact.task === opened?.task?.task) ||
        (opened?.case?.about === 'missing' && fact.name === 'word' && fact.word === 'received'),
    );
  return done && { at: done.at, known: done.learnedAt };
}

const ofShipping = ['warn-shipping-delay', 'hand-to-staff'];
const ofAParcel = ['ask-delivery-check', 'warn-delivery-delay', 'trace-parcel', 'open-case'];
const ofACase = ['apologise-for-wait', 'hand-to-staff'];

/** The message says, or lets know, that this promise will not be kept: something is wrong, and somebody sees to it. */
function warns({ told, at }: Heard, given: Given): boolean {
  // The confirmation of an order whose day to leave had passed says so itself; it cannot arrive by its day then.
  if (told.message === 'confirm-order') return told.level !== undefined && given.told === undefined;
  if (at < given.at || told === given.told) return false;
  if (told.message === 'hand-to-staff') return true;
  switch (given.kind) {
    case 'ship':
      return ofShipping.includes(told.message);
    case 'deliver':
      if (given.parcels.length === 0) return [...ofShipping, ...ofAParcel].includes(told.message);
      return ofAParcel.includes(told.message) && given.parcels.every((parcel) => told.covers.includes(parcel));
    case 'answer':
      return ofACase.includes(told.message) && told.case?.id === given.case;
    default:
      return false;
  }
}
