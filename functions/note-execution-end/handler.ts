import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { executionOf } from '../domain/execution-name.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';

const env = z.parse(environment, process.env);
const orders = new OrdersTable(new Table(new DynamoDBClient({}), env.TABLE_NAME));

const statusChange = z.object({
  detail: z.object({ name: z.string(), status: z.string(), error: z.nullish(z.string()) }),
});

/** An execution died (failed, timed out, aborted): its order is taken up again. Best effort; the sweep makes it sure. */
export async function handler(event: unknown): Promise<void> {
  const { name, status, error } = z.parse(statusChange, event).detail;
  const execution = executionOf(name);
  if (execution === undefined) return;
  log.warn('an execution died', { ...execution, status, error: error ?? undefined });
  await orders.retake(execution.shop, execution.order, execution.run);
}
