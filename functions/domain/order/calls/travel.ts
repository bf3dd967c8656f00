import { isDue, nextMorning, owedCheck } from '../dues.ts';
import type { DelayFact, DeliveryFact, IncidentFact } from '../facts.ts';
import { isOpen } from '../order.ts';
import type { Parcel } from '../parcels.ts';
import { parcelNamed, type Reading } from '../reading.ts';
import { untilKnown, type Call } from './call.ts';

/** A scan: the check follows once everything has arrived, at an hour at which one may ask. */
export function callOfDelivery(fact: DeliveryFact, reading: Reading, now: number): Call {
  const parcel = parcelNamed(reading, fact.parcel)!;
  if (parcel.received !== undefined) return { note: 'the customer has told us already' };
  if (parcel.withdrawn) return { note: 'cancelled: the customer is to return it' };
  if (parcel.caseId !== undefined) return { note: 'it belongs to a case' };
  if (reading.askedFor.includes(parcel)) return { note: 'the customer is asked already' };
  const check = owedCheck(reading, now);
  if (check === undefined || check.cause !== fact.id) return { note: 'not everything has arrived yet' };
  return isDue(check.until, now)
    ? { act: 'AskDeliveryCheck', parcels: check.parcels }
    : { turn: check.until, due: 'check-hour' };
}

/** The carrier or the shop names a later day, or none: told at most once a parcel and day. */
export function callOfDeliveryDelay(fact: DelayFact, reading: Reading, now: number): Call {
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
  const concerned = live.filter((parcel) => isNews(fact, parcel, reading));
  if (concerned.length === 0) {
    return { note: fact.until === undefined ? 'it is searched for already' : 'not later than promised' };
  }
  const turn = Math.max(...concerned.map((parcel) => turnOfDelay(parcel, reading)));
  return isDue(turn, now) ? { act: 'WarnDeliveryDelay', parcels: concerned } : { turn, due: 'delay-turn' };
}

/** A later day than was promised; without a day, that there is none, unless a search says by when we write. */
function isNews({ until }: DelayFact, parcel: Parcel, { traced }: Reading): boolean {
  if (until === undefined) return !traced.includes(parcel);
  return parcel.promised === undefined || until.until > parcel.promised.made.until;
}

/** Of several days that wait to be told, only the carrier's last word is still true. */
function isOvertaken(fact: DelayFact, { order }: Reading): boolean {
  const later = order.facts.slice(order.facts.indexOf(fact) + 1);
  return later.some(
    (other) =>
      other.name === 'delay' && other.of === 'delivery' && other.parcel === fact.parcel && isOpen(order, other),
  );
}

const isTravelling = ({ delivery, received, caseId, pickup, withdrawn }: Parcel): boolean =>
  delivery === undefined && received === undefined && caseId === undefined && pickup === undefined && !withdrawn;

/** At most one warning a parcel a day; but never later than the day that it moves. */
function turnOfDelay(parcel: Parcel, { order }: Reading): number {
  const last = order.told.findLast(
    (told) => told.message === 'warn-delivery-delay' && told.covers.includes(parcel.parcel),
  );
  if (last === undefined) return 0;
  return Math.min(nextMorning(order.placed.zone, last.at), parcel.promised?.made.until ?? Number.POSITIVE_INFINITY);
}

/** Something befell a parcel: told at once; what only a person can put right opens a case, or joins the open one. */
export function callOfIncident(fact: IncidentFact, reading: Reading, now: number): Call {
  const parcel = parcelNamed(reading, fact.parcel);
  if (parcel === undefined) return untilKnown(fact, now);
  if (parcel.withdrawn) return { note: 'cancelled: it is expected back' };
  if (parcel.received !== undefined) {
    const isOnItsWayBack = fact.kind === 'returned' || fact.kind === 'refused';
    return isOnItsWayBack ? { act: 'AskStaff', parcels: [parcel] } : { note: 'the customer has it already' };
  }
  // Nobody hears of the trouble of a parcel before they hear that it left.
  if (parcel.announced === undefined && parcel.delivery === undefined) return untilKnown(fact, now);
  if (opensCase(fact)) return { act: 'WarnDeliveryIncident', parcels: [parcel] };
  if (parcel.caseId !== undefined) return { note: 'it belongs to a case' };
  if (parcel.delivery !== undefined) return { note: 'already delivered' };
  if (fact.kind !== 'held-at-pickup') return { act: 'WarnDeliveryIncident', parcels: [parcel] };
  const isKnown =
    parcel.pickup !== undefined && (fact.keptUntil === undefined || fact.keptUntil.until === parcel.pickup.made.until);
  return isKnown ? { note: 'the customer knows that it is there' } : { act: 'AnnouncePickup', parcels: [parcel] };
}

/** Damaged, lost, returned, refused: nobody waits for that parcel any more (charter). */
export function opensCase({ kind }: IncidentFact): boolean {
  return kind === 'damaged' || kind === 'lost' || kind === 'returned' || kind === 'refused';
}
