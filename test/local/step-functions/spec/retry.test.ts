import { describe, expect, it } from 'vitest';
import type { FunctionAnswer } from '../../../../local/step-functions/integrations.ts';
import { awaiting, Bench, type BenchOptions, calling, ending, failing } from '../workflow-bench.ts';

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

describe('Retry', () => {
  it('Spec "Retrying after error": it waits IntervalSeconds, and BackoffRate times as long each further time', async () => {
    const bench = answering([failing('Busy'), failing('Busy'), failing('Busy')]);
    const seconds = await secondsOfCalls(bench, {
      Call: calling({ Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 3, BackoffRate: 2 }] }),
    });
    expect(seconds).toEqual([0, 3, 9, 21]);
  });

  it('Spec "Retrying after error": three times more, after 1, 2 and 4 seconds, when nothing else is said', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [{ ErrorEquals: ['Busy'] }] }) })).toEqual([
      0, 1, 3, 7,
    ]);
  });

  it('Spec "Retrying after error": it waits never longer than MaxDelaySeconds', async () => {
    const bench = answering(Array.from({ length: 9 }, () => failing('Busy')));
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 4, BackoffRate: 3, MaxDelaySeconds: 20, MaxAttempts: 4 };
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [retrier] }) })).toEqual([0, 4, 16, 36, 56]);
  });

  it('AWS "Handling errors": with the jitter FULL each delay is drawn between nothing and itself, after the cap', async () => {
    const draws = [0.25, 0.5, 0];
    const bench = answering(
      Array.from({ length: 9 }, () => failing('Busy')),
      { random: () => draws.shift() ?? 1 },
    );
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 8, BackoffRate: 2, MaxDelaySeconds: 12 };
    const states = { Call: calling({ Retry: [{ ...retrier, JitterStrategy: 'FULL' }] }) };
    expect(await secondsOfCalls(bench, states)).toEqual([0, 2, 8, 8]);
  });

  it('Spec "Retrying after error": a rate may make fractions of a second, which are kept', async () => {
    const bench = answering([failing('Busy'), failing('Busy')]);
    const retrier = { ErrorEquals: ['Busy'], IntervalSeconds: 1, BackoffRate: 1.5 };
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [retrier] }) })).toEqual([0, 1, 2.5]);
  });

  it('Spec "Complex retry scenarios": each retrier counts its own tries', async () => {
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

  it('Spec "Complex retry scenarios": the first retrier that names the error decides, also when it is used up', async () => {
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

  it('Spec "Retrying after error": MaxAttempts 0 is legal, and means never', async () => {
    const bench = answering([failing('Busy')]);
    const retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: retry }) })).toEqual([0]);
  });

  it('Spec "Complex retry scenarios": the example of the specification: A, B and C are retried, the second B is caught', async () => {
    const bench = answering(['ErrorA', 'ErrorB', 'ErrorC', 'ErrorB'].map((error) => failing(error)));
    const seconds = await secondsOfCalls(bench, {
      X: calling({
        Retry: [
          { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
          { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
      }),
      Z: ending('z'),
    });
    expect(seconds).toEqual([0, 1, 3, 8]);
  });

  it('Spec "Retrying after error": States.ALL in the last retrier means every error that no other has named', async () => {
    const retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];
    const bench = answering([failing('Busy'), failing('Closed')]);
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: retry }) })).toEqual([0, 1, 3]);
  });

  it('Spec "Retrying after error": an error that no retrier names is not retried', async () => {
    const bench = answering([failing('Closed')]);
    expect(await secondsOfCalls(bench, { Call: calling({ Retry: [{ ErrorEquals: ['Busy'] }] }) })).toEqual([0]);
  });

  it('AWS "Handling errors": States.TaskFailed retries what failed, and not what took too long', async () => {
    const retry = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1 }];
    expect(await secondsOfCalls(answering([failing('Busy')]), { Call: calling({ Retry: retry }) })).toEqual([0, 1]);
    const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 10, Retry: retry }) });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(10);
    expect(bench.end(executionArn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('AWS "Handling errors": without a jitter, or with NONE, delays are as reckoned', async () => {
    for (const jitter of [{}, { JitterStrategy: 'NONE' }]) {
      const bench = answering([failing('Busy')], { random: () => 0.25 });
      const retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 8, ...jitter }];
      expect(await secondsOfCalls(bench, { Call: calling({ Retry: retry }) })).toEqual([0, 8]);
    }
  });

  it('Spec "Complex retry scenarios": retriers count anew when the state is entered again', async () => {
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

  it('AWS "SendTaskSuccess": no answer is taken while a task waits to be tried again after a time-out', async () => {
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

  it('AWS "Wait for a Callback with Task Token": each try has a token of its own; that of the one before is dead', async () => {
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
