import { describe, expect, it } from 'vitest';
import { Bench, ending } from '../workflow-bench.ts';

const states = {
  Which: {
    Type: 'Choice',
    Choices: [
      { Condition: "{% $states.input.stage = 'AwaitShipment' %}", Next: 'Ship', Output: 'by the first rule' },
      { Condition: '{% $states.input.late %}', Next: 'Warn', Assign: { level: 1 } },
      { Condition: '{% $states.input.late %}', Next: 'Ship', Output: 'never reached' },
    ],
    Default: 'Close',
    Assign: { level: 0, byDefault: true },
    Output: 'by default',
  },
  Ship: ending({ input: '{% $states.input %}', level: '{% $exists($level) %}' }),
  Warn: ending({ input: '{% $states.input %}', level: '{% $level %}', byDefault: '{% $exists($byDefault) %}' }),
  Close: ending({ input: '{% $states.input %}', level: '{% $level %}' }),
};

describe('Choice', () => {
  it('Spec "JSONata Choice Rules": the first rule in order that holds is taken, with its own Output', async () => {
    const bench = new Bench().put(states);
    const executionArn = await bench.start({ stage: 'AwaitShipment', late: true });
    expect(bench.path(executionArn)).toEqual(['Which', 'Ship']);
    expect(bench.output(executionArn)).toEqual({ input: 'by the first rule', level: false });
  });

  it('Spec "Choice State": the rule’s Assign counts when a rule is taken, and the state’s does not', async () => {
    const bench = new Bench().put(states);
    const input = { stage: 'x', late: true };
    expect(bench.output(await bench.start(input))).toMatchObject({ level: 1, byDefault: false });
  });

  it('Spec "JSONata Choice Rules": a rule without Output hands the input on, whatever the state’s Output is', async () => {
    const bench = new Bench().put(states);
    const input = { stage: 'x', late: true };
    expect(bench.output(await bench.start(input))).toMatchObject({ input });
  });

  it('Spec "JSONata Choice Rules": where no rule holds, Default is next, with the Assign and Output of the state', async () => {
    const bench = new Bench().put(states);
    const output = bench.output(await bench.start({ stage: 'x', late: false }));
    expect(output).toEqual({ input: 'by default', level: 0 });
  });

  it('Spec "JSONata Choice Rules": rules after the one that is taken are not evaluated', async () => {
    const bench = new Bench().put({
      Which: {
        Type: 'Choice',
        Choices: [
          { Condition: true, Next: 'Yes' },
          { Condition: '{% $doesNotExist %}', Next: 'Which' },
        ],
      },
      Yes: ending('yes'),
    });
    expect(bench.output(await bench.start())).toBe('yes');
  });

  it('Spec "JSONata Choice Rules": a condition may be a boolean as it is', async () => {
    const bench = new Bench().put({
      Which: {
        Type: 'Choice',
        Choices: [
          { Condition: false, Next: 'Which' },
          { Condition: true, Next: 'Yes' },
        ],
      },
      Yes: ending('yes'),
    });
    expect(bench.output(await bench.start())).toBe('yes');
  });

  it('Spec "JSONata Choice Rules": a condition is true or false, not merely something', async () => {
    for (const late of ['yes', 1, null, []]) {
      const bench = new Bench().put(states);
      expect(bench.end(await bench.start({ stage: 'x', late })).error).toBe('States.QueryEvaluationError');
    }
  });

  it('Spec "Assigning State Machine Variables": conditions and a rule’s Assign see the values of state entry', async () => {
    const bench = new Bench().put({
      Count: { Type: 'Pass', Assign: { level: 1 }, Next: 'Which' },
      Which: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $level < 3 %}', Assign: { level: '{% $level + 1 %}' }, Next: 'Which' }],
        Default: 'Tell',
      },
      Tell: ending('{% $level %}'),
    });
    const executionArn = await bench.start();
    expect(bench.output(executionArn)).toBe(3);
    expect(bench.path(executionArn)).toEqual(['Count', 'Which', 'Which', 'Which', 'Tell']);
  });

  it('Spec "Choice State": with no rule that holds and no Default, the machine fails with States.NoChoiceMatched', async () => {
    // AWS's "Handling errors" reserves the name and reports States.Runtime instead. Nobody can catch either in a Choice.
    const bench = new Bench().put({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.late %}', Next: 'Warn' }] },
      Warn: ending('warned'),
    });
    const executionArn = await bench.start({ late: false });
    expect(bench.end(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
    expect(bench.types(executionArn)).toEqual(['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed']);
  });
});
