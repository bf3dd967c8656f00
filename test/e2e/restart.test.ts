import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningStack } from '../kills/running-stack.ts';
import { anOrder, mondayAtTen, Outside } from './outside.ts';

let folder: string;
let stack: RunningStack;
let shop: Outside;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopkeeper-'));
  stack = await RunningStack.in(folder);
  shop = new Outside(stack.url, stack.awsUrl, () => stack.kill());
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

test('killed in the middle of everything, the shop goes on: no fact is lost, and what was settled is not said again', async () => {
  await stack.start();
  await shop.clockTo(mondayAtTen(Date.now()));
  await shop.order({ id: 'calm' });
  await shop.post('/orders/calm/shipments', { parcel: 'p1', carrier: 'UPS' });
  const clock = await shop.now();
  const orders = Array.from({ length: 12 }, (_, n) => `busy-${n}`);
  const accepted = new Set<string>();
  const telling = orders.map(async (id) => {
    const answer = await shop.ask('POST', '/orders', anOrder(id)).catch(() => undefined);
    if (answer?.status === 202) accepted.add(id);
  });
  await Promise.race(telling);
  await stack.kill();
  await Promise.all(telling);
  expect(accepted.size).toBeGreaterThan(0);

  await stack.start();
  await shop.settle();
  expect(await shop.now()).toBeGreaterThanOrEqual(clock);
  // A mail that was taken before the kill is known by SES's own event; one that was not goes out within the window.
  await shop.advance('PT1H');
  for (const id of accepted) expect(await shop.messages(id), id).toEqual(['confirm-order']);

  await shop.post('/orders/calm/deliveries', { parcel: 'p1' });
  await shop.post('/orders/calm/words', { word: 'received', by: 'phone' });
  await stack.kill();
  await stack.start();
  expect(await shop.messages('calm')).toEqual([
    'confirm-order',
    'announce-shipment',
    'ask-delivery-check',
    'thank-customer',
  ]);
  expect(await shop.shown('calm')).toMatchObject({ stage: 'CloseOrder', how: 'received' });
  expect((await shop.execution('demo.calm')).status).toBe('SUCCEEDED');
});
