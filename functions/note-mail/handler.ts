import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { TimelineTable } from '../adapters/timeline-table.ts';
import { log } from '../log.ts';
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
  const told = z.parse(mailEvent, event);
  const what = await noteMail(told, ports);
  const { messageId: mail, tags } = told.detail.mail;
  const [shop, order, correlationId] = [tags.shop[0], tags.order[0], tags.correlation?.[0]];
  if (what !== undefined) log.info('mail', { shop, order, what, mail, correlationId });
}
