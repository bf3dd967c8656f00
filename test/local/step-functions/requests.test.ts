import { describe, expect, it } from 'vitest';
import { awaiting, Bench, ending, MACHINE, machine, ROLE, writing } from './workflow-bench.ts';

const waiting = { Await: awaiting() };
const DAY = 86_400;

function named(name: string) {
  return expect.objectContaining({ name });
}

describe('StartExecution (API reference)', () => {
  it('answers a second start of the same name and input with the one that runs', async () => {
    const bench = new Bench().put(waiting);
    const request = { stateMachineArn: MACHINE, name: 'demo.1001', input: '{"order":"1001"}' };
    const first = bench.stepFunctions.startExecution(request);
    await bench.pass(60);
    expect(bench.stepFunctions.startExecution(request)).toEqual(first);
    await bench.settled();
    expect(bench.awsCalls).toHaveLength(1);
    expect(bench.changes.map(({ status }) => status)).toEqual(['RUNNING']);
  });

  it('refuses the name with another input, and once the execution is closed', async () => {
    const bench = new Bench().put(waiting);
    await bench.start({ order: '1001' }, 'demo.1001');
    await expect(bench.start({ order: '1002' }, 'demo.1001')).rejects.toThrow(named('ExecutionAlreadyExists'));
    await bench.succeed({});
    await expect(bench.start({ order: '1001' }, 'demo.1001')).rejects.toThrow(named('ExecutionAlreadyExists'));
  });

  it('lets a name be used again 90 days after its execution closed', async () => {
    const bench = new Bench().put(waiting);
    const executionArn = await bench.start({ order: '1001' }, 'demo.1001');
    const { token } = bench;
    await bench.succeed({});
    await bench.pass(90 * DAY - 1);
    await expect(bench.start({ order: '1001' }, 'demo.1001')).rejects.toThrow(named('ExecutionAlreadyExists'));
    await bench.pass(1);
    await bench.start({ order: '1001' }, 'demo.1001');
    expect(bench.end(executionArn).status).toBe('RUNNING');
    expect(bench.stepFunctions.listExecutions({ stateMachineArn: MACHINE }).executions).toHaveLength(1);
    // The token of the first one is none of the second's, though name and event are the same.
    expect(() => bench.stepFunctions.sendTaskSuccess({ taskToken: token, output: '1' })).toThrow(named('TaskTimedOut'));
  });

  it('makes up a name, and takes an empty object when there is no input', async () => {
    const bench = new Bench().put({ Tell: ending('{% $states.input %}') });
    const { executionArn } = bench.stepFunctions.startExecution({ stateMachineArn: MACHINE });
    await bench.settled();
    expect(executionArn).toBe('arn:aws:states:eu-west-1:000000000000:execution:Order:id-1');
    expect(bench.output(executionArn)).toEqual({});
  });

  it.each(['1', '"text"', 'null', '[1,[]]'])('takes %s as input', async (input) => {
    const bench = new Bench().put({ Tell: { Type: 'Pass', End: true } });
    const { executionArn } = bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, input });
    await bench.settled();
    expect(bench.output(executionArn)).toEqual(JSON.parse(input));
  });

  it.each(['not some test', "{'name': 1}", ''])('refuses %j as input', (input) => {
    const bench = new Bench().put(waiting);
    const start = () => bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, input });
    expect(start).toThrow(named('InvalidExecutionInput'));
  });

  it('refuses an input over 256 KiB', () => {
    const bench = new Bench().put(waiting);
    const input = JSON.stringify('é'.repeat(131_072));
    expect(() => bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, input })).toThrow(
      named('ValidationException'),
    );
  });

  it.each(['', 'with space', 'a/b', 'a:b', 'ü<', 'x'.repeat(81), 'a\u0000', '50%'])('refuses %j as a name', (name) => {
    const bench = new Bench().put(waiting);
    expect(() => bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, name })).toThrow(named('InvalidName'));
  });

  it('takes the names we use', async () => {
    const bench = new Bench().put(waiting);
    await bench.start({ order: 'a' }, 'demo.order_A-1.2');
    expect(bench.stepFunctions.listExecutions({ stateMachineArn: MACHINE }).executions[0]?.name).toBe(
      'demo.order_A-1.2',
    );
  });

  it('tells everybody who listens that the execution runs, and how it ended', async () => {
    const bench = new Bench().put({ Tell: ending({ how: 'received' }) });
    const executionArn = await bench.start({ order: '1001' }, 'demo.1001');
    const common = {
      executionArn,
      stateMachineArn: MACHINE,
      name: 'demo.1001',
      startDate: Date.parse('2026-11-23T12:00:00Z'),
      input: '{"order":"1001"}',
      error: null,
      cause: null,
    };
    expect(bench.changes).toMatchObject([
      { ...common, status: 'RUNNING', stopDate: null, output: null },
      { ...common, status: 'SUCCEEDED', stopDate: Date.parse('2026-11-23T12:00:00Z'), output: '{"how":"received"}' },
    ]);
  });
});

describe('StopExecution (API reference)', () => {
  it('aborts what waits, once, and nothing goes on afterwards', async () => {
    const bench = new Bench().put({ Await: awaiting({ TimeoutSeconds: 10, Next: 'Never' }), Never: ending('never') });
    const executionArn = await bench.start({ order: '1' });
    const { stopDate } = bench.stepFunctions.stopExecution({ executionArn, error: 'Erased', cause: 'asked for' });
    await bench.pass(60);
    expect(bench.stepFunctions.stopExecution({ executionArn, error: 'Again' })).toEqual({ stopDate });
    expect(bench.end(executionArn)).toEqual({ status: 'ABORTED', error: 'Erased', cause: 'asked for' });
    expect(bench.path(executionArn)).toEqual(['Await']);
    expect(bench.changes.map(({ status, error }) => [status, error])).toEqual([
      ['RUNNING', null],
      ['ABORTED', 'Erased'],
    ]);
  });

  it('aborts in the middle of a call: what the call brings is not looked at', async () => {
    const bench = new Bench().put({
      Write: writing(),
    });
    const { promise, resolve } = Promise.withResolvers<object>();
    bench.aws = () => promise;
    const { executionArn } = bench.stepFunctions.startExecution({ stateMachineArn: MACHINE, input: '{"order":"1"}' });
    await expect.poll(() => bench.awsCalls.length).toBe(1);
    bench.stepFunctions.stopExecution({ executionArn });
    resolve({});
    await bench.settled();
    expect(bench.types(executionArn).at(-1)).toBe('ExecutionAborted');
  });
});

describe('what does not exist (API reference)', () => {
  it('is refused by AWS’s names', () => {
    const { stepFunctions } = new Bench().put(waiting);
    const noMachine = { stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Nobody' };
    const noExecution = { executionArn: 'arn:aws:states:eu-west-1:000000000000:execution:Order:nobody' };
    const doesNotExist = named('StateMachineDoesNotExist');
    expect(() => stepFunctions.startExecution(noMachine)).toThrow(doesNotExist);
    expect(() => stepFunctions.listExecutions(noMachine)).toThrow(doesNotExist);
    expect(() => stepFunctions.describeStateMachine(noMachine)).toThrow(doesNotExist);
    for (const request of [
      () => stepFunctions.describeExecution(noExecution),
      () => stepFunctions.stopExecution(noExecution),
      () => stepFunctions.getExecutionHistory(noExecution),
      () => stepFunctions.describeStateMachineForExecution(noExecution),
    ]) {
      expect(request).toThrow(named('ExecutionDoesNotExist'));
    }
    expect(() => stepFunctions.describeExecution({ executionArn: 'invalid' })).toThrow(named('InvalidArn'));
    expect(() => stepFunctions.startExecution({ stateMachineArn: 'invalid' })).toThrow(named('InvalidArn'));
  });
});

describe('lists (API reference)', () => {
  it('list executions newest first, in pages that do not move when another one starts', async () => {
    const bench = new Bench().put(waiting);
    for (const order of ['1', '2', '3', '4', '5']) await bench.start({ order }, order);
    const list = (more: object) => bench.stepFunctions.listExecutions({ stateMachineArn: MACHINE, ...more });
    const first = list({ maxResults: 2 });
    await bench.start({ order: '6' }, '6');
    const second = list({ maxResults: 2, nextToken: first.nextToken });
    const third = list({ maxResults: 2, nextToken: second.nextToken });
    const names = [first, second, third].map(({ executions }) => executions.map(({ name }) => name));
    expect(names).toEqual([['5', '4'], ['3', '2'], ['1']]);
    expect(third.nextToken).toBeUndefined();
    expect(() => list({ maxResults: 1001 })).toThrow(named('ValidationException'));
    expect(() => list({ nextToken: 'nonsense' })).toThrow(named('InvalidToken'));
  });

  it('list executions of one status', async () => {
    const bench = new Bench().put(waiting);
    await bench.start({ order: '1' }, 'closed');
    await bench.succeed({});
    await bench.start({ order: '2' }, 'running');
    const names = (statusFilter: 'RUNNING' | 'SUCCEEDED' | 'FAILED') =>
      bench.stepFunctions.listExecutions({ stateMachineArn: MACHINE, statusFilter }).executions.map(({ name }) => name);
    expect(names('RUNNING')).toEqual(['running']);
    expect(names('SUCCEEDED')).toEqual(['closed']);
    expect(names('FAILED')).toEqual([]);
  });

  it('list state machines by name', () => {
    const bench = new Bench().put(waiting);
    const cart = { arn: `${MACHINE}Cart`, name: 'Cart', roleArn: ROLE, definition: machine({ Only: ending('') }) };
    bench.stepFunctions.putStateMachine(cart);
    expect(bench.stepFunctions.listStateMachines().stateMachines.map(({ name }) => name)).toEqual(['Cart', 'Order']);
  });
});

function statesIn(definition: string | undefined): string[] {
  return Object.keys(JSON.parse(definition!).States);
}

describe('a state machine that is put again (UpdateStateMachine)', () => {
  it('leaves running executions their definition for life', async () => {
    const bench = new Bench().put({ Await: awaiting({ Next: 'Old' }), Old: ending('old') });
    const executionArn = await bench.start({ order: '1' });
    bench.put({ Await: awaiting({ Next: 'New' }), New: ending('new') });
    expect(statesIn(bench.stepFunctions.describeStateMachine({ stateMachineArn: MACHINE }).definition)).toContain(
      'New',
    );
    const own = bench.stepFunctions.describeStateMachineForExecution({ executionArn });
    expect(statesIn(own.definition)).toContain('Old');
    await bench.succeed({});
    expect(bench.output(executionArn)).toBe('old');
    const next = await bench.start({ order: '2' });
    await bench.succeed({});
    expect(bench.output(next)).toBe('new');
  });

  it('keeps its date of creation', async () => {
    const bench = new Bench().put(waiting);
    await bench.pass(60);
    bench.put({ Only: ending('') });
    const { creationDate, status, type } = bench.stepFunctions.describeStateMachine({ stateMachineArn: MACHINE });
    expect(creationDate?.toISOString()).toBe('2026-11-23T12:00:00.000Z');
    expect([status, type]).toEqual(['ACTIVE', 'STANDARD']);
  });
});
