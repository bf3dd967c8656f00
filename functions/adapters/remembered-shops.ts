import type { Shops } from '../domain/ports.ts';
import { isComplete, type Settings } from '../domain/shop/settings.ts';

/** A change of a shop's settings holds everywhere after this. */
export const rememberedMs = 2000;

/**
 * Shops whose settings are looked up at most once in two seconds by each instance of a function: they are one item, which
 * every call and every message about each of a shop's orders asks for. Settings that lack something are always looked up,
 * so that a shop that completes them need not wait.
 */
export class RememberedShops implements Shops {
  private readonly shops: Shops;
  private readonly now: () => number;
  private readonly known = new Map<string, { readonly settings: Settings; readonly until: number }>();

  constructor(shops: Shops, now: () => number = Date.now) {
    this.shops = shops;
    this.now = now;
  }

  async settings(shop: string): Promise<Settings | undefined> {
    const remembered = this.known.get(shop);
    if (remembered !== undefined && this.now() < remembered.until) return remembered.settings;
    this.known.delete(shop);
    const settings = await this.shops.settings(shop);
    if (settings === undefined || !isComplete(settings)) return settings;
    this.known.set(shop, { settings, until: this.now() + rememberedMs });
    return settings;
  }
}
