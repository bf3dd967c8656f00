import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runShop } from '../../cli/shop/run.ts';
import { config } from '../../infra/config.ts';
import { ShopkeeperStack } from '../../infra/shopkeeper-stack.ts';
import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { localKey, seed } from '../../local/seed.ts';
import { everythingAt } from '../items/kept.ts';
import type { StoredItem } from '../items/shapes.ts';
import { anOrder, mondayAtTen, Outside } from './outside.ts';

// The runbook's steps, "Restore the table", as far as there is something of each on this machine.

let folder: string;
let stack: EmbeddedStack;
let shop: Outside;

async function open(assembly: string): Promise<void> {
  const ports = { port: 0, awsPort: 0 };
  const startAt = stack === undefined ? Date.parse(mondayAtTen(Date.now())) : undefined;
  stack = await startEmbeddedStack({
    assembly,
    template: 'Shopkeeper-local',
    seed,
    dataDir: join(folder, 'data'),
    startAt,
    ...ports,
  });
  shop = new Outside(stack.apiUrl, stack.awsUrl, stack.close);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restored-'));
  await open('cdk.out');
});
afterAll(async () => {
  await stack.close();
  await rm(folder, { recursive: true, force: true });
});

/** False where it does not fit what is known. */
type Telling = () => Promise<boolean>;
const tell = (order: string, call: string, body: object) => async (): Promise<boolean> => {
  const answer = await shop.post(order === '' ? '/orders' : `/orders/${order}/${call}`, body);
  expect([202, 422], answer.text).toContain(answer.status);
  return answer.status === 202;
};
const place = (id: string) => tell('', '', anOrder(id));
const ship = (id: string) => tell(id, 'shipments', { parcel: 'p1', carrier: 'Colissimo' });
const deliver = (id: string) => tell(id, 'deliveries', { parcel: 'p1' });
const receive = (id: string) => tell(id, 'words', { word: 'received', by: 'phone' });

/** What the restored table knows of. */
const before = [
  ...['quiet', 'moved', 'ended', 'wrong'].map(place),
  ...['ended-twice', 'ended-before'].flatMap((id) => [place(id), ship(id), deliver(id), receive(id)]),
];
/** What was told after the instant to which it is restored, and is told again. */
const since = [
  ...['moved', 'ended'].map(ship),
  deliver('ended'),
  receive('ended'),
  // An order that is over begins anew, and ends again: it has had two executions then.
  tell('ended-twice', 'words', { word: 'problem', about: 'damaged', by: 'phone' }),
  tell('ended-twice', 'outcomes', { case: 'case-1', outcome: 'answered', text: 'Une autre part.' }),
  ...['newcomer', 'new-and-ended'].map(place),
  ...[ship, deliver, receive].map((happens) => happens('new-and-ended')),
];
/** Answers what was refused. */
async function inOneGo(happenings: readonly Telling[]): Promise<Telling[]> {
  const refused: Telling[] = [];
  for (const happen of happenings) if (!(await happen())) refused.push(happen);
  return refused;
}

/** RestoreTableToPointInTime, as it is seen from outside: another table, with the items of then and without a stream. */
async function restore(items: readonly StoredItem[], TableName: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: stack.awsUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TableNames: [old] = [] } = await client.send(new ListTablesCommand({}));
  const { Table: like } = await client.send(new DescribeTableCommand({ TableName: old }));
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: like!.AttributeDefinitions!,
      KeySchema: like!.KeySchema!,
      GlobalSecondaryIndexes: like!.GlobalSecondaryIndexes!.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName: IndexName!,
        KeySchema: KeySchema!,
        Projection: Projection!,
      })),
    }),
  );
  await waitUntilTableExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 30 }, { TableName });
  for (let at = 0; at < items.length; at += 25) {
    const puts = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  }
  client.destroy();
}

/** What `restoredTable` in infra/config.ts makes of the stack. */
function deployedOn(streamArn: string): string {
  const outdir = join(folder, 'assembly');
  const app = new App({
    outdir,
    analyticsReporting: false,
    postCliContext: { '@aws-cdk/aws-iam:minimizePolicies': true },
  });
  const { local } = config;
  config.local = { ...local, restoredTable: streamArn };
  try {
    const { stackName } = new ShopkeeperStack(app, 'local');
    return app.synth().getStackByName(stackName).assembly.directory;
  } finally {
    config.local = local;
  }
}

async function takeUp(instant: string): Promise<string[]> {
  const said: string[] = [];
  const code = await runShop(
    ['take-up', '--before', instant, '--table', 'orders-restored', '--endpoint', stack.awsUrl],
    {
      environment: {},
      now: () => stack.clock.now(),
      randomBytes: () => Buffer.alloc(0),
      readFile: async () => '',
      out: (text) => said.push(text),
      aside: (text) => said.push(text),
      progress: () => {},
    },
  );
  expect(code, said.join('\n')).toBe(0);
  return said;
}

test('a table is restored under another name: every order goes on to its end, and only what is not on record is said again', async () => {
  expect(await inOneGo(before)).toEqual([]);
  await shop.advance('PT1H');
  const restoredTo = await everythingAt(stack.awsUrl);
  const mailsThen = stack.mail.all().length;
  expect(await inOneGo(since)).toEqual([]);
  await shop.advance('PT1H');

  await restore(restoredTo, 'orders-restored');
  await stack.close();
  await open(
    deployedOn('arn:aws:dynamodb:eu-west-1:000000000000:table/orders-restored/stream/2026-11-30T10:00:00.000'),
  );
  const deployedAt = new Date(await shop.now()).toISOString();
  // What was placed since is not known; then it is told again.
  expect((await shop.get('/orders/newcomer')).status).toBe(404);
  const refused = await inOneGo(since);
  const said = await takeUp(deployedAt);
  expect(said.at(-1)).toMatch(/^\d+ executions stopped/);
  // An order whose executions died meanwhile, on the table that they may no longer write, is taken up a little later.
  await shop.advance('PT1H');
  expect(await inOneGo(refused)).toEqual([]);
  await shop.advance('PT2H');

  const open_ = { quiet: 'AwaitShipment', moved: 'AwaitDelivery', wrong: 'AwaitShipment', newcomer: 'AwaitShipment' };
  for (const [id, stage] of Object.entries(open_)) expect(await shop.shown(id), id).toMatchObject({ stage });
  for (const id of Object.keys(open_)) {
    const { name } = (await shop.local('GET', '/_local/executions')).find(
      (one: { name: string; status: string }) => one.status === 'RUNNING' && `${one.name}.`.startsWith(`demo.${id}.`),
    );
    const { definition } = stack.stepFunctions.describeStateMachineForExecution({
      executionArn: `${stack.description.stateMachines[0]!.arn.replace(':stateMachine:', ':execution:')}:${name}`,
    });
    expect(definition, `${id} waits on the table that is used now`).toContain('"orders-restored"');
  }

  // From here everything goes on as if nothing had been.
  await inOneGo(['quiet', 'wrong', 'newcomer'].map(ship));
  await inOneGo(Object.keys(open_).flatMap((id) => [deliver(id), receive(id)]));
  await shop.advance('PT2H');
  const whole = ['confirm-order', 'announce-shipment', 'ask-delivery-check', 'thank-customer'];
  for (const id of [...Object.keys(open_), 'ended', 'new-and-ended']) {
    expect(await shop.shown(id), id).toMatchObject({ stage: 'CloseOrder', how: 'received' });
    expect([...new Set(await shop.messages(id))], id).toEqual(whole);
  }
  expect(await shop.shown('ended-twice')).toMatchObject({ stage: 'CloseOrder' });

  // Who heard nothing after that instant, hears nothing twice; who did, once more at most.
  for (const id of ['quiet', 'wrong']) expect(await shop.messages(id), id).toEqual(whole);
  expect(await shop.messages('ended-before')).toEqual(whole);
  expect(await shop.messages('moved')).toEqual([...whole.slice(0, 2), ...whole.slice(1)]);
  const mails = await shop.local('GET', '/_local/mails');
  for (const { order, message } of mails.slice(0, mailsThen)) {
    const times = mails.filter(
      (one: { order: string; message: string }) => one.order === order && one.message === message,
    );
    expect(times, `${order} ${message}`).toHaveLength(1);
  }
  const tasks = (await shop.get('/tasks')).json.tasks.map(({ name }: { name: string }) => name);
  expect(tasks, 'nobody was given up').not.toContain('unstick-order');
  expect((await shop.get('/shop', { key: localKey })).status).toBe(200);
});
