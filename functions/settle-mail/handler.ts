import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { environment } from './env.ts';
import { sentEvent, settleMail } from './settle-mail.ts';

const env = z.parse(environment, process.env);
const orders = new OrdersTable(new Table(new DynamoDBClient({}), env.TABLE_NAME));

export async function handler(event: unknown): Promise<void> {
  await settleMail(z.parse(sentEvent, event), orders);
}
