import { casesOf, type Case } from './cases.ts';
import type { Share } from './facts.ts';
import type { RecordedOrder, Told } from './order.ts';
import { parcelsOf, type Parcel, type Parcels } from './parcels.ts';
import { shippingPromise, type ShippingPromise } from './shipping.ts';

/** All that can be read from an order's facts and from what was told, without asking the clock. */
export interface Reading extends Parcels {
  readonly order: RecordedOrder;
  readonly cases: readonly Case[];
  readonly shipping: ShippingPromise;
  /** The last time that everything was put into the hands of staff: promises made before are theirs to keep. */
  readonly handedOver: Told | undefined;
  /** What has not left, unless the customer has it all though nobody told us of a parcel. */
  readonly stillToLeave: readonly Share[];
  /** Lines are left whose promise to ship is ours to keep: it is not in the hands of staff. */
  readonly awaitsShipment: boolean;
  /** Parcels that we told the customer of, and whose arrival is still open. */
  readonly underWay: readonly Parcel[];
  /** Parcels whose check is asked and unanswered. */
  readonly askedFor: readonly Parcel[];
  /** Parcels that a trace runs for. */
  readonly traced: readonly Parcel[];
}

export function read(order: RecordedOrder): Reading {
  const { parcels, left } = parcelsOf(order);
  const cases = casesOf(order);
  const shipping = shippingPromise(order);
  const handedOver = order.told.findLast((told) => told.message === 'hand-to-staff');
  const inHand = (told: Told | undefined): boolean =>
    handedOver !== undefined && (told === undefined || order.told.indexOf(told) < order.told.indexOf(handedOver));
  const stillToLeave = receivedAsAWhole(order) ? [] : left;
  const lastOfShipping = shipping.chain.at(-1);
  const live = parcels.filter((parcel) => parcel.received === undefined && parcel.caseId === undefined);
  const askedFor = live.filter(({ asked, missed }) => asked !== undefined && missed === undefined && !inHand(asked));
  const traced = live.filter((parcel) => runsTrace(order, parcel) && !inHand(parcel.traced));
  return {
    order,
    parcels,
    left,
    cases,
    shipping,
    handedOver,
    stillToLeave,
    awaitsShipment: stillToLeave.length > 0 && lastOfShipping !== undefined && !inHand(lastOfShipping.told),
    underWay: live.filter(
      (parcel) =>
        !askedFor.includes(parcel) &&
        (parcel.announced !== undefined || isNewlyDelivered(order, parcel)) &&
        (isScannedSince(handedOver, order, parcel) || !inHand(parcel.promised?.told ?? parcel.announced)),
    ),
    askedFor,
    traced,
  };
}

/** Scanned though never announced, and not so long ago that it is history. */
function isNewlyDelivered(order: RecordedOrder, { delivery, announced }: Parcel): boolean {
  return announced === undefined && delivery !== undefined && !(order.placed.history && delivery.old === true);
}

/** A scan that came after the order went into the hands of staff takes its parcel up again. */
function isScannedSince(handedOver: Told | undefined, order: RecordedOrder, { delivery }: Parcel): boolean {
  return delivery !== undefined && order.facts.indexOf(delivery) >= (handedOver?.seen ?? 0);
}

/** The customer has it though no parcel was ever told: nothing is left to wait for. */
function receivedAsAWhole(order: RecordedOrder): boolean {
  const firstTravel = order.facts.findIndex((fact) => fact.name === 'shipment' || fact.name === 'delivery');
  const before = firstTravel === -1 ? order.facts : order.facts.slice(0, firstTravel);
  return before.some((fact) => fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined);
}

function runsTrace(order: RecordedOrder, { traced, delivery }: Parcel): boolean {
  return traced !== undefined && (delivery === undefined || order.facts.indexOf(delivery) < traced.seen);
}

export function openCase(reading: Reading): Case | undefined {
  return reading.cases.find((one) => one.ended === undefined);
}

export function parcelNamed(reading: Reading, parcel: string | undefined): Parcel | undefined {
  return parcel === undefined ? undefined : reading.parcels.find((one) => one.parcel === parcel);
}
