import { describe, expect, it } from 'vitest';
import { Bench, ending, NOON } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

describe('Pass', () => {
  it('Spec "JSONata Pass State": it puts its input out when it has no Output, and its Output when it has one', async () => {
    const bench = new Bench().put({ Greet: { Type: 'Pass', End: true } });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ order: '1001' });
    bench.put({ Greet: ending({ greeted: '{% $states.input.order %}' }) });
    expect(bench.output(await bench.start({ order: '1001' }))).toEqual({ greeted: '1001' });
  });
});

const NO_INSTANTS = [
  '2026-12-05t21:29:29Z',
  '2026-12-05T21:29:29z',
  '2026-12-05 21:29:29Z',
  '2026-12-05T21:29:29',
  '2026-12-05T21:29Z',
  '2026-12-05T24:00:00Z',
  '2026-12-05T21:60:00Z',
  '2026-13-05T21:29:29Z',
  '2026-12-00T21:29:29Z',
  '2026-02-30T21:29:29Z',
  '2026-02-29T21:29:29+01:00',
  '2026-12-05',
  'tomorrow',
];

describe('Wait', () => {
  it('Spec "Wait State": it waits so many seconds from when it was entered', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Seconds: 60, Next: 'Go' },
      Go: ending('gone'),
    });
    const executionArn = await bench.start();
    await bench.pass(59.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.output(executionArn)).toBe('gone');
  });

  it('Spec "JSONata Wait State": Seconds may be an expression; without Output the input is put out', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Seconds: '{% $states.input.seconds * 2 %}', Next: 'Go' },
      Go: ending('{% $states.input.seconds %}'),
    });
    const executionArn = await bench.start({ seconds: 30 });
    await bench.pass(59.999);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(0.001);
    expect(bench.output(executionArn)).toBe(30);
  });

  it('Spec "Wait State": it waits until an instant, with its offset', async () => {
    const bench = new Bench().put({ Pause: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true } });
    const executionArn = await bench.start({ until: '2026-11-23T14:00:00+01:00' });
    await bench.pass(3599);
    expect(bench.end(executionArn).status).toBe('RUNNING');
    await bench.pass(1);
    const { stopDate } = bench.stepFunctions.describeExecution({ executionArn });
    expect(stopDate?.toISOString()).toBe('2026-11-23T13:00:00.000Z');
  });

  it('Spec "Wait State": an instant that is past, and no seconds, are over at once', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', Next: 'Again' },
      Again: { Type: 'Wait', Seconds: 0, Output: 'done', End: true },
    });
    expect(bench.output(await bench.start())).toBe('done');
  });

  it('Spec "JSONata Wait State": Output and Assign are evaluated when the wait is over', async () => {
    const bench = new Bench().put({
      Pause: { Type: 'Wait', Seconds: 60, Output: '{% $now() %}', Assign: { at: '{% $now() %}' }, Next: 'Tell' },
      Tell: ending(['{% $states.input %}', '{% $at %}']),
    });
    const executionArn = await bench.start();
    await bench.pass(60);
    expect(bench.output(executionArn)).toEqual(['2026-11-23T12:01:00.000Z', '2026-11-23T12:01:00.000Z']);
  });

  it.each([
    ['2026-11-23T12:00:00.250Z', 250],
    ['2026-11-23T12:00:00.123456789Z', 123],
    ['2026-11-23T23:30:00+11:30', 0],
    ['2026-11-22T23:59:00-12:01', 0],
    ['2024-02-29T00:00:00Z', 0],
  ])('Spec "Timestamps": %s is one', async (until, afterNoonMillis) => {
    const bench = new Bench().put({ Pause: { Type: 'Wait', Timestamp: until, End: true } });
    const executionArn = await bench.start();
    await bench.pass(1);
    const { stopDate } = bench.stepFunctions.describeExecution({ executionArn });
    expect(stopDate?.getTime()).toBe(NOON + afterNoonMillis);
  });

  it.each(NO_INSTANTS)(
    'Spec "Wait State": a literal Timestamp is checked when the definition is put: not %s',
    (until) => {
      const refusal = refusalOf(withState({ Type: 'Wait', Timestamp: until, End: true }));
      expect(refusal).toMatchObject({ state: 'Only', field: 'Timestamp' });
    },
  );

  it.each(NO_INSTANTS)(
    'Spec "Timestamps": RFC 3339 with an uppercase T, and Z or an offset; %s is no instant',
    async (until) => {
      const bench = new Bench().put({ Pause: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true } });
      const { error, cause } = bench.end(await bench.start({ until }));
      expect(error).toBe('States.QueryEvaluationError');
      expect(cause).toBe(
        `An error occurred while executing the state 'Pause' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${until}`,
      );
    },
  );
});

describe('Succeed', () => {
  it('Spec "Succeed State": it ends the machine well, with its Output or else its input', async () => {
    const bench = new Bench().put({ Closed: { Type: 'Succeed', Output: { how: '{% $states.input.how %}' } } });
    const executionArn = await bench.start({ how: 'received' });
    expect(bench.end(executionArn).status).toBe('SUCCEEDED');
    expect(bench.output(executionArn)).toEqual({ how: 'received' });
    bench.put({ Closed: { Type: 'Succeed' } });
    expect(bench.output(await bench.start('as it is'))).toBe('as it is');
  });
});

describe('Fail', () => {
  it('Spec "Fail State": it ends the machine as a failure with the error and cause it names', async () => {
    const bench = new Bench().put({ Stop: { Type: 'Fail', Error: 'ShopClosed', Cause: 'holidays' } });
    const executionArn = await bench.start();
    expect(bench.end(executionArn)).toEqual({ status: 'FAILED', error: 'ShopClosed', cause: 'holidays' });
  });

  it('Spec "JSONata Fail State": both may be expressions', async () => {
    const bench = new Bench().put({
      Stop: { Type: 'Fail', Error: "{% 'Shop' & $states.input.what %}", Cause: '{% $states.input.why %}' },
    });
    const executionArn = await bench.start({ what: 'Closed', why: 'holidays' });
    expect(bench.end(executionArn)).toEqual({ status: 'FAILED', error: 'ShopClosed', cause: 'holidays' });
  });

  it('Spec "Fail State": neither is required', async () => {
    const bench = new Bench().put({ Stop: { Type: 'Fail' } });
    expect(bench.end(await bench.start())).toEqual({ status: 'FAILED' });
  });
});
