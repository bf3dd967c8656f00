import { describe, expect, it } from 'vitest';
import { awaiting, Bench, ending, MACHINE } from './workflow-bench.ts';

const states = {
  AwaitShipment: awaiting({
    TimeoutSeconds: 60,
    Next: 'Announce',
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Other' }],
  }),
  Announce: ending({ by: 'answer', said: '{% $states.input %}' }),
  Other: ending({ by: '{% $states.input.Error %}' }),
};

function named(name: string) {
  return expect.objectContaining({ name });
}

describe('a task that waits for its token (".waitForTaskToken")', () => {
  it('waits after its call, and goes on with what the answer says', async () => {
    const bench = new Bench().put(states);
    const executionArn = await bench.start({ order: '1' });
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.succeed({ shipped: true });
    expect(bench.output(executionArn)).toEqual({ by: 'answer', said: { shipped: true } });
    expect(bench.types(executionArn).slice(1, 7)).toEqual([
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
    ]);
  });

  it('does not wait when its own call fails', async () => {
    const bench = new Bench().put(states);
    bench.aws = () => {
      throw Object.assign(new Error('no'), { name: 'ConditionalCheckFailedException' });
    };
    const executionArn = await bench.start({ order: '1' });
    expect(bench.output(executionArn)).toEqual({ by: 'DynamoDb.ConditionalCheckFailedException' });
    expect(bench.types(executionArn)).not.toContain('TaskSubmitted');
  });

  it('takes an answer that comes before its own call has returned, and then ignores what the call brings', async () => {
    for (const brings of ['success', 'failure']) {
      const bench = new Bench().put(states);
      const { promise, resolve, reject } = Promise.withResolvers<object>();
      bench.aws = () => promise;
      const { executionArn } = bench.stepFunctions.startExecution({
        stateMachineArn: MACHINE,
        input: '{"order":"1"}',
      });
      await expect.poll(() => bench.awsCalls.length).toBe(1);
      bench.stepFunctions.sendTaskSuccess({ taskToken: bench.token, output: '"early"' });
      await expect.poll(() => bench.end(executionArn).status).toBe('SUCCEEDED');
      if (brings === 'success') resolve({});
      else reject(new Error('the line broke'));
      await bench.settled();
      expect(bench.output(executionArn)).toEqual({ by: 'answer', said: 'early' });
      expect(bench.types(executionArn)).not.toContain('TaskSubmitted');
      expect(bench.types(executionArn)).not.toContain('TaskFailed');
    }
  });

  it('ignores what its own call brings late also while the execution is somewhere else already', async () => {
    for (const brings of ['success', 'failure']) {
      const bench = new Bench().put({
        AwaitShipment: awaiting({ Next: 'AwaitDelivery', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Other' }] }),
        AwaitDelivery: awaiting({ Next: 'Announce', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Other' }] }),
        Announce: states.Announce,
        Other: states.Other,
      });
      const { promise, resolve, reject } = Promise.withResolvers<object>();
      bench.aws = () => (bench.awsCalls.length === 1 ? promise : {});
      const { executionArn } = bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, input: '{"order":"1"}' });
      await expect.poll(() => bench.awsCalls.length).toBe(1);
      bench.stepFunctions.sendTaskSuccess({ taskToken: bench.token, output: '{"order":"1"}' });
      await expect.poll(() => bench.types(executionArn).at(-1)).toBe('TaskSubmitted');
      const before = bench.history(executionArn);
      if (brings === 'success') resolve({});
      else reject(new Error('the line broke'));
      await bench.settled();
      expect(bench.history(executionArn)).toEqual(before);
      await bench.succeed('delivered');
      expect(bench.output(executionArn)).toEqual({ by: 'answer', said: 'delivered' });
    }
  });

  it('answers from within the call work too: the table’s own stream may be that fast', async () => {
    const bench = new Bench().put(states);
    bench.aws = () => {
      bench.stepFunctions.sendTaskSuccess({ taskToken: bench.token, output: '"within"' });
      return {};
    };
    expect(bench.output(await bench.start({ order: '1' }))).toEqual({ by: 'answer', said: 'within' });
  });
});

describe('SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat (API reference)', () => {
  const requests = [
    [
      'SendTaskSuccess',
      (bench: Bench, taskToken: string) => bench.stepFunctions.sendTaskSuccess({ taskToken, output: '1' }),
    ],
    ['SendTaskFailure', (bench: Bench, taskToken: string) => bench.stepFunctions.sendTaskFailure({ taskToken })],
    ['SendTaskHeartbeat', (bench: Bench, taskToken: string) => bench.stepFunctions.sendTaskHeartbeat({ taskToken })],
  ] as const;

  describe.each(requests)('%s', (_name, request) => {
    it('is refused with TaskTimedOut after an answer', async () => {
      const bench = new Bench().put(states);
      await bench.start({ order: '1' });
      const { token } = bench;
      await bench.succeed({});
      expect(() => request(bench, token)).toThrow(named('TaskTimedOut'));
    });

    it('is refused with TaskTimedOut at once after an answer, before anything else could happen', async () => {
      const bench = new Bench().put(states);
      await bench.start({ order: '1' });
      const { token } = bench;
      bench.stepFunctions.sendTaskFailure({ taskToken: token, error: 'Delayed' });
      expect(() => request(bench, token)).toThrow(named('TaskTimedOut'));
    });

    it('is refused with TaskTimedOut after the time-out', async () => {
      const bench = new Bench().put(states);
      const executionArn = await bench.start({ order: '1' });
      await bench.pass(60);
      expect(bench.output(executionArn)).toEqual({ by: 'States.Timeout' });
      expect(() => request(bench, bench.token)).toThrow(named('TaskTimedOut'));
    });

    it('is refused with TaskTimedOut when the execution was stopped', async () => {
      const bench = new Bench().put(states);
      const executionArn = await bench.start({ order: '1' });
      bench.stepFunctions.stopExecution({ executionArn });
      expect(() => request(bench, bench.token)).toThrow(named('TaskTimedOut'));
    });

    it('is refused with InvalidToken for what never was a token', async () => {
      const bench = new Bench().put(states);
      await bench.start({ order: '1' });
      const { token } = bench;
      const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
      for (const wrong of ['', 'NoSuchToken', 'a.b', `${token}.x`, forged, token.replace('.', '')]) {
        expect(() => request(bench, wrong)).toThrow(named('InvalidToken'));
      }
    });
  });

  it('refuses an output that is not JSON, or too large, and leaves the task waiting', async () => {
    const bench = new Bench().put(states);
    const executionArn = await bench.start({ order: '1' });
    const taskToken = bench.token;
    const send = (output: string) => () => bench.stepFunctions.sendTaskSuccess({ taskToken, output });
    expect(send('{shipped}')).toThrow(named('InvalidOutput'));
    expect(send('')).toThrow(named('InvalidOutput'));
    expect(send(JSON.stringify('x'.repeat(262_143)))).toThrow(named('ValidationException'));
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.succeed('now');
    expect(bench.output(executionArn)).toEqual({ by: 'answer', said: 'now' });
  });

  it('refuses an error name or a cause that is too long', async () => {
    const bench = new Bench().put(states);
    await bench.start({ order: '1' });
    const fail = (error: string, cause: string) => () =>
      bench.stepFunctions.sendTaskFailure({ taskToken: bench.token, error, cause });
    expect(fail('e'.repeat(257), '')).toThrow(named('ValidationException'));
    expect(fail('e', 'c'.repeat(32_769))).toThrow(named('ValidationException'));
    expect(fail('e'.repeat(256), 'c'.repeat(32_768))).not.toThrow();
  });

  it('gives tokens that fit where AWS’s fit, and no two alike', async () => {
    const bench = new Bench().put(states);
    const tokens = new Set<string>();
    for (const order of ['1', '2', '3']) {
      await bench.start({ order }, `${'n'.repeat(78)}.${order}`);
      tokens.add(bench.token);
    }
    expect(tokens.size).toBe(3);
    expect(Math.max(...[...tokens].map(({ length }) => length))).toBeLessThanOrEqual(2048);
  });
});
