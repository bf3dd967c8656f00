import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../local/step-functions/json.ts';
import { awaiting, Bench, calling, ending, failing, MACHINE, NOON } from './workflow-bench.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'step-functions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A little of everything: two retries, two waits of which one times out, a pause, a choice, variables. */
const states = {
  Confirm: calling(
    {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 20, JitterStrategy: 'FULL', MaxAttempts: 2 }],
      Assign: { order: '{% $states.input.order %}', level: 0 },
      Output: { order: '{% $states.input.order %}', said: '{% $states.result.Payload %}' },
      Next: 'AwaitShipment',
    },
    { order: '{% $states.input.order %}', tries: '{% $states.context.State.RetryCount %}' },
  ),
  AwaitShipment: awaiting({
    TimeoutSeconds: 600,
    HeartbeatSeconds: 300,
    Output: { order: '{% $order %}', shipped: '{% $states.result %}' },
    Catch: [{ ErrorEquals: ['Delayed'], Assign: { level: '{% $level + 1 %}' }, Next: 'Warn' }],
    Next: 'AwaitDelivery',
  }),
  Warn: { Type: 'Pass', Output: { order: '{% $order %}', level: '{% $level %}' }, Next: 'Pause' },
  Pause: { Type: 'Wait', Seconds: 30, Next: 'AwaitDelivery' },
  AwaitDelivery: awaiting({
    TimeoutSeconds: 60,
    Next: 'Never',
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Which' }],
  }),
  Never: ending('never'),
  Which: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $level > 0 %}', Assign: { level: '{% $level + 10 %}' }, Next: 'Close' }],
    Default: 'Close',
  },
  Close: { Type: 'Succeed', Output: { order: '{% $order %}', level: '{% $level %}' } },
};

function shop(options: { at?: number; journal: string }): Bench {
  const bench = new Bench(options);
  bench.invoke = (payload) =>
    isJsonObject(payload) && Number(payload['tries']) < 2 ? failing('Busy') : { payload: 'confirmed' };
  return bench;
}

/** Plays the story to its end from wherever it is: the first wait is told of a delay, nothing answers the second. */
async function playOn(bench: Bench, executionArn: string): Promise<void> {
  await bench.settled();
  while (bench.end(executionArn).status === 'RUNNING') {
    const [state, type] = [bench.path(executionArn).at(-1), bench.types(executionArn).at(-1)];
    if (state === 'AwaitShipment' && type === 'TaskSubmitted') {
      await bench.pass(10);
      bench.stepFunctions.sendTaskHeartbeat({ taskToken: tokenOf(bench, executionArn) });
      await bench.fail('Delayed', 'snow', tokenOf(bench, executionArn));
    } else {
      const next = bench.clock.nextDueAt();
      if (next === undefined) throw new Error(`${executionArn} hangs in ${state} after ${type}`);
      await bench.clock.moveTo(next, () => bench.settled());
    }
  }
}

/** The token that the execution waits for, as its history shows it. */
function tokenOf(bench: Bench, executionArn: string): string {
  const scheduled = bench.history(executionArn).findLast(({ type }) => type === 'TaskScheduled');
  const { ExpressionAttributeValues: values } = JSON.parse(scheduled!.taskScheduledEventDetails!.parameters!);
  return values[':token'].S;
}

/** The latest instant that a journal's text tells of. */
function lastInstant(lines: readonly string[]): number {
  const instants = lines.map((line) => JSON.parse(line)).map(({ at, event }) => Number(at ?? event?.at ?? 0));
  return Math.max(NOON, ...instants);
}

describe('an execution whose process is killed', () => {
  it('goes on from every point where that can happen, and ends as if nothing had happened', async () => {
    const whole = join(folder, 'whole.jsonl');
    const first = shop({ journal: whole }).put(states);
    const executionArn = await first.start({ order: '1001' }, 'demo.1001');
    await playOn(first, executionArn);
    const [types, output] = [first.types(executionArn), first.output(executionArn)];
    expect(output).toEqual({ order: '1001', level: 11 });

    const lines = readFileSync(whole, 'utf8').trimEnd().split('\n');
    const startedAt = lines.findIndex((line) => line.includes('"kind":"start"')) + 1;
    for (let kept = startedAt; kept <= lines.length; kept += 1) {
      const told = lines.slice(0, kept);
      const journal = join(folder, `${kept}.jsonl`);
      // The kill comes in the middle of the next line, which was never acknowledged.
      writeFileSync(journal, `${told.join('\n')}\n${lines[kept]?.slice(0, 20) ?? ''}`);
      const second = shop({ journal, at: lastInstant(told) }).put({ Other: ending('another definition by now') });
      const before = second.history(executionArn);
      second.stepFunctions.restore();
      await playOn(second, executionArn);
      expect(second.history(executionArn).slice(0, before.length), `after ${kept} lines`).toEqual(before);
      expect([second.types(executionArn), second.output(executionArn)], `after ${kept} lines`).toEqual([types, output]);
    }
  });

  it.each([
    ['an expression fails', { Tell: ending('{% $nothing %}') }],
    [
      'no choice matches',
      { Which: { Type: 'Choice', Choices: [{ Condition: false, Next: 'Tell' }] }, Tell: ending('') },
    ],
    ['it is told to fail', { Stop: { Type: 'Fail', Error: 'Erased', Cause: 'asked for' } }],
    [
      'the output of a catcher fails',
      {
        Call: calling({
          Catch: [
            { ErrorEquals: ['Busy'], Output: '{% $nothing %}', Next: 'Tell' },
            { ErrorEquals: ['States.ALL'], Next: 'Tell' },
          ],
        }),
        Tell: ending('caught'),
      },
    ],
    [
      'the output of a task fails, and is caught',
      {
        Call: calling(
          { Output: '{% $nothing %}', Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Tell' }] },
          { tries: 9 },
        ),
        Tell: ending('caught'),
      },
    ],
  ])('fails as it would have when %s, from every point', async (_when, failingStates) => {
    const whole = join(folder, 'whole.jsonl');
    const first = shop({ journal: whole }).put(failingStates);
    const executionArn = await first.start({ tries: 0 });
    const lines = readFileSync(whole, 'utf8').trimEnd().split('\n');
    const startedAt = lines.findIndex((line) => line.includes('"kind":"start"')) + 1;
    for (let kept = startedAt; kept <= lines.length; kept += 1) {
      const journal = join(folder, `${kept}.jsonl`);
      writeFileSync(journal, `${lines.slice(0, kept).join('\n')}\n`);
      const second = shop({ journal });
      second.stepFunctions.restore();
      await second.settled();
      expect(second.types(executionArn), `after ${kept} lines`).toEqual(first.types(executionArn));
      expect(second.end(executionArn), `after ${kept} lines`).toEqual(first.end(executionArn));
    }
  });

  it('waits for the same token until the same instant', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = shop({ journal }).put(states);
    const executionArn = await first.start({ order: '1001' });
    await first.pass(60);
    const { token } = first;
    const second = shop({ journal, at: first.clock.now() + 100_000 });
    second.stepFunctions.restore();
    await second.settled();
    expect(second.awsCalls).toEqual([]);
    await second.fail('Delayed', 'snow', token);
    expect(second.path(executionArn).at(-1)).toBe('Pause');
    const third = shop({ journal, at: second.clock.now() });
    third.stepFunctions.restore();
    await third.pass(29.999);
    expect(third.path(executionArn).at(-1)).toBe('Pause');
    await third.pass(0.001);
    expect(third.path(executionArn).at(-1)).toBe('AwaitDelivery');
  });

  it('finds a time-out that passed while it was dead at once', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({
      Await: awaiting({
        TimeoutSeconds: 60,
        Next: 'Never',
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
      }),
      Never: ending('never'),
      Late: ending('late'),
    });
    const executionArn = await first.start({ order: '1' });
    const second = new Bench({ journal, at: NOON + 3_600_000 });
    second.stepFunctions.restore();
    await second.settled();
    expect(second.output(executionArn)).toBe('late');
  });

  it('has timed out as a whole when it was dead for a year', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({ Await: awaiting() });
    const executionArn = await first.start({ order: '1' });
    const second = new Bench({ journal, at: NOON + 365 * 86_400_000 });
    second.stepFunctions.restore();
    await second.settled();
    expect(second.end(executionArn)).toEqual({ status: 'TIMED_OUT' });
  });

  it('waits until the instant it had worked out, not until one worked out anew', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({
      Pause: { Type: 'Wait', Timestamp: '{% $fromMillis($millis() + 60000) %}', End: true },
    });
    const executionArn = await first.start();
    const second = new Bench({ journal, at: NOON + 50_000 });
    second.stepFunctions.restore();
    await second.pass(10);
    expect(second.end(executionArn).status).toBe('SUCCEEDED');
  });

  it('does not take an answer to a token whose task had failed before', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({
      Await: awaiting({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 9 }] }),
    });
    await first.start({ order: '1' });
    const taskToken = first.token;
    await first.fail('Again');
    const second = new Bench({ journal });
    second.stepFunctions.restore();
    await second.settled();
    expect(() => second.stepFunctions.sendTaskSuccess({ taskToken, output: '1' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
  });

  it('repeats the call it was in, with the same token', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({ Await: awaiting() });
    first.aws = () => new Promise(() => {});
    const { executionArn } = first.stepFunctions.startExecution({ stateMachineArn: MACHINE, input: '{"order":"1"}' });
    await expect.poll(() => first.awsCalls.length).toBe(1);
    const second = new Bench({ journal });
    second.stepFunctions.restore();
    await second.settled();
    expect(second.awsCalls).toEqual(first.awsCalls);
    await second.succeed('answered', first.token);
    expect(second.output(executionArn)).toBe('answered');
  });

  it('keeps the drawn delay of a retry, and how many there were', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal, random: () => 0.9 }).put({
      Call: calling({
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 100, JitterStrategy: 'FULL', MaxAttempts: 1 }],
      }),
    });
    first.invoke = () => failing('Busy');
    const executionArn = await first.start();
    const second = new Bench({ journal, random: () => 0.1 });
    second.invoke = () => failing('Busy');
    second.stepFunctions.restore();
    await second.pass(89.999);
    expect(second.payloads).toHaveLength(0);
    await second.pass(0.001);
    expect(second.payloads).toHaveLength(1);
    expect(second.end(executionArn).error).toBe('Busy');
  });
});

describe('what was acknowledged', () => {
  it('is never lost: a start', async () => {
    const journal = join(folder, 'journal.jsonl');
    const { stepFunctions } = new Bench({ journal }).put({ Await: awaiting() });
    const { executionArn } = stepFunctions.startExecution({
      stateMachineArn: MACHINE,
      name: 'demo.1',
      input: '{"order":"1"}',
    });
    const copy = join(folder, 'copy.jsonl');
    writeFileSync(copy, readFileSync(journal));
    const second = new Bench({ journal: copy });
    second.stepFunctions.restore();
    await second.settled();
    expect(second.end(executionArn).status).toBe('RUNNING');
    expect(second.awsCalls).toHaveLength(1);
  });

  it.each(['success', 'failure', 'heartbeat'])('is never lost: a %s', async (what) => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({
      Await: awaiting({ HeartbeatSeconds: 10, Next: 'Told', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Told' }] }),
      Told: ending('{% $states.input %}'),
    });
    const executionArn = await first.start({ order: '1' });
    const taskToken = first.token;
    await first.pass(9);
    if (what === 'success') first.stepFunctions.sendTaskSuccess({ taskToken, output: '"shipped"' });
    else if (what === 'failure') first.stepFunctions.sendTaskFailure({ taskToken, error: 'Delayed', cause: 'snow' });
    else first.stepFunctions.sendTaskHeartbeat({ taskToken });
    const copy = join(folder, 'copy.jsonl');
    writeFileSync(copy, readFileSync(journal));
    const second = new Bench({ journal: copy, at: NOON + 18_999 });
    second.stepFunctions.restore();
    await second.settled();
    if (what === 'heartbeat') expect(second.end(executionArn).status).toBe('RUNNING');
    const told: Record<string, Json> = {
      success: 'shipped',
      failure: { Error: 'Delayed', Cause: 'snow' },
      heartbeat: { Error: 'States.Timeout', Cause: '' },
    };
    await second.pass(1);
    expect(second.output(executionArn)).toEqual(told[what]);
  });
});

describe('after a restart', () => {
  it('closed executions are there with their history, and their names stay taken', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = shop({ journal }).put(states);
    const executionArn = await first.start({ order: '1001' }, 'demo.1001');
    await playOn(first, executionArn);
    const { token } = first;
    const second = shop({ journal, at: first.clock.now() }).put(states);
    second.stepFunctions.restore();
    expect(second.history(executionArn)).toEqual(first.history(executionArn));
    expect(second.stepFunctions.describeExecution({ executionArn })).toEqual(
      first.stepFunctions.describeExecution({ executionArn }),
    );
    expect(second.stepFunctions.listExecutions({ stateMachineArn: MACHINE })).toEqual(
      first.stepFunctions.listExecutions({ stateMachineArn: MACHINE }),
    );
    await expect(second.start({ order: '1001' }, 'demo.1001')).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    expect(() => second.stepFunctions.sendTaskSuccess({ taskToken: token, output: '1' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
    // Nobody is told twice.
    expect(second.changes).toEqual([]);
  });

  it('a name that was used again stands for the later execution, in its place in the list', async () => {
    const journal = join(folder, 'journal.jsonl');
    const tell = { Tell: { Type: 'Pass', End: true } };
    const first = new Bench({ journal }).put(tell);
    for (const name of ['twice', 'once']) await first.start({ in: 'spring' }, name);
    await first.pass(90 * 86_400);
    const executionArn = await first.start({ in: 'summer' }, 'twice');
    const second = new Bench({ journal, at: first.clock.now() }).put(tell);
    const { executions } = second.stepFunctions.listExecutions({ stateMachineArn: MACHINE });
    expect(executions.map(({ name }) => name)).toEqual(['twice', 'once']);
    expect(second.output(executionArn)).toEqual({ in: 'summer' });
  });

  it('a running execution keeps the definition it was started with', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = new Bench({ journal }).put({ Await: awaiting({ Next: 'Old' }), Old: ending('old') });
    const executionArn = await first.start({ order: '1' });
    const second = new Bench({ journal }).put({ Await: awaiting({ Next: 'New' }), New: ending('new') });
    second.stepFunctions.restore();
    await second.succeed({}, first.token);
    expect(second.output(executionArn)).toBe('old');
    const definitions = () => readFileSync(journal, 'utf8').split('"kind":"definition"').length - 1;
    expect(definitions()).toBe(1);
    for (const order of ['2', '3']) await second.start({ order }, `order.${order}`);
    expect(definitions()).toBe(2);
    const third = new Bench({ journal }).put({ Await: awaiting({ Next: 'New' }), New: ending('new') });
    await third.start({ order: '4' }, 'fourth');
    expect(definitions()).toBe(2);
  });

  it('the journal holds no more than is needed', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = shop({ journal }).put(states);
    const executionArn = await first.start({ order: '1001' });
    await first.pass(30);
    const taskToken = tokenOf(first, executionArn);
    for (let beats = 0; beats < 50; beats += 1) first.stepFunctions.sendTaskHeartbeat({ taskToken });
    const count = (kind: string) => readFileSync(journal, 'utf8').split(`"kind":"${kind}"`).length - 1;
    expect(count('beat')).toBe(50);
    const second = shop({ journal, at: first.clock.now() });
    expect([count('beat'), count('retry'), count('definition'), count('secret')]).toEqual([1, 2, 1, 1]);
    second.stepFunctions.restore();
    await playOn(second, executionArn);
    const third = shop({ journal, at: second.clock.now() });
    expect([count('beat'), count('retry'), count('until'), count('event')]).toEqual([
      0,
      0,
      0,
      third.history(executionArn).length - 1,
    ]);
  });

  it('a journal can be taken up again and again', async () => {
    const journal = join(folder, 'journal.jsonl');
    const first = shop({ journal }).put(states);
    const executionArn = await first.start({ order: '1001' });
    let bench = first;
    for (let restarts = 0; restarts < 10; restarts += 1) {
      bench = shop({ journal, at: bench.clock.now() + 1000 });
      bench.stepFunctions.restore();
      await bench.settled();
    }
    await playOn(bench, executionArn);
    expect(bench.output(executionArn)).toEqual({ order: '1001', level: 11 });
  });
});
