import { at, dayOf, millisecondsOf, nextTimeOfDay, timeOfDay } from '../calendar/calendar.ts';
import { dayMs } from '../calendar/day.ts';
import { consequences, messageOf, type Due } from '../vocabulary.ts';
import type { Told } from './order.ts';
import type { Parcel } from './parcels.ts';
import { openCase, type Reading } from './reading.ts';
import { silenceAbout } from './stock.ts';

/** Something that falls due in silence, and what it is about. */
export interface DueBy {
  readonly due: Due;
  readonly until: number;
  /** What makes the message that it leads to the only one of its kind. */
  readonly cause: string;
  /** What it is about, where that is parcels. */
  readonly parcels: readonly Parcel[];
}

/** A promise is due from one second before its instant: a wait has whole seconds, and being early beats spinning. */
export const marginMs = 1000;
export const isDue = (until: number, now: number): boolean => now >= until - marginMs;

/** After that many warnings in silence the order goes into the hands of staff. */
export const warningsBeforeHandingOver = 3;
const apologiesBeforeHandingOver = 2;
const asksInSilence = 1;
const refundsLateBeforeHandingOver = 3;
const halfOf = (from: number, until: number): number => from + Math.floor((until - from) / 2);

/** A pickup point is named once more so long before its time is over. */
const remindBeforeMs = 2 * dayMs;

/** Between these the check that follows a scan is not sent, on the customer's clock (charter, Dose and hours). */
const noCheckFrom = '21:00';
const noCheckUntil = '08:00';

/** Every open promise of the whole order with its consequence, earliest first. */
export function duesOf(reading: Reading, now: number): DueBy[] {
  const told = new Set(reading.order.told.map(({ key }) => key));
  const groups = [
    paymentDues,
    shippingDues,
    stockDues,
    deliveryDues,
    pickupDues,
    wordDues,
    traceDues,
    caseDues,
    refundDues,
  ];
  const all = groups.flatMap((duesIn) => duesIn(reading, now));
  return all.filter((due) => !told.has(keyOf(due))).sort((a, b) => a.until - b.until);
}

/** The key of the message that something due leads to: what was said of it once is not due again. */
function keyOf({ due, cause }: DueBy): string {
  const act = consequences[due];
  return act === 'CloseOrder' ? '' : `${messageOf(act)}:${cause}`;
}

function shippingDues({ order, toShip, shipping }: Reading): DueBy[] {
  const first = toShip[0];
  if (first === undefined) return [];
  const due = shipping.level < warningsBeforeHandingOver ? 'ship-by' : 'patience-ends';
  // What is promised after staff had the order in hand goes into their hands again.
  const handed = order.told.filter(({ message }) => message === 'hand-to-staff').length;
  const cause = handed === 0 ? `ship-${shipping.level}` : `ship-${shipping.level}-${handed}`;
  return [{ due, until: first.made.until, cause, parcels: [] }];
}

/** Reminded once, at half time; then a person asks; then the order is let go. */
function paymentDues({ order, payBy }: Reading): DueBy[] {
  if (payBy === undefined) return [];
  const { made, told } = payBy;
  const about = { cause: `payment-${told.key}`, parcels: [] };
  if (told.message === 'ask-staff') return [{ due: 'unpaid-by', until: made.until, ...about }];
  const isReminded = order.told.some(({ message }) => message === 'remind-payment');
  const payLater: DueBy = { due: 'pay-by', until: made.until, ...about };
  return isReminded
    ? [payLater]
    : [{ due: 'payment-reminder', until: halfOf(told.at, made.until), ...about }, payLater];
}

/** Nobody answers what becomes of what is out of stock: asked once more, then a person decides with the customer. */
function stockDues({ order, stock }: Reading): DueBy[] {
  if (stock === undefined) return [];
  const due = stock.again < asksInSilence ? 'choice-by' : 'patience-ends';
  return [{ due, until: stock.until, cause: silenceAbout(order), parcels: [] }];
}

function deliveryDues(reading: Reading, now: number): DueBy[] {
  const late = reading.underWay.flatMap((parcel): DueBy[] => {
    if (parcel.delivery !== undefined || parcel.promised === undefined || parcel.pickup !== undefined) return [];
    // A search has a day of its own; only a day that was named since counts beside it.
    if (reading.traced.includes(parcel) && isOlder(parcel.promised.told, parcel.traced!, reading)) return [];
    const { made, told } = parcel.promised;
    return [{ due: 'deliver-by', until: made.until, cause: `${told.key}-${parcel.parcel}`, parcels: [parcel] }];
  });
  const check = owedCheck(reading, now);
  return check === undefined ? late : [...late, { due: 'check-hour', ...check }];
}

const isOlder = (one: Told, other: Told, { order: { told } }: Reading): boolean =>
  told.indexOf(one) < told.indexOf(other);

/** What waits at a pickup point: named once more two days before its time is over, then somebody calls, then staff. */
function pickupDues({ order, underWay }: Reading): DueBy[] {
  return underWay.flatMap((parcel): DueBy[] => {
    const { pickup, delivery } = parcel;
    if (pickup === undefined || delivery !== undefined) return [];
    const about = { cause: `${pickup.told.key}-${parcel.parcel}`, parcels: [parcel] };
    const { until } = pickup.made;
    const called = order.told
      .slice(order.told.indexOf(pickup.told) + 1)
      .findLast(({ message, covers }) => message === 'escalate-silent-delivery' && covers.includes(parcel.parcel));
    const patience = called?.promises.find(({ promise }) => promise === 'word')?.until;
    if (patience !== undefined) return [{ due: 'patience-ends', until: patience, ...about }];
    const remindAt = until - remindBeforeMs;
    const isWorthIt = !pickup.reminded && remindAt > pickup.told.at;
    return [
      ...(isWorthIt ? [{ due: 'pickup-reminder' as const, until: remindAt, ...about }] : []),
      { due: 'pickup-by' as const, until, ...about },
    ];
  });
}

/** The check that follows the last scan: once everything has left and all that is under way has arrived. */
export function owedCheck(
  reading: Reading,
  now: number,
): { until: number; cause: string; parcels: readonly Parcel[] } | undefined {
  const { order, awaitsShipment, stock, underWay, askedFor } = reading;
  const owed = underWay.filter(
    ({ delivery, asked }) =>
      delivery !== undefined && (asked === undefined || order.facts.indexOf(delivery) >= asked.seen),
  );
  const stillTravelling = [...underWay, ...askedFor].some(({ delivery }) => delivery === undefined);
  if (owed.length === 0 || awaitsShipment || stock !== undefined || stillTravelling) return undefined;
  const last = owed
    .map((parcel) => parcel.delivery!)
    .reduce((latest, fact) => (order.facts.indexOf(fact) > order.facts.indexOf(latest) ? fact : latest));
  return { until: notBefore(order.placed.zone, Math.max(last.learnedAt, now)), cause: last.id, parcels: owed };
}

/** A promise may be seen to a second early; an hour before which nobody is asked may not. */
function notBefore(zone: string, instant: number): number {
  const hour = hourToAsk(zone, instant);
  return hour === instant ? instant : hour + marginMs;
}

/** `instant`, or 08:00 on the customer's clock where it falls between 21:00 and 08:00. */
export function hourToAsk(zone: string, instant: number): number {
  const time = timeOfDay(zone, instant);
  return time >= noCheckFrom || time < noCheckUntil ? nextTimeOfDay(zone, instant, noCheckUntil) : instant;
}

/** The next morning on the customer's clock: a parcel's day is moved at most once a day. */
export function nextMorning(zone: string, instant: number): number {
  const endOfToday = at(zone, dayOf(zone, instant + millisecondsOf('P1D')), '00:00');
  return nextTimeOfDay(zone, endOfToday, noCheckUntil);
}

function wordDues({ order, askedFor }: Reading): DueBy[] {
  return askedFor.flatMap((parcel): DueBy[] => {
    const asked = parcel.asked!;
    const escalated = order.told.findLast(
      (told) =>
        told.message === 'escalate-silent-delivery' && told.covers.includes(parcel.parcel) && told.seen >= asked.seen,
    );
    const until = (escalated ?? asked).promises.find((made) => made.promise === 'word')?.until;
    if (until === undefined) return [];
    const due = parcel.delivery !== undefined ? 'word-by' : escalated === undefined ? 'scan-by' : 'patience-ends';
    return [{ due, until, cause: asked.key, parcels: [parcel] }];
  });
}

function traceDues({ traced }: Reading): DueBy[] {
  return traced.flatMap((parcel): DueBy[] => {
    const until = parcel.traced!.promises.find((made) => made.of === 'trace')?.until;
    return until === undefined
      ? []
      : [{ due: 'trace-by', until, cause: `${parcel.traced!.key}-${parcel.parcel}`, parcels: [parcel] }];
  });
}

function caseDues(reading: Reading): DueBy[] {
  const open = openCase(reading);
  if (open === undefined) return [];
  const parcels = reading.parcels.filter(({ caseId }) => caseId === open.id);
  const answerBy: DueBy = {
    due: open.apologies < apologiesBeforeHandingOver ? 'answer-by' : 'patience-ends',
    until: open.until,
    cause: `${open.id}-${open.apologies}`,
    parcels,
  };
  if (open.reminded) return [answerBy];
  return [{ due: 'half-time', until: halfOf(open.opened.at, open.until), cause: open.id, parcels }, answerBy];
}

/** Money that was promised back and of which nobody told us that it went. */
function refundDues({ order, refundBy }: Reading): DueBy[] {
  if (refundBy === undefined) return [];
  const late = order.told.filter(({ message }) => message === 'escalate-refund').length;
  const due = late < refundsLateBeforeHandingOver ? 'refund-by' : 'patience-ends';
  return [{ due, until: refundBy.made.until, cause: `refund-${order.told.indexOf(refundBy.told)}`, parcels: [] }];
}
