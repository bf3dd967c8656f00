/** A pattern that uses something of EventBridge's language that is not implemented here. */
export class UnsupportedPattern extends Error {
  override readonly name = 'UnsupportedPattern';
}

export type Matcher = (event: unknown) => boolean;

type Test = (value: unknown) => boolean;

/**
 * Compiles an EventBridge pattern, as rules and event source mappings use them: exact values, `prefix`, `suffix`,
 * `exists`, `anything-but` (values or a prefix), `numeric`, `equals-ignore-case`.
 * @throws UnsupportedPattern naming anything else.
 */
export function compilePattern(pattern: unknown): Matcher {
  if (!isObject(pattern)) throw new UnsupportedPattern('A pattern is an object.');
  const fields = Object.entries(pattern).map(([field, wanted]): [string, Matcher] => {
    if (field.startsWith('$')) throw new UnsupportedPattern(`Patterns with ${field} are not implemented here.`);
    return [field, Array.isArray(wanted) ? anyOf(wanted) : compileNested(wanted)];
  });
  return (event) => fields.every(([field, matches]) => matches(isObject(event) ? event[field] : undefined));
}

function compileNested(pattern: unknown): Matcher {
  const matches = compilePattern(pattern);
  return (value) => (Array.isArray(value) ? value.some((each) => matches(each)) : matches(value));
}

function anyOf(wanted: unknown[]): Matcher {
  const tests = wanted.map(compileTest);
  return (value) => {
    const values = Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [value];
    return tests.some((test) => values.some((each) => test(each)));
  };
}

function compileTest(wanted: unknown): Test {
  if (!isObject(wanted)) return (value) => value === wanted;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(wanted);
  if (others.length > 0) throw new UnsupportedPattern(`${JSON.stringify(wanted)} has more than one comparison.`);
  switch (name) {
    case 'prefix':
      return onText(argument, (text, start) => text.startsWith(start));
    case 'suffix':
      return onText(argument, (text, end) => text.endsWith(end));
    case 'equals-ignore-case':
      return onText(argument, (text, same) => text.toLowerCase() === same.toLowerCase());
    case 'exists':
      // Only leaves exist: an object in that place is no value.
      return (value) => (value !== undefined && !isObject(value)) === argument;
    case 'anything-but':
      return anythingBut(argument);
    case 'numeric':
      return numeric(argument);
    default:
      throw new UnsupportedPattern(`Patterns with ${name || 'an empty comparison'} are not implemented here.`);
  }
}

function onText(argument: unknown, compare: (text: string, argument: string) => boolean): Test {
  if (typeof argument !== 'string') throw new UnsupportedPattern(`${JSON.stringify(argument)} is not a text.`);
  return (value) => typeof value === 'string' && compare(value, argument);
}

function anythingBut(argument: unknown): Test {
  if (isObject(argument)) {
    const excluded = compileTest(argument);
    return (value) => value !== undefined && !isObject(value) && !excluded(value);
  }
  const excluded = Array.isArray(argument) ? (argument as unknown[]) : [argument];
  return (value) => value !== undefined && !isObject(value) && !excluded.includes(value);
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function numeric(argument: unknown): Test {
  const parts = Array.isArray(argument) ? (argument as unknown[]) : [];
  const bounds: Array<(value: number) => boolean> = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [compare, bound] = [comparisons[String(parts[at])], parts[at + 1]];
    if (compare === undefined || typeof bound !== 'number') bounds.length = 0;
    if (compare === undefined || typeof bound !== 'number') break;
    bounds.push((value) => compare(value, bound));
  }
  if (bounds.length === 0) throw new UnsupportedPattern(`${JSON.stringify(argument)} is not a numeric comparison.`);
  return (value) => typeof value === 'number' && bounds.every((holds) => holds(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
