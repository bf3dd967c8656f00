import { addDays, dayOf, deadlineAfter, endOfDeliveryDay, type ShopDays } from '../../calendar/calendar.ts';
import type { CompleteSettings } from '../../shop/settings.ts';
import type { ChangeFact, DelayFact, PromisedBy, ShipmentCorrectionFact } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import { isOpen, type Made } from '../order.ts';
import type { Parcel } from '../parcels.ts';
import type { Reading } from '../reading.ts';
import { lastShipBy, movedDays } from '../shipping.ts';
import type { Particular } from './compose.ts';
import { refundToCome } from './money.ts';
import { openOrRaise } from './tasks.ts';
import { dayMs } from '../../calendar/day.ts';

/** Written from the facts of that instant; a ship-by already past counts as its first warning. */
export function confirmOrder({ reading }: Occasion, { settings, now }: Circumstances): Particular {
  const { placed } = reading.order;
  if (reading.awaitsPayment) {
    const payBy = placed.payBy ?? deadlineAfter(settings, now, settings.waits.payment);
    return { covers: [], promises: [{ promise: 'word', of: 'payment', ...payBy }] };
  }
  const arrives = placed.lines.some((line) => line.ships) && placed.kind !== 'collect';
  const isMoved = reading.order.facts.some((fact) => fact.name === 'change' && fact.shipBy !== undefined);
  const deliverBy = isMoved ? usualDeliverBy(placed.shipBy.until, reading, settings) : placed.deliverBy;
  const deliver: Made[] = arrives ? [{ promise: 'deliver', ...deliverBy }] : [];
  const isPast =
    reading.shipping.common.length > 0 && reading.toShip[0] !== undefined && reading.toShip[0].made.until <= now;
  const isLate = reading.awaitsShipment && isPast && pendingDelay(reading) === undefined;
  if (!isLate) return { covers: [], promises: deliver };
  return { covers: [], level: 1, promises: [...deliver, writeAgainBy(0, settings, now)] };
}

/**
 * The order as it is now; days that it names anew are new promises where anything is still to leave and need not be paid
 * first, and what it costs less goes back.
 */
export function confirmChange(occasion: Occasion, circumstances: Circumstances): Particular {
  const { news, reading } = occasion;
  const { shipBy, deliverBy, total } = news!.fact as ChangeFact;
  const { placed } = reading.order;
  const { settings } = circumstances;
  const refund = total === undefined ? undefined : refundToCome(occasion, circumstances);
  const travels = placed.lines.some(({ ships }) => ships) && !reading.awaitsPayment;
  const leaves = travels && reading.stillToLeave.length > 0;
  // A later day of leaving moves that of arrival too, where no other is named.
  const isMoved = leaves && shipBy !== undefined && shipBy.until > lastShipBy(reading.order, reading.shipping).until;
  const arrivesBy = deliverBy ?? (isMoved ? usualDeliverBy(shipBy.until, reading, settings) : undefined);
  const arrives = travels && placed.kind !== 'collect';
  // Once all has left, the day is that of each parcel that is still to arrive.
  // Nobody watches the day of what is in the hands of staff.
  const isWatched = shipBy !== undefined || reading.toShip.length > 0;
  const arriving = leaves
    ? isWatched
      ? [undefined]
      : []
    : reading.parcels.filter(isToArrive).map(({ parcel }) => parcel);
  return {
    covers: arrives && arrivesBy !== undefined && !leaves ? arriving.filter((parcel) => parcel !== undefined) : [],
    promises: [
      ...(leaves && shipBy !== undefined ? [{ promise: 'ship' as const, ...shipBy }] : []),
      ...(arrives && arrivesBy !== undefined
        ? arriving.map((parcel) => ({ promise: 'deliver' as const, parcel, ...arrivesBy }))
        : []),
      ...(refund?.promises ?? []),
    ],
    owed: refund?.owed,
  };
}

/** Announced, and nothing since that would make its day another matter. */
const isToArrive = ({ announced, delivery, received, caseId, withdrawn, pickup }: Parcel): boolean =>
  announced !== undefined && (delivery ?? received ?? caseId ?? pickup) === undefined && !withdrawn;

/** All that is not announced yet, each parcel with its own day. */
export function announceShipment({ news, reading }: Occasion, { settings, now }: Circumstances): Particular {
  const parcels = news?.parcels ?? [];
  return {
    covers: parcels.map(({ parcel }) => parcel),
    // What a case takes care of leaves the waits: no day that nobody watches is named.
    promises: parcels
      .filter(({ caseId }) => caseId === undefined)
      .map((parcel) => ({
        promise: 'deliver',
        parcel: parcel.parcel,
        ...(reading.order.placed.kind === 'collect'
          ? keptUntil(parcel, settings, now)
          : deliverByOf(parcel, reading, settings)),
      })),
  };
}

/** What is ready is kept until the day that the shop named with it, unless that has passed; else for the usual time. */
function keptUntil({ shipment }: Parcel, settings: CompleteSettings, now: number): PromisedBy {
  const named = shipment?.deliverBy;
  return named !== undefined && named.until > now
    ? named
    : deadlineAfter(settings, now, settings.waits.pickup, endOfDeliveryDay);
}

/** What the shipment says, else the usual day; or a later one that is known already. */
function deliverByOf(parcel: Parcel, reading: Reading, settings: CompleteSettings): PromisedBy {
  const { order } = reading;
  const stated = parcel.shipment!.deliverBy ?? usualDeliverBy(parcel.shipment!.at, reading, settings);
  const delayed = order.facts.findLast(
    (fact): fact is DelayFact =>
      fact.name === 'delay' &&
      fact.of === 'delivery' &&
      isOpen(order, fact) &&
      (fact.parcel === undefined || fact.parcel === parcel.parcel),
  )?.until;
  return delayed !== undefined && delayed.until > stated.until ? delayed : stated;
}

/** The particulars as they are now; a new day is a new promise. */
export function correctShipment({ news }: Occasion): Particular {
  const { parcel, deliverBy } = news!.fact as ShipmentCorrectionFact;
  return { covers: [parcel], promises: deliverBy === undefined ? [] : [{ promise: 'deliver', parcel, ...deliverBy }] };
}

/** A warning with the new date where there is one, else with the day we write again. */
export function warnShippingDelay(occasion: Occasion, circumstances: Circumstances): Particular {
  const { reading } = occasion;
  const { settings, now } = circumstances;
  const level = reading.shipping.level + 1;
  const newDate = occasion.news === undefined ? undefined : pendingDelay(reading)?.until;
  if (newDate !== undefined && newDate.until > now) {
    const deliver: Made = { promise: 'deliver', ...usualDeliverBy(newDate.until, reading, settings) };
    const isCollected = reading.order.placed.kind === 'collect';
    return { covers: [], level, promises: [{ promise: 'ship', ...newDate }, ...(isCollected ? [] : [deliver])] };
  }
  const write = writeAgainBy(level - 1, settings, now);
  const isApology = occasion.news === undefined && level >= 2;
  return {
    covers: [],
    level,
    promises: [write],
    task: isApology ? openOrRaise(occasion, circumstances, 'find-ship-date', write) : undefined,
  };
}

/** The order's day, moved as far as shipping is (charter: by as many days); else so many days after the goods leave. */
export function usualDeliverBy(leavesAt: number, reading: Reading, settings: CompleteSettings): PromisedBy {
  const moved = reading.order.placed.deliverByNamed ? movedBy(reading, leavesAt, settings) : undefined;
  // Nothing arrives before it leaves: an hour of the day that was named may lie before the one at which it does.
  if (moved !== undefined && moved.until > leavesAt) return moved;
  return deadlineAfter(settings, leavesAt, settings.promises.deliver, endOfDeliveryDay);
}

function movedBy({ order, shipping }: Reading, leaves: number, shop: ShopDays): PromisedBy {
  const { deliverBy } = order.placed;
  const days = movedDays(order, shipping, leaves, shop.zone);
  if (days === 0) return deliverBy;
  const day = addDays(deliverBy.day ?? dayOf(shop.zone, deliverBy.until), days);
  if (deliverBy.day === undefined) return { until: deliverBy.until + days * dayMs };
  return { until: endOfDeliveryDay(shop, day), day };
}

/** What the shop last said about leaving later, not yet passed on. */
function pendingDelay({ order }: Reading): DelayFact | undefined {
  return order.facts.findLast(
    (fact): fact is DelayFact => fact.name === 'delay' && fact.of === 'shipment' && isOpen(order, fact),
  );
}

function writeAgainBy(warningsSoFar: number, settings: CompleteSettings, now: number): Made {
  const { warnings } = settings.waits;
  const wait = warnings[warningsSoFar] ?? warnings.at(-1)!;
  return { promise: 'write', of: 'shipment', ...deadlineAfter(settings, now, wait) };
}
