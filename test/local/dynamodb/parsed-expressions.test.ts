import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import {
  rememberParsed,
  type ExpressionContext,
  type ParseExpression,
} from '../../../local/dynamodb/parsed-expressions.ts';

const load = createRequire(import.meta.url);
const parserOf = (kind: 'condition' | 'update'): ParseExpression => load(`dynalite/db/${kind}Parser`).parse;

interface Asked {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, object>;
}

/** What a parser answers, and what it left unused. */
function outcome(parse: ParseExpression, { expression, names, values }: Asked): object {
  const context: ExpressionContext = {
    attrNames: names,
    attrVals: values,
    unusedAttrNames: { ...names },
    unusedAttrVals: { ...values },
    isReserved: (name: string) => name === 'version',
    compare: () => false,
  };
  const unused = () => [Object.keys(context.unusedAttrNames), Object.keys(context.unusedAttrVals)];
  try {
    const tree = parse(expression, { context });
    // dynalite answers a message before it looks at what is unused.
    if (typeof tree === 'string') return { message: tree };
    return { tree, unused: unused(), same: valuesIn(tree, values ?? {}) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** The values of the request that stand in a tree, as the objects they are. */
function valuesIn(tree: unknown, values: Record<string, object>): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const name = Object.keys(values).find((each) => values[each] === tree);
  return name === undefined ? Object.values(tree).flatMap((part) => valuesIn(part, values)) : [name];
}

const number = (value: number): object => ({ N: String(value) });

const told: Record<'condition' | 'update', Asked[]> = {
  condition: [
    { expression: 'attribute_exists(pk)' },
    {
      expression: '#v = :v AND NOT contains(#f, :f)',
      names: { '#v': 'version', '#f': 'ids' },
      values: { ':v': number(1), ':f': { S: 'a' } },
    },
    {
      expression: '#v = :v AND NOT contains(#f, :f)',
      names: { '#v': 'version', '#f': 'ids' },
      values: { ':v': number(2), ':f': { S: 'b' } },
    },
    {
      expression: '#v = :v AND NOT contains(#f, :f)',
      names: { '#v': 'other', '#f': 'ids' },
      values: { ':v': number(2), ':f': { S: 'b' } },
    },
    { expression: '#v = :v', names: { '#v': 'version', '#f': 'ids' }, values: { ':v': number(2), ':f': { S: 'b' } } },
    { expression: 'size(a) > :n OR a = :n', values: { ':n': number(3) } },
    { expression: 'begins_with(sk, :s)', values: { ':s': { S: 'AT#' } } },
    { expression: 'begins_with(sk, :s)', values: { ':s': { N: '1' } } },
    { expression: 'a BETWEEN :x AND :y', values: { ':x': number(1), ':y': number(2) } },
    { expression: 'attribute_type(a, :t)', values: { ':t': { S: 'N' } } },
    { expression: 'attribute_type(a, :t)', values: { ':t': { S: 'neither' } } },
    { expression: 'version = :v', values: { ':v': number(1) } },
    { expression: 'a = :missing' },
    { expression: 'a = ' },
  ],
  update: [
    {
      expression: 'SET #a.b[2] = :a, n = if_not_exists(n, :zero) + :one REMOVE c',
      names: { '#a': 'version' },
      values: { ':a': { S: 'x' }, ':zero': number(0), ':one': number(1) },
    },
    {
      expression: 'SET #a.b[2] = :a, n = if_not_exists(n, :zero) + :one REMOVE c',
      names: { '#a': 'version' },
      values: { ':a': { S: 'y' }, ':zero': number(5), ':one': number(7) },
    },
    {
      expression: 'SET #a.b[2] = :a, n = if_not_exists(n, :zero) + :one REMOVE c',
      names: { '#a': 'version' },
      values: { ':a': { L: [] }, ':zero': { S: '' }, ':one': { S: '' } },
    },
    {
      expression: 'SET l = list_append(l, :l) ADD s :s DELETE t :s',
      values: { ':l': { L: [{ S: 'x' }] }, ':s': { SS: ['x'] } },
    },
    { expression: 'SET a = :a, a = :a', values: { ':a': number(1) } },
  ],
};

test.each(['condition', 'update'] as const)(
  'a remembered %s expression says what dynalite’s parser says, with the values of each request',
  (kind) => {
    const plain = parserOf(kind);
    let parsings = 0;
    const remembering = rememberParsed((expression, options) => {
      parsings += 1;
      return plain(expression, options);
    });
    for (const round of ['first', 'second']) {
      for (const asked of told[kind])
        expect([round, outcome(remembering, asked)]).toEqual([round, outcome(plain, asked)]);
    }
    expect(parsings).toBeLessThan(2 * told[kind].length);
  },
);

test('what one request does to its tree is not seen by the next', () => {
  const parse = rememberParsed(parserOf('update'));
  const asked = (): Asked => ({ expression: 'SET a = :a, b.c = :a', values: { ':a': { S: 'x' } } });
  const untouched = outcome(parserOf('update'), asked());
  spoil(outcome(parse, asked()));
  spoil(outcome(parse, asked()));
  expect(outcome(parse, asked())).toEqual(untouched);
});

function spoil(tree: object): void {
  for (const [key, part] of Object.entries(tree)) {
    if (typeof part === 'object' && part !== null) spoil(part);
    else Reflect.set(tree, key, 'spoilt');
  }
}

const twoNames = (): ExpressionContext => ({
  attrNames: { '#a': 'a', '#b': 'b' },
  unusedAttrNames: { '#a': true, '#b': true },
  unusedAttrVals: {},
  isReserved: () => false,
});

test('a name that only another expression of the request used counts as unused', () => {
  const parse = rememberParsed(parserOf('condition'));
  const both = twoNames();
  parse('attribute_exists(#a)', { context: both });
  parse('attribute_exists(#b)', { context: both });
  expect(both.unusedAttrNames).toEqual({});
  const one = twoNames();
  parse('attribute_exists(#b)', { context: one });
  expect(one.unusedAttrNames).toEqual({ '#a': true });
});
