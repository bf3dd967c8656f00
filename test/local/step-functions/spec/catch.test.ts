import { describe, expect, it } from 'vitest';
import type { FunctionAnswer } from '../../../../local/step-functions/integrations.ts';
import type { Json } from '../../../../local/step-functions/json.ts';
import { Bench, calling, ending, failing } from '../workflow-bench.ts';

async function caught(catchers: object[], answer: FunctionAnswer): Promise<{ path: string[]; output: Json }> {
  const bench = new Bench();
  bench.invoke = () => answer;
  bench.put({
    Call: calling({ Catch: catchers }),
    Late: ending('{% $states.input %}'),
    Other: ending('{% $states.input %}'),
  });
  const executionArn = await bench.start({ order: '1001' });
  return { path: bench.path(executionArn), output: bench.output(executionArn) };
}

describe('Catch', () => {
  const catchers = [
    { ErrorEquals: ['OutOfStock'], Next: 'Other' },
    { ErrorEquals: ['Delayed', 'PromiseDue'], Next: 'Late' },
    { ErrorEquals: ['PromiseDue'], Next: 'Other' },
    { ErrorEquals: ['States.ALL'], Next: 'Other' },
  ];

  it.each(['Delayed', 'PromiseDue'])(
    'Spec "Fallback states": catchers are gone through in order, the first that names %s is taken, and may name several',
    async (error) => {
      expect((await caught(catchers, failing(error))).path).toEqual(['Call', 'Late']);
    },
  );

  it('Spec "Fallback states": States.ALL takes whatever nobody before it has named', async () => {
    expect((await caught(catchers, failing('Unheard'))).path).toEqual(['Call', 'Other']);
  });

  it('Spec "Error representation": names of errors are told apart by their case', async () => {
    const bench = new Bench().put({
      Call: calling({ Catch: [{ ErrorEquals: ['delayed', 'DELAYED'], Next: 'Late' }] }),
      Late: ending('late'),
    });
    bench.invoke = () => failing('Delayed');
    expect(bench.end(await bench.start()).error).toBe('Delayed');
  });

  it('Spec "Errors": an error that nobody catches fails the whole machine, with its cause', async () => {
    const bench = new Bench().put({
      Call: calling({ Catch: [{ ErrorEquals: ['Delayed'], Next: 'Late' }] }),
      Late: ending('late'),
    });
    bench.invoke = () => failing('Elsewhere');
    expect(bench.end(await bench.start())).toEqual({
      status: 'FAILED',
      error: 'Elsewhere',
      cause: '{"errorType":"Elsewhere","errorMessage":"it did not work","trace":["Elsewhere: it did not work"]}',
    });
  });

  it('Spec "Error output": without an Output the next state gets Error and Cause, and nothing of the input', async () => {
    const { output } = await caught([{ ErrorEquals: ['Elsewhere'], Next: 'Late' }], failing('Elsewhere', 'moved on'));
    // The cause of a function is its whole report, as text.
    expect(output).toEqual({
      Error: 'Elsewhere',
      Cause: '{"errorType":"Elsewhere","errorMessage":"moved on","trace":["Elsewhere: moved on"]}',
    });
  });

  it('Spec "JSONata Catchers": a catcher’s Output is the next state’s input, in place of the Error Output and of the state’s Output', async () => {
    const bench = new Bench().put({
      Call: {
        ...calling({ Next: 'Warn' }),
        Output: 'of the state',
        Catch: [
          {
            ErrorEquals: ['Delayed'],
            Output: "{% $merge([$states.input, {'why': $parse($states.errorOutput.Cause).errorMessage}]) %}",
            Next: 'Warn',
          },
        ],
      },
      Warn: { Type: 'Succeed' },
    });
    bench.invoke = () => failing('Delayed', 'snow');
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ order: '1001', why: 'snow' });
  });

  it('Spec "JSONata Catchers": its expressions see the values of state entry; what it assigns holds from the next state on', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1 }, Next: 'Call' },
      Call: calling({
        Catch: [{ ErrorEquals: ['Late'], Assign: { level: '{% $level + 1 %}' }, Output: '{% $level %}', Next: 'Tell' }],
      }),
      Tell: ending(['{% $states.input %}', '{% $level %}']),
    });
    bench.invoke = () => failing('Late');
    expect(bench.output(await bench.start())).toEqual([1, 2]);
  });

  it('Spec "Errors": an error of the catcher’s own expressions fails the machine: nobody catches for a catcher', async () => {
    const bench = new Bench().put({
      Call: calling({
        Catch: [
          { ErrorEquals: ['Delayed'], Output: '{% $states.errorOutput.Absent %}', Next: 'Late' },
          { ErrorEquals: ['States.ALL'], Next: 'Late' },
        ],
      }),
      Late: ending('late'),
    });
    bench.invoke = () => failing('Delayed');
    expect(bench.end(await bench.start()).error).toBe('States.QueryEvaluationError');
  });

  it('Spec "Fallback states": retriers are asked first, catchers only when retrying has not helped', async () => {
    const bench = new Bench().put({
      Call: calling({
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 }],
        Catch: [{ ErrorEquals: ['Busy'], Next: 'Caught' }],
      }),
      Caught: ending('{% $states.input.Error %}'),
    });
    bench.invoke = () => failing('Busy');
    const executionArn = await bench.start();
    await bench.pass(1);
    expect(bench.path(executionArn)).toEqual(['Call']);
    await bench.pass(1);
    expect(bench.output(executionArn)).toBe('Busy');
    expect(bench.payloads).toHaveLength(3);
  });

  it('Spec "Fallback states": where no retrier names the error, catchers are asked at once', async () => {
    const bench = new Bench().put({
      Call: calling({
        Retry: [{ ErrorEquals: ['Busy'] }],
        Catch: [{ ErrorEquals: ['Closed'], Next: 'Caught' }],
      }),
      Caught: ending('{% $states.input.Error %}'),
    });
    bench.invoke = () => failing('Closed');
    expect(bench.output(await bench.start())).toBe('Closed');
    expect(bench.payloads).toHaveLength(1);
  });
});
