import { describe, expect, it } from 'vitest';
import { awaiting, Bench, calling, ending, NOON, writing } from './workflow-bench.ts';

describe('Pass ("Pass State")', () => {
  it('hands its input on when it has no Output', async () => {
    const bench = new Bench().put({ Greet: { Type: 'Pass', End: true } });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ order: '1001' });
  });

  it('puts out any JSON value, expressions replaced at every depth and literals left alone ("Using JSONata expressions")', async () => {
    const output = {
      number: "{% '#' & $states.input.order %}",
      lines: [{ title: '{% $states.input.title %}' }, 'plain', 3, null, true],
      written: ' {% not an expression: it does not start with the brace %}',
    };
    const bench = new Bench().put({ Greet: ending(output) });
    expect(bench.output(await bench.start({ order: '1001', title: 'Teapot' }))).toEqual({
      number: '#1001',
      lines: [{ title: 'Teapot' }, 'plain', 3, null, true],
      written: ' {% not an expression: it does not start with the brace %}',
    });
  });

  it('takes a whole value from one expression, of whatever type', async () => {
    const bench = new Bench().put({ Count: ending('{% $count($states.input.lines) %}') });
    expect(bench.output(await bench.start({ lines: ['a', 'b'] }))).toBe(2);
  });
});

describe('Assign and Output ("Assigning variables")', () => {
  it('evaluates both against the variables as they were before the state', async () => {
    const bench = new Bench().put({
      First: { Type: 'Pass', Assign: { level: 1, named: 'first' }, Next: 'Second' },
      Second: {
        Type: 'Pass',
        Assign: { level: '{% $level + 1 %}', before: '{% $level %}' },
        Output: { level: '{% $level %}' },
        Next: 'Third',
      },
      Third: ending({
        seenBySecond: '{% $states.input.level %}',
        level: '{% $level %}',
        before: '{% $before %}',
        named: '{% $named %}',
      }),
    });
    expect(bench.output(await bench.start())).toEqual({ seenBySecond: 1, level: 2, before: 1, named: 'first' });
  });

  it('keeps variables for the whole state machine, whatever the output is', async () => {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { until: '2026-12-01' }, Output: 'nothing of it', Next: 'Between' },
      Between: { Type: 'Pass', Output: {}, Next: 'Later' },
      Later: ending('{% $until %}'),
    });
    expect(bench.output(await bench.start())).toBe('2026-12-01');
  });

  it('does not assign anything when the Output fails', async () => {
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

  it('lets a variable hold null, and a list of one stays a list', async () => {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { none: null, one: '{% [$states.input.line] %}', empty: [] }, Next: 'Tell' },
      Tell: ending({ none: '{% $none %}', one: '{% $one %}', empty: '{% $empty %}' }),
    });
    expect(bench.output(await bench.start({ line: 'teapot' }))).toEqual({ none: null, one: ['teapot'], empty: [] });
  });

  it('does not let the hidden marks of a JSONata sequence leak into the next expression', async () => {
    const bench = new Bench().put({
      // `[]` at the end keeps a sequence of one a list; on AWS it is JSON again before anybody reads it.
      Remember: { Type: 'Pass', Assign: { titles: '{% $states.input.lines.title[] %}' }, Next: 'Tell' },
      Tell: ending({ titles: '{% $titles %}', wrapped: '{% {"titles": $titles} %}' }),
    });
    const output = bench.output(await bench.start({ lines: [{ title: 'Teapot' }] }));
    expect(output).toEqual({ titles: ['Teapot'], wrapped: { titles: ['Teapot'] } });
  });
});

describe('Choice ("Choice State")', () => {
  const choice = {
    Type: 'Choice',
    Choices: [
      { Condition: "{% $states.input.stage = 'AwaitShipment' %}", Next: 'Ship', Output: 'by the first rule' },
      { Condition: '{% $states.input.late %}', Next: 'Warn', Assign: { level: 1 } },
      { Condition: '{% $states.input.late %}', Next: 'Ship', Output: 'never reached' },
    ],
    Default: 'Close',
    Assign: { level: 0 },
    Output: 'by default',
  };
  const states = {
    Which: choice,
    Ship: ending('{% $states.input %}'),
    Warn: ending({ input: '{% $states.input %}', level: '{% $level %}' }),
    Close: ending({ input: '{% $states.input %}', level: '{% $level %}' }),
  };

  it('takes the first rule that holds, with that rule’s Output', async () => {
    const bench = new Bench().put(states);
    const executionArn = await bench.start({ stage: 'AwaitShipment', late: true });
    expect(bench.path(executionArn)).toEqual(['Which', 'Ship']);
    expect(bench.output(executionArn)).toBe('by the first rule');
  });

  it('hands the input on when the rule has no Output of its own: the state’s is for the Default', async () => {
    const bench = new Bench().put(states);
    const input = { stage: 'x', late: true };
    expect(bench.output(await bench.start(input))).toEqual({ input, level: 1 });
  });

  it('takes the Default with the Assign and Output of the state', async () => {
    const bench = new Bench().put(states);
    const output = bench.output(await bench.start({ stage: 'x', late: false }));
    expect(output).toEqual({ input: 'by default', level: 0 });
  });

  it('takes a literal condition', async () => {
    const bench = new Bench().put({
      Which: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Yes' }] },
      Yes: ending('yes'),
    });
    expect(bench.output(await bench.start())).toBe('yes');
  });

  it('fails the execution with States.NoChoiceMatched when nothing holds and there is no Default', async () => {
    const bench = new Bench().put({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.late %}', Next: 'Warn' }] },
      Warn: ending('warned'),
    });
    expect(bench.end(await bench.start({ late: false }))).toMatchObject({
      status: 'FAILED',
      error: 'States.NoChoiceMatched',
    });
  });

  it('wants a boolean of its condition', async () => {
    const bench = new Bench().put({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.late %}', Next: 'Warn' }] },
      Warn: ending('warned'),
    });
    const end = bench.end(await bench.start({ late: 'yes' }));
    expect(end.error).toBe('States.QueryEvaluationError');
    expect(end.cause).toContain(`Expected 'boolean', but was 'string' for value: "yes"`);
  });
});

describe('Wait ("Wait State")', () => {
  it('waits so many seconds from when it was entered, and is no activity meanwhile', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Go' },
      Go: ending('{% $states.input.seconds %}'),
    });
    const executionArn = await bench.start({ seconds: 60 });
    await bench.pass(59.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.output(executionArn)).toBe(60);
  });

  it('waits until an instant, with its offset', async () => {
    const bench = new Bench().put({ Pause: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true } });
    const executionArn = await bench.start({ until: '2026-11-23T14:00:00+01:00' });
    await bench.pass(3599);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(1);
    const { stopDate } = bench.stepFunctions.describeExecution({ executionArn });
    expect(stopDate?.toISOString()).toBe('2026-11-23T13:00:00.000Z');
  });

  it('goes on at once for an instant that is past, and for no seconds', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', Next: 'Again' },
      Again: { Type: 'Wait', Seconds: 0, Output: 'done', End: true },
    });
    expect(bench.output(await bench.start())).toBe('done');
  });

  it.each(['2026-13-05T21:29:29Z', '2026-12-05 21:29:29Z', '2026-12-05T21:29:29', 'tomorrow'])(
    'refuses %s as an instant',
    async (until) => {
      const bench = new Bench().put({ Pause: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true } });
      const { error, cause } = bench.end(await bench.start({ until }));
      expect(error).toBe('States.QueryEvaluationError');
      expect(cause).toBe(
        `An error occurred while executing the state 'Pause' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${until}`,
      );
    },
  );

  it.each([-1, 1.5])('refuses to wait %d seconds', async (seconds) => {
    const bench = new Bench().put({ Pause: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', End: true } });
    expect(bench.end(await bench.start({ seconds })).error).toBe('States.QueryEvaluationError');
  });
});

describe('Succeed and Fail ("Succeed State", "Fail State")', () => {
  it('ends well with its Output', async () => {
    const bench = new Bench().put({ Closed: { Type: 'Succeed', Output: { how: '{% $states.input.how %}' } } });
    const executionArn = await bench.start({ how: 'received' });
    expect(bench.output(executionArn)).toEqual({ how: 'received' });
    expect(bench.types(executionArn)).toEqual([
      'ExecutionStarted',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('fails with an error and a cause that may be expressions, and is never left', async () => {
    const bench = new Bench().put({
      Stop: { Type: 'Fail', Error: "{% 'Shop' & $states.input.what %}", Cause: '{% $states.input.why %}' },
    });
    const executionArn = await bench.start({ what: 'Closed', why: 'holidays' });
    expect(bench.end(executionArn)).toEqual({ status: 'FAILED', error: 'ShopClosed', cause: 'holidays' });
    expect(bench.types(executionArn)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed']);
  });

  it('may fail without saying why', async () => {
    const bench = new Bench().put({ Stop: { Type: 'Fail' } });
    expect(bench.end(await bench.start())).toEqual({ status: 'FAILED' });
  });
});

describe('The context object ("The Context Object")', () => {
  it('tells of execution, state and state machine, instants with milliseconds and Z', async () => {
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

  it('counts the retries of a task and has a token only where one is waited for', async () => {
    const bench = new Bench().put({
      Await: awaiting({ Next: 'Call' }),
      Call: calling(
        {},
        { retries: '{% $states.context.State.RetryCount %}', token: '{% $exists($states.context.Task) %}' },
      ),
    });
    await bench.start({ order: '1' });
    await bench.succeed({});
    expect(bench.payloads).toEqual([{ retries: 0, token: false }]);
  });

  it('does not show what the SDK adds to the answer of a table', async () => {
    const bench = new Bench().put({
      Write: writing(),
    });
    bench.aws = () => ({ $metadata: { httpStatusCode: 200 }, Attributes: { run: { N: '2' } } });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ Attributes: { run: { N: '2' } } });
  });

  it('gives functions and tables what Arguments say, and no more', async () => {
    const bench = new Bench().put({ Await: awaiting() });
    await bench.start({ order: '1001' });
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
    expect(bench.clock.now()).toBe(NOON);
  });
});
