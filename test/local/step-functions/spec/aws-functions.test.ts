import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { Bench, ending } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

async function ended(expression: string, random?: () => number) {
  const bench = new Bench(random === undefined ? {} : { random }).put({ Tell: ending(`{% ${expression} %}`) });
  return { bench, executionArn: await bench.start() };
}

async function value(expression: string, random?: () => number): Promise<Json> {
  const { bench, executionArn } = await ended(expression, random);
  return bench.output(executionArn);
}

async function errorOf(expression: string): Promise<string | undefined> {
  const { bench, executionArn } = await ended(expression);
  return bench.end(executionArn).error;
}

/** The page "Transforming data with JSONata in Step Functions", section "JSONata functions provided by Step Functions". */
describe('the functions AWS adds to JSONata', () => {
  it('AWS "JSONata functions provided by Step Functions": $partition cuts a list into lists of a size, the last may be shorter', async () => {
    expect(await value('$partition([0,1,2], 2)')).toEqual([[0, 1], [2]]);
    expect(await value('$partition([1,2,3,4], 2)')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await value('$partition([0], 5)')).toEqual([[0]]);
    expect(await errorOf('$partition([0], 0)')).toBe('States.QueryEvaluationError');
    expect(await errorOf('$partition([0], -1)')).toBe('States.QueryEvaluationError');
  });

  it('AWS "JSONata functions provided by Step Functions": $range goes from the first number to the last by a step, up or down', async () => {
    expect(await value('$range(0, 10, 2)')).toEqual([0, 2, 4, 6, 8, 10]);
    expect(await value('$range(0, 10, 3)')).toEqual([0, 3, 6, 9]);
    expect(await value('$range(3, 1, -1)')).toEqual([3, 2, 1]);
    // A range of one number is that number, as every sequence of JSONata.
    expect(await value('$range(1, 9, 9)')).toBe(1);
    expect(await errorOf('$range(1, 9, 0)')).toBe('States.QueryEvaluationError');
  });

  it('Spec "States.ArrayRange", whose equal $range is: at most 1,000 numbers', async () => {
    expect(await value('$count($range(1, 1000, 1))')).toBe(1000);
    expect(await errorOf('$range(0, 1000, 1)')).toBe('States.QueryEvaluationError');
  });

  it('AWS "JSONata functions provided by Step Functions": fractions are rounded down for JSONata’s own functions; ours refuse them', async () => {
    // The page does not say whether its own six round as well: refused, rather than guessed.
    expect(await errorOf('$range(0, 10, 1.5)')).toBe('States.QueryEvaluationError');
    expect(await errorOf('$partition([0], 1.5)')).toBe('States.QueryEvaluationError');
  });

  it.each([
    ['MD5', '70a17ffa722a3985b86d30b034ad06d7'],
    ['SHA-1', 'cce55e4309a753985bdd21919395fdc17daa11e4'],
    ['SHA-256', '3eeb7e96e59ce40f9cb1a089daba079fd699f6867a30f6634af8570967b2375a'],
  ])(
    'AWS "JSONata functions provided by Step Functions": $hash knows %s, and gives it in hexadecimal',
    async (name, hex) => {
      expect(await value(`$hash('order', '${name}')`)).toBe(hex);
    },
  );

  it('AWS "JSONata functions provided by Step Functions": $hash knows SHA-384 and SHA-512 too, and nothing else', async () => {
    expect(await value("$length($hash('order', 'SHA-384'))")).toBe(96);
    expect(await value("$length($hash('order', 'SHA-512'))")).toBe(128);
    expect(await errorOf("$hash('order', 'SHA-224')")).toBe('States.QueryEvaluationError');
    expect(await errorOf("$hash('order')")).toBe('States.QueryEvaluationError');
  });

  it('AWS "JSONata functions provided by Step Functions": $random gives a number from 0 to below 1', async () => {
    expect(await value('$random()', () => 0.75)).toBe(0.75);
    expect(await value('$random(7) >= 0 and $random(7) < 1')).toBe(true);
  });

  it('AWS "JSONata functions provided by Step Functions": $random gives the same number for the same seed', async () => {
    const [one, again, other] = [await value('$random(7)'), await value('$random(7)'), await value('$random(8)')];
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('AWS "JSONata functions provided by Step Functions": $uuid gives another id each time', async () => {
    // Where ids come from is said from outside; in the embedded stack they are version 4 UUIDs.
    const [one, other] = [await value('[$uuid(), $uuid()]')].flat();
    expect(typeof one).toBe('string');
    expect(one).not.toEqual(other);
  });

  it('AWS "JSONata functions provided by Step Functions": $parse reads JSON from text, and fails on what is none', async () => {
    expect(await value(`$parse('{"stage": [1, true, null]}')`)).toEqual({ stage: [1, true, null] });
    expect(await value("$parse('7')")).toBe(7);
    expect(await errorOf("$parse('{')")).toBe('States.QueryEvaluationError');
    expect(await errorOf("$parse('')")).toBe('States.QueryEvaluationError');
  });

  it('AWS "JSONata functions provided by Step Functions": there is no $eval; a definition with one is refused', () => {
    const refusal = refusalOf(withState(ending("{% $eval('1 + 1') %}")));
    expect(refusal).toMatchObject({ state: 'Only', field: 'Output' });
    expect(refusal?.message).toContain('$eval');
    expect(refusalOf(withState(ending("{% $map(['1'], $eval) %}")))?.field).toBe('Output');
  });
});

describe('JSONata’s own clock', () => {
  it('AWS "Transforming data with JSONata": $now and $millis are JSONata’s; their clock is that of the executions', async () => {
    expect(await value('$now()')).toBe('2026-11-23T12:00:00.000Z');
    expect(await value("$now('[Y]-[M01]-[D01] [H01]:[m01] [z]', '+0100')")).toBe('2026-11-23 13:00 GMT+01:00');
    expect(await value('$millis() - $toMillis($states.context.Execution.StartTime)')).toBe(0);
  });
});
