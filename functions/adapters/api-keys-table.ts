import * as z from 'zod/mini';
import type { ApiKeys } from '../http/authentication.ts';
import { apiKeyKey, hashedApiKeyKey, sha256 } from './keys.ts';
import type { Table } from './table.ts';

const keySchema = z.object({ shop: z.string(), revokedAt: z.optional(z.int()) });

/** API keys, kept as hashes: the table cannot tell a key. */
export class ApiKeysTable implements ApiKeys {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async shopOf(key: string): Promise<string | undefined> {
    const item = await this.table.get(apiKeyKey(key));
    if (item === undefined) return undefined;
    const { shop, revokedAt } = z.parse(keySchema, item);
    return revokedAt === undefined ? shop : undefined;
  }

  /** The key opens this shop from now on. False where the very same key is in use already. */
  async issue(key: string, shop: string, now: number): Promise<boolean> {
    return this.table.put({ ...apiKeyKey(key), shop, issuedAt: now }, 'attribute_not_exists(pk)');
  }

  /** Refused from now on, by functions that know it already within a minute. False where there is no such key. */
  async revoke(key: string, now: number): Promise<boolean> {
    return this.revokeHashed(sha256(key), now);
  }

  /** The same, for somebody who knows of the key but not the key itself. */
  async revokeHashed(hash: string, now: number): Promise<boolean> {
    return this.table.update(hashedApiKeyKey(hash), {
      set: ['revokedAt = if_not_exists(revokedAt, :now)'],
      condition: 'attribute_exists(pk)',
      values: { ':now': now },
    });
  }
}
