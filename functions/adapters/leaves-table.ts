import * as z from 'zod/mini';
import { leavesPartitions } from './keys.ts';
import { allBelow } from './list-parts.ts';
import type { Table } from './table.ts';

const itemSchema = z.object({ order: z.string() });

/** The shop's orders that wait for shipment, by when they leave, as the projector wrote them: where to look, not the truth. */
export class LeavesTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** Those that leave before `horizon` or should have left, earliest first. */
  async leavingBefore(shop: string, horizon: number): Promise<string[]> {
    const items = await allBelow(this.table, leavesPartitions(shop), new Date(horizon).toISOString());
    return [...new Set(items.map((item) => z.parse(itemSchema, item).order))];
  }
}
