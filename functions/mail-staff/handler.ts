import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CallsTable } from '../adapters/calls-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { sesClient, SesMailer } from '../adapters/mailer-ses.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RememberedShops } from '../adapters/remembered-shops.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { orderId, shopId } from '../domain/ids.ts';
import { readable } from '../domain/schema-version.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';
import { mailTask, type StaffMailPorts } from './mail-task.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const ports: StaffMailPorts = {
  orders: new OrdersTable(table),
  shops: new RememberedShops(new ShopsTable(table)),
  customers: new CustomersTable(table),
  calls: new CallsTable(table),
  mailer: new SesMailer(sesClient(), env.CONFIGURATION_SET),
  now: () => Date.now(),
};

const asked = z.object({ shop: shopId, order: orderId, key: z.string() });

/** What fails stays on the queue, and ends in its dead-letter queue, with an alarm. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const failures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    let about: { shop?: string; order?: string } = {};
    try {
      const { shop, order, key } = z.parse(asked, readable(JSON.parse(record.body)));
      about = { shop, order };
      await mailTask(shop, order, key, ports);
    } catch (error) {
      log.error('a task did not reach its owner', { ...about, error: error instanceof Error ? error.name : 'unknown' });
      failures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures: failures };
}
