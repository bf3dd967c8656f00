import type { Fact, OrderFact } from '../../../functions/domain/order/facts.ts';

/** When something promised happened, and from when on we knew. */
export interface Event {
  readonly at: number;
  readonly known: number;
}

const latest = (events: readonly Event[]): Event => ({
  at: Math.max(...events.map(({ at }) => at)),
  known: Math.max(...events.map(({ known }) => known)),
});
const eventOf = ({ at, learnedAt }: Fact): Event => ({ at, known: learnedAt });

/** When the last of the order's goods left, or turned out to have left. */
export function lastLeft(placed: OrderFact, facts: readonly Fact[]): Event | undefined {
  const left = new Map(placed.lines.filter((line) => line.ships).map(({ id, quantity }) => [id, quantity]));
  const seen = new Set<string>();
  const leaving: Event[] = [];
  for (const fact of facts) {
    if (fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined && leaving.length === 0)
      return eventOf(fact);
    if ((fact.name !== 'shipment' && fact.name !== 'delivery') || seen.has(fact.parcel)) continue;
    seen.add(fact.parcel);
    leaving.push(eventOf(fact));
    // Without lines a parcel carries all that no other one names; so does one that was only scanned.
    const lines = fact.name === 'shipment' ? fact.lines : undefined;
    if (lines === undefined) return latest(leaving);
    for (const { id, quantity } of lines) left.set(id, (left.get(id) ?? 0) - quantity);
    if ([...left.values()].every((quantity) => quantity <= 0)) return latest(leaving);
  }
  return undefined;
}

/** The parcels that facts speak of. */
export function parcelsIn(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap((fact) => ('parcel' in fact && isTravel(fact) ? [fact.parcel] : [])))];
}

const isTravel = (fact: Fact): fact is Fact & { readonly parcel: string } =>
  fact.name === 'shipment' || fact.name === 'delivery';

/** When a parcel was in its customer's hands, by the carrier's word or by theirs. */
export function arrived(parcel: string, facts: readonly Fact[]): Event | undefined {
  const found = facts.find(
    (fact) =>
      (fact.name === 'delivery' && fact.parcel === parcel) ||
      (fact.name === 'word' && fact.word === 'received' && (fact.parcel ?? parcel) === parcel),
  );
  return found && eventOf(found);
}

/** When all of these parcels had arrived; undefined while one has not, or where there are none. */
export function allArrived(parcels: readonly string[], facts: readonly Fact[]): Event | undefined {
  const events = parcels.map((parcel) => arrived(parcel, facts)).filter((event) => event !== undefined);
  return parcels.length > 0 && events.length === parcels.length ? latest(events) : undefined;
}
