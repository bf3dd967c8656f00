import type { Page } from '../http/lists.ts';
import type { Placed } from '../project-timeline/entry.ts';
import { expiryOf, profileKey } from './keys.ts';
import type { Item, Table } from './table.ts';

const entries = 'AT#';

/** A customer's timeline: what became of orders stands there once it was projected. */
export class TimelineTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** Writes an entry, unless a newer version of it is there. It leaves when its order, or else its customer, does. */
  async put(
    shop: string,
    customer: string,
    { id, entry }: Placed,
    version: number,
    keptUntil: number | undefined,
  ): Promise<void> {
    const { pk } = profileKey(shop, customer);
    const condition = 'attribute_not_exists(pk) OR version <= :version';
    const item = { pk, sk: `${entries}${entry.at}#${id}`, entry, version, expires: expiryOf(keptUntil) };
    await this.table.put(item, condition, { ':version': version });
  }

  /** Newest first. `after`: the `next` of the page before. Entries are what api.md shows, as they were written. */
  async page(shop: string, customer: string, limit: number, after: string | undefined): Promise<Page<unknown>> {
    const { pk } = profileKey(shop, customer);
    const { items, next } = await this.table.query({
      condition: 'pk = :pk AND begins_with(sk, :entries)',
      values: { ':pk': pk, ':entries': entries },
      newestFirst: true,
      limit,
      after: after === undefined ? undefined : { pk, sk: after },
    });
    return { items: items.map((item) => item['entry']), next: positionOf(next) };
  }
}

/** The sort key where a page ended. */
export function positionOf(last: Item | undefined): string | undefined {
  return typeof last?.['sk'] === 'string' ? last['sk'] : undefined;
}
