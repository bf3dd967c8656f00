import { deepFreeze, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { compile, evaluateExpression, type Expression, type Scope } from './expression.ts';

/**
 * A JSON value of a definition in which any string, at any depth, may be a `{% … %}` ("Using JSONata expressions"). What
 * holds no expression stays one literal, shared and frozen, and costs nothing to evaluate.
 */
export type Template =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly location: string }
  | { readonly kind: 'object'; readonly entries: ReadonlyArray<readonly [string, Template]> }
  | { readonly kind: 'array'; readonly items: readonly Template[] };

/** Compiles `value`; `location` names the field as AWS does in its errors ("Output/order"). */
export function compileTemplate(value: Json, location: string): Template {
  if (typeof value === 'string' && isExpression(value)) {
    return { kind: 'expression', expression: compile(expressionIn(value)), location };
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, `${location}[${index}]`));
    return items.every(isLiteral) ? literal(value) : { kind: 'array', items };
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(
      ([key, part]) => [key, compileTemplate(part, `${location}/${key}`)] as const,
    );
    return entries.every(([, part]) => isLiteral(part)) ? literal(value) : { kind: 'object', entries };
  }
  return literal(value);
}

/** Starts with `{%` and ends with `%}`, nothing around it. */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

/** The first string at any depth that begins as an expression or ends as one, but not both. AWS refuses those. */
export function halfExpressionIn(value: Json): string | undefined {
  if (typeof value === 'string') {
    const isHalf = (value.startsWith('{%') || value.endsWith('%}')) && !isExpression(value);
    return isHalf ? value : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const half = halfExpressionIn(part);
    if (half !== undefined) return half;
  }
  return undefined;
}

function expressionIn(text: string): string {
  return text.slice(2, -2).trim();
}

function literal(value: Json): Template {
  return { kind: 'literal', value: deepFreeze(value) };
}

function isLiteral(template: Template): boolean {
  return template.kind === 'literal';
}

/** All parts are evaluated in the same scope. Throws EvaluationError. */
export function evaluateTemplate(template: Template, scope: Scope): Json | Promise<Json> {
  switch (template.kind) {
    case 'literal':
      return template.value;
    case 'expression':
      return evaluateExpression(template.expression, template.location, scope);
    case 'object':
      return evaluateObject(template.entries, scope);
    default:
      return evaluateArray(template.items, scope);
  }
}

async function evaluateObject(entries: ReadonlyArray<readonly [string, Template]>, scope: Scope): Promise<JsonObject> {
  const result: JsonObject = {};
  for (const [key, part] of entries) {
    const value = evaluateTemplate(part, scope);
    // Awaiting what is there already would cost a turn of the queue for each of a thousand literals.
    result[key] = value instanceof Promise ? await value : value;
  }
  return result;
}

async function evaluateArray(items: readonly Template[], scope: Scope): Promise<Json[]> {
  const result: Json[] = [];
  for (const item of items) {
    const value = evaluateTemplate(item, scope);
    result.push(value instanceof Promise ? await value : value);
  }
  return result;
}

/** Every expression of a template with its place, for the checks at load. */
export function* expressionsIn(template: Template): Generator<{ expression: Expression; location: string }> {
  if (template.kind === 'expression') yield template;
  if (template.kind === 'object') for (const [, part] of template.entries) yield* expressionsIn(part);
  if (template.kind === 'array') for (const item of template.items) yield* expressionsIn(item);
}
