import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { EraseQueue } from '../adapters/erase-queue.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RingAgainQueue, rungOrder } from '../adapters/ring-again-queue.ts';
import { Table } from '../adapters/table.ts';
import { WorkflowClient } from '../adapters/workflow-client.ts';
import { orderOfKey, shopOfErasureKey } from '../adapters/keys.ts';
import { log } from '../log.ts';
import { answerDoorbell } from './answer-doorbell.ts';
import { environment } from './env.ts';

const env = z.parse(environment, process.env);
const orders = new OrdersTable(new Table(new DynamoDBClient({}), env.TABLE_NAME));
const workflow = new WorkflowClient(new SFNClient({}), env.STATE_MACHINE_ARN);
const ringAgain = new RingAgainQueue(new SQSClient({}), env.RING_AGAIN_QUEUE_URL);
const erase = new EraseQueue(new SQSClient({}), env.ERASE_QUEUE_URL);
const ports = { orders, workflow, now: () => Date.now() };

/** The doorbell: rung by the table's stream, and again by the queue where that came to nothing. */
export async function handler(event: DynamoDBStreamEvent | SQSEvent): Promise<SQSBatchResponse | undefined> {
  if (isFromQueue(event)) return fromQueue(event);
  await fromStream(event);
  return undefined;
}

/** One line for whatever the workflow heard of. Throws where the bell must ring again. */
async function ring(shop: string, order: string): Promise<void> {
  const passedOn = await answerDoorbell(shop, order, ports);
  if (passedOn !== undefined) log.info('passed on', { shop, order, ...passedOn });
}

/** Each order of the batch once; and whoever is to be erased, which has a function of its own. What fails goes to the queue, so that no order blocks another. */
async function fromStream(event: DynamoDBStreamEvent): Promise<void> {
  const keys = new Set(event.Records.flatMap((record) => record.dynamodb?.Keys?.['pk']?.S ?? []));
  for (const pk of keys) if (shopOfErasureKey(pk) !== undefined) await erase.ring(pk);
  const failed: { shop: string; order: string }[] = [];
  await Promise.all(
    [...keys].map(async (pk) => {
      const rung = orderOfKey(pk);
      if (rung === undefined) return;
      try {
        await ring(rung.shop, rung.order);
      } catch (error) {
        log.warn('rings again', { ...rung, error: nameOf(error) });
        failed.push(rung);
      }
    }),
  );
  for (const { shop, order } of failed) await ringAgain.ring(shop, order);
}

/** What fails stays on the queue, and ends in its dead-letter queue after days. */
async function fromQueue(event: SQSEvent): Promise<SQSBatchResponse> {
  const failures: { itemIdentifier: string }[] = [];
  await Promise.all(
    event.Records.map(async ({ body, messageId }) => {
      try {
        const { shop, order } = rungOrder(body);
        await ring(shop, order);
      } catch (error) {
        log.warn('rings again', { message: messageId, error: nameOf(error) });
        failures.push({ itemIdentifier: messageId });
      }
    }),
  );
  return { batchItemFailures: failures };
}

function isFromQueue(event: DynamoDBStreamEvent | SQSEvent): event is SQSEvent {
  return event.Records.some((record) => 'messageId' in record);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
