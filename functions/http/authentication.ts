import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import { Refused } from './problem.ts';

export interface ApiKeys {
  /** The shop whose key it is; undefined where it is nobody's, or was revoked. */
  shopOf(key: string): Promise<string | undefined>;
}

const rememberedMs = 60_000;
const mostRemembered = 1000;

/**
 * Tells which shop calls. A key that was right is not looked up again for a minute; one that was wrong always is. Keys
 * are looked up by their hash, here and in the table, and never compared: how long that takes says how near a guess came
 * to some hash, and nothing of how near it came to a key.
 */
export class Authentication {
  private readonly keys: ApiKeys;
  private readonly remembered = new Map<string, { readonly shop: string; readonly until: number }>();

  constructor(keys: ApiKeys) {
    this.keys = keys;
  }

  async shopOf(call: Call): Promise<string> {
    const key = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(call.header('authorization') ?? '')?.[1];
    if (key === undefined) throw new Refused('no-key', 'Say who you are: Authorization: Bearer <key>.');
    const hash = createHash('sha256').update(key).digest('base64');
    const known = this.remembered.get(hash);
    if (known !== undefined && known.until > call.now) return known.shop;
    this.remembered.delete(hash);
    const shop = await this.keys.shopOf(key);
    if (shop === undefined) throw new Refused('no-key', 'This key opens no shop.');
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(hash, { shop, until: call.now + rememberedMs });
    return shop;
  }
}
