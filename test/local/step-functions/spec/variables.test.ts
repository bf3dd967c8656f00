import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { Bench, calling, ending, failing } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

/** What two variables are after this Assign. */
async function swapped(assign: object): Promise<Json> {
  const bench = new Bench().put({
    First: { Type: 'Pass', Assign: { ship: 'Monday', deliver: 'Friday' }, Next: 'Second' },
    Second: { Type: 'Pass', Assign: assign, Next: 'Third' },
    Third: ending({ ship: '{% $ship %}', deliver: '{% $deliver %}' }),
  });
  return bench.output(await bench.start());
}

describe('variables', () => {
  it('Spec "Assigning State Machine Variables": expressions see the values of state entry; new ones hold from the next state on', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 5 }, Next: 'Second' },
      Second: {
        Type: 'Pass',
        Assign: { level: 42, newOrOld: '{% $level %}' },
        Output: { level: '{% $level %}' },
        Next: 'Third',
      },
      Third: ending({ seenBySecond: '{% $states.input.level %}', level: '{% $level %}', newOrOld: '{% $newOrOld %}' }),
    });
    expect(bench.output(await bench.start())).toEqual({ seenBySecond: 5, level: 42, newOrOld: 5 });
  });

  it('AWS "Passing data between states with variables": the order in which an Assign names its variables does not matter', async () => {
    const inTurn = await swapped({ ship: '{% $deliver %}', deliver: '{% $ship %}' });
    expect(inTurn).toEqual({ ship: 'Friday', deliver: 'Monday' });
    expect(await swapped({ deliver: '{% $ship %}', ship: '{% $deliver %}' })).toEqual(inTurn);
  });

  it('AWS "Passing data between states with variables": one that was never assigned is undefined, also in the state that first assigns it', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1, before: '{% $level %}' }, Next: 'Second' },
      Second: ending('never'),
    });
    expect(bench.end(await bench.start()).error).toBe('States.QueryEvaluationError');
  });

  it('Spec "Assigning State Machine Variables": a task’s Arguments, Output and Assign all see the values of state entry', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1 }, Next: 'Call' },
      Call: calling(
        { Assign: { level: '{% $level + $states.result.Payload %}' }, Output: '{% $level %}', Next: 'Tell' },
        '{% $level %}',
      ),
      Tell: ending({ input: '{% $states.input %}', level: '{% $level %}' }),
    });
    bench.invoke = () => ({ payload: 10 });
    expect(bench.output(await bench.start())).toEqual({ input: 1, level: 11 });
    expect(bench.payloads).toEqual([1]);
  });

  it('Spec "Variable Scope": they live in the whole machine, whatever the output of the states between is', async () => {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { until: '2026-12-01' }, Output: 'nothing of it', Next: 'Between' },
      Between: { Type: 'Pass', Output: {}, Next: 'Later' },
      Later: ending('{% $until %}'),
    });
    expect(bench.output(await bench.start())).toBe('2026-12-01');
  });

  it('Spec "Variable Scope": every execution has its own', async () => {
    const bench = new Bench().put({
      Ask: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.first %}', Next: 'Set' }], Default: 'Tell' },
      Set: { Type: 'Pass', Assign: { level: 1 }, Next: 'Tell' },
      Tell: ending('{% $exists($level) %}'),
    });
    expect(bench.output(await bench.start({ first: true }))).toBe(true);
    expect(bench.output(await bench.start({ first: false }))).toBe(false);
  });

  it('Spec "State Machine Variables": what an expression assigns within itself changes no variable', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1 }, Next: 'Second' },
      Second: { Type: 'Pass', Output: ['{% ($level := 7; $level) %}', '{% $level %}'], Next: 'Third' },
      Third: ending({ within: '{% $states.input %}', after: '{% $level %}' }),
    });
    expect(bench.output(await bench.start())).toEqual({ within: [7, 1], after: 1 });
  });

  it('Spec "Using Assign": nothing is assigned when an expression of the same way out fails', async () => {
    const bench = new Bench();
    bench.invoke = () => ({ payload: 'sent' });
    bench.put({
      Try: {
        ...calling({ Next: 'Never', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Look' }] }),
        Assign: { told: true },
        Output: '{% $states.result.Payload.absent %}',
      },
      Never: ending('never'),
      Look: ending({ told: '{% $exists($told) %}' }),
    });
    expect(bench.output(await bench.start())).toEqual({ told: false });
  });

  it('Spec "Error output": of a task that is caught, the Assign of the catcher counts and that of the state does not', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { how: 'unknown', level: 0 }, Next: 'Call' },
      Call: {
        ...calling({ Next: 'Tell' }),
        Assign: { how: 'sent', level: 1 },
        Catch: [
          { ErrorEquals: ['Late'], Assign: { how: "{% $how & ', then late' %}" }, Next: 'Tell' },
          { ErrorEquals: ['States.ALL'], Next: 'Tell' },
        ],
      },
      Tell: ending({ how: '{% $how %}', level: '{% $level %}' }),
    });
    bench.invoke = () => failing('Late');
    expect(bench.output(await bench.start())).toEqual({ how: 'unknown, then late', level: 0 });
    bench.invoke = () => failing('Other');
    expect(bench.output(await bench.start())).toEqual({ how: 'unknown', level: 0 });
  });

  it('Spec "State Machine Variables": a value is any JSON, null and the empty list among it', async () => {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { none: null, one: '{% [$states.input.line] %}', empty: [] }, Next: 'Tell' },
      Tell: ending({ none: '{% $none %}', one: '{% $one %}', empty: '{% $empty %}' }),
    });
    expect(bench.output(await bench.start({ line: 'teapot' }))).toEqual({ none: null, one: ['teapot'], empty: [] });
  });
});

const assigning = (name: string) => refusalOf(withState({ Type: 'Pass', Assign: { [name]: 1 }, End: true }));

describe('names of variables', () => {
  it.each(['level', 'größe', '変数', 'l', 'level_2', 'n'.repeat(80), '𝑛'.repeat(80)])(
    'Spec "State Machine Variables": %s is a Unicode identifier',
    (name) => expect(assigning(name)).toBeUndefined(),
  );

  it.each(['', '_level', '2nd', 'a-b', 'a.b', 'a b', 'x[2]', '$level', 'n'.repeat(81)])(
    'Spec "State Machine Variables": %j is not a Unicode identifier of at most 80 characters',
    (name) => expect(assigning(name)).toMatchObject({ state: 'Only', field: `Assign.${name}` }),
  );

  it('Spec "State Machine Variables": "states" is reserved, wherever there is an Assign', () => {
    const assign = { Assign: { states: 1 } };
    const rule = { Condition: true, Next: 'Other', ...assign };
    expect(refusalOf(withState({ Type: 'Choice', Choices: [rule] }))?.field).toBe('Choices[0].Assign.states');
    const catcher = { ErrorEquals: ['E'], Next: 'Other', ...assign };
    expect(refusalOf(withState(calling({ Catch: [catcher] })))?.field).toBe('Catch[0].Assign.states');
  });
});

function leadingTo(next: string | undefined): object {
  return next === undefined ? {} : { End: false, Next: next };
}

describe('the size of variables', () => {
  const remember = { Type: 'Pass', Output: {}, Assign: { text: '{% $states.input.text %}' }, End: true };

  it('AWS "Passing data between states with variables": one is at most 256 KiB; more is States.DataLimitExceeded', async () => {
    const bench = new Bench().put({
      Double: { ...remember, Assign: { text: '{% $states.input.text & $states.input.text %}' } },
    });
    expect(bench.end(await bench.start({ text: 'x'.repeat(131_071) })).status).toBe('SUCCEEDED');
    expect(bench.end(await bench.start({ text: 'x'.repeat(131_072) }))).toEqual({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause:
        "The state/task 'Double' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
  });

  it('AWS "Passing data between states with variables": what one Assign sets is at most 256 KiB together', async () => {
    const half = '{% $states.input.text %}';
    const bench = new Bench().put({ Remember: { ...remember, Assign: { ship: half, deliver: half } } });
    expect(bench.end(await bench.start({ text: 'x'.repeat(131_070) })).status).toBe('SUCCEEDED');
    expect(bench.end(await bench.start({ text: 'x'.repeat(131_071) })).error).toBe('States.DataLimitExceeded');
  });

  it('AWS "Passing data between states with variables": all that an execution holds is at most 10 MiB', async () => {
    const names = Array.from({ length: 41 }, (_, index) => `text${index}`);
    const states = names.map((name, index) => [
      name,
      {
        ...remember,
        Assign: { [name]: remember.Assign.text },
        Output: '{% $states.input %}',
        ...leadingTo(names[index + 1]),
      },
    ]);
    const bench = new Bench().put(Object.fromEntries(states));
    const full = 'x'.repeat(262_142 - '{"text":}'.length);
    const executionArn = await bench.start({ text: full });
    expect(bench.end(executionArn).error).toBe('States.DataLimitExceeded');
    // Forty of them fit.
    expect(bench.path(executionArn)).toEqual(names);
  });

  it('AWS "Passing data between states with variables": what a variable held before does not count', async () => {
    const bench = new Bench().put({
      Again: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input.times = 0 %}', Next: 'Done' }],
        Default: 'Again',
        Assign: remember.Assign,
        Output: { text: '{% $states.input.text %}', times: '{% $states.input.times - 1 %}' },
      },
      Done: ending('done'),
    });
    expect(bench.output(await bench.start({ text: 'x'.repeat(262_000), times: 50 }))).toBe('done');
  });
});
