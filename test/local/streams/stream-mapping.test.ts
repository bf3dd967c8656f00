import { expect, test } from 'vitest';
import { Activity } from '../../../local/activity.ts';
import { StandingClock } from '../../../local/clock.ts';
import type { StreamRecord } from '../../../local/dynamodb/stream-record.ts';
import type { InvocationResult } from '../../../local/functions/invocation.ts';
import { StreamMapping } from '../../../local/streams/stream-mapping.ts';
import type { MappingDescription } from '../../../local/template/stack-description.ts';
import { day } from '../corner-shop/open-shop.ts';

const startAt = Date.parse('2026-12-01T10:00:00Z');

function record(number: number, sk = 'ORDER'): StreamRecord {
  return {
    eventID: String(number),
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-1',
    eventSourceARN: 'arn:stream',
    dynamodb: {
      ApproximateCreationDateTime: startAt / 1000,
      Keys: { sk: { S: sk } },
      NewImage: { sk: { S: sk } },
      SequenceNumber: String(number),
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

/** A mapping whose function fails on the records of `bad`, as often as they come. */
function mappingWith(more: Partial<MappingDescription>, bad: number[], reports = true) {
  const clock = new StandingClock(startAt);
  const activity = new Activity();
  const calls: string[] = [];
  const aside: unknown[] = [];
  const mapping = new StreamMapping({
    mapping: {
      sourceArn: 'arn:stream',
      functionName: 'relay',
      batchSize: 4,
      windowSeconds: 0,
      bisect: false,
      reportsItemFailures: reports,
      maximumRetries: 2,
      maximumAgeSeconds: -1,
      failureArn: 'arn:dead',
      filters: [],
      ...more,
    },
    clock,
    activity,
    invoke: async (_, { Records }): Promise<InvocationResult> => {
      const numbers = Records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));
      calls.push(numbers.join(' '));
      const first = numbers.find((number) => bad.includes(number));
      if (first === undefined) return { payload: null };
      if (!reports) return { functionError: { errorType: 'Error', errorMessage: 'bad' } };
      return { payload: { batchItemFailures: [{ itemIdentifier: String(first) }] } };
    },
    setAside: (_, body) => aside.push(body),
  });
  const pass = (time: number): Promise<void> => clock.moveTo(clock.now() + time, () => activity.settled());
  return { mapping, calls, aside, pass, activity };
}

test('records of one item keep their order and come in batches', async () => {
  const { mapping, calls, pass } = mappingWith({}, []);
  for (let number = 1; number <= 6; number += 1) mapping.take(record(number), 'one');
  await pass(0);
  expect(calls).toEqual(['1 2 3 4', '5 6']);
});

test('only what the filter lets through comes', async () => {
  const { mapping, calls, pass } = mappingWith({ filters: [{ dynamodb: { NewImage: { sk: { S: ['ORDER'] } } } }] }, []);
  mapping.take(record(1, 'DETAILS'), 'one');
  mapping.take(record(2), 'one');
  await pass(0);
  expect(calls).toEqual(['2']);
});

test('a record that fails is tried again from where the batch failed, then set aside; nothing behind it is lost', async () => {
  const { mapping, calls, aside, pass } = mappingWith({}, [2]);
  for (let number = 1; number <= 5; number += 1) mapping.take(record(number), 'one');
  await pass(0);
  expect(calls).toEqual(['1 2 3 4']);
  await pass(day);
  expect(calls).toEqual(['1 2 3 4', '2 3 4', '2 3 4', '5']);
  expect(aside).toHaveLength(1);
  expect(aside[0]).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
    DDBStreamBatchInfo: { startSequenceNumber: '2', endSequenceNumber: '4', batchSize: 3, streamArn: 'arn:stream' },
  });
});

test('halving a failing batch leaves only the bad record behind', async () => {
  const { mapping, calls, aside, pass } = mappingWith({ bisect: true, maximumRetries: 1 }, [3], false);
  for (let number = 1; number <= 4; number += 1) mapping.take(record(number), 'one');
  await pass(day);
  expect(calls).toEqual(['1 2 3 4', '1 2', '3 4', '3', '3', '4']);
  expect(aside).toMatchObject([{ DDBStreamBatchInfo: { startSequenceNumber: '3' } }]);
});

test('waiting for the next try is not activity', async () => {
  const { mapping, activity } = mappingWith({}, [1]);
  mapping.take(record(1), 'one');
  await activity.settled();
});

test('without a limit of retries the stream itself gives up after a day', async () => {
  const { mapping, calls, aside, pass } = mappingWith({ maximumRetries: -1 }, [1]);
  mapping.take(record(1), 'one');
  await pass(23 * 3_600_000);
  expect(aside).toEqual([]);
  await pass(day);
  expect(aside).toHaveLength(1);
  expect(calls.length).toBeGreaterThan(1000);
});

test('a window gathers what is written while something else goes on, and is over with it', async () => {
  const { mapping, calls, activity } = mappingWith({ windowSeconds: 5 }, []);
  await activity.during(async () => {
    mapping.take(record(1), 'one');
    await new Promise((resolve) => setTimeout(resolve, 30));
    mapping.take(record(2), 'one');
  });
  await activity.settled();
  expect(calls).toEqual(['1 2']);
});

test.each([
  ['a window is no longer than it says', 0.3],
  ['without a window a stream is asked four times a second', 0],
])('%s, whatever goes on', async (_what, windowSeconds) => {
  const { mapping, calls, activity } = mappingWith({ windowSeconds }, []);
  await activity.during(async () => {
    mapping.take(record(1), 'one');
    mapping.take(record(2), 'one');
    await new Promise((resolve) => setTimeout(resolve, 600));
    mapping.take(record(3), 'one');
    expect(calls).toEqual(['1 2']);
  });
  await activity.settled();
  expect(calls).toEqual(['1 2', '3']);
});

test('who gathers longest waits for what the others bring', async () => {
  const activity = new Activity();
  const said: string[] = [];
  activity.inBackground(async () => {
    await activity.othersSettled(60_000);
    said.push('the timeline');
  });
  activity.inBackground(async () => {
    await activity.othersSettled(30_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    said.push('the relay');
  });
  await activity.settled();
  expect(said).toEqual(['the relay', 'the timeline']);
});
