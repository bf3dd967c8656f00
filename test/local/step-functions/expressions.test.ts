import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compile,
  EvaluationError,
  evaluateExpression,
  type Scope,
} from '../../../local/step-functions/expressions/expression.ts';
import { LEAVE_IT } from '../../../local/step-functions/expressions/quick-path.ts';
import type { Json, JsonObject } from '../../../local/step-functions/json.ts';
import { Bench, calling, ending, failing, NOON } from './workflow-bench.ts';

function scope(bindings: JsonObject = {}): Scope {
  let ids = 0;
  return { bindings, ports: { now: () => NOON, random: () => 0.75, newId: () => `id-${++ids}` } };
}

async function value(expression: string, bindings?: JsonObject): Promise<Json> {
  return evaluateExpression(compile(expression), 'Output', scope(bindings));
}

function at(now: number): Scope {
  return { bindings: {}, ports: { now: () => now, random: () => 0, newId: () => '' } };
}

describe('the functions AWS adds to JSONata ("JSONata functions provided by Step Functions")', () => {
  it.each([
    ['$partition([0,1,2], 2)', [[0, 1], [2]]],
    ['$partition([0], 5)', [[0]]],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    // A range of one number is that number, as AWS has it.
    ['$range(1, 9, 9)', 1],
    ['$hash("order", "MD5")', '70a17ffa722a3985b86d30b034ad06d7'],
    ['$hash("order", "SHA-256")', '3eeb7e96e59ce40f9cb1a089daba079fd699f6867a30f6634af8570967b2375a'],
    ['$parse("{\\"stage\\": [1, true]}")', { stage: [1, true] }],
    ['$parse("-0")', -0],
    ['$random()', 0.75],
    ['$uuid()', 'id-1'],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('draws the same number for the same seed', async () => {
    const [one, again, other] = [await value('$random(7)'), await value('$random(7)'), await value('$random(8)')];
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('has no $eval', async () => {
    await expect(value('$eval("1+1")')).rejects.toThrow('T1006: Attempted to invoke a non-function');
  });
});

describe('the clock of expressions', () => {
  it('is the clock of the executions, not the machine’s', async () => {
    expect(await value('$now()')).toBe('2026-11-23T12:00:00.000Z');
    expect(await value('$millis()')).toBe(NOON);
    expect(await value("$now('[Y]-[M01]-[D01] [H01]:[m01] [z]', '+0100')")).toBe('2026-11-23 13:00 GMT+01:00');
    expect(await value('$map([1,2], function($n) { $millis() + $n })')).toEqual([NOON + 1, NOON + 2]);
    // A picture without a date means today.
    expect(await value("$toMillis('13:30', '[H01]:[m01]')")).toBe(NOON + 90 * 60_000);
  });

  it('stands in each of many evaluations that go on at once', async () => {
    const slow = compile('$sum([1..200].($ * 0)) + $millis()');
    const results = await Promise.all([1, 2, 3].map(async (now) => evaluateExpression(slow, 'Output', at(now))));
    expect(results).toEqual([1, 2, 3]);
  });
});

/** Why an execution failed that puts out this expression, or that is in this state. */
async function because(
  expression: string,
  state: object = { Type: 'Pass', Output: { order: expression }, End: true },
): Promise<string | undefined> {
  const bench = new Bench().put({ Tell: state });
  return bench.end(await bench.start()).cause;
}

describe('what an expression may not give (States.QueryEvaluationError)', () => {
  const inTell = "An error occurred while executing the state 'Tell' (entered at the event id #2).";

  it('nothing: an unknown variable, a field that is not there', async () => {
    expect(await because('{% $doesNotExist %}')).toBe(
      `${inTell} The JSONata expression '$doesNotExist' specified for the field 'Output/order' returned nothing (undefined).`,
    );
    expect(await because('{% $states.input.order %}')).toContain(
      "'$states.input.order' specified for the field 'Output/order'",
    );
    expect(await because('', { Type: 'Pass', Assign: { order: '{% $no %}' }, End: true })).toContain(
      "the field 'Assign/order'",
    );
    expect(await because('', { Type: 'Pass', Output: '{% $no %}', End: true })).toContain(
      "the field 'Output' returned nothing",
    );
  });

  it('a function, or a number that JSON does not have', async () => {
    expect(await because('{% 1/0 %}')).toContain('returned an unsupported result type.');
    expect(await because('{% function($x) { $x } %}')).toContain('returned an unsupported result type.');
    expect(await because('{% $sum %}')).toContain('returned an unsupported result type.');
    expect(await because('{% {"f": $sum} %}')).toContain('returned an unsupported result type.');
  });

  it('an error of its own', async () => {
    expect(await because('{% $nosuch(1) %}')).toContain(
      'threw an error during evaluation. T1006: Attempted to invoke a non-function',
    );
    expect(await because("{% $error('not today') %}")).toContain('not today');
    expect(await because("{% $parse('{') %}")).toContain('threw an error during evaluation.');
    expect(await because('{% 1/0 + 1 %}')).toContain('threw an error during evaluation. D1001');
  });

  it('something else than an object as Arguments', async () => {
    const bench = new Bench().put({ Call: { ...calling(), Arguments: "{% 'text' %}" } });
    const { error, cause } = bench.end(await bench.start());
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain(
      `the field 'Arguments' returned an unexpected result type. Expected 'object', but was 'string'`,
    );
  });

  it('leaves the input document undefined: there is no `$` and no bare name', async () => {
    await expect(value('$')).rejects.toThrow(EvaluationError);
    await expect(value('order')).rejects.toThrow(EvaluationError);
  });
});

describe('reading without the engine', () => {
  const names = fc.constantFrom('a', 'b', 'states', 'input');
  const leaf = fc.oneof(fc.constantFrom<Json>('', 'x', 0, 1, true, false, null), fc.string());
  const { data } = fc.letrec<{ data: Json }>((tie) => ({
    data: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('data'), { maxLength: 3 }),
      fc.dictionary(names, tie('data'), { maxKeys: 4 }),
    ),
  }));
  const operand = fc.oneof(
    fc.tuple(names, fc.array(names, { maxLength: 3 })).map(([first, rest]) => [`$${first}`, ...rest].join('.')),
    fc.constantFrom('"x"', '1', 'true', 'null', '$missing', '$sum'),
  );
  const expression = fc.oneof(
    operand,
    fc.tuple(operand, fc.constantFrom('&', '=', '!='), operand).map((parts) => parts.join(' ')),
    fc.tuple(operand, operand, operand).map(([a, b, c]) => `${a} & ${b} & ${c}`),
  );

  it('gives what the engine gives, or leaves it to the engine', async () => {
    await fc.assert(
      fc.asyncProperty(expression, fc.dictionary(names, data, { maxKeys: 4 }), async (source, bindings) => {
        const compiled = compile(source);
        const quick = compiled.quick?.(bindings);
        if (compiled.quick === undefined || quick === LEAVE_IT) return;
        expect(quick).toEqual(await compiled.evaluate(scope(bindings)));
      }),
      { numRuns: 2000 },
    );
  });

  it('really reads without the engine what workflows mostly ask', () => {
    const bindings = { order: '1001', stage: 'AwaitShipment', states: { input: { order: '1001', lines: [1] } } };
    for (const source of [
      '$order',
      '$states.input.order',
      '$states.input.lines',
      "'ORDER#' & $order",
      "$stage = 'Closed'",
    ]) {
      expect(compile(source).quick?.(bindings)).not.toBe(LEAVE_IT);
    }
  });
});

/** How an execution ends whose function answers with a payload of so many bytes of JSON. */
async function afterResult(bytes: number): Promise<{ status: string; error?: string }> {
  const bench = new Bench().put({ Call: calling({}, { to: 'messenger' }) });
  bench.invoke = () => ({ payload: 'x'.repeat(bytes - 2) });
  return bench.end(await bench.start());
}

describe('the limit of a payload (AWS quotas: 256 KiB)', () => {
  it('is counted in bytes of JSON, of all that an invocation answers', async () => {
    expect((await afterResult(262_144 - 200)).status).toBe('SUCCEEDED');
    expect((await afterResult(262_144)).error).toBe('States.DataLimitExceeded');
  });

  it('holds for what a state puts out and remembers', async () => {
    const double = { Type: 'Pass', Output: '{% $states.input.text & $states.input.text %}', End: true };
    const remember = { Type: 'Pass', Output: {}, Assign: { text: double.Output }, End: true };
    for (const state of [double, remember]) {
      const bench = new Bench().put({ Double: state });
      expect(bench.end(await bench.start({ text: 'x'.repeat(131_071) })).status).toBe('SUCCEEDED');
      const executionArn = await bench.start({ text: 'x'.repeat(131_072) });
      expect(bench.end(executionArn)).toEqual({
        status: 'FAILED',
        error: 'States.DataLimitExceeded',
        cause:
          "The state/task 'Double' returned a result with a size exceeding the maximum number of bytes service limit.",
      });
      expect(bench.types(executionArn)).toEqual(['ExecutionStarted', 'PassStateEntered', 'ExecutionFailed']);
    }
  });

  it('holds for Arguments, which are caught by that name', async () => {
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
