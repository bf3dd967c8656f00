import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, mondayAtTen, Outside } from './outside.ts';
import { freePort } from '../setup/free-port.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let running: ChildProcess | undefined;
let shop: Outside;
let ports: [number, number];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopkeeper-'));
  ports = [await freePort(), await freePort()];
  shop = new Outside(`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`, kill);
});
afterAll(async () => {
  await kill();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const options = ['--data', folder, '--port', String(ports[0]), '--aws-port', String(ports[1])];
  running = spawn(process.execPath, ['local/start.ts', '--no-build', ...options], { cwd: root, stdio: 'ignore' });
  for (;;) {
    const ready = await fetch(`${shop.url}/_local/ready`).catch(() => undefined);
    if (ready?.status === 200) return;
    if (running.exitCode !== null) throw new Error('The stack does not start.');
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** No warning, no clean end. */
async function kill(): Promise<void> {
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const gone = once(running, 'exit');
  running.kill('SIGKILL');
  await gone;
}

test('killed in the middle of everything, the shop goes on: no fact is lost, and what was settled is not said again', async () => {
  await start();
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
  await kill();
  await Promise.all(telling);
  expect(accepted.size).toBeGreaterThan(0);

  await start();
  await shop.settle();
  expect(await shop.now()).toBeGreaterThanOrEqual(clock);
  // A mail that was taken before the kill is known by SES's own event; one that was not goes out within the window.
  await shop.advance('PT1H');
  for (const id of accepted) expect(await shop.messages(id), id).toEqual(['confirm-order']);

  await shop.post('/orders/calm/deliveries', { parcel: 'p1' });
  await shop.post('/orders/calm/words', { word: 'received', by: 'phone' });
  await kill();
  await start();
  expect(await shop.messages('calm')).toEqual([
    'confirm-order',
    'announce-shipment',
    'ask-delivery-check',
    'thank-customer',
  ]);
  expect(await shop.shown('calm')).toMatchObject({ stage: 'CloseOrder', how: 'received' });
  expect((await shop.execution('demo.calm')).status).toBe('SUCCEEDED');
});
