import * as z from 'zod/mini';
import type { Shops } from '../domain/ports.ts';
import { defaultSettings, settingsSchema, type Settings } from '../domain/shop/settings.ts';
import { shopKey } from './keys.ts';
import { MorningsTable } from './mornings-table.ts';
import type { Table } from './table.ts';

/** Two changes of the same settings at the very same time are worth so many tries. */
const mostAttempts = 5;

/** The settings of a shop kept changing under every attempt to change them. */
export class SettingsAreBusy extends Error {
  override readonly name = 'SettingsAreBusy';
}

/** A shop's settings, without its secrets. Each change is passed on to the register, where all shops' days are. */
export class ShopsTable implements Shops {
  private readonly table: Table;
  private readonly mornings: MorningsTable;

  constructor(table: Table) {
    this.table = table;
    this.mornings = new MorningsTable(table);
  }

  async settings(shop: string): Promise<Settings | undefined> {
    return (await this.known(shop))?.settings;
  }

  /** The settings with their version, which each change bumps. */
  async known(shop: string): Promise<{ settings: Settings; version: number } | undefined> {
    const item = await this.table.get(shopKey(shop));
    return item === undefined ? undefined : z.parse(itemSchema, item);
  }

  /** Makes a shop of these settings. False where it is there already. */
  async create(shop: string, settings: Settings): Promise<boolean> {
    const isMade = await this.table.put({ ...shopKey(shop), shop, settings, version: 1 }, 'attribute_not_exists(pk)');
    if (isMade) await this.mornings.keepDays(shop, settings, 1);
    return isMade;
  }

  /** Keeps what `changed` makes of the settings, and answers it. A shop that has said nothing yet begins with the defaults. */
  async change(shop: string, changed: (current: Settings) => Settings): Promise<Settings> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const known = await this.known(shop);
      const settings = changed(known?.settings ?? defaultSettings);
      const version = (known?.version ?? 0) + 1;
      const item = { ...shopKey(shop), shop, settings, version };
      const isKept =
        known === undefined
          ? await this.table.put(item, 'attribute_not_exists(pk)')
          : await this.table.put(item, 'version = :known', { ':known': known.version });
      if (!isKept) continue;
      await this.mornings.keepDays(shop, settings, version);
      return settings;
    }
    throw new SettingsAreBusy('the settings changed under every attempt to change them');
  }
}

const itemSchema = z.object({ settings: settingsSchema, version: z.int() });
