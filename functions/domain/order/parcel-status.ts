import type { IncidentKind } from '../../../messages/letter.ts';
import type { Parcel } from './parcels.ts';
import type { Reading } from './reading.ts';

export type ParcelStatus =
  | 'under-way'
  | 'at-pickup'
  | 'delivered'
  | 'received'
  | 'cancelled'
  | Exclude<IncidentKind, 'failed-attempt' | 'held-at-pickup' | 'customs'>;

/** Where a parcel is, by the last that was heard of it: the customer's word counts more than any scan. */
export function statusOf(parcel: Parcel, { order }: Reading): ParcelStatus {
  const { received, delivery, pickup, withdrawn } = parcel;
  if (received !== undefined) return 'received';
  const incident = order.facts.findLast(
    (fact) =>
      fact.name === 'incident' &&
      fact.parcel === parcel.parcel &&
      order.facts.indexOf(fact) > (delivery === undefined ? -1 : order.facts.indexOf(delivery)),
  );
  if (incident?.name === 'incident' && isAnEnd(incident.kind)) return incident.kind;
  if (withdrawn) return 'cancelled';
  if (delivery !== undefined) return 'delivered';
  return pickup === undefined ? 'under-way' : 'at-pickup';
}

function isAnEnd(kind: IncidentKind): kind is 'damaged' | 'lost' | 'returned' | 'refused' {
  return kind === 'damaged' || kind === 'lost' || kind === 'returned' || kind === 'refused';
}
