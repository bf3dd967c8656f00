import type { ExprNode } from 'jsonata';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * Most expressions of a workflow only fetch: `$order`, `$states.input.order`, `'ORDER#' & $order`, `$stage = 'Closed'`.
 * The JSONata engine takes microseconds and several turns of the microtask queue for each; this reads them directly, as
 * long as it meets nothing but plain objects and primitives. Whatever else it meets (an array on the way, an unknown
 * variable, another kind of value) it leaves to the engine, so that there is one meaning, not two.
 */
export type Quick = (bindings: Bindings) => Json | undefined | typeof LEAVE_IT;
export type Bindings = Readonly<JsonObject>;

/** "Not for me": the engine decides. */
export const LEAVE_IT: unique symbol = Symbol('left to the JSONata engine');

/** The direct reader of an expression, if it is of a kind that has one. */
export function quickReaderOf(node: ExprNode): Quick | undefined {
  // The typings know no 'path'.
  const type: string = node.type;
  switch (type) {
    case 'string':
    case 'number':
    case 'value':
      return literal(node.value);
    case 'variable':
      return plain(node) ? variable(String(node.value)) : undefined;
    case 'path':
      return path(node);
    case 'binary':
      return binary(node);
    default:
      return undefined;
  }
}

function literal(value: Json): Quick {
  return () => value;
}

function variable(name: string): Quick | undefined {
  // `$` and `$$` are the input document, of which there is none.
  if (name === '' || name === '$') return undefined;
  return (bindings) => (Object.hasOwn(bindings, name) ? bindings[name] : LEAVE_IT);
}

function path(node: ExprNode): Quick | undefined {
  const [first, ...names] = node.steps ?? [];
  if (!plain(node) || first?.type !== 'variable' || !plain(first)) return undefined;
  if (names.some((step) => step.type !== 'name' || !plain(step))) return undefined;
  const start = variable(String(first.value));
  const keys = names.map((step) => String(step.value));
  if (start === undefined) return undefined;
  return (bindings) => {
    let value = start(bindings);
    for (const key of keys) {
      if (value === LEAVE_IT || Array.isArray(value)) return LEAVE_IT;
      if (!isJsonObject(value)) return undefined;
      value = Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value;
  };
}

function binary(node: ExprNode): Quick | undefined {
  const join = operator(String(node.value));
  if (join === undefined || !plain(node) || Array.isArray(node.lhs) || !node.lhs || !node.rhs) return undefined;
  const [left, right] = [quickReaderOf(node.lhs), quickReaderOf(node.rhs)];
  if (left === undefined || right === undefined) return undefined;
  return (bindings) => join(left(bindings), right(bindings));
}

type Operand = ReturnType<Quick>;

function operator(name: string): ((left: Operand, right: Operand) => Operand) | undefined {
  switch (name) {
    case '&':
      return (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : LEAVE_IT);
    case '=':
      return (left, right) => (primitive(left) && primitive(right) ? left === right : LEAVE_IT);
    case '!=':
      return (left, right) => (primitive(left) && primitive(right) ? left !== right : LEAVE_IT);
    default:
      return undefined;
  }
}

function primitive(value: Operand): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Nothing hangs on the node that changes what it means: no predicate, grouping, sorting, binding or `[]`. */
function plain(node: ExprNode): boolean {
  const known = new Set(['type', 'value', 'position', 'steps', 'lhs', 'rhs']);
  return Object.keys(node).every((key) => known.has(key));
}
