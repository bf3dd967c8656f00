import { expect, it } from 'vitest';
import { awaiting, Bench, ending, MACHINE } from './workflow-bench.ts';

it('how long a history is can be asked without reading it', async () => {
  const bench = new Bench().put({ Greet: { Type: 'Pass', Next: 'End' }, End: ending('done') });
  const executionArn = await bench.start();
  const states = bench.path(executionArn);
  expect(bench.stepFunctions.lengthOfHistory(executionArn)).toEqual({
    events: bench.history(executionArn).length,
    statesEntered: states.length,
  });
});

it('what a forgotten execution went through is gone; how it ended and that its name is taken stay', async () => {
  const bench = new Bench().put({ Greet: { Type: 'Pass', Next: 'End' }, End: ending('done') });
  const executionArn = await bench.start({}, 'demo.1001');
  bench.stepFunctions.forgetHistory(executionArn);
  const gone = expect.objectContaining({ name: 'ExecutionDoesNotExist' });
  expect(() => bench.stepFunctions.getExecutionHistory({ executionArn })).toThrow(gone);
  expect(() => bench.stepFunctions.lengthOfHistory(executionArn)).toThrow(gone);
  expect(bench.output(executionArn)).toBe('done');
  const again = { stateMachineArn: MACHINE, name: 'demo.1001', input: '{}' };
  expect(() => bench.stepFunctions.startExecution(again)).toThrow(
    expect.objectContaining({ name: 'ExecutionAlreadyExists' }),
  );
});

it('an execution that still runs cannot be forgotten: its history is all that it is', async () => {
  const bench = new Bench().put({ Await: awaiting() });
  const executionArn = await bench.start({ order: '1001' });
  expect(() => bench.stepFunctions.forgetHistory(executionArn)).toThrow(/still runs/);
  await bench.succeed('answered');
  expect(bench.output(executionArn)).toBe('answered');
});
