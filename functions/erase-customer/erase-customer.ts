import { inBatches } from '../domain/in-batches.ts';
import type { Order } from '../domain/order/order.ts';

/** Somebody is to be erased: all that was known of them at `at`, and whatever still turns up of it. */
export interface ErasureWish {
  /** Names the item. */
  readonly erasure: string;
  readonly shop: string;
  readonly customer: string;
  readonly at: number;
  readonly version: number;
  /** How often everything was gone through by now, and when that is due again. */
  readonly looks: number;
  readonly checkAt: number;
}

export interface Wishes {
  /** Undefined: there is no such wish, or it is fulfilled. */
  find(erasure: string): Promise<ErasureWish | undefined>;
  due(now: number): AsyncIterable<string>;
  /** Only where the wish is still the one that was worked off; another came meanwhile, it is due as that said. */
  lookAgain(wish: ErasureWish, instant: number): Promise<void>;
  /** From now on only a hash says that there was somebody. */
  done(wish: ErasureWish, now: number): Promise<void>;
}

/** An order that the customer is known to have placed; `place` is where that stands. */
export interface PlaceOfOrder {
  readonly order: string;
  readonly place: string;
}

/** An entry of the timeline; of some the order that it is about. */
export interface PlaceOfEntry {
  readonly place: string;
  readonly order?: string | undefined;
  /** When it was learned. */
  readonly at: number;
  /** A promo that it tells of: one that travelled alone stands nowhere else. */
  readonly promo?: string | undefined;
}

/** All places in the table where something of a person lies. Each write is whole by itself, and harmless twice. */
export interface Person {
  find(shop: string, order: string): Promise<Order | undefined>;
  /** False: the order has changed since. */
  eraseOrder(shop: string, order: string, before: Order | undefined, now: number): Promise<boolean>;
  eraseDetails(shop: string, order: string): Promise<void>;
  erasePromo(shop: string, code: string): Promise<void>;
  placed(shop: string, customer: string): AsyncIterable<PlaceOfOrder>;
  erasePlaced(shop: string, customer: string, place: string): Promise<void>;
  entries(shop: string, customer: string): AsyncIterable<PlaceOfEntry>;
  eraseEntry(shop: string, customer: string, place: string): Promise<void>;
  eraseCalls(shop: string, customer: string, keeps: (order: string) => boolean): Promise<void>;
  eraseOffers(shop: string, customer: string): Promise<void>;
  /** The profile as it was known before `instant`; `whole`: whatever it says. */
  eraseProfile(shop: string, customer: string, instant: number, whole: boolean): Promise<void>;
}

export interface EraseCustomerPorts {
  readonly wishes: Wishes;
  readonly person: Person;
  readonly now: () => number;
  /** This run has no time left: the next goes on where it stopped. */
  readonly isLate: () => boolean;
}

const hourMs = 3_600_000;
/**
 * Whoever was at work when somebody is erased may write once more of them: a function within minutes, the projection
 * from records that the stream keeps for a day. So everything is gone through three times.
 */
const looksAfterMs = [hourMs, 25 * hourMs];

export type Erased = 'not due' | 'unfinished' | 'looks again' | 'done';

/**
 * Goes through all that lies in the table of a person and takes it away. What names an order goes after what the order
 * holds, and the wish last: whoever dies anywhere has left a table that the next run finishes. What they did since is theirs.
 */
export async function eraseCustomer(wish: ErasureWish, ports: EraseCustomerPorts): Promise<Erased> {
  const { shop, customer, at } = wish;
  const { person, wishes, now, isLate } = ports;
  // Every change of the wish rings, ours too. The first look is never too early, whatever two clocks say.
  if (wish.looks > 0 && now() < wish.checkAt) return 'not due';
  const seen = new Map<string, Promise<boolean>>();
  /** True where it is not to go: it was placed and learned since. */
  const keeps = (order: string): Promise<boolean> => {
    const known = seen.get(order) ?? eraseOrder(order, wish, ports);
    seen.set(order, known);
    return known;
  };
  const living = new Set<string>();
  for await (const batch of inBatches(person.placed(shop, customer), atOnce)) {
    if (isLate()) return 'unfinished';
    await Promise.all(
      batch.map(async ({ order, place }) => {
        if (await keeps(order)) living.add(order);
        else await person.erasePlaced(shop, customer, place);
      }),
    );
  }
  for await (const batch of inBatches(person.entries(shop, customer), atOnce)) {
    if (isLate()) return 'unfinished';
    await Promise.all(
      batch.map(async ({ order, place, at: learnedAt, promo }) => {
        const isKept = order === undefined ? learnedAt >= at && living.size > 0 : await keeps(order);
        if (isKept && order !== undefined) living.add(order);
        if (isKept) return;
        if (promo !== undefined) await person.erasePromo(shop, promo);
        await person.eraseEntry(shop, customer, place);
      }),
    );
  }
  await person.eraseCalls(shop, customer, (order) => living.has(order));
  const isGone = living.size === 0;
  if (isGone) await person.eraseOffers(shop, customer);
  await person.eraseProfile(shop, customer, at, isGone);
  const next = looksAfterMs[wish.looks];
  if (next !== undefined) {
    await wishes.lookAgain(wish, at + next > now() ? at + next : now() + next);
    return 'looks again';
  }
  await wishes.done(wish, now());
  return 'done';
}

const atOnce = 20;
const mostTries = 20;

/** An order that changes under every try: the next run tries again. */
export class OrderKeepsChanging extends Error {
  override readonly name = 'OrderKeepsChanging';
}

/** The promos first, for only the order knows them; its details last, for nobody adds to those of an erased order. */
async function eraseOrder(
  order: string,
  { shop, at }: ErasureWish,
  { person, now }: EraseCustomerPorts,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const known = await person.find(shop, order);
    if (known !== undefined && isSince(at, known)) return true;
    for (const { promo } of known?.told ?? []) {
      if (promo !== undefined && 'code' in promo && promo.code !== undefined) await person.erasePromo(shop, promo.code);
    }
    if (known?.erased !== undefined || (await person.eraseOrder(shop, order, known, now()))) {
      await person.eraseDetails(shop, order);
      return false;
    }
  }
  throw new OrderKeepsChanging('it is tried again');
}

/** Placed, and learned, since then. */
function isSince(instant: number, { facts, erased }: Order): boolean {
  const placed = facts.find(({ name }) => name === 'order');
  return erased === undefined && placed !== undefined && placed.at >= instant && placed.learnedAt >= instant;
}
