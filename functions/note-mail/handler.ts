import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { TimelineTable } from '../adapters/timeline-table.ts';
import { environment } from './env.ts';
import { mailEvent, noteMail } from './note-mail.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const ports = {
  orders: new OrdersTable(table),
  customers: new CustomersTable(table),
  timeline: new TimelineTable(table),
  now: () => Date.now(),
};

export async function handler(event: unknown): Promise<void> {
  await noteMail(z.parse(mailEvent, event), ports);
}
