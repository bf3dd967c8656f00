import { expect, test } from 'vitest';
import { redrive, type DeadLetters, type Move } from '../../../cli/shop/redrive/redrive.ts';
import { listOf, reportOf } from '../../../cli/shop/redrive/report.ts';

const queue = (more: Partial<DeadLetters> = {}): DeadLetters => ({
  arn: 'arn:ring-again-dead-letters',
  name: 'ring-again-dead-letters',
  waiting: 3,
  inHand: 0,
  sources: ['ring-again'],
  ...more,
});
const fromStream = queue({ arn: 'arn:relay', name: 'relay-dead-letters', waiting: 2, sources: [] });
const move = (more: Partial<Move>): Move => ({
  isRunning: false,
  startedAt: 1,
  moved: 3,
  toMove: 3,
  failure: undefined,
  ...more,
});

/** An SQS that answers each look with the next of these, and its last from then on. */
function seeing(moves: readonly (Move | undefined)[], beginMove = async (): Promise<void> => undefined) {
  const left = [...moves];
  const begun: string[] = [];
  const shown: string[] = [];
  return {
    begun,
    shown,
    ports: {
      lastMove: async () => (left.length > 1 ? left.shift() : left[0]),
      beginMove: async (arn: string) => {
        begun.push(arn);
        await beginMove();
      },
      aWhile: async () => undefined,
      progress: (done: number, all: number, what: string) => shown.push(`${done} of ${all} ${what}`),
    },
  };
}

test('the letters of a queue are moved, and it is seen how far that is', async () => {
  const sqs = seeing([undefined, move({ isRunning: true, moved: 1 }), move({})]);
  const done = await redrive([queue()], sqs.ports);
  expect(sqs.begun).toEqual(['arn:ring-again-dead-letters']);
  expect(sqs.shown).toEqual([
    '1 of 3 messages of ring-again-dead-letters',
    '3 of 3 messages of ring-again-dead-letters',
  ]);
  expect(reportOf([queue()], done)).toEqual({
    out: ['3 messages of ring-again-dead-letters put back into ring-again.'],
    aside: [],
    code: 0,
  });
});

test('a second run beside the first begins nothing, and sees that one to its end', async () => {
  const sqs = seeing([move({ isRunning: true, moved: 0 }), move({ isRunning: true, moved: 2 }), move({})]);
  expect(await redrive([queue()], sqs.ports)).toMatchObject([{ moved: 3 }]);
  expect(sqs.begun).toEqual([]);
});

test('who begins a move a moment before us has done what we want', async () => {
  const refused = async (): Promise<void> => Promise.reject(new Error('a move runs already'));
  const sqs = seeing([undefined, move({ isRunning: true, moved: 1 }), move({})], refused);
  expect(await redrive([queue()], sqs.ports)).toMatchObject([{ moved: 3 }]);
});

test('a move that SQS does not begin is no success', async () => {
  const refused = async (): Promise<void> => Promise.reject(new Error('access denied'));
  await expect(redrive([queue()], seeing([undefined], refused).ports)).rejects.toThrow('access denied');
});

test('the move of last week is not taken for this one', async () => {
  const sqs = seeing([move({ moved: 9 }), move({ moved: 9 }), move({ startedAt: 2 })]);
  expect(await redrive([queue()], sqs.ports)).toMatchObject([{ moved: 3 }]);
});

test('a move that ends before its end says why, and the command fails', async () => {
  const sqs = seeing([undefined, move({ moved: 1, failure: 'CouldNotDetermineMessageSource' })]);
  const { code, out, aside } = reportOf([queue()], await redrive([queue()], sqs.ports));
  expect(code).toBe(1);
  expect(out).toEqual(['1 message of ring-again-dead-letters put back into ring-again.']);
  expect(aside.join()).toContain('SQS says CouldNotDetermineMessageSource');
});

test('an empty queue is left alone, and what came from a stream is not put back but explained', async () => {
  const sqs = seeing([undefined]);
  const queues = [queue({ waiting: 0, inHand: 1 }), fromStream];
  const { out, aside } = reportOf(queues, await redrive(queues, sqs.ports));
  expect(sqs.begun).toEqual([]);
  expect(out).toEqual(['Nothing to put back.']);
  expect(aside[0]).toContain('being looked at by somebody');
  expect(aside[1]).toContain('docs/runbook.md');
});

test('the list says how much lies where', () => {
  expect(listOf([queue({ waiting: 1 }), fromStream])).toEqual([
    'ring-again-dead-letters  1 message   from ring-again',
    'relay-dead-letters       2 messages  from a stream: nothing to put back',
  ]);
});
