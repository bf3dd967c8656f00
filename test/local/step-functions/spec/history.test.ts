import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { awaiting, Bench, calling, ending, failing, writing } from '../workflow-bench.ts';

/** The specification says nothing of a history; what is pinned here is AWS's, of a Standard workflow. */

const busyOnce = () => {
  const answers = [failing('Busy'), { payload: 'sent' }];
  return () => answers.shift()!;
};

const TASK = ['TaskScheduled', 'TaskStarted'];

describe('which events there are, and in what order', () => {
  it.each<[string, object, string[]]>([
    ['Pass', ending('done'), ['PassStateEntered', 'PassStateExited', 'ExecutionSucceeded']],
    ['Succeed', { Type: 'Succeed' }, ['SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded']],
    ['Wait', { Type: 'Wait', Seconds: 1, End: true }, ['WaitStateEntered', 'WaitStateExited', 'ExecutionSucceeded']],
    ['Fail', { Type: 'Fail', Error: 'Closed' }, ['FailStateEntered', 'ExecutionFailed']],
    [
      'Choice',
      { Type: 'Choice', Choices: [{ Condition: true, Next: 'Done' }] },
      ['ChoiceStateEntered', 'ChoiceStateExited', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'],
    ],
    ['Task', writing(), ['TaskStateEntered', ...TASK, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded']],
    [
      'Task that is tried twice',
      calling({ Retry: [{ ErrorEquals: ['Busy'] }] }),
      ['TaskStateEntered', ...TASK, 'TaskFailed', ...TASK, 'TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
    ],
    [
      'Task that is caught',
      calling({ Catch: [{ ErrorEquals: ['Busy'], Next: 'Done' }] }),
      [
        'TaskStateEntered',
        ...TASK,
        'TaskFailed',
        'TaskStateExited',
        'SucceedStateEntered',
        'SucceedStateExited',
        'ExecutionSucceeded',
      ],
    ],
    ['Task that fails', calling(), ['TaskStateEntered', ...TASK, 'TaskFailed', 'ExecutionFailed']],
    [
      'Task whose Output fails',
      { ...writing(), Output: '{% $no %}' },
      ['TaskStateEntered', ...TASK, 'TaskSucceeded', 'EvaluationFailed', 'ExecutionFailed'],
    ],
    [
      'Task whose Arguments fail',
      { ...writing(), Arguments: '{% $no %}' },
      ['TaskStateEntered', 'EvaluationFailed', 'ExecutionFailed'],
    ],
    ['Pass whose Output fails', ending('{% $no %}'), ['PassStateEntered', 'EvaluationFailed', 'ExecutionFailed']],
  ])('AWS "HistoryEvent": what a %s leaves behind', async (_what, state, events) => {
    const bench = new Bench().put({ Only: state, Done: { Type: 'Succeed' } });
    bench.invoke = busyOnce();
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(1);
    expect(bench.types(executionArn)).toEqual(['ExecutionStarted', ...events]);
  });

  it.each<[string, (bench: Bench) => Promise<void>, string[]]>([
    ['an answer', (bench) => bench.succeed({}), ['TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded']],
    ['a failure', (bench) => bench.fail('Delayed'), ['TaskFailed', 'ExecutionFailed']],
    ['its time-out', (bench) => bench.pass(10), ['TaskTimedOut', 'ExecutionFailed']],
    ['the machine’s time-out', (bench) => bench.pass(8), ['ExecutionTimedOut']],
  ])(
    'AWS "HistoryEvent": what a Task that waits for its token leaves behind, ended by %s',
    async (by, what, events) => {
      const machineTimeout = by.startsWith('the machine') ? { TimeoutSeconds: 8 } : {};
      const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 10 }) }, machineTimeout);
      const executionArn = await bench.start({ order: '1' });
      await what(bench);
      const before = ['ExecutionStarted', 'TaskStateEntered', ...TASK, 'TaskSubmitted'];
      expect(bench.types(executionArn)).toEqual([...before, ...events]);
    },
  );
});

/** An event as "id previous type" and its details. */
function line({ id, previousEventId, type, timestamp: _at, ...details }: HistoryEvent): [string, ...unknown[]] {
  return [`${id} ${previousEventId} ${type}`, ...Object.values(details)];
}

describe('what the events say', () => {
  it('AWS "GetExecutionHistory": types, numbers and details of the events of a function that is called', async () => {
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

  it('AWS "GetExecutionHistory": events of a waiting task name its integration, and its time-out', async () => {
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

  it('AWS "GetExecutionHistory": a failure and a retry are one attempt after the other within the same stay', async () => {
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

  it('AWS "EvaluationFailedEventDetails": an expression that fails has an event, with state, field and cause; on entry it is counted from before the entry', async () => {
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

  it('AWS "GetExecutionHistory": a stop from outside is the last event, numbered from nowhere', async () => {
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
});
