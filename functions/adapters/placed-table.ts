import * as z from 'zod/mini';
import type { PlaceOfOrder } from '../erase-customer/erase-customer.ts';
import type { Page } from '../http/lists.ts';
import { placedKey } from './keys.ts';
import type { Table } from './table.ts';
import { positionOf } from './timeline-table.ts';

const itemSchema = z.object({ sk: z.string(), order: z.string() });

/** Which orders a customer placed, the oldest first. */
export class PlacedTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** `after`: the `next` of the page before. */
  async page(shop: string, customer: string, limit: number, after: string | undefined): Promise<Page<PlaceOfOrder>> {
    const { pk } = placedKey(shop, customer, '', 0);
    const { items, next } = await this.table.query({
      condition: 'pk = :pk',
      values: { ':pk': pk },
      limit,
      after: after === undefined ? undefined : { pk, sk: after },
    });
    const found = items.map((item) => z.parse(itemSchema, item));
    return { items: found.map(({ sk, order }) => ({ order, place: sk })), next: positionOf(next) };
  }
}
