import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { executionOf } from '../domain/execution-name.ts';
import { environment } from './env.ts';

const env = z.parse(environment, process.env);
const orders = new OrdersTable(new Table(new DynamoDBClient({}), env.TABLE_NAME));

const statusChange = z.object({ detail: z.object({ name: z.string() }) });

/** An execution died (failed, timed out, aborted): its order is taken up again. Best effort; the sweep makes it sure. */
export async function handler(event: unknown): Promise<void> {
  const execution = executionOf(z.parse(statusChange, event).detail.name);
  if (execution !== undefined) await orders.retake(execution.shop, execution.order, execution.run);
}
