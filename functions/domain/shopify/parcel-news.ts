import type { Fact, ShipmentCorrectionFact, ShipmentFact } from '../order/facts.ts';
import type { Order } from '../order/order.ts';
import { struckIn } from '../order/struck.ts';

/** Why an update of a parcel is not told to the order. */
export type NoNews = { readonly older: string } | { readonly ignored: string };

/**
 * Shopify sends an update whenever anything about a fulfilment changes, twice and out of order: an older one never
 * overwrites a newer, and one that says what is known already is no fact. Undefined where it is news.
 */
export function whyNoNews(update: ShipmentCorrectionFact, order: Order): NoNews | undefined {
  if (order.facts.some(({ id }) => id === update.id)) return undefined;
  const struck = struckIn(order);
  const ofParcel = order.facts.filter((fact) => isOf(update.parcel, fact));
  if (ofParcel.some((fact) => fact.name === 'shipment' && struck.has(fact.id))) {
    return { ignored: 'the parcel was taken back' };
  }
  const standing = ofParcel.filter(({ id }) => !struck.has(id));
  if (standing.some((fact) => fact.name === 'shipment-correction' && fact.at > update.at)) {
    return { older: 'older than what is known of the parcel' };
  }
  const fields = ['carrier', 'trackingNumber', 'trackingUrl'] as const;
  const isKnown = fields.every(
    (field) =>
      update[field] === undefined || standing.findLast((fact) => fact[field] !== undefined)?.[field] === update[field],
  );
  return isKnown ? { ignored: 'it says nothing new of the parcel' } : undefined;
}

function isOf(parcel: string, fact: Fact): fact is ShipmentFact | ShipmentCorrectionFact {
  return (fact.name === 'shipment' || fact.name === 'shipment-correction') && fact.parcel === parcel;
}
