import * as z from 'zod/mini';
import type { OwedCall } from '../domain/order/call-tasks.ts';
import { callKey, expiryOf } from './keys.ts';
import type { Table } from './table.ts';

const itemSchema = z.object({ task: z.string(), order: z.string(), key: z.string(), dueAt: z.int() });

/** The calls that each customer is owed, as the projector wrote them: where to look, the orders have the truth. */
export class CallsTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async of(shop: string, customer: string): Promise<OwedCall[]> {
    const { pk } = callKey(shop, customer, '');
    const found: OwedCall[] = [];
    for await (const item of this.table.each({ condition: 'pk = :pk', values: { ':pk': pk }, consistent: true })) {
      found.push(z.parse(itemSchema, item));
    }
    return found;
  }

  async put(
    shop: string,
    customer: string,
    { task, order, key, dueAt }: OwedCall,
    keptUntil: number | undefined,
  ): Promise<void> {
    await this.table.put({ ...callKey(shop, customer, task), task, order, key, dueAt, expires: expiryOf(keptUntil) });
  }

  async delete(shop: string, customer: string, task: string): Promise<void> {
    await this.table.delete(callKey(shop, customer, task));
  }
}
