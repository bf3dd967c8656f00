import { secretKey } from './keys.ts';
import type { Table } from './table.ts';

/** What a shop signs with. Only the webhook's function may read it (architecture, section 7). */
export class SecretsTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async shopifySecret(shop: string): Promise<string | undefined> {
    const secret = (await this.table.get(secretKey(shop)))?.['secret'];
    return typeof secret === 'string' ? secret : undefined;
  }

  /** Null: the shop has none any more, and nothing signed is taken. */
  async keepShopifySecret(shop: string, secret: string | null): Promise<void> {
    await this.table.put({ ...secretKey(shop), secret: secret ?? undefined });
  }
}
