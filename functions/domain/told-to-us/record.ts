import type { Order } from '../order/order.ts';
import { struckIn } from '../order/struck.ts';
import type { Orders } from '../ports.ts';
import type { Draft } from './draft.ts';
import type { RequestKey } from './identity.ts';

export type { RequestKey } from './identity.ts';

/** What an Idempotency-Key stands for. */
export interface Reservation {
  readonly fact: string;
  readonly hash: string;
}

/** Idempotency-Keys, kept for as long as api.md says. */
export interface KeptKeys {
  /** Notes what the key stands for, unless it is noted already; answers what holds. */
  reserve(request: RequestKey, reservation: Reservation, now: number): Promise<Reservation>;
  /** The key stands for nothing after all: what it was reserved for was refused. */
  giveBack(request: RequestKey, reservation: Reservation): Promise<void>;
}

/** What became of a call that tells a fact. */
export type Recorded =
  | { readonly result: 'recorded' | 'duplicate'; readonly order: string; readonly fact: string }
  /** Heard, and not kept: the person of the order was erased. */
  | { readonly result: 'erased'; readonly order: string; readonly fact: string }
  /** The id, or the Idempotency-Key, was there with another body. */
  | { readonly result: 'conflict' | 'key-used'; readonly first: string }
  /** The order has more than its share of facts. */
  | { readonly result: 'full' }
  | { readonly result: 'wrong'; readonly wrong: Draft['wrong'] };

/** The order with what it concerns, and the call's Idempotency-Key. */
export interface Place {
  readonly shop: string;
  readonly order: string;
  readonly key?: RequestKey | undefined;
}

/**
 * Records a fact once, however often it is told. With an Idempotency-Key and a natural id both hold: what the key stands
 * for is noted before the fact is stored, so that a call that died in between is healed by its own repetition.
 */
export async function record(place: Place, draft: Draft, orders: Orders, keys: KeptKeys): Promise<Recorded> {
  const { shop, order, key } = place;
  const { fact, details, natural, wrong } = draft;
  if (wrong.length > 0) return (await toldBefore({ shop, order }, draft, orders)) ?? { result: 'wrong', wrong };
  const reservation = { fact: fact.id, hash: fact.hash };
  if (key !== undefined && natural) {
    const held = await keys.reserve(key, reservation, fact.learnedAt);
    if (unnumbered(held.fact) !== unnumbered(fact.id) || held.hash !== fact.hash) {
      return { result: 'key-used', first: held.fact };
    }
    if (held.fact !== fact.id) return record(place, { ...draft, fact: { ...fact, id: held.fact } }, orders, keys);
  }
  const appended = await orders.append(shop, order, fact, details);
  if (appended.result === 'recorded' || appended.result === 'duplicate' || appended.result === 'erased') {
    return { result: appended.result, order, fact: fact.id };
  }
  if (key !== undefined && natural) await keys.giveBack(key, reservation);
  if (appended.result === 'full') return { result: 'full' };
  const anew = toldAnew(draft, appended.first, await orders.find(shop, order));
  return anew === undefined ? { result: 'conflict', first: appended.first } : record(place, anew, orders, keys);
}

/**
 * A fact that was taken back keeps its natural id, and its very body is still its repetition. Told with another body it
 * is another fact, `delivery.2:p1`: a parcel once reported by mistake could never arrive otherwise.
 */
function toldAnew(draft: Draft, first: string, order: Order | undefined): Draft | undefined {
  if (!draft.natural || order === undefined || !struckIn(order).has(first)) return undefined;
  const [, times = '1'] = numbered.exec(first) ?? [];
  const id = unnumbered(first).replace(':', `.${Number(times) + 1}:`);
  return { ...draft, fact: { ...draft.fact, id } };
}

/** `delivery.2:p1` is the second time that `delivery:p1` is told; no natural id looks like that. */
const numbered = /(?<=^[a-z-]+)\.(\d+)(?=:)/;
const unnumbered = (fact: string): string => fact.replace(numbered, '');

/**
 * What was right when it was told first stays told, whatever has changed since: settings, the clock, the order.
 * The same call again is then answered as before.
 */
export async function toldBefore(
  { shop, order }: Pick<Place, 'shop' | 'order'>,
  { fact }: Draft,
  orders: Pick<Orders, 'find'>,
): Promise<Recorded | undefined> {
  const known = (await orders.find(shop, order))?.facts.find(({ id }) => id === fact.id);
  if (known === undefined) return undefined;
  return known.hash === fact.hash
    ? { result: 'duplicate', order, fact: fact.id }
    : { result: 'conflict', first: known.id };
}
