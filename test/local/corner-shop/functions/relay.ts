import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  ExecutionAlreadyExists,
  SFNClient,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';

const stateMachineArn = process.env['STATE_MACHINE']!;
const dynamodb = new DynamoDBClient({});
const states = new SFNClient({});

/** Starts an order's execution, and wakes it when the order was shipped. A queued message names an order to look at again. */
export async function handler({ Records }: { Records: Array<DynamoDBRecord | SQSRecord> }) {
  const batchItemFailures: Array<{ itemIdentifier: string }> = [];
  for (const record of Records) {
    try {
      await ('body' in record ? ring(record) : relay(record));
    } catch {
      const itemIdentifier = 'body' in record ? record.messageId : record.dynamodb!.SequenceNumber!;
      batchItemFailures.push({ itemIdentifier });
    }
  }
  return { batchItemFailures };
}

async function relay({ dynamodb: change }: DynamoDBRecord): Promise<void> {
  const item = change!.NewImage!;
  const order = item['pk']!.S!.slice('ORDER#'.length);
  if (order.startsWith('poison')) throw new Error('This one never passes.');
  const token = item['awaiting']?.S;
  if (token === undefined) {
    const input = JSON.stringify({ order });
    await states
      .send(new StartExecutionCommand({ stateMachineArn, name: order, input }))
      .catch(unless(ExecutionAlreadyExists));
  } else if (item['shipped']?.BOOL === true) {
    await states.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' })).catch(unless(TaskTimedOut));
  }
}

async function ring(message: SQSRecord): Promise<void> {
  if (message.body === 'fail') throw new Error('Not now.');
  const count = message.attributes.ApproximateReceiveCount;
  const Item = { pk: { S: 'RANG' }, sk: { S: message.body }, at: { S: new Date().toISOString() }, count: { S: count } };
  await dynamodb.send(new PutItemCommand({ TableName: process.env['TABLE']!, Item }));
}

function unless(benign: new (...given: never[]) => Error): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof benign)) throw error;
  };
}
