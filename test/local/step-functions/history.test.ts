import { describe, expect, it } from 'vitest';
import { statesOf } from '../../../local/step-functions/states-of.ts';
import { awaiting, Bench, calling, ending, failing } from './workflow-bench.ts';

describe('the history of an execution (GetExecutionHistory)', () => {
  it('can be read backwards, in pages, and without the data', async () => {
    const assign = { secret: '{% $states.input.secret %}' };
    const bench = new Bench().put({ First: { Type: 'Pass', Assign: assign, Next: 'Second' }, Second: ending('done') });
    const executionArn = await bench.start({ secret: 'of the customer' });
    const { stepFunctions } = bench;
    const all = bench.history(executionArn);
    const backwards = { executionArn, reverseOrder: true, maxResults: 3 };
    const first = stepFunctions.getExecutionHistory(backwards);
    const second = stepFunctions.getExecutionHistory({ ...backwards, nextToken: first.nextToken });
    expect(all).toHaveLength(6);
    expect([...first.events, ...second.events]).toEqual(all.toReversed());
    expect(second.nextToken).toBeUndefined();
    const bare = stepFunctions.getExecutionHistory({ executionArn, includeExecutionData: false });
    expect(JSON.stringify(bare)).not.toContain('customer');
    expect(bare.events.map(({ type }) => type)).toEqual(all.map(({ type }) => type));
  });
});

describe('the limit of a history (AWS quotas: 25,000 events)', () => {
  const spin = {
    Spin: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.stop %}', Next: 'Stop' }], Default: 'Spin' },
    Stop: ending('stopped'),
  };

  it('fails the execution: the failure is event 25,000', async () => {
    const bench = new Bench().put(spin);
    const executionArn = await bench.start({ stop: false });
    expect(bench.end(executionArn)).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    const { events } = bench.stepFunctions.getExecutionHistory({ executionArn, reverseOrder: true, maxResults: 2 });
    expect(events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [25_000, 24_999, 'ExecutionFailed'],
      [24_999, 24_998, 'ChoiceStateExited'],
    ]);
  });

  it('counts an answer too: it is taken, and the execution fails', async () => {
    const bench = new Bench().put({
      Count: { Type: 'Pass', Assign: { left: 12_495 }, Next: 'Spin' },
      Spin: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $left = 0 %}', Next: 'Await' }],
        Default: 'Spin',
        Assign: { left: '{% $left - 1 %}' },
      },
      Await: {
        ...awaiting(),
        Arguments: { ExpressionAttributeValues: { ':token': { S: '{% $states.context.Task.Token %}' } } },
      },
    });
    const executionArn = await bench.start();
    // 1 for the start, 2 for each Pass and Choice, 4 to get to the wait: one place is left, for the failure.
    expect(bench.history(executionArn)).toHaveLength(24_999);
    bench.stepFunctions.sendTaskSuccess({ taskToken: bench.token, output: '1' });
    await bench.settled();
    expect(bench.end(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});

describe('the states of an execution, for people', () => {
  it('says when each was entered and left, and by which error', async () => {
    const bench = new Bench().put({
      Call: calling({ Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }], Next: 'Await' }),
      Await: awaiting({ TimeoutSeconds: 60, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Warn' }] }),
      Warn: { Type: 'Wait', Seconds: 60, End: true },
    });
    const answers = [failing('Busy'), { payload: { order: '1' } }];
    bench.invoke = () => answers.shift()!;
    const executionArn = await bench.start();
    await bench.pass(61);
    expect(statesOf(bench.history(executionArn))).toEqual([
      { name: 'Call', enteredAt: '2026-11-23T12:00:00.000Z', leftAt: '2026-11-23T12:00:01.000Z' },
      {
        name: 'Await',
        enteredAt: '2026-11-23T12:00:01.000Z',
        leftAt: '2026-11-23T12:01:01.000Z',
        error: 'States.Timeout',
      },
      { name: 'Warn', enteredAt: '2026-11-23T12:01:01.000Z' },
    ]);
  });

  it('gives the state that ended the execution its error', async () => {
    const bench = new Bench().put({ Call: calling() });
    bench.invoke = () => failing('Elsewhere');
    const [stay] = statesOf(bench.history(await bench.start()));
    expect(stay).toEqual({
      name: 'Call',
      enteredAt: '2026-11-23T12:00:00.000Z',
      leftAt: '2026-11-23T12:00:00.000Z',
      error: 'Elsewhere',
    });
  });
});
