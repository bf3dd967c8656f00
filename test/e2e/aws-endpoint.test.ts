import { DynamoDBClient, GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';

let shop: Outside;
let dynamodb: DynamoDBClient;
let sfn: SFNClient;
let ses: SESv2Client;
let stateMachineArn: string;
let table: string;

beforeAll(async () => {
  shop = await Outside.open();
  const endpoint = {
    endpoint: shop.awsUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  };
  dynamodb = new DynamoDBClient(endpoint);
  sfn = new SFNClient(endpoint);
  ses = new SESv2Client(endpoint);
  stateMachineArn = (await sfn.send(new ListStateMachinesCommand({}))).stateMachines![0]!.stateMachineArn!;
  table = (await dynamodb.send(new ListTablesCommand({}))).TableNames![0]!;
});
afterAll(async () => {
  for (const client of [dynamodb, sfn, ses]) client.destroy();
  await shop.close();
});

async function executionArn(name: string): Promise<string> {
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }));
  return executions!.find((execution) => execution.name === name)!.executionArn!;
}

test('DynamoDB: the order lies where the design says, and carries no person', async () => {
  const order = await shop.order();
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: { pk: { S: `SHOP#demo#ORDER#${order}` }, sk: { S: 'ORDER' } } }),
  );
  expect(Item).toMatchObject({ version: { N: expect.any(String) }, run: { N: '1' }, awaiting: expect.anything() });
  expect(JSON.stringify(Item)).not.toMatch(/Jeanne|example\.com|Bordeaux|Lampe/);
});

test('Step Functions: an execution can be listed, described, and read, and knows no person', async () => {
  const order = await shop.order();
  const arn = await executionArn(`demo.${order}`);
  const described = await sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
  expect(described).toMatchObject({ status: 'RUNNING', name: `demo.${order}` });
  expect(JSON.parse(described.input!)).toEqual({ shop: 'demo', order, run: 1 });
  const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000 }));
  expect(events!.map(({ type }) => type)).toContain('TaskStateEntered');
  expect(JSON.stringify(events)).not.toMatch(/Jeanne|example\.com|Bordeaux|Lampe/);
});

test('Step Functions: an execution that is killed is taken up again by the next', async () => {
  const order = await shop.order();
  await sfn.send(new StopExecutionCommand({ executionArn: await executionArn(`demo.${order}`), error: 'Killed' }));
  await shop.settle();
  expect((await shop.execution(`demo.${order}`)).status).toBe('ABORTED');
  expect((await shop.execution(`demo.${order}.2`)).status).toBe('RUNNING');
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  await shop.post(`/orders/${order}/words`, { word: 'received', by: 'phone' });
  expect(await shop.messages(order), 'nothing twice').toEqual([
    'confirm-order',
    'announce-shipment',
    'ask-delivery-check',
    'thank-customer',
  ]);
});

test('Step Functions: a second start of the same order is harmless', async () => {
  const order = await shop.order();
  const input = (run: number): string => JSON.stringify({ shop: 'demo', order, run });
  await sfn.send(new StartExecutionCommand({ stateMachineArn, name: `demo.${order}`, input: input(1) }));
  await expect(
    sfn.send(new StartExecutionCommand({ stateMachineArn, name: `demo.${order}`, input: input(2) })),
  ).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await sfn.send(new StartExecutionCommand({ stateMachineArn, name: `intruder.${order}`, input: input(1) }));
  await shop.settle();
  expect(await shop.messages(order)).toEqual(['confirm-order']);
  await expect(sfn.send(new SendTaskSuccessCommand({ taskToken: 'forged', output: '{}' }))).rejects.toMatchObject({
    name: 'InvalidToken',
  });
});

test('SES: a mail that anyone sends is among the mails', async () => {
  const { MessageId } = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'bonjour@maison-lumiere.example',
      Destination: { ToAddresses: ['someone@example.com'] },
      Content: { Simple: { Subject: { Data: 'Été' }, Body: { Text: { Data: 'Bonjour' } } } },
      EmailTags: [{ Name: 'order', Value: 'by-hand' }],
    }),
  );
  expect(MessageId).toBeTruthy();
  expect(await shop.mails('by-hand')).toMatchObject([{ subject: 'Été', text: 'Bonjour', to: 'someone@example.com' }]);
});
