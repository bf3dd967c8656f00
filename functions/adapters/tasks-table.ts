import * as z from 'zod/mini';
import type { Page } from '../http/lists.ts';
import { positionOf } from './timeline-table.ts';
import type { Table } from './table.ts';

// What the projector wrote is shown as it is.
const itemSchema = z.object({ task: z.looseObject({}), customer: z.looseObject({}) });

/** The shop's open tasks, earliest due first, as the projector wrote them. */
export class TasksTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** `after`: the `next` of the page before. Tasks are what api.md shows. */
  async open(shop: string, limit: number, after: string | undefined): Promise<Page<unknown>> {
    const pk = `SHOP#${shop}#TASKS`;
    const { items, next } = await this.table.query({
      condition: 'pk = :pk',
      values: { ':pk': pk },
      limit,
      after: after === undefined ? undefined : { pk, sk: after },
    });
    return {
      items: items.map((item) => z.parse(itemSchema, item)).map(({ task, customer }) => ({ ...task, customer })),
      next: positionOf(next),
    };
  }
}
