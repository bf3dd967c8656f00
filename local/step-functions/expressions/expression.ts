import jsonata, { type ExprNode } from 'jsonata';
import { isJsonObject, type Json, type JsonObject, typeName } from '../json.ts';
import { addAwsFunctions, type Ports } from './aws-functions.ts';
import { readsInputDocument } from './input-document.ts';
import { type Bindings, LEAVE_IT, type Quick, quickReaderOf } from './quick-path.ts';

/** Where an expression is evaluated: the variables, `$states`, and what it may ask of the outside. */
export interface Scope {
  readonly bindings: Bindings;
  readonly ports: Ports;
}

/** A compiled `{% … %}`. The same text is compiled once per process. */
export interface Expression {
  readonly source: string;
  /** What it reads of `$states`: input, result, errorOutput, context, or everything. */
  readonly reads: ReadonlySet<string>;
  /** The variables and functions it names. */
  readonly names: ReadonlySet<string>;
  /** Whether it reads the input document, of which there is none. */
  readonly readsInputDocument: boolean;
  readonly quick: Quick | undefined;
  readonly evaluate: (scope: Scope) => Promise<unknown>;
}

/** An expression that gave no JSON: AWS's States.QueryEvaluationError. `location` is the field, "Output/order". */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly location: string;

  constructor(location: string, message: string) {
    super(message);
    this.location = location;
  }
}

const compiled = new Map<string, Expression>();

/** Compiles JSONata, without its `{% %}`. Throws the engine's error when it is not JSONata. */
export function compile(source: string): Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const engine = jsonata(source);
  // A frame is made while `evaluate` runs its first, synchronous part: that is when the scope is taken.
  let entering: Ports | undefined;
  addAwsFunctions(engine, () => {
    const ports = entering;
    entering = undefined;
    return ports;
  });
  const { reads, names } = namesIn(engine.ast());
  const expression: Expression = {
    source,
    reads,
    names,
    readsInputDocument: readsInputDocument(engine.ast()),
    quick: quickReaderOf(engine.ast()),
    evaluate: (scope) => {
      entering = scope.ports;
      return engine.evaluate(undefined, scope.bindings) as Promise<unknown>;
    },
  };
  compiled.set(source, expression);
  return expression;
}

/** The value of an expression as JSON, or an EvaluationError in AWS's words. */
export function evaluateExpression(expression: Expression, location: string, scope: Scope): Json | Promise<Json> {
  const value = expression.quick === undefined ? LEAVE_IT : expression.quick(scope.bindings);
  if (value === LEAVE_IT) return evaluateByEngine(expression, location, scope);
  if (value === undefined) throw gaveNothing(expression, location);
  return value;
}

async function evaluateByEngine(expression: Expression, location: string, scope: Scope): Promise<Json> {
  let value: unknown;
  try {
    value = await expression.evaluate(scope);
  } catch (error) {
    const said = `threw an error during evaluation. ${engineError(error)}`;
    throw new EvaluationError(location, `${saying(expression, location)} ${said}`);
  }
  if (value === undefined) throw gaveNothing(expression, location);
  const json = asJson(value);
  if (json === NOT_JSON) {
    throw new EvaluationError(location, `${saying(expression, location)} returned an unsupported result type.`);
  }
  return json;
}

/** The engine throws plain objects with a code ("T1006: Attempted to invoke a non-function"), functions throw errors. */
export function engineError(thrown: unknown): string {
  const code = isJsonObject(thrown) && typeof thrown['code'] === 'string' ? `${thrown['code']}: ` : '';
  const message = isJsonObject(thrown) && 'message' in thrown ? thrown['message'] : thrown;
  return `${code}${String(message)}`;
}

/** The error for a value of the wrong type, in AWS's words. */
export function unexpectedType(source: string, location: string, expected: string, value: Json): EvaluationError {
  const what = `returned an unexpected result type. Expected '${expected}', but was '${typeName(value)}' for value:`;
  return new EvaluationError(
    location,
    `The JSONata expression '${source}' specified for the field '${location}' ${what} ${JSON.stringify(value)}`,
  );
}

function gaveNothing(expression: Expression, location: string): EvaluationError {
  return new EvaluationError(location, `${saying(expression, location)} returned nothing (undefined).`);
}

function saying(expression: Expression, location: string): string {
  return `The JSONata expression '${expression.source}' specified for the field '${location}'`;
}

const NOT_JSON: unique symbol = Symbol('not JSON');

/**
 * What the engine returned as plain JSON. The engine marks its arrays with hidden flags that change what they mean in
 * the next expression; on AWS every value passes through JSON in between, so marked arrays are copied. Unmarked values
 * are handed on as they are.
 */
function asJson(value: unknown): Json | typeof NOT_JSON {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : NOT_JSON;
  if (Array.isArray(value)) return asArray(value);
  if (!isJsonObject(value) || '_jsonata_lambda' in value || '_jsonata_function' in value) return NOT_JSON;
  return asObject(value);
}

function asArray(value: Json[]): Json[] | typeof NOT_JSON {
  let same = !('sequence' in value || 'cons' in value || 'keepSingleton' in value || 'outerWrapper' in value);
  const copy: Json[] = [];
  for (const item of value) {
    const json = asJson(item);
    if (json === NOT_JSON) return NOT_JSON;
    if (json !== item) same = false;
    copy.push(json);
  }
  return same ? value : copy;
}

function asObject(value: JsonObject): Json | typeof NOT_JSON {
  let same = true;
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries<Json | undefined>(value)) {
    if (item === undefined) {
      same = false;
      continue;
    }
    const json = asJson(item);
    if (json === NOT_JSON) return NOT_JSON;
    if (json !== item) same = false;
    copy[key] = json;
  }
  return same ? value : copy;
}

/** Walks a syntax tree for the names it uses and for what it reads of `$states`. */
function namesIn(tree: ExprNode): { reads: Set<string>; names: Set<string> } {
  const reads = new Set<string>();
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isJsonObject(node)) return;
    const { type, value, steps } = node;
    if (type === 'variable' && typeof value === 'string') names.add(value);
    const [first, second] = type === 'path' && Array.isArray(steps) ? steps : [];
    if (isJsonObject(first) && first['type'] === 'variable' && first['value'] === 'states') {
      const name = isJsonObject(second) && second['type'] === 'name' ? second['value'] : '*';
      if (typeof name === 'string') reads.add(name);
    }
    Object.values(node).forEach(visit);
  };
  visit(tree);
  return { reads, names };
}
