import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { statesOf } from '../../../local/step-functions/states-of.ts';
import { awaiting, Bench, calling, ending, failing } from './workflow-bench.ts';

/** An event as "id previous type" and its details. */
function line({ id, previousEventId, type, timestamp: _at, ...details }: HistoryEvent): [string, ...unknown[]] {
  return [`${id} ${previousEventId} ${type}`, ...Object.values(details)];
}

describe('the history of an execution (GetExecutionHistory)', () => {
  it('has AWS’s types, numbers and details for a function that is called', async () => {
    const bench = new Bench().put({
      Confirm: calling({ TimeoutSeconds: 60, Assign: { stage: '{% $states.result.Payload %}' }, Next: 'Close' }),
      Close: { Type: 'Succeed' },
    });
    bench.invoke = () => ({ payload: 'AwaitShipment' });
    const events = bench.history(await bench.start({ order: '1001' }));
    const truncated = { truncated: false };
    const lambda = { resourceType: 'lambda', resource: 'invoke' };
    const result = {
      ExecutedVersion: '$LATEST',
      Payload: 'AwaitShipment',
      SdkHttpMetadata: { HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: 'id-2' },
      StatusCode: 200,
    };
    expect(events.map(line)).toEqual([
      [
        '1 0 ExecutionStarted',
        { input: '{"order":"1001"}', inputDetails: truncated, roleArn: 'arn:aws:iam::000000000000:role/Order' },
      ],
      ['2 0 TaskStateEntered', { name: 'Confirm', input: '{"order":"1001"}', inputDetails: truncated }],
      [
        '3 2 TaskScheduled',
        {
          ...lambda,
          region: 'eu-west-1',
          parameters: '{"FunctionName":"messenger","Payload":{"order":"1001"}}',
          timeoutInSeconds: 60,
        },
      ],
      ['4 3 TaskStarted', lambda],
      ['5 4 TaskSucceeded', { ...lambda, output: JSON.stringify(result), outputDetails: truncated }],
      [
        '6 5 TaskStateExited',
        {
          name: 'Confirm',
          output: '"AwaitShipment"',
          outputDetails: truncated,
          assignedVariables: { stage: '"AwaitShipment"' },
          assignedVariablesDetails: truncated,
        },
      ],
      ['7 6 SucceedStateEntered', { name: 'Close', input: '"AwaitShipment"', inputDetails: truncated }],
      ['8 7 SucceedStateExited', { name: 'Close', output: '"AwaitShipment"', outputDetails: truncated }],
      ['9 8 ExecutionSucceeded', { output: '"AwaitShipment"', outputDetails: truncated }],
    ]);
  });

  it('names the integration of a waiting task, and its time-out', async () => {
    const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 10, HeartbeatSeconds: 5 }) });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(5);
    const update = { resourceType: 'aws-sdk:dynamodb', resource: 'updateItem.waitForTaskToken' };
    const events = bench.history(executionArn).map(line).slice(2);
    expect(events).toMatchObject([
      ['3 2 TaskScheduled', { ...update, timeoutInSeconds: 10, heartbeatInSeconds: 5 }],
      ['4 3 TaskStarted', update],
      ['5 4 TaskSubmitted', { ...update, output: '{}' }],
      ['6 5 TaskTimedOut', { ...update, error: 'States.Timeout' }],
      ['7 6 ExecutionFailed', { error: 'States.Timeout' }],
    ]);
  });

  it('tells a failure and a retry as one attempt after the other', async () => {
    const bench = new Bench().put({ Call: calling({ Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }] }) });
    bench.invoke = () => failing('Busy', 'later');
    const executionArn = await bench.start();
    await bench.pass(1);
    const events = bench.history(executionArn).map(line);
    const cause = '{"errorType":"Busy","errorMessage":"later","trace":["Busy: later"]}';
    expect(events.map(([what]) => what)).toEqual([
      '1 0 ExecutionStarted',
      '2 0 TaskStateEntered',
      '3 2 TaskScheduled',
      '4 3 TaskStarted',
      '5 4 TaskFailed',
      '6 5 TaskScheduled',
      '7 6 TaskStarted',
      '8 7 TaskFailed',
      '9 8 ExecutionFailed',
    ]);
    expect(events[4]?.[1]).toEqual({ resourceType: 'lambda', resource: 'invoke', error: 'Busy', cause });
    expect(events[8]?.[1]).toEqual({ error: 'Busy', cause });
  });

  it('counts an expression that fails on entry from before the entry, as AWS does', async () => {
    const bench = new Bench().put({ First: { Type: 'Pass', Next: 'Tell' }, Tell: ending('{% $doesNotExist %}') });
    const events = bench.history(await bench.start()).map(line);
    const cause =
      "An error occurred while executing the state 'Tell' (entered at the event id #4). The JSONata expression '$doesNotExist' specified for the field 'Output' returned nothing (undefined).";
    const error = 'States.QueryEvaluationError';
    expect(events.slice(3)).toMatchObject([
      ['4 3 PassStateEntered', {}],
      ['5 3 EvaluationFailed', { cause, error, location: 'Output', state: 'Tell' }],
      ['6 5 ExecutionFailed', { cause, error }],
    ]);
  });

  it('ends with a stop from outside, numbered from nowhere', async () => {
    const bench = new Bench().put({ Pause: { Type: 'Wait', Seconds: 60, End: true } });
    const executionArn = await bench.start();
    bench.stepFunctions.stopExecution({ executionArn, error: 'Erased', cause: 'the customer asked' });
    expect(bench.history(executionArn).map(line).at(-1)).toEqual([
      '3 0 ExecutionAborted',
      { error: 'Erased', cause: 'the customer asked' },
    ]);
    await bench.pass(60);
    expect(bench.history(executionArn)).toHaveLength(3);
  });

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
