import * as z from 'zod/mini';
import { ApiKeysTable } from './api-keys-table.ts';
import { listedShopKey, sha256, shopKeysKey, shopsPartition } from './keys.ts';
import type { Table } from './table.ts';

/** A key as people may see it: never the key itself. */
export interface ListedKey {
  readonly id: string;
  readonly issuedAt: number;
  readonly revokedAt?: number | undefined;
}

export interface ListedShop {
  readonly shop: string;
  readonly since: number;
}

/** Enough to change a key without a gap: issue the second, switch, revoke the first. */
export const mostValidKeys = 2;
/** Revoked keys stay on the list for a while, so that a person can see what became of them. */
const mostRevokedListed = 20;
/** Two people who change the same shop's keys at the very same time are worth so many tries. */
const mostAttempts = 5;

/** The shop has as many valid keys as it may have. */
export class TooManyKeys extends Error {
  override readonly name = 'TooManyKeys';
}

/** The list of keys kept changing under every attempt to change it. */
export class KeysAreBusy extends Error {
  override readonly name = 'KeysAreBusy';
}

const keysSchema = z.object({
  version: z.int(),
  keys: z.array(z.object({ id: z.string(), hash: z.string(), issuedAt: z.int(), revokedAt: z.optional(z.int()) })),
});
type KnownKey = z.infer<typeof keysSchema>['keys'][number];
const shopSchema = z.object({ sk: z.string(), since: z.int() });

/**
 * Which shops there are, and which keys each has: what people need who look after them (npm run shop). The functions
 * of the API never read it: a call finds its shop by the hash of its key alone.
 */
export class ShopRegister {
  private readonly table: Table;
  private readonly apiKeys: ApiKeysTable;

  constructor(table: Table) {
    this.table = table;
    this.apiKeys = new ApiKeysTable(table);
  }

  /** All shops, in the order of their ids. */
  async shops(): Promise<ListedShop[]> {
    const found: ListedShop[] = [];
    const query = { condition: 'pk = :pk', values: { ':pk': shopsPartition }, consistent: true };
    for await (const item of this.table.each(query)) {
      const { sk: shop, since } = z.parse(shopSchema, item);
      found.push({ shop, since });
    }
    return found;
  }

  /** Puts the shop on the list, once. */
  async list(shop: string, now: number): Promise<void> {
    await this.table.put({ ...listedShopKey(shop), since: now }, 'attribute_not_exists(pk)');
  }

  /** The shop's keys, oldest first; of the revoked ones the latest. */
  async keysOf(shop: string): Promise<ListedKey[]> {
    const { keys } = await this.read(shop);
    return keys.map(({ id, issuedAt, revokedAt }) => ({ id, issuedAt, revokedAt }));
  }

  /**
   * The key opens the shop from now on; answers its id. It is on the list before it opens anything, so there is no key
   * that nobody could revoke. Issuing a key that is on the list changes nothing.
   * @throws TooManyKeys, KeysAreBusy
   */
  async issue(key: string, shop: string, now: number): Promise<string> {
    const hash = sha256(key);
    const id = idOf(hash);
    await this.change(shop, (keys) => {
      if (keys.some((known) => known.hash === hash)) return keys;
      if (keys.filter(isValid).length >= mostValidKeys) {
        throw new TooManyKeys(`${shop} has ${mostValidKeys} valid keys already.`);
      }
      return [...keys, { id, hash, issuedAt: now }];
    });
    await this.apiKeys.issue(key, shop, now);
    return id;
  }

  /** Revokes a key by itself or by its id; answers the id, or undefined where the shop has no such key. */
  async revoke(shop: string, keyOrId: string, now: number): Promise<string | undefined> {
    const { keys } = await this.read(shop);
    const hash = sha256(keyOrId);
    const known = keys.find((key) => key.hash === hash || key.id === keyOrId);
    if (known === undefined) return undefined;
    // The list comes last: a key that is still on it as valid can be revoked again.
    await this.apiKeys.revokeHashed(known.hash, now);
    await this.change(shop, (current) =>
      current.map((key) => (key.hash === known.hash && isValid(key) ? { ...key, revokedAt: now } : key)),
    );
    return known.id;
  }

  private async change(shop: string, changed: (keys: readonly KnownKey[]) => readonly KnownKey[]): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const { keys, version } = await this.read(shop);
      const next = changed(keys);
      if (next === keys) return;
      const revoked = next.filter((key) => !isValid(key)).slice(-mostRevokedListed);
      const kept = next.filter((key) => isValid(key) || revoked.includes(key));
      const item = { ...shopKeysKey(shop), keys: kept, version: version + 1 };
      const isKept =
        version === 0
          ? await this.table.put(item, 'attribute_not_exists(pk)')
          : await this.table.put(item, 'version = :known', { ':known': version });
      if (isKept) return;
    }
    throw new KeysAreBusy('The keys changed under every attempt to change them.');
  }

  private async read(shop: string): Promise<z.infer<typeof keysSchema>> {
    const item = await this.table.get(shopKeysKey(shop));
    return item === undefined ? { keys: [], version: 0 } : z.parse(keysSchema, item);
  }
}

const isValid = ({ revokedAt }: ListedKey): boolean => revokedAt === undefined;

/** Enough of the hash to tell a shop's keys apart; it opens nothing. */
const idOf = (hash: string): string => hash.slice(0, 8);
