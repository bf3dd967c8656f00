import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProgram } from '../../../local/step-functions/definition/read-program.ts';
import {
  compile,
  EvaluationError,
  evaluateExpression,
  type Scope,
} from '../../../local/step-functions/expressions/expression.ts';
import { LEAVE_IT } from '../../../local/step-functions/expressions/quick-path.ts';
import type { Json, JsonObject } from '../../../local/step-functions/json.ts';
import { ending, machine, NOON } from './workflow-bench.ts';

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

describe('what an expression may call', () => {
  it('has no $eval, also where no definition was checked', async () => {
    await expect(value('$eval("1+1")')).rejects.toThrow('T1006: Attempted to invoke a non-function');
  });

  it('keeps the sign of a zero that it parses', async () => {
    expect(await value('$parse("-0")')).toBe(-0);
  });

  it('leaves the input document undefined: there is no `$` and no bare name', async () => {
    await expect(value('$')).rejects.toThrow(EvaluationError);
    await expect(value('order')).rejects.toThrow(EvaluationError);
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

describe('the literals of a definition', () => {
  it('cannot be changed by whom they are handed to', () => {
    const definition = machine({ Only: ending({ list: ['a'] }) });
    const state = readProgram(definition).states.get('Only');
    const literal = state?.type === 'Pass' && state.output?.kind === 'literal' ? state.output.value : undefined;
    expect(Object.isFrozen(literal)).toBe(true);
  });
});
