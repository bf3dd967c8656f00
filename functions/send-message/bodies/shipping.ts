import type { ParcelNews, PromisedTime, Reason } from '../../../messages/letter.ts';
import type { DelayFact } from '../../domain/order/facts.ts';
import type { Made } from '../../domain/order/order.ts';
import type { Reading } from '../../domain/order/reading.ts';
import { goodsOf } from '../order-details.ts';
import {
  causeOf,
  coveredBy,
  deliveryOf,
  hourOf,
  parcelsCovered,
  paymentToCome,
  promisedTime,
  type Bodies,
  type Material,
} from './material.ts';

/** An order is confirmed, its parcels leave, or leave later. */
export const shippingBodies: Bodies<
  'confirm-order' | 'announce-shipment' | 'announce-partial-shipment' | 'warn-shipping-delay' | 'correct-shipment'
> = {
  'confirm-order': (material) => {
    const { order, told, placed, reading } = material;
    const delivery = deliveryOf(material);
    const ships = delivery.kind !== 'none';
    const writeBy = told.promises.find((made) => made.promise === 'write');
    const arrives = ships && delivery.kind !== 'collect';
    const { shipBy } = order.placed;
    const deliverBy = told.promises.find(({ promise }) => promise === 'deliver');
    // While the payment is awaited no day runs: none is named.
    const toPay = paymentToCome(material);
    return {
      lines: goodsOf(order.placed.lines, placed),
      total: placed.total,
      delivery,
      payment: order.placed.payment === 'awaited' && toPay === undefined ? undefined : order.placed.payment,
      toPay,
      recipient: placed.recipient?.name,
      shipBy: ships && toPay === undefined ? promisedTime(reading.shipping.chain[0]?.made ?? shipBy) : undefined,
      deliverBy: arrives && toPay === undefined ? deliverBy && promisedTime(deliverBy) : undefined,
      alreadyShipped: ships && reading.left.length === 0,
      lateAlready: writeBy === undefined ? undefined : { writeBy: hourOf(writeBy) },
      visit: told.visit,
    };
  },
  'announce-shipment': (material) => ({
    parcels: parcelsLeaving(material),
    extra: coveredBy(material).every((parcel) => parcel.lines.length === 0),
  }),
  'announce-partial-shipment': (material) => ({
    parcels: parcelsLeaving(material),
    toCome: goodsOf(material.reading.left, material.placed),
    toComeBy: toComeBy(material.reading),
  }),
  'warn-shipping-delay': (material) => {
    const { told, placed, reading } = material;
    const made = (promise: Made['promise']) => told.promises.find((one) => one.promise === promise);
    const [ship, deliver, write] = [made('ship'), made('deliver'), made('write')];
    const someLeft = reading.parcels.length > 0;
    return {
      level: told.level ?? 1,
      reason: reasonOf(material),
      shipBy: ship && promisedTime(ship),
      deliverBy: deliver && promisedTime(deliver),
      writeBy: write && hourOf(write),
      onlyThese: someLeft ? goodsOf(reading.left, placed) : undefined,
    };
  },
  'correct-shipment': (material) => {
    const fact = causeOf(material);
    const changed = fact?.name === 'shipment-correction' ? fact : undefined;
    return {
      parcel: parcelsCovered(material)[0]!,
      changed: [
        ...(changed?.carrier === undefined ? [] : (['carrier'] as const)),
        ...((changed?.trackingNumber ?? changed?.trackingUrl) === undefined ? [] : (['tracking'] as const)),
        ...(changed?.deliverBy === undefined ? [] : (['deliver-by'] as const)),
      ],
    };
  },
};

/** A day that is past when they are announced is not named: the question whether they arrived follows at once. */
function parcelsLeaving(material: Material): ParcelNews[] {
  const { told } = material;
  const past = new Set(
    told.promises.flatMap(({ parcel, until }) => (until <= told.at && parcel !== undefined ? [parcel] : [])),
  );
  const covered = coveredBy(material);
  return parcelsCovered(material).map((news, index) =>
    past.has(covered[index]!.parcel) ? { ...news, deliverBy: undefined } : news,
  );
}

export function toComeBy({ shipping }: Reading): PromisedTime | undefined {
  const last = shipping.chain.at(-1)?.made;
  return last?.promise === 'ship' ? promisedTime(last) : undefined;
}

/** Why it is late: of the last delay this message passes on; in silence nothing is invented. */
export function reasonOf({ told, order, details }: Pick<Material, 'told' | 'order' | 'details'>): Reason {
  const fact = order.facts.findLast(
    (one): one is DelayFact => one.name === 'delay' && order.fates[one.id] === told.key,
  );
  if (fact === undefined) return {};
  const text = details.get(fact.id)?.['reason'];
  return { text: typeof text === 'string' ? text : undefined, code: fact.code };
}
