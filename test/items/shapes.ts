import type { AttributeValue } from '@aws-sdk/client-dynamodb';

export type StoredItem = Record<string, AttributeValue>;

/** The kinds of items, by their keys (functions/adapters/keys.ts). The first that fits counts. */
const kinds: readonly (readonly [kind: string, pk: RegExp, sk?: RegExp])[] = [
  ['order', /^SHOP#[^#]+#ORDER#/, /^ORDER$/],
  ['details', /^SHOP#[^#]+#ORDER#/, /^DETAILS#/],
  ['profile', /^SHOP#[^#]+#CUSTOMER#/, /^PROFILE$/],
  ['timeline-entry', /^SHOP#[^#]+#CUSTOMER#/, /^AT#/],
  ['task', /^SHOP#[^#]+#TASKS(#\d+)?$/],
  ['call', /^SHOP#[^#]+#CALLS#/],
  ['leaves', /^SHOP#[^#]+#LEAVES(#\d+)?$/],
  ['promo', /^SHOP#[^#]+#PROMO#/],
  ['placed', /^SHOP#[^#]+#PLACED#/],
  ['offers', /^SHOP#[^#]+#OFFERS#/],
  ['erasure', /^SHOP#[^#]+#ERASED#/],
  ['idempotency', /^SHOP#[^#]+#IDEMPOTENCY#/],
  ['not-taken', /^SHOP#[^#]+#NOT-TAKEN$/],
  ['shop-keys', /^SHOP#[^#]+#KEYS$/],
  ['settings', /^SHOP#[^#]+$/, /^SETTINGS$/],
  ['link', /^LINK#/],
  ['key', /^KEY#/],
  ['secret', /^SECRET#/],
  ['register', /^SHOPS$/],
];
export const itemKinds = kinds.map(([kind]) => kind);

/** @throws Error for an item of a kind that is not on the list. */
export function kindOf({ pk, sk }: StoredItem): string {
  const [partition, sort] = [pk?.S ?? '', sk?.S ?? ''];
  const found = kinds.find(([, pkLike, skLike = /^/]) => pkLike.test(partition) && skLike.test(sort));
  if (found === undefined) throw new Error(`an item of a new kind: ${partition} ${sort}`);
  return found[0];
}

/** Fields whose names are ids, not a part of the shape. */
const named: readonly RegExp[] = [/^(pause|waitsSince|triedAt):/];
const mapsOfIds = new Set(['.fates']);

/**
 * The shape of an item: the path of each value in it with its type, as `.facts[shipment].parcel S`. Facts are told apart by
 * their names, so that each has a shape of its own.
 */
export function shapeOf(item: StoredItem): Set<string> {
  const found = new Set<string>();
  const follow = (value: AttributeValue, path: string): void => {
    const [type, held] = Object.entries(value)[0]!;
    if (type === 'M') {
      for (const [field, inner] of Object.entries(held as StoredItem)) {
        const known = named.find((pattern) => pattern.test(field));
        const shown = mapsOfIds.has(path) ? '*' : known === undefined ? field : field.replace(/:.*/, ':*');
        follow(inner, `${path}.${shown}`);
      }
    } else if (type === 'L') {
      for (const inner of held as AttributeValue[]) {
        const kind = path === '.facts' ? inner.M?.['name']?.S : '';
        follow(inner, `${path}[${kind}]`);
      }
    } else {
      found.add(`${path} ${type}`);
    }
  };
  follow({ M: item }, '');
  return found;
}

/** As few of the items as have every shape among them, those with most in them first. */
export function sampleOf(items: readonly StoredItem[]): StoredItem[] {
  const seen = new Set<string>();
  return items
    .toSorted((a, b) => shapeOf(b).size - shapeOf(a).size)
    .filter((item) => {
      const fresh = [...shapeOf(item)].filter((path) => !seen.has(path));
      for (const path of fresh) seen.add(path);
      return fresh.length > 0;
    });
}
