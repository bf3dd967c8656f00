import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { Bench, calling, ending } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

async function outputOf(output: Json, input: Json = {}): Promise<Json> {
  const bench = new Bench().put({ Tell: ending(output) });
  return bench.output(await bench.start(input));
}

/** Why an execution failed that puts out this expression, or that is in this state. */
async function because(
  expression: string,
  state: object = { Type: 'Pass', Output: { order: `{% ${expression} %}` }, End: true },
): Promise<string | undefined> {
  const bench = new Bench().put({ Tell: state });
  const { error, cause } = bench.end(await bench.start());
  expect(error).toBe('States.QueryEvaluationError');
  return cause;
}

describe('where expressions are', () => {
  it('Spec "JSONata Evaluation": expressions are replaced at every depth of objects and lists, literals are left alone', async () => {
    const output = {
      number: "{% '#' & $states.input.order %}",
      lines: [{ title: '{% $states.input.title %}' }, 'plain', 3, null, true],
      '{% key %}': 'a key is no value',
    };
    expect(await outputOf(output, { order: '1001', title: 'Teapot' })).toEqual({
      number: '#1001',
      lines: [{ title: 'Teapot' }, 'plain', 3, null, true],
      '{% key %}': 'a key is no value',
    });
  });

  it('Spec "JSONata Evaluation": one expression may make the whole value, of whatever type', async () => {
    expect(await outputOf('{% $count($states.input.lines) %}', { lines: ['a', 'b'] })).toBe(2);
    expect(await outputOf("{% { 'first': $states.input.lines[0] } %}", { lines: ['a', 'b'] })).toEqual({ first: 'a' });
  });

  it('Spec "Expressions": what stands between {% and %} is JSONata, with functions of its own', async () => {
    const factorial = '{% ($product := function($x, $y) { $x * $y }; $reduce([1..5], $product)) %}';
    expect(await outputOf(factorial)).toBe(120);
    expect(await outputOf('{%1+1%}')).toBe(2);
    expect(await outputOf('{ % $states.input % }')).toBe('{ % $states.input % }');
  });

  it.each([
    ' {% $states.input %}',
    '{% $states.input %} ',
    '{% $states.input',
    '$states.input %}',
    '{%}',
    'Hello {% 1 %}',
  ])('AWS "Transforming data with JSONata": what only begins or only ends as an expression is refused: %j', (text) => {
    expect(refusalOf(withState(ending(text)))).toMatchObject({ state: 'Only', field: 'Output' });
    expect(refusalOf(withState(ending({ deep: [{ text }] })))).toMatchObject({ state: 'Only', field: 'Output' });
    expect(refusalOf(withState(calling({}, { text })))).toMatchObject({ state: 'Only', field: 'Arguments' });
  });

  it('Spec "Expressions": what merely holds the signs is text', async () => {
    expect(await outputOf('from {% to %} here')).toBe('from {% to %} here');
  });

  it('AWS "Transforming data with JSONata": JSONata is that of version 2.0.6, where ?: and ?? are no operators yet', () => {
    expect(refusalOf(withState(ending('{% $states.input.order ?? "none" %}')))?.field).toBe('Output');
    expect(refusalOf(withState(ending('{% $states.input.order ?: "none" %}')))?.field).toBe('Output');
  });

  it('Spec "Data": a value is JSON between any two expressions: marks of JSONata’s sequences do not outlive one', async () => {
    const bench = new Bench().put({
      // `[]` at the end keeps a sequence of one a list.
      Remember: { Type: 'Pass', Assign: { titles: '{% $states.input.lines.title[] %}' }, Next: 'Tell' },
      Tell: ending({ titles: '{% $titles %}', wrapped: '{% {"titles": $titles} %}' }),
    });
    const output = bench.output(await bench.start({ lines: [{ title: 'Teapot' }] }));
    expect(output).toEqual({ titles: ['Teapot'], wrapped: { titles: ['Teapot'] } });
  });

  it('Spec "Data": nor does the mark of a list that an expression has made, which would keep it from being flattened', async () => {
    const bench = new Bench().put({
      Remember: { Type: 'Pass', Assign: { rows: '{% $states.input.lines.[title, size] %}' }, Next: 'Tell' },
      Tell: ending({ rows: '{% $rows %}', flat: '{% $rows.$ %}' }),
    });
    const input = { lines: ['Teapot', 'Cup'].map((title) => ({ title, size: 1 })) };
    expect(bench.output(await bench.start(input))).toEqual({
      rows: [
        ['Teapot', 1],
        ['Cup', 1],
      ],
      flat: ['Teapot', 1, 'Cup', 1],
    });
  });
});

const whole = (least: number, was: string) => `must be a whole number from ${least} to 99999999 but was: ${was}`;
const wait = (field: string, value: string) => ({ Type: 'Wait', [field]: value, End: true });

describe('expressions that fail', () => {
  const inTell = "An error occurred while executing the state 'Tell' (entered at the event id #2).";

  it('Spec "JSONata Runtime Errors": a type error is a States.QueryEvaluationError', async () => {
    expect(await because("1 + 'x'")).toContain('threw an error during evaluation. T2002');
    expect(await because('$nosuch(1)')).toContain('T1006: Attempted to invoke a non-function');
    expect(await because('1/0 + 1')).toContain('D1001');
    expect(await because("$error('not today')")).toContain('not today');
  });

  it.each([
    ['text for a time-out', calling({ TimeoutSeconds: "{% '60' %}" }), `Expected 'number', but was 'string'`],
    ['text for a wait', { Type: 'Wait', Seconds: "{% '60' %}", End: true }, `Expected 'number', but was 'string'`],
    [
      'a number for an instant',
      { Type: 'Wait', Timestamp: '{% 7 %}', End: true },
      `Expected 'string', but was 'number'`,
    ],
    ['text for Arguments', { ...calling(), Arguments: "{% 'x' %}" }, `Expected 'object', but was 'string'`],
    ['a list for a cause', { Type: 'Fail', Cause: '{% [1] %}' }, `Expected 'string', but was 'array'`],
    ['null for an error', { Type: 'Fail', Error: '{% null %}' }, `Expected 'string', but was 'null'`],
    [
      'text for a condition',
      { Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'Tell' }] },
      `Expected 'boolean', but was 'string' for value: "yes"`,
    ],
  ])('Spec "JSONata Runtime Errors": a type that the field does not accept is one: %s', async (_what, state, words) => {
    expect(await because('', state)).toContain(words);
  });

  it.each([
    ['no time', calling({ TimeoutSeconds: '{% 0 %}' }), `TimeoutSeconds ${whole(1, '0')}`],
    ['less than nothing', calling({ TimeoutSeconds: '{% -1 %}' }), `TimeoutSeconds ${whole(1, '-1')}`],
    ['half a second', calling({ TimeoutSeconds: '{% 1.5 %}' }), `TimeoutSeconds ${whole(1, '1.5')}`],
    ['too long', calling({ TimeoutSeconds: '{% 100000000 %}' }), `TimeoutSeconds ${whole(1, '100000000')}`],
    ['no beat', calling({ HeartbeatSeconds: '{% 0 %}' }), `HeartbeatSeconds ${whole(1, '0')}`],
    [
      'a heartbeat as long as the time-out',
      calling({ TimeoutSeconds: 10, HeartbeatSeconds: '{% 10 %}' }),
      'HeartbeatSeconds must be smaller than TimeoutSeconds',
    ],
    ['a wait of less than nothing', wait('Seconds', '{% -1 %}'), `Seconds ${whole(0, '-1')}`],
    ['a wait of half a second', wait('Seconds', '{% 0.5 %}'), `Seconds ${whole(0, '0.5')}`],
    ['no instant', wait('Timestamp', "{% 'tomorrow' %}"), 'The Timestamp field cannot be parsed'],
  ])(
    'Spec "JSONata Runtime Errors": a value that the field does not accept is one: %s',
    async (_what, state, words) => {
      expect(await because('', state)).toContain(words);
    },
  );

  it('Spec "JSONata Runtime Errors": an expression that gives nothing is one, named with its field as AWS does', async () => {
    expect(await because('$doesNotExist')).toBe(
      `${inTell} The JSONata expression '$doesNotExist' specified for the field 'Output/order' returned nothing (undefined).`,
    );
    expect(await because('$states.input.order')).toContain(
      "'$states.input.order' specified for the field 'Output/order'",
    );
    const assign = { Type: 'Pass', Assign: { order: '{% $no %}' }, End: true };
    expect(await because('', assign)).toContain("the field 'Assign/order'");
    expect(await because('', ending('{% $no %}'))).toContain("the field 'Output' returned nothing");
  });

  it('Spec "Data": a function, or a number that JSON does not have, is no output', async () => {
    for (const expression of ['1/0', 'function($x) { $x }', '$sum', '{"f": $sum}']) {
      expect(await because(expression)).toContain('returned an unsupported result type.');
    }
  });

  it('Spec "JSONata Runtime Errors": within an object that an expression makes, what gives nothing is left out, as JSONata has it', async () => {
    expect(await outputOf("{% {'order': $states.input.order, 'n': 1} %}")).toEqual({ n: 1 });
  });

  it('Spec "JSONata Runtime Errors": a task may retry on it, a catcher catch it', async () => {
    const bench = new Bench();
    const answers = [{ payload: {} }, { payload: {} }];
    bench.invoke = () => answers.shift()!;
    bench.put({
      Call: calling({
        Output: '{% $states.result.Payload.stage %}',
        Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], IntervalSeconds: 1, MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
      }),
      Caught: ending('{% $states.input.Error %}'),
    });
    const executionArn = await bench.start();
    await bench.pass(1);
    expect(bench.payloads).toHaveLength(2);
    expect(bench.output(executionArn)).toBe('States.QueryEvaluationError');
  });

  it('Spec "JSONata Runtime Errors": Arguments and time-outs that fail are retried and caught too; nothing was called', async () => {
    for (const more of [{ Arguments: '{% $no %}' }, { TimeoutSeconds: '{% $no %}' }]) {
      const bench = new Bench().put({
        Call: { ...calling({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }), ...more },
        Caught: ending('{% $states.input.Error %}'),
      });
      expect(bench.output(await bench.start())).toBe('States.QueryEvaluationError');
      expect(bench.payloads).toEqual([]);
    }
  });
});
