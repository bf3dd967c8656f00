import { describe, expect, it } from 'vitest';
import type { FunctionAnswer } from '../../../local/step-functions/integrations.ts';
import type { Json } from '../../../local/step-functions/json.ts';
import { awaiting, Bench, type BenchOptions, calling, ending, failing } from './workflow-bench.ts';

/** A bench whose function gives these answers one after the other, and then sends. */
function answering(answers: FunctionAnswer[], options: BenchOptions = {}): Bench {
  const bench = new Bench(options);
  const left = [...answers];
  bench.invoke = () => left.shift() ?? { payload: 'sent' };
  return bench;
}

/** At which second after the start each call was made. */
async function secondsOfCalls(bench: Bench, states: Record<string, object>, during = 1000): Promise<number[]> {
  const seconds: number[] = [];
  const start = bench.clock.now();
  const { invoke } = bench;
  bench.invoke = (payload, arn) => {
    seconds.push((bench.clock.now() - start) / 1000);
    return invoke(payload, arn);
  };
  await bench.put(states).start();
  await bench.pass(during);
  return seconds;
}

describe('Retry ("Retrying after error")', () => {
  it('waits IntervalSeconds, and BackoffRate times as long each further time', async () => {
    const bench = answering([failing('Busy'), failing('Busy'), failing('Busy')]);
    const seconds = await secondsOfCalls(bench, {
      Call: calling({ Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 3, BackoffRate: 2 }] }),
    });
    expect(seconds).toEqual([0, 3, 9, 21]);
  });

  it('tries three times more, after 1, 2 and 4 seconds, when nothing else is said', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [{ ErrorEquals: ['Busy'] }] }) })).toEqual([
      0, 1, 3, 7,
    ]);
  });

  it('waits never longer than MaxDelaySeconds', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 4, BackoffRate: 3, MaxDelaySeconds: 20, MaxAttempts: 4 };
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [retrier] }) })).toEqual([0, 4, 16, 36, 56]);
  });

  it('draws each delay between nothing and itself with FULL jitter, after the cap', async () => {
    const draws = [0.25, 0.5, 0];
    const bench = answering(
      Array.from({ length: 9 }, () => failing('Busy')),
      { random: () => draws.shift() ?? 1 },
    );
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 8, BackoffRate: 2, MaxDelaySeconds: 12 };
    const states = { Call: calling({ Retry: [{ ...retrier, JitterStrategy: 'FULL' }] }) };
    expect(await secondsOfCalls(bench, states)).toEqual([0, 2, 8, 8]);
  });

  it('keeps fractions of a second that a rate makes', async () => {
    const bench = answering([failing('Busy'), failing('Busy')]);
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 1, BackoffRate: 1.5 };
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [retrier] }) })).toEqual([0, 1, 2.5]);
  });

  it('counts each retrier’s tries on their own', async () => {
    const errors = ['Busy', 'Closed', 'Busy', 'Closed', 'Closed'].map((error) => failing(error));
    const bench = answering(errors);
    const seconds = await secondsOfCalls(bench, {
      Call: calling({
        Retry: [
          { ErrorEquals: ['Busy', 'Slow'], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 2 },
          { ErrorEquals: ['Closed'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 2 },
        ],
      }),
    });
    // 1 for Busy, 10 for Closed, 1 for the second Busy, 20 for the second Closed; the third Closed is one too many.
    expect(seconds).toEqual([0, 1, 11, 12, 32]);
  });

  it('does not go to a later retrier once the first that names the error is used up', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    const seconds = await secondsOfCalls(bench, {
      Call: calling({
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1 },
          { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 5 },
        ],
      }),
    });
    expect(seconds).toEqual([0, 1]);
  });

  it('never tries again with MaxAttempts 0', async () => {
    const bench = answering([failing('Busy')]);
    const retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: retry }) })).toEqual([0]);
  });

  it('counts anew when the state is entered again', async () => {
    const bench = answering([failing('Busy'), { payload: 'again' }, failing('Busy'), { payload: 'done' }]);
    const seconds = await secondsOfCalls(bench, {
      Call: calling({ Next: 'Which', Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5, MaxAttempts: 1 }] }),
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input = 'again' %}", Next: 'Call' }],
        Default: 'Done',
      },
      Done: ending('done'),
    });
    expect(seconds).toEqual([0, 5, 5, 10]);
  });

  it('evaluates the Arguments anew, with the number of retries', async () => {
    const bench = answering([failing('Busy'), failing('Closed')]);
    const payload = { retries: '{% $states.context.State.RetryCount %}', at: '{% $now() %}' };
    const retry = [
      { ErrorEquals: ['Busy'], IntervalSeconds: 1 },
      { ErrorEquals: ['Closed'], IntervalSeconds: 1 },
    ];
    await bench.put({ Call: calling({ Retry: retry }, payload) }).start();
    await bench.pass(10);
    expect(bench.payloads).toEqual([
      { retries: 0, at: '2026-11-23T12:00:00.000Z' },
      { retries: 1, at: '2026-11-23T12:00:01.000Z' },
      { retries: 2, at: '2026-11-23T12:00:02.000Z' },
    ]);
  });

  it('takes no answer while it waits to try again after a time-out', async () => {
    const bench = new Bench();
    const retry = [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 30 }];
    const executionArn = await bench
      .put({ Await: awaiting({ TimeoutSeconds: 10, Retry: retry }) })
      .start({ order: '1' });
    await bench.pass(20);
    expect(bench.types(executionArn).at(-1)).toBe('TaskTimedOut');
    expect(() => bench.stepFunctions.sendTaskSuccess({ taskToken: bench.token, output: '1' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
  });

  it('gives a waiting task a new token for each try; the old one is dead', async () => {
    const bench = new Bench();
    await bench
      .put({ Await: awaiting({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1 }] }) })
      .start({ order: '1' });
    const first = bench.token;
    await bench.fail('Again');
    await bench.pass(1);
    expect(bench.token).not.toBe(first);
    expect(() => bench.stepFunctions.sendTaskSuccess({ taskToken: first, output: '1' })).toThrow(
      expect.objectContaining({ name: 'TaskTimedOut' }),
    );
  });
});

describe('Retry before Catch ("Errors")', () => {
  it('asks the retriers first, and the catchers only when no retry is left', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    bench.put({
      Call: calling({
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 }],
        Catch: [{ ErrorEquals: ['Busy'], Next: 'Caught' }],
      }),
      Caught: ending('{% $states.input.Error %}'),
    });
    const executionArn = await bench.start();
    await bench.pass(1);
    expect(bench.path(executionArn)).toEqual(['Call']);
    await bench.pass(1);
    expect(bench.output(executionArn)).toBe('Busy');
    expect(bench.payloads).toHaveLength(3);
  });
});

async function caught(catchers: object[], answer: FunctionAnswer): Promise<{ path: string[]; output: Json }> {
  const bench = answering([answer]);
  bench.put({
    Call: calling({ Catch: catchers }),
    Late: ending('{% $states.input %}'),
    Other: ending('{% $states.input %}'),
  });
  const executionArn = await bench.start({ order: '1001' });
  return { path: bench.path(executionArn), output: bench.output(executionArn) };
}

describe('Catch ("Fallback states")', () => {
  it('takes the first catcher that names the error', async () => {
    const catchers = [
      { ErrorEquals: ['OutOfStock'], Next: 'Other' },
      { ErrorEquals: ['Delayed', 'PromiseDue'], Next: 'Late' },
      { ErrorEquals: ['PromiseDue'], Next: 'Other' },
      { ErrorEquals: ['States.ALL'], Next: 'Other' },
    ];
    expect((await caught(catchers, failing('PromiseDue'))).path).toEqual(['Call', 'Late']);
    expect((await caught(catchers, failing('Unheard'))).path).toEqual(['Call', 'Other']);
  });

  it('puts out Error and Cause when it has no Output: the cause of a function is its whole report', async () => {
    const { output } = await caught([{ ErrorEquals: ['Elsewhere'], Next: 'Late' }], failing('Elsewhere', 'moved on'));
    expect(output).toEqual({
      Error: 'Elsewhere',
      Cause: '{"errorType":"Elsewhere","errorMessage":"moved on","trace":["Elsewhere: moved on"]}',
    });
  });

  it('has $states.errorOutput and the input for its Output and Assign', async () => {
    const bench = answering([failing('Delayed')]);
    bench.put({
      Call: calling({
        Catch: [
          {
            ErrorEquals: ['Delayed'],
            Assign: {
              why: '{% $states.errorOutput.Error %}',
              cause: '{% $parse($states.errorOutput.Cause).errorMessage %}',
            },
            Output: { order: '{% $states.input.order %}' },
            Next: 'Warn',
          },
        ],
      }),
      Warn: ending({ order: '{% $states.input.order %}', why: '{% $why %}', cause: '{% $cause %}' }),
    });
    const output = bench.output(await bench.start({ order: '1001' }));
    expect(output).toEqual({ order: '1001', why: 'Delayed', cause: 'it did not work' });
  });

  it('fails the execution with error and cause when nothing catches', async () => {
    const bench = answering([failing('Elsewhere')]).put({
      Call: calling({ Catch: [{ ErrorEquals: ['Delayed'], Next: 'Late' }] }),
      Late: ending('late'),
    });
    expect(bench.end(await bench.start())).toEqual({
      status: 'FAILED',
      error: 'Elsewhere',
      cause: '{"errorType":"Elsewhere","errorMessage":"it did not work","trace":["Elsewhere: it did not work"]}',
    });
  });

  it('fails the execution when the catcher’s own Output fails: nobody catches for a catcher', async () => {
    const bench = answering([failing('Delayed')]).put({
      Call: calling({
        Catch: [
          { ErrorEquals: ['Delayed'], Output: '{% $states.errorOutput.Absent %}', Next: 'Late' },
          { ErrorEquals: ['States.ALL'], Next: 'Late' },
        ],
      }),
      Late: ending('late'),
    });
    expect(bench.end(await bench.start()).error).toBe('States.QueryEvaluationError');
  });
});

/** A wait that is caught by these names. */
function caughtBy(ErrorEquals: string[]): Record<string, object> {
  return {
    Await: awaiting({ TimeoutSeconds: 10, Catch: [{ ErrorEquals, Next: 'Caught' }] }),
    Caught: ending('{% $states.input %}'),
  };
}

async function after(ErrorEquals: string[], what: (bench: Bench) => Promise<void>): Promise<string> {
  const bench = new Bench().put(caughtBy(ErrorEquals));
  const executionArn = await bench.start({ order: '1' });
  await what(bench);
  return bench.path(executionArn).includes('Caught') ? 'caught' : bench.end(executionArn).status;
}

async function aTimeOut(bench: Bench): Promise<void> {
  await bench.pass(10);
}

async function aBusinessError(bench: Bench): Promise<void> {
  await bench.fail('Delayed');
}

async function anUnnamedError(bench: Bench): Promise<void> {
  bench.stepFunctions.sendTaskFailure({ taskToken: bench.token });
  await bench.settled();
}

/** What a Catch gets of a table that refuses with an error of this name. */
async function tableRefuses(name: string): Promise<Json> {
  const bench = new Bench();
  bench.aws = () => {
    throw Object.assign(new Error('The conditional request failed'), { name });
  };
  bench.put(caughtBy(['States.ALL']));
  return bench.output(await bench.start({ order: '1' }));
}

describe('Error names ("Predefined Error Codes", AWS "Handling errors")', () => {
  it('catches a time-out as States.Timeout and States.ALL, and not as States.TaskFailed', async () => {
    expect(await after(['States.Timeout'], aTimeOut)).toBe('caught');
    expect(await after(['States.ALL'], aTimeOut)).toBe('caught');
    expect(await after(['States.TaskFailed'], aTimeOut)).toBe('FAILED');
  });

  it('catches a business error by its name, as States.TaskFailed and as States.ALL', async () => {
    expect(await after(['Delayed'], aBusinessError)).toBe('caught');
    expect(await after(['States.TaskFailed'], aBusinessError)).toBe('caught');
    expect(await after(['States.ALL'], aBusinessError)).toBe('caught');
    expect(await after(['States.Timeout', 'delayed'], aBusinessError)).toBe('FAILED');
  });

  it('catches a failure without a name as States.ALL, with null for what was not said', async () => {
    const bench = new Bench().put(caughtBy(['States.ALL']));
    const executionArn = await bench.start({ order: '1' });
    await anUnnamedError(bench);
    expect(bench.output(executionArn)).toEqual({ Error: null, Cause: null });
  });

  it('gives a caught time-out an empty cause', async () => {
    const bench = new Bench().put(caughtBy(['States.Timeout']));
    const executionArn = await bench.start({ order: '1' });
    await aTimeOut(bench);
    expect(bench.output(executionArn)).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('names what the table refuses as the aws-sdk integrations do', async () => {
    expect(await tableRefuses('ConditionalCheckFailedException')).toEqual({
      Error: 'DynamoDb.ConditionalCheckFailedException',
      Cause: 'The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: id-2)',
    });
    // Java's names: with "Exception" where the API has none, and one for all that the model does not name.
    expect(await tableRefuses('InternalServerError')).toMatchObject({ Error: 'DynamoDb.InternalServerErrorException' });
    expect(await tableRefuses('RequestLimitExceeded')).toMatchObject({
      Error: 'DynamoDb.RequestLimitExceededException',
    });
    expect(await tableRefuses('ValidationException')).toMatchObject({ Error: 'DynamoDb.DynamoDbException' });
    expect(await tableRefuses('TypeError')).toMatchObject({ Error: 'DynamoDb.SdkClientException' });
  });

  it('names what the Lambda service itself refuses with Lambda before it', async () => {
    const bench = new Bench().put({
      Call: calling({ Catch: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], Next: 'Caught' }] }),
      Caught: ending('caught'),
    });
    bench.invoke = () =>
      Promise.reject(Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' }));
    expect(bench.output(await bench.start())).toBe('caught');
  });

  it('lets an error of the task’s own expressions be caught and retried as States.QueryEvaluationError', async () => {
    const bench = answering([{ payload: {} }, { payload: { stage: 'AwaitShipment' } }]);
    bench.put({
      Call: calling({
        Output: '{% $states.result.Payload.stage %}',
        Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], IntervalSeconds: 1 }],
      }),
    });
    const executionArn = await bench.start();
    await bench.pass(1);
    expect(bench.output(executionArn)).toBe('AwaitShipment');
  });

  it('catches a result over 256 KiB only as States.DataLimitExceeded', async () => {
    const tooMuch = { payload: 'é'.repeat(131_072) };
    const caughtAs = async (name: string) => {
      const bench = answering([tooMuch]).put({
        Call: calling({ Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }),
        Caught: ending('caught'),
      });
      const executionArn = await bench.start();
      const { error } = bench.end(executionArn);
      return error ?? bench.output(executionArn);
    };
    expect(await caughtAs('States.DataLimitExceeded')).toBe('caught');
    expect(await caughtAs('States.ALL')).toBe('States.DataLimitExceeded');
  });

  it('never catches nor retries States.Runtime, not even by name', async () => {
    const bench = new Bench().put({
      Call: {
        ...calling({
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'Caught' }],
        }),
        Arguments: '{% {"FunctionName": 7, "Payload": {}} %}',
      },
      Caught: ending('caught'),
    });
    expect(bench.end(await bench.start())).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
