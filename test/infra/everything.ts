import { expect, vi } from 'vitest';
import * as z from 'zod';
import { callKey, leavesPartitions, orderKey, tasksPartitions } from '../../functions/adapters/keys.ts';
import { routes } from '../../infra/routes.ts';
import { AwsError } from '../../local/aws-error.ts';
import { anne, anOrder, shopifyOrder, shopifySecret, type Talk } from './talk.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A few orders live through what every function is there for, and what each does when something fails: whatever a grant
 * is for happens here once. Begins on Monday 2026-11-23 at 09:00 UTC.
 */
export async function liveThroughEverything(talk: Talk): Promise<void> {
  await ordersGoWell(talk);
  await ordersGoWrong(talk);
  await staffIsCalled(talk);
  await shopifyTells(talk);
  await mailIsHeldUp(talk);
  await thingsBreak(talk);
  await offersTravelAlone(talk);
  await personsAreErased(talk);
  await everyRouteIsAsked(talk);
}

async function ordersGoWell(talk: Talk): Promise<void> {
  const { settle } = talk.stack;
  await talk.ask('PUT', '/shop', {
    promo: { discount: { percent: 10 }, validDays: 60 },
    shopify: { secret: shopifySecret },
  });
  await talk.ask('GET', '/shop');
  for (const _ of ['first', 'again']) await talk.ask('POST', '/orders', anOrder('good'), { 'idempotency-key': 'once' });
  await talk.refused('POST', '/orders', { ...anOrder('good'), number: 'another' }, { 'idempotency-key': 'another' });
  await settle();
  const parcel = { parcel: 'p', carrier: 'Colissimo', trackingNumber: '6A' };
  const shipments = '/orders/good/shipments';
  for (const _ of ['first', 'again']) await talk.ask('POST', shipments, parcel, { 'idempotency-key': 'p' });
  await talk.refused('POST', shipments, { ...parcel, trackingNumber: '7B' }, { 'idempotency-key': 'q' });
  await talk.ask('POST', '/orders/good/delays', { of: 'delivery', parcel: 'p', until: '2026-12-01' });
  await settle();
  await talk.ask('POST', '/orders/good/deliveries', { parcel: 'p' });
  await settle();
  const page = talk.pageOf('good', 'ask-delivery-check');
  for (const method of ['GET', 'HEAD']) await fetch(page, { method });
  await talk.answer(page, { word: 'received' });
  await settle();
  await fetch(`${talk.stack.apiUrl}/c/${'A'.repeat(22)}`);
  const code = /\b[A-Z2-9]{10}\b/.exec(talk.mailOf('good', 'thank-customer'))?.[0] ?? '';
  await talk.ask('GET', `/promos/${code}`);
  await talk.ask('POST', `/promos/${code}/redemptions`, { order: 'next' });
  const [, ways = ''] = talk.mailOf('good', 'ask-delivery-check').split('\n--\n');
  for (const [link] of ways.matchAll(/https?:\/\/\S+\/c\/\S+/g)) await talk.answer(link, { tone: 'comfort' });
  await settle();
}

async function ordersGoWrong(talk: Talk): Promise<void> {
  const { stack } = talk;
  const { settle, advance } = stack;
  await talk.ask('POST', '/orders', anOrder('late'));
  await talk.ask('POST', '/orders', { ...anOrder('today'), shipBy: '2026-11-23' });
  await talk.ask('POST', '/orders', anOrder('killed'));
  // What comes before its order is to leave soon, until the order comes.
  await talk.ask('POST', '/orders/early/words', { word: 'question', by: 'phone', text: 'Is it on its way?' });
  await settle();
  await talk.ask('POST', '/orders', anOrder('early', { ...anne, id: 'early-bird' }));
  await settle();
  stack.mail.failNext({ when: 'after', how: 'reset' });
  await talk.ask('POST', '/orders', anOrder('untold'));
  await settle();
  stack.stepFunctions.stopExecution({ executionArn: executionOf(talk, 'killed') });
  const problem = { word: 'problem', about: 'damaged', by: 'phone', text: 'A corner is broken.' };
  await talk.ask('POST', '/orders/late/words', problem);
  await talk.ask('GET', '/orders/late/messages/confirm-order/preview');
  const resend = { by: 'Hugo', why: 'lost' };
  await talk.ask('POST', '/orders/late/messages/confirm-order/resends', resend, { 'idempotency-key': 'r' });
  await talk.ask('PUT', '/customers/anne/preferences', { channel: 'phone' }, { 'idempotency-key': 'c' });
  await advance(2 * hour);
  const { tasks } = z.object({ tasks: z.array(z.object({ task: z.string() })) }).parse(await talk.ask('GET', '/tasks'));
  await layWhereOlderReleasesDid(talk, tasksPartitions('demo'));
  const done = `/tasks/${tasks[0]?.task}/completions`;
  for (const _ of ['first', 'again']) await talk.ask('POST', done, { by: 'Hugo' }, { 'idempotency-key': 'd' });
  await talk.refused('POST', done, { by: 'Inès' }, { 'idempotency-key': 'e' });
  await talk.ask('GET', '/orders/late');
  await talk.ask('GET', '/customers/anne/timeline');
  const moved = { email: 'anne.petit@customers.example' };
  for (const _ of ['first', 'again']) await talk.ask('PUT', '/customers/anne', moved, { 'idempotency-key': 'moved' });

  await talk.ask('POST', '/orders', anOrder('asked', { ...anne, id: 'ada' }));
  await talk.ask('POST', '/orders/asked/shipments', { parcel: 'p' });
  await talk.ask('POST', '/orders/asked/deliveries', { parcel: 'p' });
  await advance(12 * hour);
  const text = 'The glass came in pieces.';
  await talk.answer(talk.pageOf('asked', 'ask-delivery-check'), { word: 'problem', about: 'damaged', text });

  const returned = { id: 'bob', name: 'Bob', email: 'bounce@simulator.amazonses.com' };
  await talk.ask('POST', '/orders', anOrder('returned', returned));
  await settle();
  await talk.ask('PUT', '/customers/bob', { email: 'bob@customers.example' });
  await settle();
}

async function staffIsCalled(talk: Talk): Promise<void> {
  for (const id of ['call-1', 'call-2', 'call-3']) {
    await talk.ask('POST', '/orders', anOrder(id, { id: 'max', name: 'Max' }));
  }
  await talk.stack.settle();
  await talk.ask('GET', '/tasks');
  await talk.ask('POST', '/tasks/call-1.1/completions', { by: 'Hugo' });
  await talk.ask('POST', '/orders', anOrder('call-4', { id: 'max', name: 'Max' }));
  await talk.stack.settle();
}

async function shopifyTells(talk: Talk): Promise<void> {
  expect(await talk.shopify('orders/create', { id: 77, name: '#77' })).toBe(false);
  await talk.ask('GET', '/webhooks/not-taken');
  for (const _ of ['first', 'again']) expect(await talk.shopify('orders/create', shopifyOrder)).toBe(true);
  await talk.shopify('orders/create', { ...shopifyOrder, total_price: '50.00' }, 'another');
  await talk.shopify('customers/redact', { customer: { id: 404 } });
  await talk.stack.settle();
}

/** SES takes nothing for a while, and what a customer is owed keeps its order. */
async function mailIsHeldUp(talk: Talk): Promise<void> {
  const { stack } = talk;
  stack.mail.failNext({ when: 'before', how: 429, times: 3 });
  for (const id of ['held-1', 'held-2']) await talk.ask('POST', '/orders', anOrder(id, { ...anne, id: 'zoe' }));
  await stack.settle();
  await stack.advance(3 * hour);
}

/** What pauses offers on all orders of a customer holds a promo back, which travels alone when it is over. */
async function offersTravelAlone(talk: Talk): Promise<void> {
  const { settle, advance } = talk.stack;
  // A code that the shop made itself is the same for all.
  await talk.ask('PUT', '/shop', { promo: { discount: { percent: 10 }, validDays: 60, code: 'MERCI' } });
  for (const who of ['eva', 'ida', 'uma']) {
    const customer = { ...anne, id: who, email: `${who}@customers.example`, consent: { offers: true } };
    const [cancelled, fine] = [`cancelled-${who}`, `fine-${who}`];
    for (const id of [cancelled, fine]) await talk.ask('POST', '/orders', anOrder(id, customer));
    await settle();
    await layWhereOlderReleasesDid(talk, leavesPartitions('demo'));
    await talk.ask('POST', `/orders/${cancelled}/cancellations`, { by: 'customer' });
    await talk.ask('POST', `/orders/${fine}/shipments`, { parcel: 'p' });
    await settle();
    await talk.ask('POST', `/orders/${fine}/deliveries`, { parcel: 'p' });
  }
  // The question whether all arrived, which bears the promo, comes by day: the money is still owed then.
  await advance(day);
  // Whoever gets it a day later may use it for a day longer.
  for (const together of [['eva', 'ida'], ['uma']]) {
    for (const who of together) {
      await talk.ask('POST', `/orders/cancelled-${who}/refunds`, { refund: 'r', amount: 4900, means: 'card' });
    }
    await advance(day);
  }
  expect(talk.mailOf('fine-ida', 'offer-promo')).toContain('MERCI');
  for (const id of ['shared-1', 'shared-2']) {
    await talk.ask('POST', '/orders', anOrder(id, { ...anne, id, consent: { offers: true } }));
    await talk.ask('POST', `/orders/${id}/shipments`, { parcel: 'p' });
    await settle();
    await talk.ask('POST', `/orders/${id}/deliveries`, { parcel: 'p' });
    await advance(day);
  }
  await settle();
}

/** An order that nobody can read, a queue that takes nothing, a token that is none, an order that should have moved. */
async function thingsBreak(talk: Talk): Promise<void> {
  const { stack } = talk;
  const { settle, advance, tables, queues } = stack;
  const TableName = stack.description.tables[0]!.name;
  const torn = orderKey('demo', 'torn');
  const Key = { pk: { S: torn.pk }, sk: { S: torn.sk } };
  const ringAgain = queues.at('Shopkeeper-local-ring-again');
  const outage = vi.spyOn(ringAgain, 'send').mockImplementation(() => {
    throw new AwsError('ServiceUnavailable', 'for a while', 503);
  });
  await tables.call('PutItem', { TableName, Item: { ...Key, facts: { S: 'torn' }, watch: { S: 'WATCH#0' } } });
  await settle();
  await advance(hour);
  outage.mockRestore();
  for (const name of ['relay', 'project-timeline']) {
    expect(queues.at(`Shopkeeper-local-${name}-dead-letters`).counts().visible, name).toBeGreaterThan(0);
  }
  await tables.call('UpdateItem', {
    TableName,
    Key,
    UpdateExpression: 'SET facts = :facts',
    ExpressionAttributeValues: { ':facts': { S: 'torn again' } },
  });
  await settle();
  await tables.call('DeleteItem', { TableName, Key });
  await talk.ask('POST', '/orders', anOrder('overdue', { ...anne, id: 'ada' }));
  await settle();
  const waiting = orderKey('demo', 'overdue');
  await tables.call('UpdateItem', {
    TableName,
    Key: { pk: { S: waiting.pk }, sk: { S: waiting.sk } },
    UpdateExpression: 'SET checkAt = :past',
    ConditionExpression: 'attribute_exists(awaiting)',
    ExpressionAttributeValues: { ':past': { N: String(stack.clock.now() - hour) } },
  });
  await advance(2 * hour);
}

async function personsAreErased(talk: Talk): Promise<void> {
  const { settle, advance, clock, description, tables } = talk.stack;
  await talk.ask('GET', '/customers/anne/export');
  await talk.ask('POST', '/orders', anOrder('call-5', { id: 'max', name: 'Max' }));
  await settle();
  const TableName = description.tables[0]!.name;
  const { Items: calls } = z.object({ Items: z.array(z.unknown()) }).parse(
    await tables.call('Query', {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: callKey('demo', 'max', '').pk } },
    }),
  );
  expect(calls.length).toBeGreaterThan(0);
  for (const who of ['anne', 'max', 'shared-1', 'eva']) await talk.ask('DELETE', `/customers/${who}`);
  expect(await talk.shopify('customers/redact', { customer: { id: 9 } })).toBe(true);
  await settle();
  // The projection was at work and wrote once more: the next look finds it.
  await tables.call('PutItem', { TableName, Item: calls[0] });
  // Told only now, and placed before: whoever tells it has it erased.
  const placedAt = new Date(clock.now() - hour).toISOString();
  await talk.ask('POST', '/orders', { ...anOrder('long-ago'), placedAt });
  const unknownTillNow = { ...shopifyOrder, id: 5002, name: '#5002', created_at: placedAt, updated_at: placedAt };
  expect(await talk.shopify('orders/create', unknownTillNow)).toBe(false);
  await advance(7 * hour);
}

/** Nobody knows of what is asked, and a function is called all the same. */
async function everyRouteIsAsked(talk: Talk): Promise<void> {
  await talk.ask('GET', '/health');
  await talk.refused('GET', '/nowhere');
  await talk.refused('GET', '/customers/nobody/timeline');
  await talk.refused('DELETE', '/customers/nobody');
  for (const route of routes['record-fact']) {
    const [method = '', path = ''] = route.split(' ');
    await talk.refused(method, path.replaceAll(/\{\w+\}/g, 'none'), {});
  }
}

/** Releases before the lists lay in parts had each in one place, from which it is still taken out. */
async function layWhereOlderReleasesDid(
  { stack: { description, tables } }: Talk,
  [first = '', ...parts]: readonly string[],
): Promise<void> {
  const TableName = description.tables[0]!.name;
  for (const part of parts) {
    const found = await tables.call('Query', {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: part } },
    });
    const { Items } = z.object({ Items: z.array(z.record(z.string(), z.unknown())) }).parse(found);
    for (const item of Items) await tables.call('PutItem', { TableName, Item: { ...item, pk: { S: first } } });
  }
}

function executionOf({ stack }: Talk, order: string): string {
  return `${stack.description.stateMachines[0]?.arn.replace(':stateMachine:', ':execution:')}:demo.${order}`;
}
