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
export async function record(
  { shop, order, key }: Place,
  draft: Draft,
  orders: Orders,
  keys: KeptKeys,
): Promise<Recorded> {
  const { fact, details, natural, wrong } = draft;
  if (wrong.length > 0) return (await toldBefore({ shop, order }, draft, orders)) ?? { result: 'wrong', wrong };
  const reservation = { fact: fact.id, hash: fact.hash };
  if (key !== undefined && natural) {
    const held = await keys.reserve(key, reservation, fact.learnedAt);
    if (held.fact !== fact.id || held.hash !== fact.hash) return { result: 'key-used', first: held.fact };
  }
  const appended = await orders.append(shop, order, fact, details);
  if (appended.result === 'recorded' || appended.result === 'duplicate') {
    return { result: appended.result, order, fact: fact.id };
  }
  if (key !== undefined && natural) await keys.giveBack(key, reservation);
  return appended.result === 'conflict' ? { result: 'conflict', first: appended.first } : { result: 'full' };
}

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
