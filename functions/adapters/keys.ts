import { createHash } from 'node:crypto';

/** Where everything lies in the one table (architecture, Table). */
export const orderKey = (shop: string, order: string) => ({ pk: `SHOP#${shop}#ORDER#${order}`, sk: 'ORDER' });
export const detailsKey = (shop: string, order: string, fact: string, hash: string) => ({
  pk: `SHOP#${shop}#ORDER#${order}`,
  sk: `DETAILS#${fact}#${hash}`,
});
export const shopKey = (shop: string) => ({ pk: `SHOP#${shop}`, sk: 'SETTINGS' });
export const secretKey = (shop: string) => ({ pk: `SECRET#${shop}`, sk: 'SHOPIFY' });
export const apiKeyKey = (key: string) => hashedApiKeyKey(sha256(key));
export const hashedApiKeyKey = (hash: string) => ({ pk: `KEY#${hash}`, sk: 'KEY' });
export const shopKeysKey = (shop: string) => ({ pk: `SHOP#${shop}#KEYS`, sk: 'KEYS' });
/** All shops there are lie in one partition: people ask for it (npm run shop), and whoever goes round all shops. */
export const shopsPartition = 'SHOPS';
export const listedShopKey = (shop: string) => ({ pk: shopsPartition, sk: shop });
/**
 * A list that the orders of a shop write to lies in so many parts: one partition takes a thousand writes a second and no
 * more (test/cli/scale). Fewer have a task than a day to leave by, and tasks are read each hour. Older items lie in the
 * list's first place, which is read too.
 */
export const listParts = { tasks: 8, leaves: 16 } as const;
const partsOf = (list: string, parts: number): string[] => [
  list,
  ...Array.from({ length: parts }, (_, part) => `${list}#${part}`),
];
const partOf = (list: string, name: string, parts: number): string => `${list}#${partNumber(name, parts)}`;
export const tasksPartition = (shop: string) => `SHOP#${shop}#TASKS`;
export const tasksPartitions = (shop: string) => partsOf(tasksPartition(shop), listParts.tasks);
export const taskKey = (shop: string, task: string, dueAt: number) => ({
  pk: partOf(tasksPartition(shop), task, listParts.tasks),
  sk: `${new Date(dueAt).toISOString()}#${task}`,
});
export const callKey = (shop: string, customer: string, task: string) => ({
  pk: `SHOP#${shop}#CALLS#${customer}`,
  sk: task,
});
export const leavesPartition = (shop: string) => `SHOP#${shop}#LEAVES`;
export const leavesPartitions = (shop: string) => partsOf(leavesPartition(shop), listParts.leaves);
export const leavesKey = (shop: string, order: string, until: number) => ({
  pk: partOf(leavesPartition(shop), order, listParts.leaves),
  sk: `${new Date(until).toISOString()}#${order}`,
});
export const notTakenPartition = (shop: string) => `SHOP#${shop}#NOT-TAKEN`;
export const profileKey = (shop: string, customer: string) => ({
  pk: `SHOP#${shop}#CUSTOMER#${customer}`,
  sk: 'PROFILE',
});
/** The customer's orders, by when they were placed. */
export const placedKey = (shop: string, customer: string, order: string, placedAt: number) => ({
  pk: `SHOP#${shop}#PLACED#${customer}`,
  sk: `${new Date(placedAt).toISOString()}#${order}`,
});
export const offersKey = (shop: string, customer: string) => ({
  pk: `SHOP#${shop}#OFFERS#${customer}`,
  sk: 'OFFERS',
});
/** That a person was erased: known by a hash, so that who it was is known to nobody who does not know the id already. */
export const erasureKey = (shop: string, customer: string) => ({
  pk: `SHOP#${shop}#ERASED#${sha256(`SHOP#${shop}#CUSTOMER#${customer}`)}`,
  sk: erasureSort,
});
export const erasureSort = 'ERASURE';
export const linkKey = (token: string) => ({ pk: `LINK#${sha256(token)}`, sk: 'LINK' });
export const promoKey = (shop: string, code: string) => ({ pk: `SHOP#${shop}#PROMO#${code}`, sk: 'PROMO' });
export const idempotencyKey = (shop: string, method: string, path: string, key: string) => ({
  pk: `SHOP#${shop}#IDEMPOTENCY#${sha256(`${method} ${path} ${key}`)}`,
  sk: 'IDEMPOTENCY',
});

/** `SHOP#s#ORDER#o` → its shop and order; undefined for any other item. */
export function orderOfKey(pk: string): { shop: string; order: string } | undefined {
  const parts = /^SHOP#([a-z0-9-]{1,12})#ORDER#([A-Za-z0-9_-]{1,64})$/.exec(pk);
  return parts === null ? undefined : { shop: parts[1]!, order: parts[2]! };
}

/** `SHOP#s#OFFERS#c` → its shop and customer. */
export function customerOfOffersKey(pk: string): { shop: string; customer: string } | undefined {
  const parts = /^SHOP#([a-z0-9-]{1,12})#OFFERS#([A-Za-z0-9_-]{1,70})$/.exec(pk);
  return parts === null ? undefined : { shop: parts[1]!, customer: parts[2]! };
}

/** `SHOP#s#ERASED#hash` → its shop. */
export function shopOfErasureKey(pk: string): string | undefined {
  return /^SHOP#([a-z0-9-]{1,12})#ERASED#[0-9a-f]{64}$/.exec(pk)?.[1];
}

/** The same number below `parts` for the same name, each about as often. */
export function partNumber(name: string, parts: number): number {
  // FNV-1a, its bits mixed once more: orders are numbered one after the other, and must not fall into the same parts.
  let hash = 0x811c_9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % parts;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As DynamoDB counts, which takes away what has expired. */
export const secondsOf = (instant: number): number => Math.ceil(instant / 1000);
/** An item's `expires`; undefined where nothing says when it leaves. */
export const expiryOf = (keptUntil: number | undefined): number | undefined =>
  keptUntil === undefined ? undefined : secondsOf(keptUntil);
