import { listParts, partNumber } from '../../functions/adapters/keys.ts';
import { config } from '../../infra/config.ts';
import { rememberedMs } from '../../functions/adapters/remembered-shops.ts';
import type { Episode, Recording } from './recording/asked.ts';
import { partitionMost } from './quotas.ts';

/** Over what the load of a kind of keys is spread. */
type Spread =
  /** Each order, customer, link … has its own key: what one asks in its busiest second is all that the key bears. */
  | { readonly over: 'each' }
  /** One key for a shop, or one for all, in so many parts; `written`: however often orders ask, it is only read else. */
  | { readonly over: 'shop' | 'all'; readonly parts: number; readonly written?: 'once a day' };

export interface OrdersASecond {
  readonly steady: number;
  /** Of the first minute of their lives. */
  readonly peak: number;
}

interface KeyKind {
  readonly name: string;
  readonly where: 'table' | 'index';
  readonly like: RegExp;
  readonly spread: Spread;
}

const shop = 'SHOP#[a-z0-9-]{1,12}';
const table = (name: string, like: string, spread: Spread): KeyKind => ({
  name,
  where: 'table',
  like: new RegExp(`^${like}$`),
  spread,
});
const each: Spread = { over: 'each' };
const perShop = (parts = 1) => ({ over: 'shop', parts }) as const;

/** Every kind of key that an order's life touches. A key of no kind fails: whoever adds one says here who shares it. */
export const keyKinds: readonly KeyKind[] = [
  table('SHOP#s', shop, perShop()),
  table('SHOP#s#ORDER#o', `${shop}#ORDER#.+`, each),
  table('SHOP#s#CUSTOMER#c', `${shop}#CUSTOMER#.+`, each),
  table('SHOP#s#OFFERS#c', `${shop}#OFFERS#.+`, each),
  table('SHOP#s#PLACED#c', `${shop}#PLACED#.+`, each),
  table('SHOP#s#CALLS#c', `${shop}#CALLS#.+`, each),
  table('SHOP#s#ERASED#hash', `${shop}#ERASED#.+`, each),
  table('SHOP#s#IDEMPOTENCY#hash', `${shop}#IDEMPOTENCY#.+`, each),
  table('LINK#hash', 'LINK#.+', each),
  table('SHOP#s#PROMO#code, made for one order', `${shop}#PROMO#CODE.+`, each),
  table("SHOP#s#PROMO#code, the shop's own", `${shop}#PROMO#(?!CODE).+`, { ...perShop(), written: 'once a day' }),
  table('SHOP#s#TASKS, of older releases', `${shop}#TASKS`, perShop()),
  table('SHOP#s#TASKS#part', `${shop}#TASKS#\\d+`, perShop(listParts.tasks)),
  table('SHOP#s#LEAVES, of older releases', `${shop}#LEAVES`, perShop()),
  table('SHOP#s#LEAVES#part', `${shop}#LEAVES#\\d+`, perShop(listParts.leaves)),
  {
    name: 'WATCH#part',
    where: 'index',
    like: /^WATCH#\d+$/,
    spread: { over: 'all', parts: config.production.watchParts },
  },
  { name: 'OFFERS', where: 'index', like: /^OFFERS$/, spread: { over: 'all', parts: 1 } },
  { name: 'ERASURES', where: 'index', like: /^ERASURES$/, spread: { over: 'all', parts: 1 } },
];

/** A key that nobody has said anything about. */
export class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
}

export function kindOf(where: KeyKind['where'], key: string): KeyKind {
  const found = keyKinds.find((kind) => kind.where === where && kind.like.test(key));
  if (found === undefined)
    throw new UnknownKey(`${key}, in the ${where}: say in cli/scale/partitions.ts who shares it`);
  return found;
}

/** What the busiest key of a kind bears, in units a second. */
export interface Heaviest {
  readonly kind: string;
  readonly where: KeyKind['where'];
  readonly writes: number;
  readonly reads: number;
  /** Of what one partition takes, the greater of both. */
  readonly share: number;
}

/**
 * The heaviest key of each kind where ONE shop has all the orders, whichever of the recorded shops is the worst for it.
 */
export function heaviestKeys(recording: Recording, load: OrdersASecond): Heaviest[] {
  const ofAll = bornIn(recording, load);
  const shops = Map.groupBy(recording.episodes, (episode) => episode.shop);
  const ofShops = [...shops.values()].map((episodes) => {
    const orders = new Set(episodes.map(({ order }) => order)).size;
    return bornIn({ ...recording, episodes, orders }, load);
  });
  return keyKinds.flatMap((kind) => {
    const { name, where, spread } = kind;
    const found = (spread.over === 'all' ? [ofAll] : ofShops).flatMap((born) => born.get(kind) ?? []);
    if (found.length === 0) return [];
    const [writes, reads] = [Math.max(...found.map((one) => one.writes)), Math.max(...found.map((one) => one.reads))];
    const share = Math.max(writes / partitionMost.write, reads / partitionMost.read);
    return [{ kind: name, where, writes, reads, share }];
  });
}

/** What the heaviest key of each kind bears where all orders are as those that were recorded. */
function bornIn({ episodes, orders }: Recording, load: OrdersASecond): Map<KeyKind, { writes: number; reads: number }> {
  const sums = new Map<KeyKind, { writes: number; reads: number }>();
  for (const episode of episodes) {
    for (const { where, key, read, write } of episode.keys) {
      const kind = kindOf(where, key);
      const sum = sums.get(kind) ?? { writes: 0, reads: 0 };
      sums.set(kind, sum);
      if (kind.spread.over === 'each') {
        // An episode takes a second or so.
        sum.writes = Math.max(sum.writes, write);
        sum.reads = Math.max(sum.reads, read);
        continue;
      }
      const share = (timesOf(episode, load) / orders) * worstPart(kind.spread.parts);
      if (kind.spread.written !== 'once a day') sum.writes += write * share;
      sum.reads += read * share;
    }
  }
  const settings = sums.get(keyKinds[0]!);
  if (settings !== undefined) settings.reads = Math.min(settings.reads, lookedUp(episodes, orders, load));
  return sums;
}

const timesOf = ({ sinceMs }: Episode, { steady, peak }: OrdersASecond): number => (sinceMs < 60_000 ? peak : steady);

/** A shop's settings are looked up by each instance of a function once in two seconds: so many instances there are. */
function lookedUp(episodes: Recording['episodes'], orders: number, load: OrdersASecond): number {
  let instances = 0;
  for (const episode of episodes) {
    const { http, messenger, 'mail-staff': staff } = episode.work;
    instances += (timesOf(episode, load) / orders) * (http.seconds + messenger.seconds + staff.seconds);
  }
  return (instances * 1000) / rememberedMs;
}

const manyOrders = 20_000;
const known = new Map<number, number>();

/** The share of the fullest of so many parts, by the very numbers that orders get. */
export function worstPart(parts: number): number {
  const found = known.get(parts);
  if (found !== undefined) return found;
  const counts = Array.from({ length: parts }, () => 0);
  for (let order = 0; order < manyOrders; order += 1) counts[partNumber(String(100_000 + order), parts)]! += 1;
  const share = Math.max(...counts) / manyOrders;
  known.set(parts, share);
  return share;
}
