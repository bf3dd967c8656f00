import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { LeavesTable } from '../adapters/leaves-table.ts';
import { sesClient, SesMailer } from '../adapters/mailer-ses.ts';
import { MorningsTable } from '../adapters/mornings-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { TasksTable } from '../adapters/tasks-table.ts';
import { log } from '../log.ts';
import { countTasks } from './count-tasks.ts';
import { environment } from './env.ts';
import { mailMorningLists, type MorningPorts } from './mail-morning-list.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const tasks = new TasksTable(table);
const ports: MorningPorts = {
  mornings: new MorningsTable(table),
  shops: new ShopsTable(table),
  tasks,
  leaves: new LeavesTable(table),
  orders: new OrdersTable(table),
  customers: new CustomersTable(table),
  mailer: new SesMailer(sesClient(), env.CONFIGURATION_SET),
  now: () => Date.now(),
  failed: (shop, error) =>
    log.error('a morning list did not reach all staff', {
      shop,
      error: error instanceof Error ? error.name : 'unknown',
    }),
};

/** Before this instant no list falls due, as far as this instance knows. */
let quietUntil = 0;

export async function handler(_event: unknown, { awsRequestId }: Context): Promise<void> {
  // Once an hour; the dashboard reads it from here (infra/constructs/morning.ts).
  const isFullHour = new Date().getUTCMinutes() < 30;
  if (isFullHour) log.info('open tasks', { ...(await countTasks({ ...ports, tasks })) });
  if (Date.now() < quietUntil) return;
  quietUntil = 0;
  quietUntil = await mailMorningLists(awsRequestId, ports);
}
