import type { DeliveryFact, Fact, Share, ShipmentFact, WordFact } from './facts.ts';
import type { Made, RecordedOrder, Told } from './order.ts';

/** A parcel as all facts and everything told show it. */
export interface Parcel {
  readonly parcel: string;
  readonly lines: readonly Share[];
  readonly shipment?: ShipmentFact | undefined;
  readonly delivery?: DeliveryFact | undefined;
  /** The word by which the customer has it. */
  readonly received?: WordFact | undefined;
  /** The message that told the customer that it left. */
  readonly announced?: Told | undefined;
  /** The last check that asked about it. */
  readonly asked?: Told | undefined;
  readonly traced?: Told | undefined;
  /** The last thing said about the day of its arrival: a deliver-by, or when we write again. */
  readonly promised?: { readonly made: Made; readonly told: Told } | undefined;
  /** The case that takes care of it from now on. */
  readonly caseId?: string | undefined;
  /** A "not yet" that came after the last check. */
  readonly missed?: WordFact | undefined;
}

export interface Parcels {
  readonly parcels: readonly Parcel[];
  /** What no parcel carries yet, of the lines that ship. */
  readonly left: readonly Share[];
}

/** Splits the order's lines over its parcels, in the order in which we learned of them (api.md: no lines, all that no other parcel names). */
export function parcelsOf(order: RecordedOrder): Parcels {
  const remaining = new Map<string, number>();
  for (const line of order.placed.lines) {
    if (line.ships) remaining.set(line.id, (remaining.get(line.id) ?? 0) + line.quantity);
  }
  const shipments = new Map<string, ShipmentFact>();
  const deliveries = new Map<string, DeliveryFact>();
  for (const fact of order.facts) {
    if (fact.name === 'shipment') shipments.set(fact.parcel, fact);
    if (fact.name === 'delivery') deliveries.set(fact.parcel, fact);
  }
  const names = [...new Set(order.facts.flatMap((fact) => (isAboutTravel(fact) ? [fact.parcel] : [])))];
  const carried = new Map<string, Share[]>();
  for (const name of names) {
    const named = shipments.get(name)?.lines;
    if (named !== undefined) carried.set(name, take(remaining, named));
  }
  for (const name of names) {
    if (!carried.has(name)) carried.set(name, take(remaining, shares(remaining)));
  }
  const parcels = names.map((name) => ({
    parcel: name,
    lines: carried.get(name)!,
    shipment: shipments.get(name),
    delivery: deliveries.get(name),
    ...saidAbout(order, name),
  }));
  return { parcels, left: shares(remaining) };
}

function isAboutTravel(fact: Fact): fact is ShipmentFact | DeliveryFact {
  return fact.name === 'shipment' || fact.name === 'delivery';
}

/** Takes what is wanted as far as it is there: nobody can ship more of a line than was ordered. */
function take(remaining: Map<string, number>, wanted: readonly Share[]): Share[] {
  return wanted.flatMap(({ id, quantity }) => {
    const taken = Math.min(quantity, remaining.get(id) ?? 0);
    if (taken === 0) return [];
    remaining.set(id, remaining.get(id)! - taken);
    return [{ id, quantity: taken }];
  });
}

function shares(remaining: ReadonlyMap<string, number>): Share[] {
  return [...remaining].filter(([, quantity]) => quantity > 0).map(([id, quantity]) => ({ id, quantity }));
}

function saidAbout(order: RecordedOrder, parcel: string): Omit<Parcel, 'parcel' | 'lines' | 'shipment' | 'delivery'> {
  const about = order.told.filter((told) => told.covers.includes(parcel));
  const last = (...messages: readonly string[]): Told | undefined =>
    about.findLast((told) => messages.includes(told.message));
  const asked = last('ask-delivery-check');
  const promised = about
    .flatMap((told) => told.promises.map((made) => ({ made, told })))
    .findLast(({ made }) => made.parcel === parcel && (made.promise === 'deliver' || made.of === 'delivery'));
  const words = order.facts.flatMap((fact, index) =>
    fact.name === 'word' && concerns(order, fact, index, parcel) ? [{ fact, index }] : [],
  );
  return {
    received: words.find(({ fact }) => fact.word === 'received')?.fact,
    announced: last('announce-shipment', 'announce-partial-shipment'),
    asked,
    traced: last('trace-parcel'),
    promised,
    caseId: order.told.find((told) => told.case?.parcels.includes(parcel))?.case?.id ?? caseJoinedBy(order, words),
    missed: words.findLast(({ fact, index }) => fact.word === 'not-yet' && index >= (asked?.seen ?? 0))?.fact,
  };
}

/** A "not yet" during a case brings its parcel into that case. */
function caseJoinedBy(
  order: RecordedOrder,
  words: readonly { readonly fact: WordFact; readonly index: number }[],
): string | undefined {
  const missed = words.filter(({ fact }) => fact.word === 'not-yet');
  return order.told.find(
    (told) =>
      told.message === 'open-case' && missed.some(({ fact }) => order.fates[fact.id] === joins(told.case?.id ?? '')),
  )?.case?.id;
}

/** The fate of a word that adds to a case which is open already. */
export const joins = (caseId: string): string => `joins ${caseId}`;

/** A word that names no parcel is about every parcel that had left by then; with none, about whatever comes first. */
function concerns(order: RecordedOrder, word: WordFact, index: number, parcel: string): boolean {
  if (word.parcel !== undefined) return word.parcel === parcel;
  const before = order.facts.slice(0, index).filter(isAboutTravel);
  if (before.length === 0) return word.word === 'received';
  return before.some((fact) => fact.parcel === parcel);
}
