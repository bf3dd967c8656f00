import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/step-functions/json.ts';
import { Bench, ending } from '../workflow-bench.ts';
import { refusalOf, withState } from './refusal-of.ts';

async function outputOf(output: Json, input: Json): Promise<Json> {
  const bench = new Bench().put({ Tell: ending(output) });
  return bench.output(await bench.start(input));
}

describe('what expressions may not name', () => {
  it('Spec "JSONata Restrictions": $ and names without $ are there within a path or a predicate', async () => {
    const input = {
      lines: [
        { title: 'Teapot', quantity: 2 },
        { title: 'Cup', quantity: 6 },
      ],
      sizes: [1, 5],
    };
    expect(await outputOf('{% $states.input.lines[quantity > 2].title %}', input)).toBe('Cup');
    expect(await outputOf('{% $states.input.lines[$.quantity < 3].title %}', input)).toBe('Teapot');
    expect(await outputOf('{% $sum($states.input.lines.(quantity * 2)) %}', input)).toBe(16);
    expect(await outputOf('{% $states.input.sizes[$ > 2] %}', input)).toBe(5);
    expect(await outputOf('{% $states.input.lines^(>quantity).title %}', input)).toEqual(['Cup', 'Teapot']);
    expect(await outputOf('{% $states.input.lines{title: quantity} %}', input)).toEqual({ Teapot: 2, Cup: 6 });
    expect(await outputOf("{% $states.input ~> |lines|{'quantity': quantity * 2}| %}", input)).toMatchObject({
      lines: [{ quantity: 4 }, { quantity: 12 }],
    });
    expect(await outputOf('{% $states.input.lines#$i[$i = 1].title %}', input)).toBe('Cup');
    expect(await outputOf('{% $map($states.input.lines, function($line) { $line.quantity }) %}', input)).toEqual([
      2, 6,
    ]);
  });

  it.each([
    '$',
    '$.order',
    'order',
    'order.lines[0]',
    '*',
    '**.order',
    "stage = 'Closed'",
    '$exists(order)',
    "$states.input.late and stage = 'Closed'",
    "{ 'order': order }",
    '[1, order]',
    '-quantity',
    'late ? 1 : 2',
    '$states.input.late ? $ : 2',
    '($x := order; $x)',
    'order ~> $string',
    '(order).title',
    '$map($states.input.lines, function($line) { quantity })',
  ])(
    'Spec "JSONata Restrictions": there is no input document for $ and names without $: %s is refused',
    (expression) => {
      expect(refusalOf(withState(ending(`{% ${expression} %}`)))).toMatchObject({ state: 'Only', field: 'Output' });
    },
  );

  it.each(['$$', '$$.order', '$states.input.lines[quantity > $$.most]', '$states.input.(order = $$.order)'])(
    'Spec "JSONata Restrictions": $$ always means the input document: %s is refused',
    (expression) => {
      expect(refusalOf(withState(ending(`{% ${expression} %}`)))).toMatchObject({ state: 'Only', field: 'Output' });
    },
  );
});
