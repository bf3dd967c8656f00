import { SecretsTable } from '../../functions/adapters/secrets-table.ts';
import { ShopRegister, type ListedKey } from '../../functions/adapters/shop-register.ts';
import { ShopsTable } from '../../functions/adapters/shops-table.ts';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import { ErasuresTable } from '../../functions/adapters/erasures-table.ts';
import { IdempotencyTable } from '../../functions/adapters/idempotency-table.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { usualDays } from '../../functions/domain/order/retention.ts';
import { changedSettings, type SettingsChange } from '../../functions/domain/shop/change-settings.ts';
import { defaultSettings, missingSettings, type Settings } from '../../functions/domain/shop/settings.ts';
import { inColumns } from './columns.ts';
import type { FoundOrder } from './import/found-order.ts';
import { importOrders, type ImportPorts } from './import/import-orders.ts';
import { reportOf } from './import/report.ts';

/** There is nothing by that name, or there is already; the message says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What the commands say. `out` is what a script wants to have, `aside` what a person wants to know. */
export interface Said {
  readonly out: readonly string[];
  readonly aside: readonly string[];
  /** The exit code. Default: 0. */
  readonly code?: number;
}

/** Each command of `npm run shop`, on a table. */
export class ShopCommands {
  private readonly shops: ShopsTable;
  private readonly secrets: SecretsTable;
  private readonly register: ShopRegister;
  private readonly importing: ImportPorts;
  private readonly now: () => number;
  private readonly newKey: (shop: string) => string;

  constructor(table: Table, now: () => number, newKey: (shop: string) => string, keepsDays = usualDays) {
    this.shops = new ShopsTable(table);
    this.secrets = new SecretsTable(table);
    this.register = new ShopRegister(table);
    this.importing = {
      orders: new OrdersTable(table, { keepsDays, now }),
      customers: new CustomersTable(table),
      erasures: new ErasuresTable(table),
      keys: new IdempotencyTable(table),
      keepsDays,
    };
    this.now = now;
    this.newKey = newKey;
  }

  /** @throws Refused where the shop exists. */
  async create(shop: string, change: SettingsChange): Promise<Said> {
    const settings = changedSettings(defaultSettings, change);
    // First on the list: whatever goes wrong afterwards, the shop can be seen, and the rest done by the other commands.
    await this.register.list(shop, this.now());
    if (!(await this.shops.create(shop, settings))) {
      throw new Refused(`The shop ${shop} exists already: change it with "settings ${shop} <file>".`);
    }
    await this.keepSecret(shop, change);
    const issued = await this.issue(shop);
    return { out: issued.out, aside: [`The shop ${shop} is made.`, ...whatIsMissing(shop, settings), ...issued.aside] };
  }

  async list(): Promise<Said> {
    const shops = await this.register.shops();
    if (shops.length === 0) return { out: [], aside: ['There is no shop yet: create <shop>.'] };
    const rows: string[][] = [];
    for (const { shop, since } of shops) {
      const settings = await this.shops.settings(shop);
      const keys = (await this.register.keysOf(shop)).filter(({ revokedAt }) => revokedAt === undefined).length;
      const missing = settings === undefined ? ['everything'] : missingSettings(settings);
      const state = missing.length === 0 ? 'takes orders' : `lacks ${missing.join(', ')}`;
      rows.push([shop, dayOf(since), `${keys} ${keys === 1 ? 'key' : 'keys'}`, settings?.name ?? '', state]);
    }
    return { out: inColumns(rows), aside: [] };
  }

  async settings(shop: string): Promise<Said> {
    const { holidays: _ofTheCountry, ...settings } = await this.settingsOf(shop);
    return { out: [JSON.stringify(settings, null, 2)], aside: [] };
  }

  async change(shop: string, change: SettingsChange): Promise<Said> {
    await this.settingsOf(shop);
    await this.keepSecret(shop, change);
    const settings = await this.shops.change(shop, (current) => changedSettings(current, change));
    return { out: [], aside: [`The settings of ${shop} are changed.`, ...whatIsMissing(shop, settings)] };
  }

  /** `named`: undefined where there is only one shop. @throws Refused where it is not there, or takes no orders yet. */
  async import(
    named: string | undefined,
    found: readonly FoundOrder[],
    isDry: boolean,
    progress: (done: number, all: number) => void,
  ): Promise<Said> {
    const shop = named ?? (await this.onlyShop());
    const settings = await this.settingsOf(shop);
    const missing = missingSettings(settings);
    if (missing.length > 0) throw new Refused(`${shop} takes no orders until it has: ${missing.join(', ')}.`);
    const telling = { settings, now: this.now() };
    const imported = await importOrders(found, { shop, telling, isDry }, this.importing, progress);
    return {
      out: reportOf(imported, settings, isDry),
      aside: isDry ? [`A dry run for ${shop}: nothing was told. Without --dry-run it is.`] : [],
    };
  }

  private async onlyShop(): Promise<string> {
    const shops = await this.register.shops();
    if (shops.length === 1) return shops[0]!.shop;
    const names = shops.map(({ shop }) => shop).join(', ');
    throw new Refused(shops.length === 0 ? 'There is no shop yet: create <shop>.' : `Say which shop: ${names}.`);
  }

  async issueKey(shop: string): Promise<Said> {
    await this.settingsOf(shop);
    return this.issue(shop);
  }

  async listKeys(shop: string): Promise<Said> {
    await this.settingsOf(shop);
    const keys = await this.register.keysOf(shop);
    if (keys.length === 0) return { out: [], aside: [`${shop} has no key yet: key issue ${shop}.`] };
    return { out: inColumns(keys.map(rowOf)), aside: [] };
  }

  /** @throws Refused where there is no such key. */
  async revokeKey(shop: string, keyOrId: string): Promise<Said> {
    await this.settingsOf(shop);
    const id = await this.register.revoke(shop, keyOrId, this.now());
    if (id === undefined)
      throw new Refused(`${shop} has no such key: "key list ${shop}" shows the ids of those it has.`);
    const left = (await this.register.keysOf(shop)).some(({ revokedAt }) => revokedAt === undefined);
    return {
      out: [],
      aside: [
        `The key ${id} is revoked: it is refused everywhere within a minute.`,
        ...(left ? [] : [`${shop} has no valid key any more: key issue ${shop}.`]),
      ],
    };
  }

  private async issue(shop: string): Promise<Said> {
    const key = this.newKey(shop);
    const id = await this.register.issue(key, shop, this.now());
    return { out: [key], aside: [`Its API key (id ${id}), shown this once and stored only as a hash:`] };
  }

  private async settingsOf(shop: string): Promise<Settings> {
    const settings = await this.shops.settings(shop);
    if (settings === undefined)
      throw new Refused(`There is no shop ${shop}: "list" shows those there are, "create ${shop}" makes it.`);
    return settings;
  }

  private async keepSecret(shop: string, { shopify }: SettingsChange): Promise<void> {
    if (shopify !== undefined) await this.secrets.keepShopifySecret(shop, shopify?.secret ?? null);
  }
}

function whatIsMissing(shop: string, settings: Settings): string[] {
  const missing = missingSettings(settings);
  return missing.length === 0
    ? []
    : [`It takes no orders until it has: ${missing.join(', ')} (settings ${shop} <file>).`];
}

const rowOf = ({ id, issuedAt, revokedAt }: ListedKey): string[] => [
  id,
  `issued ${minuteOf(issuedAt)}`,
  revokedAt === undefined ? 'valid' : `revoked ${minuteOf(revokedAt)}`,
];

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const minuteOf = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`;
