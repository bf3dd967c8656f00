import * as z from 'zod/mini';
import { leavesPartition } from './keys.ts';
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
    const values = { ':pk': leavesPartition(shop), ':horizon': new Date(horizon).toISOString() };
    const found = new Set<string>();
    for await (const item of this.table.each({ condition: 'pk = :pk AND sk < :horizon', values })) {
      found.add(z.parse(itemSchema, item).order);
    }
    return [...found];
  }
}
