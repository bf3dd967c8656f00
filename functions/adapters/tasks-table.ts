import * as z from 'zod/mini';
import { taskReasons } from '../../messages/letter.ts';
import type { ListedTask } from '../domain/order/tasks.ts';
import type { Page } from '../http/lists.ts';
import { tasksPartitions } from './keys.ts';
import { allBelow, pageOf } from './list-parts.ts';
import type { Table } from './table.ts';

/** The last instant that a date can be. */
const endOfTime = Date.UTC(9999, 11, 31);

const itemSchema = z.object({
  task: z.object({
    task: z.string(),
    name: z.enum(taskReasons),
    order: z.string(),
    dueAt: z.string(),
    level: z.int(),
    status: z.string(),
    why: z.string(),
  }),
  customer: z.object({ name: z.string(), phone: z.optional(z.string()) }),
  of: z.optional(z.string()),
  number: z.optional(z.string()),
});

/** The shop's open tasks, earliest due first, as the projector wrote them. */
export class TasksTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** `after`: the `next` of the page before. */
  async open(shop: string, limit: number, after: string | undefined): Promise<Page<ListedTask>> {
    const { items, next } = await pageOf(this.table, tasksPartitions(shop), limit, after);
    return { items: items.map((item) => z.parse(itemSchema, item)), next };
  }

  /** When each of the shop's open tasks falls due. */
  async dues(shop: string): Promise<number[]> {
    const tasks = await this.dueBefore(shop, endOfTime);
    return tasks.map(({ task }) => Date.parse(task.dueAt));
  }

  /** All that fall due before `horizon`, and all that are overdue. */
  async dueBefore(shop: string, horizon: number): Promise<ListedTask[]> {
    const items = await allBelow(this.table, tasksPartitions(shop), new Date(horizon).toISOString());
    return items.map((item) => z.parse(itemSchema, item));
  }
}
