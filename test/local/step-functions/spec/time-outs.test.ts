import { describe, expect, it } from 'vitest';
import { awaiting, Bench, calling, ending } from '../workflow-bench.ts';

const DAY = 86_400;

describe('TimeoutSeconds of a task', () => {
  const untilPromise =
    '{% $max([1, $floor(($toMillis($until) - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}';

  async function timedOutAt(until: string): Promise<string | undefined> {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { until: '{% $states.input.until %}' }, Next: 'Pause' },
      Pause: { Type: 'Wait', Seconds: 30, Next: 'Await' },
      Await: awaiting({ TimeoutSeconds: untilPromise, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Warn' }] }),
      Warn: ending('warned'),
    });
    const executionArn = await bench.start({ order: '1', until });
    await bench.pass(3 * DAY);
    expect(bench.output(executionArn)).toBe('warned');
    return bench.stepFunctions.describeExecution({ executionArn }).stopDate?.toISOString();
  }

  it('Spec "Timeouts": it may be an expression, here of a variable and of when the state was entered', async () => {
    expect(await timedOutAt('2026-11-25T17:00:00.000Z')).toBe('2026-11-25T17:00:00.000Z');
  });

  it('Spec "Timeouts": it is whole seconds: a promise half a second later is due at the second before', async () => {
    expect(await timedOutAt('2026-11-25T17:00:00.900Z')).toBe('2026-11-25T17:00:00.000Z');
  });

  it('Spec "Timeouts": it is at least a second for a promise that is past', async () => {
    expect(await timedOutAt('2026-11-01T17:00:00.000Z')).toBe('2026-11-23T12:00:31.000Z');
  });

  it('Spec "Timeouts": without one, 60 seconds are the default; AWS ("Task workflow state") has 99,999,999, longer than an execution lives', async () => {
    const bench = new Bench().put({ Await: awaiting() });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(364 * DAY);
    expect(bench.end(executionArn).status).toBe('RUNNING');
  });

  it('Spec "Timeouts": it ends a function call that takes too long; what it brings later is not looked at', async () => {
    const bench = new Bench().put({
      Call: calling({ TimeoutSeconds: 5, Next: 'Sent', Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }] }),
      Sent: ending('sent'),
      Late: ending('late'),
    });
    const answer = Promise.withResolvers<{ payload: string }>();
    bench.invoke = () => answer.promise;
    const { executionArn } = bench.stepFunctions.startExecution({
      stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order',
    });
    await expect.poll(() => bench.payloads.length).toBe(1);
    await bench.clock.moveTo(bench.clock.now() + 5000, async () => {});
    await expect.poll(() => bench.end(executionArn).status).toBe('SUCCEEDED');
    answer.resolve({ payload: 'too late' });
    await bench.settled();
    expect(bench.output(executionArn)).toBe('late');
    expect(bench.types(executionArn).filter((type) => type.startsWith('Task'))).toEqual([
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskTimedOut',
      'TaskStateExited',
    ]);
  });

  it('Spec "Timeouts": it leaves nothing on the clock once it is over', async () => {
    const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 60, HeartbeatSeconds: 30 }) });
    await bench.start({ order: '1' });
    await bench.succeed({});
    expect(bench.clock.nextDueAt()).toBeUndefined();
    const executionArn = await bench.start({ order: '2' });
    bench.stepFunctions.stopExecution({ executionArn });
    expect(bench.clock.nextDueAt()).toBeUndefined();
    bench.put({ Pause: { Type: 'Wait', Seconds: 60, End: true } });
    bench.stepFunctions.stopExecution({ executionArn: await bench.start() });
    expect(bench.clock.nextDueAt()).toBeUndefined();
  });

  it('Spec "Timeouts": it counts from each try anew', async () => {
    const bench = new Bench().put({
      Await: awaiting({
        TimeoutSeconds: 10,
        Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 5, MaxAttempts: 1 }],
      }),
    });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(24.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.end(executionArn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('AWS "Wait for a Callback with Task Token": it does not ring after an answer', async () => {
    const bench = new Bench().put({
      Await: awaiting({ TimeoutSeconds: 10, Next: 'Rest' }),
      Rest: { Type: 'Wait', Seconds: 60, End: true },
    });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(9);
    await bench.succeed({});
    await bench.pass(60);
    expect(bench.types(executionArn)).not.toContain('TaskTimedOut');
    expect(bench.end(executionArn).status).toBe('SUCCEEDED');
  });
});

/** A wait with heartbeats, whose end is caught by this name. */
function beating(ErrorEquals: string): Record<string, object> {
  return {
    Await: awaiting({
      TimeoutSeconds: 100,
      HeartbeatSeconds: '{% $states.input.beat %}',
      Catch: [{ ErrorEquals: [ErrorEquals], Next: 'Late' }],
    }),
    Late: ending('{% $states.input.Error %}'),
  };
}

describe('HeartbeatSeconds', () => {
  it('Spec "Timeouts": a task that is silent for longer fails with States.Timeout', async () => {
    const bench = new Bench().put(beating('States.Timeout'));
    const executionArn = await bench.start({ order: '1', beat: 10 });
    await bench.pass(9.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.output(executionArn)).toBe('States.Timeout');
  });

  it('Spec "Timeouts": each heartbeat puts it off, and is no event', async () => {
    const bench = new Bench().put(beating('States.HeartbeatTimeout'));
    const executionArn = await bench.start({ order: '1', beat: 10 });
    for (let beats = 0; beats < 5; beats += 1) {
      await bench.pass(9);
      bench.stepFunctions.sendTaskHeartbeat({ taskToken: bench.token });
    }
    expect(bench.end(executionArn).status).toBe('RUNNING');
    expect(bench.types(executionArn).at(-1)).toBe('TaskSubmitted');
    await bench.pass(9.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.end(executionArn).status).toBe('SUCCEEDED');
  });

  it('Spec "Timeouts": it must be smaller than the time-out, also when it is an expression', async () => {
    const bench = new Bench().put(beating('States.Timeout'));
    expect(bench.end(await bench.start({ order: '1', beat: 100 })).error).toBe('States.QueryEvaluationError');
  });
});

describe('the time-out of an execution', () => {
  it('Spec "Top-level fields": it ends at TimeoutSeconds from its start, wherever it is, as TIMED_OUT without error or cause', async () => {
    const bench = new Bench().put({ Await: awaiting() }, { TimeoutSeconds: 3 });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(2.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.end(executionArn)).toEqual({ status: 'TIMED_OUT' });
    const last = bench.history(executionArn).at(-1);
    expect(last).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  it('AWS "Step Functions service quotas": it is a year when nothing else is said', async () => {
    const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 400 * DAY }) });
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(365 * DAY - 1);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(1);
    expect(bench.end(executionArn).status).toBe('TIMED_OUT');
    expect(bench.changes.map(({ status }) => status)).toEqual(['RUNNING', 'TIMED_OUT']);
  });

  it('AWS "Handling errors": it is not caught by the state it happens in', async () => {
    const bench = new Bench().put(
      { Await: awaiting({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Late' }] }), Late: ending('late') },
      { TimeoutSeconds: 3 },
    );
    const executionArn = await bench.start({ order: '1' });
    await bench.pass(60);
    expect(bench.end(executionArn).status).toBe('TIMED_OUT');
    expect(bench.path(executionArn)).toEqual(['Await']);
  });
});
