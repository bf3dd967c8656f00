import { isDue } from '../dues.ts';
import type { DelayFact, ShipmentCorrectionFact, ShipmentFact } from '../facts.ts';
import { isOpen } from '../order.ts';
import { parcelNamed, type Reading } from '../reading.ts';
import { untilKnown, type Call } from './call.ts';

/** A parcel left: announced with all that was not announced yet, unless the customer has it or nobody wants it any more. */
export function callOfShipment(fact: ShipmentFact, reading: Reading): Call {
  const parcel = parcelNamed(reading, fact.parcel)!;
  if (parcel.announced !== undefined) return { note: 'already announced' };
  if (reading.ledger.recalled.has(parcel.parcel)) return { act: 'AskStaff', parcels: [parcel] };
  if (parcel.withdrawn) return { note: 'cancelled since: the customer is to refuse or return it' };
  if (parcel.received !== undefined) return { note: 'the customer has it already' };
  if (parcel.delivery !== undefined) return { note: 'already delivered' };
  const unannounced = reading.parcels.filter(
    ({ shipment, announced, delivery, received, withdrawn }) =>
      shipment !== undefined &&
      announced === undefined &&
      delivery === undefined &&
      received === undefined &&
      !withdrawn,
  );
  return { act: reading.left.length === 0 ? 'AnnounceShipment' : 'AnnouncePartialShipment', parcels: unannounced };
}

/** The shop says that shipping will be late: told, unless it is not later than promised or everything has left. */
export function callOfShippingDelay(fact: DelayFact, reading: Reading, now: number): Call {
  if (reading.stillToLeave.length === 0) return { note: 'everything has left already' };
  const { common, apart } = reading.shipping;
  if (common.length === 0 && apart.length === 0) return { note: 'out of stock: it is asked what becomes of it' };
  if (isOvertakenDelay(fact, reading)) return { note: 'overtaken by a later word' };
  if (reading.awaitsPayment) return untilPaid(reading, now);
  const { until } = fact;
  // What is in the hands of staff was promised too: an earlier day is no warning.
  const open = reading.toShip.length > 0 ? reading.toShip : reading.shipping.chain.slice(-1);
  const named = open.flatMap(({ made }) => (made.promise === 'ship' ? [made.until] : []));
  const isUndated = named.length < open.length;
  const promised = open.length > 0 ? named : [reading.order.placed.shipBy.until];
  if (until !== undefined && !isUndated && promised.every((day) => until.until <= day)) {
    return { note: 'not later than promised' };
  }
  return { act: 'WarnShippingDelay', parcels: [] };
}

/** Late is only what was promised: before it is paid nothing is, and if it never is nobody needs to hear of it. */
function untilPaid({ payBy }: Reading, now: number): Call {
  if (payBy !== undefined && payBy.told.message !== 'ask-staff') return { turn: Infinity, due: 'note-turn' };
  const until = payBy?.made.until ?? now;
  return isDue(until, now) ? { note: 'it was never paid' } : { turn: until, due: 'note-turn' };
}

/** Of several words that wait to be told, only the shop's last is still true. */
function isOvertakenDelay(fact: DelayFact, { order }: Reading): boolean {
  const since = order.facts.slice(order.facts.indexOf(fact) + 1);
  return since.some((other) => other.name === 'delay' && other.of === 'shipment' && isOpen(order, other));
}

/** Another carrier, number or day than was told: corrected where it was told, else told with the shipment. */
export function callOfShipmentCorrection(fact: ShipmentCorrectionFact, reading: Reading, now: number): Call {
  const parcel = parcelNamed(reading, fact.parcel);
  if (parcel?.shipment === undefined) return untilKnown(fact, now);
  if (parcel.received !== undefined || parcel.delivery !== undefined) return { note: 'it has arrived already' };
  if (parcel.caseId !== undefined) return { note: 'it belongs to a case' };
  if (parcel.withdrawn) return { note: 'cancelled since' };
  if (parcel.announced === undefined) return { note: 'told with the shipment' };
  if (isOvertaken(fact, reading)) return { note: 'overtaken by a later correction' };
  return { act: 'CorrectShipment', parcels: [parcel] };
}

function isOvertaken(fact: ShipmentCorrectionFact, { order }: Reading): boolean {
  return order.facts.some(
    (other) =>
      other.name === 'shipment-correction' &&
      other.parcel === fact.parcel &&
      other !== fact &&
      (other.at > fact.at || (other.at === fact.at && order.facts.indexOf(other) > order.facts.indexOf(fact))),
  );
}
