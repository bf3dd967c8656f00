import { describe, expect, it } from 'vitest';
import { awaiting, Bench, calling, ending, failing } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

describe('$states', () => {
  it('Spec "Reserved “states” Variable with JSONata": input is the state’s own input, also after its task has answered', async () => {
    const bench = new Bench().put({
      Call: {
        ...calling({ Next: 'Tell' }),
        Output: { input: '{% $states.input %}', result: '{% $states.result.Payload %}' },
      },
      Tell: { Type: 'Succeed' },
    });
    bench.invoke = () => ({ payload: 'sent' });
    const output = bench.output(await bench.start({ order: '1001' }));
    expect(output).toEqual({ input: { order: '1001' }, result: 'sent' });
  });

  it('Spec "Reserved “states” Variable with JSONata": errorOutput is what the task failed with, beside the input, in a catcher’s Assign and Output', async () => {
    const bench = new Bench().put({
      Call: calling({
        Catch: [
          {
            ErrorEquals: ['Delayed'],
            Assign: { why: '{% $states.errorOutput.Error %}' },
            Output: { order: '{% $states.input.order %}', error: '{% $states.errorOutput %}' },
            Next: 'Tell',
          },
        ],
      }),
      Tell: ending({ input: '{% $states.input %}', why: '{% $why %}' }),
    });
    bench.invoke = () => failing('Delayed', 'snow');
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({
      input: {
        order: '1001',
        error: {
          Error: 'Delayed',
          Cause: '{"errorType":"Delayed","errorMessage":"snow","trace":["Delayed: snow"]}',
        },
      },
      why: 'Delayed',
    });
  });

  const [result, errorOutput] = ['{% $states.result %}', "{% 'x' & $states.errorOutput.Error %}"];

  it.each([
    ['result', 'Arguments', { ...calling(), Arguments: result }],
    ['result', 'TimeoutSeconds', calling({ TimeoutSeconds: result })],
    ['result', 'HeartbeatSeconds', calling({ HeartbeatSeconds: result })],
    ['result', 'Output', ending(result)],
    ['result', 'Assign', { Type: 'Wait', Seconds: 1, Assign: { a: { deep: [result] } }, End: true }],
    ['result', 'Choices[0].Condition', { Type: 'Choice', Choices: [{ Condition: result, Next: 'Other' }] }],
    ['result', 'Catch[0].Output', calling({ Catch: [{ ErrorEquals: ['E'], Output: result, Next: 'Other' }] })],
    ['errorOutput', 'Output', calling({ Output: errorOutput })],
    ['errorOutput', 'Assign', calling({ Assign: { why: errorOutput } })],
    ['errorOutput', 'Arguments', { ...calling(), Arguments: errorOutput }],
    ['errorOutput', 'Cause', { Type: 'Fail', Cause: errorOutput }],
    ['inputs', 'Output', ending('{% $states.inputs %}')],
  ])('AWS "Transforming data with JSONata": $states.%s is refused in %s, where there is none', (name, field, state) => {
    const refusal = refusalOf(withState(state));
    expect(refusal).toMatchObject({ state: 'Only', field });
    expect(refusal?.message).toContain(`$states.${name}`);
  });

  it.each([
    ['Output', calling({ Output: '{% [$states.input, $states.result, $states.context] %}' })],
    ['Assign', calling({ Assign: { all: '{% [$states.input, $states.result, $states.context] %}' } })],
    [
      'Catch',
      calling({
        Catch: [
          {
            ErrorEquals: ['E'],
            Assign: { why: '{% $states.errorOutput %}' },
            Output: '{% [$states.input, $states.context] %}',
            Next: 'Other',
          },
        ],
      }),
    ],
    ['TimeoutSeconds', calling({ TimeoutSeconds: '{% $states.input.seconds + $states.context.State.RetryCount %}' })],
  ])('Spec "Reserved “states” Variable with JSONata": in %s all that is there may be read', (_field, state) => {
    expect(refusalOf(withState(state))).toBeUndefined();
  });
});

describe('$states.context', () => {
  it('AWS "Accessing execution data from the Context object": execution, state and machine; instants with milliseconds and Z', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Seconds: 90, Next: 'Tell' },
      Tell: ending('{% $states.context %}'),
    });
    const executionArn = await bench.start({ order: '1001' }, 'demo.1001');
    await bench.pass(90);
    expect(bench.output(executionArn)).toEqual({
      Execution: {
        Id: executionArn,
        Input: { order: '1001' },
        Name: 'demo.1001',
        RoleArn: 'arn:aws:iam::000000000000:role/Order',
        StartTime: '2026-11-23T12:00:00.000Z',
        RedriveCount: 0,
      },
      State: { EnteredTime: '2026-11-23T12:01:30.000Z', Name: 'Tell' },
      StateMachine: { Id: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order', Name: 'Order' },
    });
  });

  it('AWS "Accessing execution data from the Context object": Execution.Input stays what the execution began with', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Output: 'something else', Next: 'Tell' },
      Tell: ending('{% $states.context.Execution.Input.order %}'),
    });
    expect(bench.output(await bench.start({ order: '1001' }))).toBe('1001');
  });

  it('AWS "Accessing execution data from the Context object": RetryCount counts the tries again; EnteredTime stays when the state was entered', async () => {
    const bench = new Bench();
    const answers = [failing('Busy'), failing('Closed'), { payload: 'sent' }];
    bench.invoke = () => answers.shift()!;
    const payload = {
      retries: '{% $states.context.State.RetryCount %}',
      at: '{% $states.context.State.EnteredTime %}',
    };
    bench.put({
      Call: calling(
        {
          Retry: [
            { ErrorEquals: ['Busy'], IntervalSeconds: 1 },
            { ErrorEquals: ['Closed'], IntervalSeconds: 1 },
          ],
          Output: '{% $states.context.State.RetryCount %}',
        },
        payload,
      ),
    });
    const executionArn = await bench.start();
    await bench.pass(10);
    const at = '2026-11-23T12:00:00.000Z';
    expect(bench.payloads).toEqual([0, 1, 2].map((retries) => ({ retries, at })));
    expect(bench.output(executionArn)).toBe(2);
  });

  it('AWS "Accessing execution data from the Context object": Task.Token is there only where a token is waited for', async () => {
    const bench = new Bench().put({
      Await: awaiting({ Next: 'Call' }),
      Call: calling({}, { token: '{% $exists($states.context.Task) %}' }),
    });
    await bench.start({ order: '1' });
    expect(bench.token).not.toBe('');
    await bench.succeed({});
    expect(bench.payloads).toEqual([{ token: false }]);
  });
});
