import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { awaiting, Bench, calling, ending, failing, writing } from '../workflow-bench.ts';

async function outputOf(states: Record<string, object>, input: Json = {}): Promise<Json> {
  const bench = new Bench().put(states);
  bench.invoke = () => ({ payload: 'sent' });
  return bench.output(await bench.start(input));
}

describe('from state to state', () => {
  it('Spec "Data": the output of a state is the input of the next, and of the last that of the execution', async () => {
    const states = {
      First: { Type: 'Pass', Output: { n: '{% $states.input.n + 1 %}' }, Next: 'Second' },
      Second: { Type: 'Pass', Output: { n: '{% $states.input.n * 10 %}' }, End: true },
    };
    expect(await outputOf(states, { n: 1 })).toEqual({ n: 20 });
  });

  it('Spec "Data": an execution that is given no input has an empty object', async () => {
    const bench = new Bench().put({ Tell: { Type: 'Pass', End: true } });
    const { executionArn } = bench.stepFunctions.startExecution({
      stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:Order',
    });
    await bench.settled();
    expect(bench.output(executionArn)).toEqual({});
  });

  it.each<Json>(['text', 7, true, null, []])(
    'Spec "Data": %j alone is JSON enough for input and output',
    async (value) => {
      expect(await outputOf({ Tell: { Type: 'Pass', End: true } }, value)).toEqual(value);
    },
  );
});

describe('Arguments and Output', () => {
  it('Spec "Using Arguments and Output": without Output a task puts out its result', async () => {
    // "Task State" says once that it copies its input instead; the general rule, which is about
    // nothing else, and AWS have the result.
    const bench = new Bench().put({ Write: writing() });
    bench.aws = () => ({ Attributes: { run: { N: '2' } } });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ Attributes: { run: { N: '2' } } });
  });

  it('AWS "Learning to use AWS service SDK integrations": the result is the action’s answer, without what the SDK adds to it', async () => {
    const bench = new Bench().put({ Write: writing() });
    bench.aws = () => ({ $metadata: { httpStatusCode: 200 }, Attributes: { run: { N: '2' } } });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ Attributes: { run: { N: '2' } } });
  });

  it('Spec "Using Arguments and Output": without Output every other state puts out its input', async () => {
    const states = {
      Pass: { Type: 'Pass', Next: 'Wait' },
      Wait: { Type: 'Wait', Seconds: 0, Next: 'Which' },
      Which: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Wait' }], Default: 'Done' },
      Done: { Type: 'Succeed' },
    };
    expect(await outputOf(states, { order: '1001' })).toEqual({ order: '1001' });
  });

  it.each<Json>(['text', 7, false, null, ['a'], {}])(
    'Spec "Using Arguments and Output": Output may be any JSON, such as %j',
    async (value) => {
      expect(await outputOf({ Tell: ending(value) })).toEqual(value);
    },
  );

  it('Spec "Using Arguments and Output": Arguments are what the task gets, all of it and nothing else', async () => {
    const bench = new Bench().put({ Await: awaiting() });
    await bench.start({ order: '1001', secret: 'not for the table' });
    expect(bench.awsCalls).toEqual([
      {
        service: 'dynamodb',
        action: 'updateItem',
        args: {
          TableName: 'shop',
          Key: { pk: { S: 'ORDER#1001' } },
          ExpressionAttributeValues: { ':token': { S: bench.token } },
        },
      },
    ]);
  });

  it('Spec "Using Arguments and Output": Arguments may be one expression for the whole object', async () => {
    const bench = new Bench().put({
      Call: { ...calling(), Arguments: '{% {"FunctionName": "messenger", "Payload": $states.input} %}' },
    });
    bench.invoke = () => ({ payload: 'sent' });
    expect(bench.output(await bench.start({ order: '1001' }))).toBe('sent');
    expect(bench.payloads).toEqual([{ order: '1001' }]);
  });

  it('AWS "Transforming data with JSONata": Assign and Output both start from the result; neither sees what the other made', async () => {
    const states = {
      Call: {
        ...calling({ Next: 'Tell' }),
        Assign: { answer: "{% 'assigned ' & $states.result.Payload %}" },
        Output: { answer: "{% 'put out ' & $states.result.Payload %}", assigned: '{% $exists($answer) %}' },
      },
      Tell: ending({ input: '{% $states.input %}', answer: '{% $answer %}' }),
    };
    expect(await outputOf(states)).toEqual({
      input: { answer: 'put out sent', assigned: false },
      answer: 'assigned sent',
    });
  });

  it('Spec "Complex retry scenarios": a try that follows evaluates the Arguments anew, of the same input and variables', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1 }, Next: 'Call' },
      Call: calling(
        { Retry: [{ ErrorEquals: ['Busy'] }], Assign: { level: 2 } },
        { order: '{% $states.input.order %}', level: '{% $level %}', at: '{% $now() %}' },
      ),
    });
    const answers = [failing('Busy'), { payload: 'sent' }];
    bench.invoke = () => answers.shift()!;
    await bench.start({ order: '1001' });
    await bench.pass(1);
    const [first, second] = ['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:01.000Z'];
    expect(bench.payloads).toEqual([first, second].map((at) => ({ order: '1001', level: 1, at })));
  });
});

/** How an execution ends whose function answers with a payload of so many bytes of JSON. */
async function afterResult(bytes: number): Promise<{ status: string; error?: string }> {
  const bench = new Bench().put({ Call: calling({}, { to: 'messenger' }) });
  bench.invoke = () => ({ payload: 'x'.repeat(bytes - 2) });
  return bench.end(await bench.start());
}

describe('the size of what is passed on', () => {
  it('AWS "Step Functions service quotas": 256 KiB, counted in bytes of JSON, of all that an invocation answers', async () => {
    expect((await afterResult(262_144 - 200)).status).toBe('SUCCEEDED');
    expect((await afterResult(262_144)).error).toBe('States.DataLimitExceeded');
  });

  it('AWS "Step Functions service quotas": the same holds for the output of a state, which is then not left', async () => {
    const output = '{% $states.input.text & $states.input.text %}';
    const bench = new Bench().put({ Double: { Type: 'Pass', Output: output, End: true } });
    expect(bench.end(await bench.start({ text: 'x'.repeat(131_071) })).status).toBe('SUCCEEDED');
    const executionArn = await bench.start({ text: 'x'.repeat(131_072) });
    expect(bench.end(executionArn).error).toBe('States.DataLimitExceeded');
    expect(bench.types(executionArn)).toEqual(['ExecutionStarted', 'PassStateEntered', 'ExecutionFailed']);
  });

  it('AWS "Handling errors": the same holds for Arguments, and is caught by that name; nothing is called', async () => {
    const bench = new Bench().put({
      Call: {
        ...calling({ Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Caught' }] }),
        Arguments: { FunctionName: 'f', Payload: '{% $states.input.text & $states.input.text %}' },
      },
      Caught: ending('caught'),
    });
    bench.invoke = () => failing('NeverCalled');
    expect(bench.output(await bench.start({ text: 'x'.repeat(140_000) }))).toBe('caught');
    expect(bench.payloads).toEqual([]);
  });
});
