import { casesOf, type Case } from './cases.ts';
import { isPaid } from './changes.ts';
import type { Share } from './facts.ts';
import { ledgerOf, type GoodsLedger } from './goods.ts';
import type { Made, RecordedOrder, Told } from './order.ts';
import { owedBy, type Owed } from './owed.ts';
import { parcelsOf, type Parcel } from './parcels.ts';
import { rememberedOf } from '../remembered.ts';
import { shippingPromise, type ShippingPromise } from './shipping.ts';
import { stockAsked, type StockAsked } from './stock.ts';

/** All that can be read from an order's facts and from what was told, without asking the clock. */
export interface Reading {
  readonly order: RecordedOrder;
  readonly ledger: GoodsLedger;
  readonly parcels: readonly Parcel[];
  /** What no parcel carries yet and nobody cancelled, of the lines that ship. */
  readonly left: readonly Share[];
  readonly cases: readonly Case[];
  readonly shipping: ShippingPromise;
  /** The last time that everything was put into the hands of staff: promises made before are theirs to keep. */
  readonly handedOver: Told | undefined;
  /** What has not left, unless the customer has it all though nobody told us of a parcel. */
  readonly stillToLeave: readonly Share[];
  /** What is promised to leave, earliest first, and is ours to keep: not out of stock, not in the hands of staff. */
  readonly toShip: readonly { readonly made: Made; readonly told?: Told | undefined }[];
  /** Something is promised to leave. */
  readonly awaitsShipment: boolean;
  /** What is out of stock, asked and unanswered, and not in the hands of staff. */
  readonly stock: StockAsked | undefined;
  /** The payment is awaited, and nothing has left all the same. */
  readonly awaitsPayment: boolean;
  /** By when it is hoped for, as last said: by the confirmation, or to a person, who has not answered either. */
  readonly payBy: { readonly made: Made; readonly told: Told } | undefined;
  /** Parcels that we told the customer of, and whose arrival is still open. */
  readonly underWay: readonly Parcel[];
  /** Parcels whose check is asked and unanswered. */
  readonly askedFor: readonly Parcel[];
  /** Parcels that a trace runs for. */
  readonly traced: readonly Parcel[];
  readonly owed: Owed;
  /** By when we said that the money is back, where it is still owed and not in the hands of staff. */
  readonly refundBy: { readonly made: Made; readonly told: Told } | undefined;
}

export const read = /* @__PURE__ */ rememberedOf((order: RecordedOrder): Reading => {
  const ledger = ledgerOf(order);
  const cases = casesOf(order);
  const parcels = parcelsOf(order, ledger, cases);
  const shipping = shippingPromise(order, ledger);
  const handedOver = order.told.findLast((told) => told.message === 'hand-to-staff');
  const inHand = (told: Told | undefined): boolean =>
    handedOver !== undefined && (told === undefined || order.told.indexOf(told) < order.told.indexOf(handedOver));
  const hasItAll = receivedAsAWhole(order);
  // What replaces a part of it is another matter.
  const replacing = ledger.apart.filter(({ fact }) => fact.name === 'outcome').flatMap(({ lines }) => lines);
  const stillToLeave = hasItAll ? replacing : ledger.left;
  const stock = stillToLeave.length === 0 ? undefined : stockAsked(order, ledger);
  const live = parcels.filter(
    ({ received, caseId, withdrawn }) => received === undefined && caseId === undefined && !withdrawn,
  );
  const askedFor = live.filter((parcel) => isAskedFor(parcel, order) && !inHand(parcel.asked));
  const owed = owedBy(order, ledger);
  const refundBy = lastPromise(order, ({ promise }) => promise === 'refund');
  const payBy = lastPromise(order, ({ of }) => of === 'payment');
  const awaitsPayment =
    !isPaid(order) && order.placed.payment === 'awaited' && ledger.carried.size === 0 && !ledger.isCancelled;
  // Nothing leaves before it is paid: until then no day counts, whatever was said of one.
  const toShip = awaitsPayment
    ? []
    : promisedToLeave(stillToLeave, hasItAll, shipping).filter(({ told }) => !inHand(told));
  return {
    order,
    ledger,
    parcels,
    left: ledger.left,
    cases,
    shipping,
    handedOver,
    stillToLeave,
    toShip,
    awaitsShipment: toShip.length > 0,
    stock: stock === undefined || inHand(stock.told) ? undefined : stock,
    awaitsPayment,
    payBy: awaitsPayment && payBy !== undefined && !inHand(payBy.told) ? payBy : undefined,
    underWay: live.filter(
      (parcel) =>
        !askedFor.includes(parcel) &&
        (parcel.announced !== undefined || isNewlyDelivered(order, parcel)) &&
        (isScannedSince(handedOver, order, parcel) || !inHand(parcel.promised?.told ?? parcel.announced)),
    ),
    askedFor,
    traced: live.filter((parcel) => runsTrace(order, parcel) && !inHand(parcel.traced)),
    owed,
    refundBy: !owed.isOwed || refundBy === undefined || inHand(refundBy.told) ? undefined : refundBy,
  };
});

function promisedToLeave(
  stillToLeave: readonly Share[],
  hasItAll: boolean,
  { chain, common, apart }: ShippingPromise,
): Reading['toShip'] {
  if (stillToLeave.length === 0) return [];
  const last = chain.at(-1);
  return [...(!hasItAll && common.length > 0 && last !== undefined ? [last] : []), ...apart].sort(
    (a, b) => a.made.until - b.made.until,
  );
}

/**
 * Asked, and neither answered nor told of another day since: whether what waits at a pickup point, or is now expected
 * on a later day, has arrived nobody asks before that.
 */
function isAskedFor({ asked, missed, promised }: Parcel, { told }: RecordedOrder): boolean {
  if (asked === undefined || missed !== undefined) return false;
  return promised === undefined || told.indexOf(promised.told) < told.indexOf(asked);
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

function runsTrace(order: RecordedOrder, { traced, delivery, pickup }: Parcel): boolean {
  if (traced === undefined) return false;
  if (pickup !== undefined && order.told.indexOf(pickup.told) > order.told.indexOf(traced)) return false;
  return delivery === undefined || order.facts.indexOf(delivery) < traced.seen;
}

function lastPromise({ told }: RecordedOrder, wanted: (made: Made) => boolean): Reading['refundBy'] {
  return told.flatMap((one) => one.promises.filter(wanted).map((made) => ({ made, told: one }))).at(-1);
}

export function openCase(reading: Reading): Case | undefined {
  return reading.cases.find((one) => one.ended === undefined);
}

export function parcelNamed(reading: Reading, parcel: string | undefined): Parcel | undefined {
  return parcel === undefined ? undefined : reading.parcels.find((one) => one.parcel === parcel);
}
