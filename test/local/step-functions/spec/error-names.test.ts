import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { awaiting, Bench, calling, ending } from '../workflow-bench.ts';

/** A wait that is caught by these names. */
function caughtBy(ErrorEquals: string[]): Record<string, object> {
  return {
    Await: awaiting({ TimeoutSeconds: 10, HeartbeatSeconds: 8, Catch: [{ ErrorEquals, Next: 'Caught' }] }),
    Caught: ending('{% $states.input %}'),
  };
}

async function after(ErrorEquals: string[], what: (bench: Bench) => Promise<void>): Promise<string> {
  const bench = new Bench().put(caughtBy(ErrorEquals));
  const executionArn = await bench.start({ order: '1' });
  await what(bench);
  return bench.path(executionArn).includes('Caught') ? 'caught' : bench.end(executionArn).status;
}

async function aMissedHeartbeat(bench: Bench): Promise<void> {
  await bench.pass(8);
}

async function aTimeOut(bench: Bench): Promise<void> {
  await bench.pass(7);
  bench.stepFunctions.sendTaskHeartbeat({ taskToken: bench.token });
  await bench.pass(3);
}

async function aBusinessError(bench: Bench): Promise<void> {
  await bench.fail('Delayed');
}

async function anUnnamedError(bench: Bench): Promise<void> {
  bench.stepFunctions.sendTaskFailure({ taskToken: bench.token });
  await bench.settled();
}

/** How a task ends whose result is too large, caught by this name. */
async function caughtAs(name: string): Promise<Json> {
  const bench = new Bench().put({
    Call: calling({ Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }),
    Caught: ending('caught'),
  });
  bench.invoke = () => ({ payload: 'é'.repeat(131_072) });
  const executionArn = await bench.start();
  return bench.end(executionArn).error ?? bench.output(executionArn);
}

describe('which names stand for which errors', () => {
  it.each([
    ['States.Timeout', 'caught'],
    ['States.ALL', 'caught'],
    // AWS's "Handling errors": States.TaskFailed matches every error but a time-out.
    ['States.TaskFailed', 'FAILED'],
    ['States.HeartbeatTimeout', 'FAILED'],
    ['Delayed', 'FAILED'],
  ])(
    'Spec "Appendix A: Predefined Error Codes": a task that runs too long, looked for as %s: %s',
    async (name, end) => {
      expect(await after([name], aTimeOut)).toBe(end);
    },
  );

  it.each([
    ['States.HeartbeatTimeout', 'caught'],
    ['States.Timeout', 'caught'],
    ['States.ALL', 'caught'],
    ['States.TaskFailed', 'FAILED'],
  ])('Spec "Appendix A: Predefined Error Codes": a missed heartbeat, looked for as %s: %s', async (name, end) => {
    expect(await after([name], aMissedHeartbeat)).toBe(end);
  });

  it.each([
    ['Delayed', 'caught'],
    ['States.TaskFailed', 'caught'],
    ['States.ALL', 'caught'],
    ['States.Timeout', 'FAILED'],
    ['delayed', 'FAILED'],
  ])(
    'Spec "Appendix A: Predefined Error Codes": a task that failed as Delayed, looked for as %s: %s',
    async (name, end) => {
      expect(await after([name], aBusinessError)).toBe(end);
    },
  );

  it('Spec "Fallback states": each name of a list counts', async () => {
    expect(await after(['PromiseDue', 'Delayed'], aBusinessError)).toBe('caught');
    expect(await after(['Delayed', 'States.Timeout'], aTimeOut)).toBe('caught');
  });

  it('Spec "Error output": Error and Cause are text; AWS gives null for what a failed answer did not say', async () => {
    const bench = new Bench().put(caughtBy(['States.ALL']));
    const executionArn = await bench.start({ order: '1' });
    await anUnnamedError(bench);
    expect(bench.output(executionArn)).toEqual({ Error: null, Cause: null });
  });

  it('Spec "Error output": a time-out has a name, and an empty cause', async () => {
    const bench = new Bench().put(caughtBy(['States.Timeout']));
    const executionArn = await bench.start({ order: '1' });
    await aTimeOut(bench);
    expect(bench.output(executionArn)).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('AWS "Handling errors": States.TaskFailed and States.ALL match an expression that failed, too', async () => {
    for (const name of ['States.TaskFailed', 'States.ALL', 'States.QueryEvaluationError']) {
      const bench = new Bench().put({
        Call: calling({ Output: '{% $no %}', Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }),
        Caught: ending('caught'),
      });
      expect(bench.output(await bench.start())).toBe('caught');
    }
  });

  it('AWS "Handling errors": States.DataLimitExceeded is caught by its own name only', async () => {
    expect(await caughtAs('States.DataLimitExceeded')).toBe('caught');
    expect(await caughtAs('States.ALL')).toBe('States.DataLimitExceeded');
    expect(await caughtAs('States.TaskFailed')).toBe('States.DataLimitExceeded');
  });

  it('AWS "Handling errors": States.Runtime is never caught nor retried, not even by name', async () => {
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

/** What a Catch gets of a table that refuses with an error of this name. */
async function tableRefuses(name: string): Promise<Json> {
  const bench = new Bench();
  bench.aws = () => {
    throw Object.assign(new Error('The conditional request failed'), { name });
  };
  bench.put(caughtBy(['States.ALL']));
  return bench.output(await bench.start({ order: '1' }));
}

describe('names of errors from outside', () => {
  it('AWS "Learning to use AWS service SDK integrations": what the table refuses has DynamoDb before its name', async () => {
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

  it('AWS "Handling errors": what the Lambda service itself refuses has Lambda before its name', async () => {
    const bench = new Bench().put({
      Call: calling({ Catch: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], Next: 'Caught' }] }),
      Caught: ending('caught'),
    });
    bench.invoke = () =>
      Promise.reject(Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' }));
    expect(bench.output(await bench.start())).toBe('caught');
  });
});
