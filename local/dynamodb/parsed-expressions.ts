// Half of dynalite's work for a write is to parse its expressions, and a shop asks with the same few, each time with other
// values. What dynalite's own parser made of one is kept here, and given out again with the values of the day in it.

/** What an expression is parsed with, and what the parser strikes off: the names and values that the expression used. */
export interface ExpressionContext {
  attrNames?: Record<string, string> | null | undefined;
  attrVals?: Record<string, object> | null | undefined;
  unusedAttrNames: Record<string, unknown>;
  unusedAttrVals: Record<string, unknown>;
  isReserved?: (name: string) => boolean;
  /** Whether `left` stands in that relation to `right`: asked for the bounds of BETWEEN only. */
  compare?: (relation: string, left: object, right: object) => boolean;
}

export type ParseExpression = (expression: string, options: { context: ExpressionContext }) => unknown;

interface Parsed {
  /** As the parser made it, with a `Hole` in place of each value. */
  tree: unknown;
  usedNames: readonly string[];
  usedValues: readonly string[];
}

/** Where a value of the request goes. */
class Hole {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** These are judged by the values themselves, everything else by their types: the bounds' order, and the type that is named. */
const judgedByValue = /between|attribute_type/i;
/** A stack asks with some dozens; what people ask by hand must not be kept for ever. */
const mostKept = 2000;

/**
 * The same parser, with a memory. Its answer is each time a new tree, for dynalite writes into it. Errors are not kept,
 * nor are the messages that the parser answers for a wrong expression.
 */
export function rememberParsed(parse: ParseExpression): ParseExpression {
  const kept = new Map<string, Parsed>();
  return (expression, { context }) => {
    if (judgedByValue.test(expression)) return parse(expression, { context });
    const key = keyOf(expression, context);
    let known = kept.get(key);
    if (known === undefined) {
      const parsed = parseAlone(parse, expression, context);
      if (typeof parsed === 'string') return parsed;
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, parsed);
      known = parsed;
    }
    for (const name of known.usedNames) delete context.unusedAttrNames[name];
    for (const name of known.usedValues) delete context.unusedAttrVals[name];
    return filled(known.tree, context.attrVals ?? {});
  };
}

/** Parses an expression as if it stood alone in its request: what another one of the same request used is not struck off yet. */
function parseAlone(parse: ParseExpression, expression: string, context: ExpressionContext): Parsed | string {
  const [attrNames, attrVals] = [context.attrNames ?? {}, context.attrVals ?? {}];
  const [unusedAttrNames, unusedAttrVals] = [{ ...attrNames }, { ...attrVals }];
  const tree = parse(expression, { context: { ...context, unusedAttrNames, unusedAttrVals } });
  if (typeof tree === 'string') return tree;
  return {
    tree: withHoles(tree, new Map(Object.entries(attrVals).map(([name, value]) => [value, name]))),
    usedNames: Object.keys(attrNames).filter((name) => !(name in unusedAttrNames)),
    usedValues: Object.keys(attrVals).filter((name) => !(name in unusedAttrVals)),
  };
}

/** All that the parser's answer depends on: the names, and of each value its name and its type. */
function keyOf(expression: string, { attrNames, attrVals }: ExpressionContext): string {
  const types = Object.entries(attrVals ?? {}).map(([name, value]) => `${name} ${Object.keys(value)[0]}`);
  return JSON.stringify([expression, attrNames, types]);
}

/** A tree's copy with holes where the values are: the parser puts the very objects of the request into its tree. */
function withHoles(tree: unknown, names: ReadonlyMap<object, string>): unknown {
  return copied(tree, (part) => {
    const name = names.get(part);
    return name === undefined ? undefined : new Hole(name);
  });
}

function filled(tree: unknown, values: Record<string, object>): unknown {
  return copied(tree, (part) => (part instanceof Hole ? values[part.name] : undefined));
}

/** A deep copy, but for the parts that `instead` has something else for. */
function copied(tree: unknown, instead: (part: object) => unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  const other = instead(tree);
  if (other !== undefined) return other;
  if (Array.isArray(tree)) return tree.map((part) => copied(part, instead));
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(tree));
  for (const [key, part] of Object.entries(tree)) copy[key] = copied(part, instead);
  return copy;
}
