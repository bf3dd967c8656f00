import type { Page } from '../http/lists.ts';
import { profileKey } from './keys.ts';
import type { Item, Table } from './table.ts';

const entries = 'AT#';

/** A customer's timeline, newest first, as the projector wrote it. */
export class TimelineTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** `after`: the `next` of the page before. Entries are what api.md shows, as they were written. */
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
