import type { Fact } from './facts.ts';
import type { Order, Told } from './order.ts';

/** The facts that were taken back. A correction can be taken back in its turn; then its fact counts again. */
export function struckIn({ facts }: Pick<Order, 'facts'>): ReadonlySet<string> {
  const struck = new Set<string>();
  for (const fact of facts.toReversed()) {
    if (fact.name === 'correction' && !struck.has(fact.id)) struck.add(fact.fact);
  }
  return struck;
}

/** The order's facts and what was told, with nothing left in them of what was taken back but its place. */
export function withoutStruck(order: Order): Pick<Order, 'facts' | 'told'> {
  const struck = struckIn(order);
  if (struck.size === 0) return order;
  const facts = order.facts.map((fact): Fact => {
    // An order is cancelled, not taken back.
    if (!struck.has(fact.id) || fact.name === 'order' || fact.name === 'struck') return fact;
    const { id, at, learnedAt, hash, old, details } = fact;
    return { id, at, learnedAt, hash, old, details, name: 'struck', was: fact };
  });
  const gone = facts.flatMap((fact) => (fact.name === 'struck' ? [fact.was] : []));
  return { facts, told: order.told.map((told) => resting(told, gone, order.fates)) };
}

/** A message without what it drew from facts that were taken back. That it was said remains. */
function resting(told: Told, gone: readonly Fact[], fates: Order['fates']): Told {
  const basis = gone.filter(({ id }) => id === told.cause || fates[id] === told.key);
  if (basis.length === 0) return told;
  if (told.message.startsWith('announce-') && basis.every(({ name }) => name === 'shipment')) {
    const parcels = basis.flatMap((fact) => (fact.name === 'shipment' ? [fact.parcel] : []));
    return {
      ...told,
      covers: told.covers.filter((parcel) => !parcels.includes(parcel)),
      promises: told.promises.filter(({ parcel }) => parcel === undefined || !parcels.includes(parcel)),
    };
  }
  if (!basis.some(({ id }) => id === told.cause)) return told;
  return {
    ...told,
    isVoid: true,
    caseNumber: told.case?.id,
    covers: [],
    promises: [],
    case: undefined,
    scanned: undefined,
    stock: undefined,
    owed: undefined,
  };
}
