import { DynamoDBClient, QueryCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { startEmbeddedStack, type EmbeddedStack, type EmbeddedStackOptions } from '../../../local/embedded-stack.ts';
import { cornerShop } from './corner-shop.ts';

export interface Answered<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface SeenEvent {
  time: string;
  /** When the function saw it, by its own clock. */
  seenAt: string;
}

export interface OpenShop {
  stack: EmbeddedStack;
  table: string;
  dynamodb: DynamoDBClient;
  sqs: SQSClient;
  queueUrl: (name: 'RingAgain' | 'DeadLetters') => string;
  /** Asks the API, and answers status, headers and the parsed body. */
  ask: <Body = unknown>(method: string, path: string, body?: unknown) => Promise<Answered<Body>>;
  order: (id: string) => Promise<void>;
  /** What the witness function saw of the bus. */
  seen: (detailType: string) => Promise<SeenEvent[]>;
  itemsOf: (partition: string) => Promise<Array<Record<string, AttributeValue>>>;
}

const assembly = await cornerShop();

/** How the ordinary clients are pointed at a stack. */
export function clientOf(stack: { awsUrl: string }) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { endpoint: stack.awsUrl, region: 'eu-west-1', credentials };
}

/** Opens a corner shop of its own for one test, and closes it with the test. */
export async function openShop(options: Partial<EmbeddedStackOptions> = {}): Promise<OpenShop> {
  const stack = await startEmbeddedStack({ assembly, port: 0, awsPort: 0, ...options });
  const dynamodb = new DynamoDBClient(clientOf(stack));
  const sqs = new SQSClient(clientOf(stack));
  onTestFinished(async () => {
    dynamodb.destroy();
    sqs.destroy();
    await stack.close();
  });
  const table = stack.description.tables[0]!.name;
  const itemsOf: OpenShop['itemsOf'] = async (partition) => {
    const values = { ':pk': { S: partition } };
    const query = { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: values };
    return (await dynamodb.send(new QueryCommand(query))).Items ?? [];
  };
  const ask = async <Body>(method: string, path: string, given?: unknown): Promise<Answered<Body>> => {
    const response = await fetch(stack.apiUrl + path, {
      method,
      ...(given !== undefined && { body: JSON.stringify(given), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const body: Body = JSON.parse(isJson ? text : JSON.stringify(text));
    return { status: response.status, headers: response.headers, body };
  };
  return {
    stack,
    table,
    dynamodb,
    sqs,
    itemsOf,
    ask,
    queueUrl: (name) => stack.description.queues.find((queue) => queue.name.includes(name))!.url,
    order: async (id) => {
      await ask('POST', '/orders', { id });
      await stack.settle();
    },
    seen: async (detailType) =>
      (await itemsOf(`SEEN#${detailType}`)).map((item) => {
        const event: SeenEvent = JSON.parse(item['event']!.S!);
        return { ...event, seenAt: item['at']!.S! };
      }),
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
