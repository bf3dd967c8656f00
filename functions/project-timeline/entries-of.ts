import type { Fact } from '../domain/order/facts.ts';
import { recorded, type Order, type RecordedOrder, type Told } from '../domain/order/order.ts';

/** One line of a customer's timeline, as api.md shows it. */
export interface Entry {
  readonly at: string;
  readonly learnedAt: string;
  readonly kind: 'fact' | 'message' | 'word' | 'task' | 'promise' | 'preference';
  readonly name: string;
  readonly order: string;
  readonly sent?: boolean | undefined;
  readonly why?: string | undefined;
  readonly by?: string | undefined;
  readonly detail?: { readonly [field: string]: unknown } | undefined;
}

/** An entry and its place: the same thing always lands in the same place. */
export interface Placed {
  readonly id: string;
  readonly entry: Entry;
}

/**
 * What changed on the timeline between two versions of an order. Facts that came before their order appear with it:
 * only then is it known whose they are.
 */
export function entriesChanged(before: Order | undefined, after: Order): Placed[] {
  const known = recorded(after);
  if (known === undefined) return [];
  const earlier = before === undefined ? undefined : recorded(before);
  const old = new Map(
    (earlier === undefined ? [] : entriesOf(earlier)).map(({ id, entry }) => [id, JSON.stringify(entry)]),
  );
  const now = entriesOf(known);
  const kept = new Set(now.map(({ id }) => id));
  const withdrawn = (earlier?.told ?? [])
    .filter((told) => !kept.has(idOf(told)))
    .map((told) => withdrawnEntry(after, told));
  return [...now.filter(({ id, entry }) => old.get(id) !== JSON.stringify(entry)), ...withdrawn];
}

function entriesOf(order: RecordedOrder): Placed[] {
  return [
    ...order.facts.map((fact) => entryOfFact(order, fact)),
    ...order.told.flatMap((told) => entriesOfTold(order, told)),
  ];
}

function entryOfFact(order: Order, fact: Fact): Placed {
  const fate = order.fates[fact.id];
  const spoken = order.told.some(({ key }) => key === fate);
  return {
    id: `${order.order}#${fact.id}`,
    entry: {
      at: iso(fact.at),
      learnedAt: iso(fact.learnedAt),
      kind: fact.name === 'word' || fact.name === 'choice' ? 'word' : fact.name === 'completion' ? 'task' : 'fact',
      name: nameOf(fact),
      order: order.order,
      why: spoken ? undefined : fate,
      by: fact.name === 'word' ? fact.by : undefined,
      detail: detailOf(fact),
    },
  };
}

function nameOf(fact: Fact): string {
  if (fact.name === 'word') return fact.word;
  return fact.name === 'choice' ? fact.choice : fact.name;
}

function detailOf(fact: Fact): Entry['detail'] {
  switch (fact.name) {
    case 'order':
      return { number: fact.number, shipBy: iso(fact.shipBy.until), deliverBy: iso(fact.deliverBy.until) };
    case 'shipment':
      return { parcel: fact.parcel, carrier: fact.carrier, trackingNumber: fact.trackingNumber };
    case 'delivery':
      return { parcel: fact.parcel, to: fact.toNeighbour ? 'neighbour' : undefined };
    case 'delay':
      return { of: fact.of, parcel: fact.parcel, code: fact.code, until: fact.until && iso(fact.until.until) };
    case 'word':
      return { about: fact.about, parcel: fact.parcel };
    case 'choice':
      return undefined;
    case 'completion':
      return { task: fact.task };
  }
}

const idOf = (told: Told): string => told.key;

function entriesOfTold(order: Order, told: Told): Placed[] {
  const common = { at: iso(told.at), learnedAt: iso(told.at), order: order.order };
  const message: Placed = {
    id: idOf(told),
    entry: {
      ...common,
      kind: 'message',
      name: told.message,
      sent: told.sesId !== undefined,
      why:
        told.unsent ??
        (told.resent === undefined ? undefined : 'sent again: nobody could tell whether the first went out'),
      detail: messageDetail(told),
    },
  };
  const promises = told.promises
    .filter((made) => made.promise !== 'word')
    .map((made, index): Placed => ({
      id: `${idOf(told)}#promise-${index}`,
      entry: {
        ...common,
        kind: 'promise',
        name: made.promise,
        detail: { parcel: made.parcel, until: iso(made.until) },
      },
    }));
  if (told.task === undefined) return [message, ...promises];
  const { task, why, dueAt, level, owner } = told.task;
  const opened: Placed = {
    id: `${idOf(told)}#task`,
    entry: { ...common, kind: 'task', name: why, by: owner?.name, detail: { task, level, dueAt: iso(dueAt) } },
  };
  return [message, ...promises, opened];
}

function messageDetail({ promo, covers }: Told): Entry['detail'] {
  if (promo !== undefined && 'leftOut' in promo) return { parcels: covers, promo: `left out: ${promo.leftOut}` };
  if (promo !== undefined) return { parcels: covers, promo: promo.code ?? 'offered' };
  return covers.length > 0 ? { parcels: covers } : undefined;
}

function withdrawnEntry(order: Order, told: Told): Placed {
  const [message] = entriesOfTold(order, told);
  return { id: message!.id, entry: { ...message!.entry, sent: false, why: 'the mail was refused; it is tried again' } };
}

const iso = (instant: number): string => new Date(instant).toISOString();
