import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { clientOf, day, hour, openShop } from './corner-shop/open-shop.ts';

const where = z.object({ apiUrl: z.string(), awsUrl: z.string() });
const clock = z.object({ now: z.string() });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function shopInOwnProcess(dataDir: string): Promise<{ child: ChildProcess; apiUrl: string; awsUrl: string }> {
  const child = fork(join(import.meta.dirname, 'corner-shop/serve.ts'), [dataDir], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [addresses] = await once(child, 'message');
  return { child, ...where.parse(addresses) };
}

test('whatever was acknowledged before SIGKILL in the middle of a rush is there afterwards, and goes on', async () => {
  const dataDir = folder();
  const { child, apiUrl, awsUrl } = await shopInOwnProcess(dataDir);
  const post = (path: string, body: object) =>
    fetch(apiUrl + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const moved = clock.parse(await (await post('/_local/clock', { advance: 'P3D' })).json());

  const orders: string[] = [];
  const rings: string[] = [];
  const killed = new AbortController();
  const rush = async (worker: number): Promise<void> => {
    for (let at = 0; !killed.signal.aborted; at += 1) {
      const id = `${worker}-${at}`;
      const answer = await post('/orders', { id }).catch(() => undefined);
      if (answer?.status === 202) orders.push(id);
    }
  };
  const sqs = new SQSClient({ ...clientOf({ awsUrl }), maxAttempts: 1 });
  const ring = async (): Promise<void> => {
    const QueueUrl = `${awsUrl}/000000000000/${readQueueName(dataDir)}`;
    for (let at = 0; !killed.signal.aborted; at += 1) {
      const sent = await sqs
        .send(new SendMessageCommand({ QueueUrl, MessageBody: `ring-${at}` }))
        .catch(() => undefined);
      if (sent !== undefined) rings.push(`ring-${at}`);
    }
  };
  const rushing = Promise.all([rush(1), rush(2), rush(3), rush(4), ring()]);
  while (orders.length < 40 || rings.length < 20) await sleep(10);
  child.kill('SIGKILL');
  await once(child, 'exit');
  killed.abort();
  await rushing;

  const { stack, ask, itemsOf } = await openShop({ dataDir });
  expect(stack.clock.now()).toBeGreaterThanOrEqual(Date.parse(moved.now));
  // What was under way is finished, or was hidden in a queue and comes back with its visibility time-out.
  await stack.advance(hour);
  const executions = (await ask<Array<{ name: string; status: string }>>('GET', '/_local/executions')).body;
  const running = new Set(executions.filter(({ status }) => status === 'RUNNING').map(({ name }) => name));
  expect(orders.filter((id) => !running.has(id))).toEqual([]);
  const written = new Set(stack.mail.all().map(({ tags }) => tags['order']));
  expect(orders.filter((id) => !written.has(id))).toEqual([]);
  const rang = new Set((await itemsOf('RANG')).map(({ sk }) => sk!.S));
  expect(rings.filter((body) => !rang.has(body))).toEqual([]);

  // And they are looked after from there: each is warned when its time comes, exactly once.
  const warnings = () => stack.mail.all().filter(({ tags }) => tags['message'] === 'warn-shipping-delay');
  expect(warnings()).toEqual([]);
  await stack.advance(2 * day);
  expect(new Set(warnings().map(({ tags }) => tags['order'])).size).toBe(running.size);
  expect(warnings()).toHaveLength(running.size);
});

/** The queue's name is the name of the file that keeps it. */
function readQueueName(dataDir: string): string {
  return readdirSync(join(dataDir, 'queues'))
    .find((file) => file.includes('RingAgain'))!
    .replace('.jsonl', '');
}

test('closing and opening again changes nothing: clock, mails, executions, queues', async () => {
  const dataDir = folder();
  const first = await openShop({ dataDir, startAt: Date.parse('2026-12-01T10:00:00Z') });
  await first.order('1001');
  first.stack.queues.at(first.queueUrl('DeadLetters')).send('kept');
  await first.stack.advance(3 * day);
  const before = (await first.ask('GET', '/_local/executions/1001')).body;
  const mails = (await first.ask('GET', '/_local/mails')).body;
  const ahead = first.stack.clock.now() - Date.now();
  await first.stack.close();
  expect(readFileSync(join(dataDir, 'functions.log'), 'utf8')).toContain('warn-shipping-delay for 1001');

  const again = await openShop({ dataDir });
  expect(Math.abs(again.stack.clock.now() - Date.now() - ahead)).toBeLessThan(5000);
  await again.stack.settle();
  expect((await again.ask('GET', '/_local/executions/1001')).body).toEqual(before);
  expect((await again.ask('GET', '/_local/mails')).body).toEqual(mails);
  expect(again.stack.queues.at(again.queueUrl('DeadLetters')).messages()).toMatchObject([{ body: 'kept' }]);
  await again.stack.advance(2 * day);
  expect(again.stack.mail.all()).toHaveLength(3);
});

test('two stacks cannot share a folder', async () => {
  const dataDir = folder();
  await openShop({ dataDir });
  await expect(openShop({ dataDir })).rejects.toMatchObject({ code: 'LEVEL_DATABASE_NOT_OPEN' });
});
