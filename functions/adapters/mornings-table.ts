import * as z from 'zod/mini';
import type { ListNote } from '../domain/shop/morning.ts';
import { hours, isComplete, type Settings } from '../domain/shop/settings.ts';
import type { ShopOfMorning } from '../mail-morning-list/mail-morning-list.ts';
import { listedShopKey, shopsPartition } from './keys.ts';
import type { Table } from './table.ts';

// All of it lies flat in the shop's entry: DynamoDB changes each field by itself.
const itemSchema = z.lazy(() =>
  z.object({
    sk: z.string(),
    openingDays: z.optional(
      z.nullable(z.object({ zone: z.string(), hours, closed: z.array(z.string()), holidays: z.array(z.string()) })),
    ),
    openingDaysVersion: z.optional(z.int()),
    listDay: z.optional(z.string()),
    listRun: z.optional(z.string()),
    listTakenAt: z.optional(z.int()),
    listMailed: z.optional(z.array(z.string())),
    listDone: z.optional(z.boolean()),
  }),
);

/**
 * The morning lists' side of the register of shops: one query tells of every shop when it is open and how far its list
 * of the day has come.
 */
export class MorningsTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async shops(): Promise<ShopOfMorning[]> {
    const found: ShopOfMorning[] = [];
    const query = { condition: 'pk = :pk', values: { ':pk': shopsPartition }, consistent: true };
    for await (const item of this.table.each(query)) found.push(entryIn(z.parse(itemSchema, item)));
    return found;
  }

  /** Copies from a shop's settings when it is open; an older version never overwrites a newer. Nothing for a shop that is not on the register. */
  async keepDays(shop: string, settings: Settings, version: number): Promise<void> {
    const { zone, hours: weekly, closed, holidays } = settings;
    await this.table.update(listedShopKey(shop), {
      set: ['openingDays = :days', 'openingDaysVersion = :version'],
      condition: 'attribute_exists(pk) AND (attribute_not_exists(openingDaysVersion) OR openingDaysVersion < :version)',
      values: {
        ':days': isComplete(settings) ? { zone, hours: weekly, closed, holidays } : null,
        ':version': version,
      },
    });
  }

  /** Takes the list of a day in hand, unless somebody did since `seen` was read. What has been mailed of that day stays noted. */
  async take(shop: string, note: ListNote, seen: ListNote | undefined): Promise<boolean> {
    return this.table.update(listedShopKey(shop), {
      set: ['listDay = :day', 'listRun = :run', 'listTakenAt = :now', 'listMailed = :mailed', 'listDone = :done'],
      condition:
        seen === undefined
          ? 'attribute_exists(pk) AND attribute_not_exists(listTakenAt)'
          : 'listTakenAt = :seenAt AND listRun = :seenRun AND listDone = :seenDone',
      values: {
        ':day': note.day,
        ':run': note.run,
        ':now': note.takenAt,
        ':mailed': note.mailed,
        ':done': note.isDone,
        ...(seen === undefined ? {} : { ':seenAt': seen.takenAt, ':seenRun': seen.run, ':seenDone': seen.isDone }),
      },
    });
  }

  /** Notes that an address has the list. False where another run has taken it over. */
  async noteMailed(shop: string, { day, run }: ListNote, address: string): Promise<boolean> {
    return this.table.update(listedShopKey(shop), {
      set: ['listMailed = list_append(listMailed, :one)'],
      condition: 'listDay = :day AND listRun = :run',
      values: { ':one': [address], ':day': day, ':run': run },
    });
  }

  /** Notes that everybody has it. */
  async noteDone(shop: string, { day, run }: ListNote): Promise<void> {
    await this.table.update(listedShopKey(shop), {
      set: ['listDone = :done'],
      condition: 'listDay = :day AND listRun = :run',
      values: { ':done': true, ':day': day, ':run': run },
    });
  }
}

function entryIn(item: z.infer<typeof itemSchema>): ShopOfMorning {
  const { listDay, listRun, listTakenAt, listMailed = [], listDone = false } = item;
  const isNoted = listDay !== undefined && listRun !== undefined && listTakenAt !== undefined;
  return {
    shop: item.sk,
    days: item.openingDays,
    version: item.openingDaysVersion,
    note: isNoted
      ? { day: listDay, run: listRun, takenAt: listTakenAt, mailed: listMailed, isDone: listDone }
      : undefined,
  };
}
