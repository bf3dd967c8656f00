import { DynamoDBClient, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CallsTable } from '../adapters/calls-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { DetailsTable } from '../adapters/details-table.ts';
import { orderOfKey } from '../adapters/keys.ts';
import { orderFrom } from '../adapters/order-item.ts';
import { OffersTable } from '../adapters/offers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { Table } from '../adapters/table.ts';
import { StaffMailQueue, TimelineItems } from '../adapters/timeline-items.ts';
import type { Order } from '../domain/order/order.ts';
import { settledBy } from '../domain/order/settled-promises.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';
import { linesOf } from './settled-lines.ts';
import { project, type OrderChange, type ProjectionPorts } from './project.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const items = new TimelineItems(table);
const ports: ProjectionPorts = {
  orders: new OrdersTable(table),
  timeline: items,
  tasks: items,
  calls: new CallsTable(table),
  leaves: items,
  customers: new CustomersTable(table),
  details: new DetailsTable(table),
  offers: new OffersTable(table),
  staffMail: new StaffMailQueue(new SQSClient({}), env.STAFF_MAIL_QUEUE_URL),
};

/**
 * All that a batch brings of an order at once, the orders in the order of the stream; the first that fails is where the
 * stream begins again.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const [pk, records] of Map.groupBy(event.Records, keyOf)) {
    try {
      const changes = records.flatMap(changeIn);
      await project(changes, ports);
      // Last, so that what has to be done again is not counted again.
      for (const { before, after } of changes) {
        for (const { level, message, said } of linesOf(after, settledBy(before, after))) log[level](message, said);
      }
    } catch (error) {
      log.error('a change did not reach the timeline', {
        ...orderOfKey(pk),
        error: error instanceof Error ? error.name : 'unknown',
      });
      return { batchItemFailures: [{ itemIdentifier: records[0]?.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}

const keyOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.['pk']?.S ?? '';

function changeIn({ dynamodb }: DynamoDBRecord): OrderChange[] {
  const after = orderIn(dynamodb?.NewImage);
  return after === undefined ? [] : [{ before: orderIn(dynamodb?.OldImage), after }];
}

function orderIn(image: unknown): Order | undefined {
  if (image === undefined || image === null) return undefined;
  const item = unmarshall(image as Record<string, AttributeValue>);
  return item['sk'] === 'ORDER' ? orderFrom(item) : undefined;
}
