import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { seed } from '../../local/seed.ts';
import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { isAllowed, type AwsCall } from './allowed.ts';
import { synthesised } from './synthesised.ts';
import { assemblyWatchedBy, Witness, type Witnessed } from './witness.ts';

// The embedded stack does not ask IAM, so a right that is missing would show only in AWS. Here a few orders live through
// what every function is there for, and each call that a function makes is held against its policy.

const policies = synthesised('local');
const table = `\${${policies.the('AWS::DynamoDB::Table').id}.Arn}`;
const machine = `\${${policies.the('AWS::StepFunctions::StateMachine').id}}`;
const startsAt = Date.parse('2026-11-23T09:00:00Z');
const hour = 3600 * 1000;

let witness: Witness;
let assembly: ReturnType<typeof assemblyWatchedBy>;
let stack: EmbeddedStack;

beforeAll(async () => {
  witness = await Witness.listening();
  assembly = assemblyWatchedBy(witness);
  const options = { assembly: assembly.folder, template: 'Shopkeeper-local', seed, startAt: startsAt };
  stack = await startEmbeddedStack({ ...options, port: 0, awsPort: 0 });
  witness.handOnTo(stack.awsUrl);
  await liveThroughEverything();
}, 120_000);

afterAll(async () => {
  await stack.close();
  await witness.close();
  assembly.remove();
});

describe('whatever the functions call', () => {
  it('was all that they are there for: the staff of the shop have their list of the day too', () => {
    expect(
      witness.calls.filter(({ by, action }) => by === 'mail-morning-list' && action === 'ses:SendEmail'),
    ).toHaveLength(2);
  });

  it('they may', () => {
    const refused = witness.calls.filter(({ by, ...call }) => {
      return !awsCallsIn(call).every((each) => isAllowed(policies.function(by).statements, each));
    });
    const told = refused.map(
      ({ by, action, input }) => `${by} may not ${action} ${JSON.stringify(input).slice(0, 200)}`,
    );
    expect([...new Set(told)]).toEqual([]);
  });

  it('was seen: every function that may do anything was at work', () => {
    const working = new Set(witness.calls.map(({ by }) => by));
    const idle = [...policies.functions.keys()].filter((name) => !working.has(name)).sort();
    expect(idle).toEqual(['refuse-unknown', 'report-health']);
  });
});

/** What IAM would be asked for this call. */
function awsCallsIn({ action, input }: Omit<Witnessed, 'by'>): AwsCall[] {
  const [service] = action.split(':');
  switch (service) {
    case 'dynamodb':
      return [{ action, ...itemIn(input) }];
    case 'states':
      return [{ action, resource: machineIn(input) }];
    case 'sqs':
      return [{ action, resource: queueIn(input) }];
    case 'ses': {
      const { ConfigurationSetName, FromEmailAddress } = z
        .object({ ConfigurationSetName: z.string(), FromEmailAddress: z.string() })
        .parse(input);
      expect(ConfigurationSetName).toBe('Shopkeeper-local');
      const arn = `arn:\${AWS::Partition}:ses:\${AWS::Region}:\${AWS::AccountId}`;
      const set = policies.the('AWS::SES::ConfigurationSet').id;
      return [
        { action, resource: `${arn}:identity/${FromEmailAddress}` },
        { action, resource: `${arn}:configuration-set/\${${set}}` },
      ];
    }
    default:
      throw new Error(`nobody expected ${action}`);
  }
}

const text = z.object({ S: z.string() });
const itemCall = z.object({
  Key: z.object({ pk: text }).optional(),
  Item: z.object({ pk: text }).optional(),
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
});

function itemIn(input: unknown): { resource: string; leadingKey?: string } {
  const {
    Key,
    Item,
    IndexName,
    KeyConditionExpression: condition,
    ExpressionAttributeValues: values,
  } = itemCall.parse(input);
  if (IndexName !== undefined) return { resource: `${table}/index/${IndexName}` };
  const placeholder = /^pk = (:\w+)/.exec(condition ?? '')?.[1];
  const key = Key?.pk ?? Item?.pk ?? text.parse(values?.[placeholder ?? '']);
  return { resource: table, leadingKey: key.S };
}

function machineIn(input: unknown): string {
  const { executionArn } = z.object({ executionArn: z.string().optional() }).parse(input);
  const arn = `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}`;
  return executionArn === undefined
    ? machine
    : `${arn}:execution:${machine.replace('}', '.Name}')}:${executionArn.split(':').at(-1)}`;
}

function queueIn(input: unknown): string {
  const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(input);
  const found = policies
    .all('AWS::SQS::Queue')
    .find(({ Properties }) => QueueUrl.endsWith(`/${String(Properties['QueueName'])}`));
  return `\${${found?.id}.Arn}`;
}

/** Orders that go well, late, wrong, and by way of Shopify; an execution that dies, and a mail that nobody can tell of. */
async function liveThroughEverything(): Promise<void> {
  const { advance, settle } = stack;
  await ask('PUT', '/shop', { promo: { discount: { percent: 10 }, validDays: 60 }, shopify: { secret: 'another' } });
  await ask('GET', '/shop');

  await ask('POST', '/orders', order('good'), { 'idempotency-key': 'once' });
  await ask('POST', '/orders', order('good'), { 'idempotency-key': 'once' });
  await ask('POST', '/orders', order('late'));
  await ask('POST', '/orders', { ...order('today'), shipBy: '2026-11-23' });
  await ask('POST', '/orders', order('killed'));
  await settle();
  stack.mail.failNext({ when: 'after', how: 'reset' });
  await ask('POST', '/orders', order('untold'));
  await settle();

  await ask(
    'POST',
    '/orders/good/shipments',
    { parcel: 'p', carrier: 'Colissimo', trackingNumber: '6A' },
    { 'idempotency-key': 'p' },
  );
  await ask('POST', '/orders/good/delays', { of: 'delivery', parcel: 'p', until: '2026-12-01' });
  await settle();
  await ask('POST', '/orders/good/deliveries', { parcel: 'p' });
  await settle();
  const page = linkIn('good', 'ask-delivery-check');
  for (const method of ['GET', 'HEAD']) await fetch(page, { method });
  await fetch(page, { method: 'POST', body: new URLSearchParams({ word: 'received' }) });
  // Thanked before the links below are followed: one of them refuses offers, and the promo with them.
  await settle();
  await fetch(`${stack.apiUrl}/c/${'A'.repeat(22)}`);
  const [, ways = ''] = mailOf('good', 'ask-delivery-check').text.split('\n--\n');
  for (const [link] of ways.matchAll(/https?:\/\/\S+\/c\/\S+/g))
    await fetch(link, { method: 'POST', body: new URLSearchParams({ tone: 'comfort' }) });
  await settle();
  const code = /\b[A-Z2-9]{10}\b/.exec(mailOf('good', 'thank-customer').text)?.[0] ?? '';
  await ask('GET', `/promos/${code}`);
  await ask('POST', `/promos/${code}/redemptions`, { order: 'next' });

  stack.stepFunctions.stopExecution({
    executionArn: `${stack.description.stateMachines[0]?.arn.replace(':stateMachine:', ':execution:')}:demo.killed`,
  });
  await ask('POST', '/orders/late/words', { word: 'problem', about: 'damaged', by: 'phone' });
  await ask('GET', '/orders/late/messages/confirm-order/preview');
  await ask(
    'POST',
    '/orders/late/messages/confirm-order/resends',
    { by: 'Hugo', why: 'lost' },
    { 'idempotency-key': 'r' },
  );
  await ask('PUT', '/customers/anne/preferences', { channel: 'phone' }, { 'idempotency-key': 'c' });
  await advance(2 * hour);
  const { tasks } = z.object({ tasks: z.array(z.object({ task: z.string() })) }).parse(await ask('GET', '/tasks'));
  await ask('POST', `/tasks/${tasks[0]?.task}/completions`, { by: 'Hugo' });
  await ask('GET', '/orders/late');
  await ask('GET', '/customers/anne/timeline');
  await ask('PUT', '/customers/anne', { email: 'anne.petit@customers.example' }, { 'idempotency-key': 'moved' });
  await ask('PUT', '/customers/anne', { email: 'anne.petit@customers.example' }, { 'idempotency-key': 'moved' });

  const returned = { id: 'bob', name: 'Bob', email: 'bounce@simulator.amazonses.com' };
  await ask('POST', '/orders', { ...order('returned'), customer: returned });
  await settle();
  await ask('PUT', '/customers/bob', { email: 'bob@customers.example' });
  await settle();

  for (const id of ['call-1', 'call-2'])
    await ask('POST', '/orders', { ...order(id), customer: { id: 'max', name: 'Max' } });
  await settle();
  await ask('GET', '/tasks');
  await ask('POST', '/tasks/call-1.1/completions', { by: 'Hugo' });

  expect(await shopify('orders/create', { id: 77, name: '#77' })).toBe(false);
  await ask('GET', '/webhooks/not-taken');
  expect(await shopify('orders/create', shopifyOrder)).toBe(true);
  await settle();

  await ask('GET', '/customers/anne/export');
  await ask('DELETE', '/customers/anne');
  expect(await shopify('customers/redact', { customer: { id: 9 } })).toBe(true);
  await settle();
  // Told only now, and placed before: whoever tells it has it erased.
  const placedAt = new Date(startsAt - hour).toISOString();
  await ask('POST', '/orders', { ...order('long-ago'), placedAt });
  const unknownTillNow = { ...shopifyOrder, id: 5002, name: '#5002', created_at: placedAt, updated_at: placedAt };
  expect(await shopify('orders/create', unknownTillNow)).toBe(false);
  await advance(7 * hour);
}

const key = { authorization: 'Bearer local-shop-key' };

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const json = { ...key, 'content-type': 'application/json', ...headers };
  const response = await fetch(stack.apiUrl + path, {
    method,
    headers: json,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const said: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(said)}`);
  return said;
}

/** Whether it could be used. */
async function shopify(topic: string, payload: object): Promise<boolean> {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', 'another').update(body).digest('base64');
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': `${topic} ${body.length}`,
    'x-shopify-hmac-sha256': signature,
  };
  const response = await fetch(`${stack.apiUrl}/webhooks/shopify/demo`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  return z.object({ taken: z.boolean() }).parse(await response.json()).taken;
}

function mailOf(id: string, message: string): { text: string } {
  const found = stack.mail.all().find(({ tags }) => tags['order'] === id && tags['message'] === message);
  if (found === undefined)
    throw new Error(
      `${id} was not sent ${message}: ${stack.mail
        .all()
        .map(({ tags }) => Object.values(tags).join(' '))
        .join('; ')}`,
    );
  return found;
}

function linkIn(id: string, message: string): string {
  const link = /http:\/\/\S+\/c\/[\w-]+/.exec(mailOf(id, message).text)?.[0];
  if (link === undefined) throw new Error(`${message} has no link`);
  return link;
}

function order(id: string): object {
  return {
    id,
    customer: { id: 'anne', name: 'Anne Petit', email: 'anne@customers.example', locale: 'en' },
    lines: [{ id: 'vase', title: 'Blue vase', quantity: 1 }],
    total: { amount: 4900, currency: 'EUR' },
  };
}

const shopifyOrder = {
  id: 5001,
  name: '#5001',
  created_at: '2026-11-23T10:00:00+01:00',
  updated_at: '2026-11-23T10:00:00+01:00',
  email: 'paul@customers.example',
  currency: 'EUR',
  total_price: '49.00',
  customer: { id: 9, first_name: 'Paul', last_name: 'Roux', email: 'paul@customers.example' },
  line_items: [{ id: 1, title: 'Blue vase', quantity: 1, price: '49.00', requires_shipping: true }],
};
