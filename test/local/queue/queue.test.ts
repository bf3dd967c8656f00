import { expect, test } from 'vitest';
import { StandingClock } from '../../../local/clock.ts';
import { Journal } from '../../../local/journal.ts';
import { Queue } from '../../../local/queue/queue.ts';
import type { QueueDescription } from '../../../local/template/stack-description.ts';
import { day, minute } from '../corner-shop/open-shop.ts';

const settled = async (): Promise<void> => undefined;

function queueWith(more: Partial<QueueDescription> = {}, deadLetters?: Queue) {
  const clock = new StandingClock('2026-12-01T10:00:00Z');
  const description: QueueDescription = {
    name: 'ring-again',
    arn: 'arn:aws:sqs:eu-west-1:000000000000:ring-again',
    url: 'http://127.0.0.1/ring-again',
    delaySeconds: 0,
    visibilitySeconds: 60,
    retentionSeconds: 86_400,
    waitSeconds: 0,
    maximumBytes: 1000,
    ...more,
  };
  const journal = new Journal<never>(undefined);
  const queue = new Queue({ description, clock, journal, ...(deadLetters && { deadLetters: () => deadLetters }) });
  const pass = (time: number): Promise<void> => clock.moveTo(clock.now() + time, settled);
  return { queue, pass };
}

const bodies = (messages: Array<{ body: string }>): string[] => messages.map(({ body }) => body);

test('a message that was received is hidden until its time-out, and comes again unless it was deleted', async () => {
  const { queue, pass } = queueWith();
  queue.send('one');
  queue.send('two');
  const [one] = queue.receive(10);
  expect(queue.receive(10)).toEqual([]);
  expect(queue.counts()).toEqual({ visible: 0, delayed: 0, inFlight: 2 });
  queue.delete(one!.receipt!);
  await pass(minute - 1);
  expect(queue.receive(10)).toEqual([]);
  await pass(1);
  expect(bodies(queue.receive(10))).toEqual(['two']);
});

test('a delayed message is not there before', async () => {
  const { queue, pass } = queueWith({ delaySeconds: 5 });
  queue.send('usual');
  queue.send('own delay', { delaySeconds: 10 });
  expect(queue.counts()).toEqual({ visible: 0, delayed: 2, inFlight: 0 });
  await pass(5000);
  expect(bodies(queue.receive(10))).toEqual(['usual']);
  await pass(5000);
  expect(bodies(queue.receive(10))).toEqual(['own delay']);
});

test('an old receipt deletes nothing', async () => {
  const { queue, pass } = queueWith();
  queue.send('one');
  const old = queue.receive(1)[0]!.receipt!;
  await pass(minute);
  queue.receive(1);
  queue.delete(old);
  await pass(minute);
  expect(bodies(queue.receive(1))).toEqual(['one']);
});

test('who receives may ask for more time, or for less', async () => {
  const { queue, pass } = queueWith();
  queue.send('one');
  queue.changeVisibility(queue.receive(1)[0]!.receipt!, 300);
  await pass(4 * minute);
  expect(queue.receive(1)).toEqual([]);
  await pass(minute);
  queue.changeVisibility(queue.receive(1)[0]!.receipt!, 0);
  expect(bodies(queue.receive(1))).toEqual(['one']);
});

test('what was received too often goes to the dead letters', async () => {
  const { queue: dead } = queueWith({ name: 'dead' });
  const { queue, pass } = queueWith({ redrive: { arn: 'arn:dead', maxReceiveCount: 2 } }, dead);
  const { id } = queue.send('never');
  for (const times of [1, 2]) {
    expect(queue.receive(1)).toMatchObject([{ id, receives: times }]);
    await pass(minute);
  }
  expect(queue.receive(1)).toEqual([]);
  expect(dead.messages()).toMatchObject([{ id, body: 'never' }]);
});

test('a message that nobody took is dropped after its retention', async () => {
  const { queue, pass } = queueWith();
  queue.send('one');
  await pass(day);
  expect(queue.messages()).toHaveLength(1);
  await pass(1);
  expect(queue.receive(1)).toEqual([]);
});
