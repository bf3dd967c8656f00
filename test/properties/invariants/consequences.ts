import type { DeliveryFact, Fact, ShipmentFact } from '../../../functions/domain/order/facts.ts';
import type { Told } from '../../../functions/domain/order/order.ts';
import { knownAt } from '../../../cli/simulate/judging/events.ts';
import type { LifeRecord } from '../record.ts';
import { crowdMs, factsBy, isDelivered, latest, said, type Invariant } from './judge.ts';

/** What is decided has its consequence: rows of the charter's table that speak of no promise of a day. */

const has = (facts: readonly Fact[], ...names: readonly Fact['name'][]): boolean =>
  facts.some(({ name }) => names.includes(name));

/** Money was taken: by the order itself, or since. */
function isPaidFor(facts: readonly Fact[]): boolean {
  return facts.some((fact) =>
    fact.name === 'order' ? (fact.payment ?? 'paid') === 'paid' : fact.name === 'payment' && fact.status === 'paid',
  );
}

/** "Refund owed if anything was paid": the word about a cancellation says by when the money is back; else it says nothing. */
export const moneyGoesBack: Invariant = ({ claims }) =>
  claims.flatMap(({ told, facts }) => {
    if (told.message !== 'confirm-cancellation' || has(facts, 'refund', 'correction', 'outcome', 'change')) return [];
    const isPromised = told.promises.some(({ promise }) => promise === 'refund');
    if (isPaidFor(facts) === isPromised) return [];
    return [isPromised ? `${told.key} promises money that nobody paid` : `${told.key} keeps what was paid`];
  });

/** "No answer: asked again, then staff": a question about stock that stays unanswered is not forgotten. */
export const stockIsAskedAgain: Invariant = (record) =>
  unanswered(record, 'warn-out-of-stock').flatMap(({ told, by, facts, later }) => {
    const isDecided = has(facts, 'choice', 'cancellation', 'shipment', 'delivery', 'stock-out', 'correction', 'refund');
    const isReceived = facts.some((fact) => fact.name === 'word' && fact.word === 'received');
    const isSpokenOf = later.some(({ stock, message }) => stock !== undefined || message === 'hand-to-staff');
    if (isDecided || isReceived || has(facts, 'change', 'outcome') || isSpokenOf) return [];
    return [`nobody asked again about ${told.key}, unanswered by ${new Date(by).toISOString()}`];
  });

/** "Not collected: somebody calls": what waits to be collected until a day is somebody's matter from then on. */
export const callsForWhatWaits: Invariant = (record) =>
  [
    ...unanswered(record, 'announce-pickup'),
    ...(record.placed?.kind === 'collect' && !has(record.order?.facts ?? [], 'change')
      ? unanswered(record, 'announce-shipment')
      : []),
  ].flatMap(({ told, by, facts, later }) => {
    const isMoved = has(
      facts,
      'delivery',
      'word',
      'incident',
      'shipment-correction',
      'cancellation',
      'correction',
      'outcome',
      'change',
    );
    if (isMoved || later.some((one) => callsFor.includes(one.message) || one.task !== undefined)) return [];
    return [`nobody called about ${told.key}, to be collected until ${new Date(by).toISOString()}`];
  });
const callsFor = [
  'escalate-silent-delivery',
  'announce-pickup',
  'hand-to-staff',
  'open-case',
  'warn-delivery-incident',
];

/** Messages of a kind whose last promise has passed, with what was learned and said from then until it had to be seen to. */
function unanswered(record: LifeRecord, message: string) {
  return said(record).flatMap(({ told, at }) => {
    const until = told.message === message && told.isVoid !== true ? told.promises.at(-1)?.until : undefined;
    if (until === undefined) return [];
    const by = latest(record, Math.max(until, at) + crowdMs);
    if (record.until < by) return [];
    const facts = factsBy(record, by).slice(told.seen);
    const later = record.claims.filter((one) => one.at >= at && one.at <= by && one.told !== told);
    return [{ told, by, facts, later: later.map((one) => one.told) }];
  });
}

/** "Damaged, lost, returned, refused: told at once, and a case": a parcel that had left, and that nobody has, is somebody's matter. */
export const badEndsAreCases: Invariant = ({ order, facts, placed }) => {
  const all = facts.map(({ fact }) => fact);
  if (order === undefined || placed === undefined || order.closed?.how === 'retake') return [];
  if (has(all, 'correction', 'cancellation', 'choice', 'refund', 'outcome', 'change')) return [];
  if (all.some((fact) => fact.name === 'word' && fact.word === 'received')) return [];
  return all.flatMap((fact, index) => {
    if (fact.name !== 'incident' || !badEnds.includes(fact.kind)) return [];
    const hasLeft = all.slice(0, index).some((one) => one.name === 'shipment' && one.parcel === fact.parcel);
    const isSaid = order.told.some(({ key, case: of }) => key === order.fates[fact.id] && of !== undefined);
    return !hasLeft || placed.history || isSaid ? [] : [`${fact.id} is nobody's matter: ${order.fates[fact.id]}`];
  });
};
const badEnds: readonly string[] = ['damaged', 'lost', 'returned', 'refused'];

/** "A new parcel to ship, with a new promise": whoever is promised a replacement hears when it leaves. */
export const replacementsHaveADay: Invariant = ({ claims, placed }) =>
  claims.flatMap(({ told, facts }) => {
    const index = facts.findIndex(({ id }) => id === told.cause);
    const cause = facts[index];
    if (told.message !== 'announce-settlement' || cause?.name !== 'outcome' || cause.outcome !== 'replacement')
      return [];
    const before = facts.slice(0, index);
    const isPlain = before.some((fact) => fact.name === 'shipment' && fact.lines === undefined);
    const ships = placed?.lines.some((line) => line.ships) === true;
    const isLeft = facts.slice(index).some(({ name }) => name === 'shipment' || name === 'delivery');
    if (
      !isPlain ||
      isLeft ||
      !ships ||
      has(facts, 'cancellation', 'correction', 'refund', 'choice', 'stock-out', 'change')
    )
      return [];
    const others = before.filter(({ name }) => name === 'outcome' || name === 'shipment' || name === 'delivery');
    if (others.length > 1) return [];
    return told.promises.some(({ promise }) => promise === 'ship') ? [] : [`${told.key} names no day`];
  });

/** "Everything is derived without it": nothing is said because of a fact that was taken back, or of a parcel it alone told of. */
export const takenBackIsGone: Invariant = ({ claims }) =>
  claims.flatMap(({ told, facts }) => {
    if (!has(facts, 'correction') || told.message === 'correct-what-we-said') return [];
    const live = knownAt(Number.POSITIVE_INFINITY, facts);
    const isGone = (id: string): boolean =>
      facts.some((fact) => fact.id === id) && !live.some((fact) => fact.id === id);
    const unknown = aboutParcels.includes(told.message)
      ? told.covers.filter((parcel) => !live.some((fact) => travels(fact) && fact.parcel === parcel))
      : [];
    return [
      ...(isGone(told.cause) ? [`${told.key} because of what was taken back`] : []),
      ...unknown.map((parcel) => `${told.key} speaks of ${parcel}, which was a mistake`),
    ];
  });

const travels = (fact: Fact): fact is ShipmentFact | DeliveryFact =>
  fact.name === 'shipment' || fact.name === 'delivery';
const aboutParcels: readonly Told['message'][] = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-delivery-delay',
  'ask-delivery-check',
  'trace-parcel',
  'announce-pickup',
  'remind-pickup',
];

/**
 * "One delivery check for an order that arrives as one; the hour: by day": where all has left in one parcel and that is
 * scanned, and nothing else is told, the customer is asked at once, or from eight in the morning.
 */
export const askedWhenItArrives: Invariant = (record) => {
  const { facts, placed, disturbances } = record;
  if (placed === undefined || placed.history || disturbances.length > 0) return [];
  const scan = facts.find(({ fact }) => fact.name === 'delivery');
  if (scan === undefined || placed.learnedAt > scan.at) return [];
  const by = hourAfter(placed.zone, scan.at) + crowdMs;
  const known = factsBy(record, by);
  const isUsual = known.every(({ name }) => name === 'order' || name === 'shipment' || name === 'delivery');
  const parcels = known.filter(travels);
  const isOne = parcels.length === 2 && parcels[0]!.name === 'shipment' && parcels[0]!.lines === undefined;
  if (!isUsual || !isOne || !isDelivered(parcels[0]!.parcel, known) || record.until < by) return [];
  // What was past when it came, or handed over before, was asked about in its own way.
  if (record.claims.some(({ told, at }) => at < scan.at && spoken.includes(told.message))) return [];
  const isAsked = record.claims.some(({ told, at }) => told.message === 'ask-delivery-check' && at <= by);
  return isAsked ? [] : [`nobody asked about ${parcels[0]!.parcel} by ${new Date(by).toISOString()}`];
};
const spoken = ['ask-delivery-check', 'hand-to-staff', 'ask-staff', 'trace-parcel', 'open-case'];

/** That instant where it is between eight and nine in the evening on that clock, else the next at which it is eight. */
function hourAfter(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' });
  const minute = 60_000;
  let at = instant;
  while (format.format(at) < '08:00' || format.format(at) >= '21:00') at = Math.floor(at / minute + 1) * minute;
  return at;
}
