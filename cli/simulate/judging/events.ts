import type { Fact, OrderFact, OrderLine, Share } from '../../../functions/domain/order/facts.ts';

/** What happened, and when. Instants are milliseconds since the epoch. */
export type Event = number;

/** The facts that we had learned by that instant, without those that had been taken back by then. */
export function knownAt(instant: number, facts: readonly Fact[]): Fact[] {
  const learned = facts.filter(({ learnedAt }) => learnedAt <= instant);
  const gone = new Set<string>();
  // A correction can be taken back in its turn: the last word counts first.
  for (const fact of learned.toReversed()) {
    if (fact.name === 'correction' && !gone.has(fact.id)) gone.add(fact.fact);
  }
  return learned.filter(({ id, name }) => name === 'order' || !gone.has(id));
}

/**
 * When the last of the goods left that were promised to, or turned out to have left. `besides`: what is out of stock and
 * asked about, so that its day is no more. "Nothing": nothing is left to leave, and nothing has left.
 */
export function lastLeft(
  placed: OrderFact,
  facts: readonly Fact[],
  besides: readonly Share[] = [],
): Event | 'nothing' | undefined {
  const left = piecesOf(placed.lines, placed.kind);
  const gone = new Map<string, number>();
  let { kind, total } = placed;
  const take = (lines: readonly Share[]): void => {
    for (const { id, quantity } of lines) left.set(id, (left.get(id) ?? 0) - quantity);
  };
  take(besides);
  const seen = new Set<string>();
  const leaving: Event[] = [];
  let out: Share[] = [];
  const isHere = ({ id }: Share): boolean => (left.get(id) ?? 0) > 0;
  let paidBack = 0;
  for (const fact of facts) {
    if (fact.name === 'word' && fact.word === 'received' && fact.parcel === undefined && leaving.length === 0)
      return fact.at;
    // All money back before anything left: there is nothing to wait for any more.
    if (fact.name === 'refund') {
      paidBack += fact.amount;
      if (leaving.length === 0 && paidBack >= (total?.amount ?? Number.POSITIVE_INFINITY)) take(allOf(left));
    }
    // Of what has left nobody is asked.
    if (fact.name === 'stock-out') out.push(...fact.lines.filter(isHere));
    // The order is now what the change says, less what has left.
    if (fact.name === 'change') {
      // A day of leaving is one for all of it.
      out = fact.shipBy === undefined ? out.filter(isHere) : [];
      kind = fact.kind ?? kind;
      if ((fact.total?.amount ?? 0) > (total?.amount ?? 0)) total = fact.total;
      if (fact.lines !== undefined || kind === 'none') left.clear();
      for (const [id, quantity] of piecesOf(fact.lines ?? [], kind)) left.set(id, quantity - (gone.get(id) ?? 0));
    }
    if (fact.name === 'cancellation') take(fact.lines ?? allOf(left));
    if (fact.name === 'choice' && fact.choice === 'cancel-order') take(allOf(left));
    // Of what is out of stock, where anything is; else of all of it.
    if (fact.name === 'choice' && fact.choice === 'cancel-items') {
      const outNow = out.filter(isHere);
      take(fact.lines ?? (outNow.length > 0 ? outNow : allOf(left)));
    }
    if ((fact.name !== 'shipment' && fact.name !== 'delivery') || seen.has(fact.parcel)) continue;
    if (isEmpty(left)) continue;
    seen.add(fact.parcel);
    leaving.push(fact.at);
    // Without lines a parcel carries all that no other one names; so does one that was only scanned.
    const lines = (fact.name === 'shipment' ? fact.lines : undefined) ?? allOf(left);
    for (const { id, quantity } of lines) gone.set(id, (gone.get(id) ?? 0) + quantity);
    take(lines);
  }
  if (!isEmpty(left)) return undefined;
  return leaving.length === 0 ? 'nothing' : Math.max(...leaving);
}

const piecesOf = (lines: readonly OrderLine[], kind: OrderFact['kind']): Map<string, number> =>
  new Map(lines.filter((line) => line.ships && kind !== 'none').map(({ id, quantity }) => [id, quantity]));

const allOf = (left: ReadonlyMap<string, number>): Share[] =>
  [...left].flatMap(([id, quantity]) => (quantity > 0 ? [{ id, quantity }] : []));

const isEmpty = (left: ReadonlyMap<string, number>): boolean => [...left.values()].every((quantity) => quantity <= 0);

/** The parcels that facts speak of. */
export function parcelsIn(facts: readonly Fact[]): string[] {
  return [
    ...new Set(facts.flatMap((fact) => (fact.name === 'shipment' || fact.name === 'delivery' ? [fact.parcel] : []))),
  ];
}

/** When a parcel was in its customer's hands, by the carrier's word or by theirs. */
export function arrived(parcel: string, facts: readonly Fact[]): Event | undefined {
  return facts.find(
    (fact) =>
      (fact.name === 'delivery' && fact.parcel === parcel) ||
      (fact.name === 'word' && fact.word === 'received' && (fact.parcel ?? parcel) === parcel),
  )?.at;
}

/** When all of these parcels had arrived; undefined while one has not, or where there are none. */
export function allArrived(parcels: readonly string[], facts: readonly Fact[]): Event | undefined {
  const events = parcels.map((parcel) => arrived(parcel, facts)).filter((event) => event !== undefined);
  return parcels.length > 0 && events.length === parcels.length ? Math.max(...events) : undefined;
}
