import { discountIn } from '../../domain/order/order.ts';
import type { Particulars, PromisedTime } from '../../../messages/letter.ts';
import type { Reading } from '../../domain/order/reading.ts';
import { goodsOf } from '../order-details.ts';
import { caseInHand } from './cases.ts';
import {
  asOne,
  causeOf,
  coveredBy,
  hourOf,
  parcelsCovered,
  promisedTime,
  promoIn,
  written,
  type Bodies,
  type Material,
} from './material.ts';
import { reasonOf } from './shipping.ts';

/** What befalls parcels on their way, and what the customer says of them. */
export const deliveryBodies: Bodies<
  | 'ask-delivery-check'
  | 'warn-delivery-delay'
  | 'warn-delivery-incident'
  | 'announce-pickup'
  | 'remind-pickup'
  | 'thank-customer'
  | 'trace-parcel'
> = {
  'ask-delivery-check': (material) => {
    const { told } = material;
    const parcels = coveredBy(material);
    const scans = parcels.flatMap(({ delivery }) => (delivery === undefined ? [] : [delivery]));
    return {
      scanned: told.scanned === true,
      deliveredAt: told.scanned === true ? scans.at(-1)?.at : undefined,
      toNeighbour: scans.some((scan) => scan.toNeighbour),
      parcels: parcelsCovered(material),
      promo: discountIn(told),
    };
  },
  'warn-delivery-delay': (material) => {
    const { told } = material;
    const [first] = told.promises;
    return {
      parcel: asOne(parcelsCovered(material)),
      reason: reasonOf(material),
      deliverBy: first?.promise === 'deliver' ? promisedTime(first) : undefined,
      writeBy: first?.promise === 'write' ? hourOf(first) : undefined,
    };
  },
  'warn-delivery-incident': (material) => {
    const fact = causeOf(material);
    const kind = fact?.name === 'incident' && fact.kind !== 'held-at-pickup' ? fact.kind : 'failed-attempt';
    return {
      kind,
      parcel: asOne(parcelsCovered(material)),
      note: written(material.details, fact?.id, 'note'),
      case: caseInHand(material),
    };
  },
  'announce-pickup': (material) => heldAt(material),
  'remind-pickup': (material) => ({ ...heldAt(material), asked: causeOf(material)?.name === 'word' }),
  'thank-customer': (material) => ({
    toCome: [
      ...goodsOf(material.reading.stillToLeave, material.placed),
      ...material.reading.underWay.flatMap((parcel) => goodsOf(parcel.lines, material.placed)),
    ],
    toComeBy: nextStepBy(material.reading),
    promo: promoIn(material),
  }),
  'trace-parcel': (material) => ({
    parcel: asOne(parcelsCovered(material)),
    writeBy: hourOf(material.told.promises[0]!),
  }),
};

/** Where it waits, and until when. */
function heldAt(material: Material): Particulars['announce-pickup'] {
  const parcels = coveredBy(material);
  const untils = parcels.flatMap(({ pickup: at }) => at?.made ?? []).toSorted((a, b) => a.until - b.until);
  return {
    parcel: asOne(parcelsCovered(material)),
    ...pickupPoint(
      parcels.map(({ parcel }) => parcel),
      material.order,
      material.details,
    ),
    keptUntil: promisedTime(untils[0] ?? { until: material.told.at }),
  };
}

/** The pickup point at which one of these parcels waits, from the last word that named it. */
export function pickupPoint(
  parcels: readonly string[],
  { facts }: Material['order'],
  details: Material['details'],
): { name?: string | undefined; address?: string | undefined } {
  const held = facts.findLast(
    (fact) =>
      fact.name === 'incident' &&
      fact.kind === 'held-at-pickup' &&
      parcels.includes(fact.parcel) &&
      details.get(fact.id)?.['pickup'] !== undefined,
  );
  const named = held && (details.get(held.id)?.['pickup'] as { name?: string; address?: string });
  return { name: named?.name, address: named?.address };
}

/** The first day by which something of what is still to come happens. */
export function nextStepBy({ toShip, underWay }: Reading): PromisedTime | undefined {
  const leaves = toShip.map(({ made }) => made);
  const arrives = underWay.map(({ promised }) => promised?.made);
  const all = [...leaves, ...arrives].filter((made) => made !== undefined).sort((a, b) => a.until - b.until);
  return all[0] === undefined ? undefined : promisedTime(all[0]);
}
