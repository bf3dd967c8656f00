import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RingAgainQueue } from '../adapters/ring-again-queue.ts';
import { Table } from '../adapters/table.ts';
import { WorkflowClient } from '../adapters/workflow-client.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';
import { sweep } from './sweep.ts';

const env = z.parse(environment, process.env);
const ports = {
  orders: new OrdersTable(new Table(new DynamoDBClient({}), env.TABLE_NAME), { watchParts: Number(env.WATCH_PARTS) }),
  workflow: new WorkflowClient(new SFNClient({}), env.STATE_MACHINE_ARN),
  ringAgain: new RingAgainQueue(new SQSClient({}), env.RING_AGAIN_QUEUE_URL),
  now: () => Date.now(),
};

export async function handler(): Promise<void> {
  const found = await sweep(ports);
  if (found.retaken > 0 || found.rung > 0) log.warn('swept', found);
}
