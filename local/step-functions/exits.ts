import type { Exit } from './definition/program.ts';
import type { Visit } from './execution.ts';
import { EvaluationError, type Scope, unexpectedType } from './expressions/expression.ts';
import { evaluateTemplate, type Template } from './expressions/template.ts';
import { parseInstant } from './instants.ts';
import {
  exceedsPayloadLimit,
  exceedTogether,
  isJsonObject,
  type Json,
  type JsonObject,
  PAYLOAD_LIMIT_BYTES,
} from './json.ts';

const VARIABLES_LIMIT_BYTES = 10 * 1024 * 1024;

/** Where an execution goes: to a state with this input, or with `to` undefined to its end with this output. */
export interface Move {
  readonly to: string | undefined;
  readonly output: Json;
}

/** A payload over 256 KiB: States.DataLimitExceeded. */
export class DataLimitExceeded extends Error {
  override readonly name = 'DataLimitExceeded';

  constructor(what: string) {
    super(
      `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    );
  }
}

/**
 * What a state puts out and remembers on its way out. `Assign` and `Output` are evaluated in the same scope: neither sees
 * what the other makes, and both see the variables as they were. Throws EvaluationError or DataLimitExceeded.
 */
export async function evaluateExit(
  exit: Exit,
  visit: Visit,
  scope: Scope,
  byDefault: Json,
): Promise<{ output: Json; assigned?: JsonObject }> {
  const assigned = exit.assign === undefined ? undefined : await evaluateObject(exit.assign, scope);
  const output = exit.output === undefined ? byDefault : await evaluateTemplate(exit.output, scope);
  if (exceedsPayloadLimit(output)) throw new DataLimitExceeded(visit.state.name);
  if (assigned === undefined) return { output };
  if (exceedsVariableLimits(assigned, scope)) throw new DataLimitExceeded(visit.state.name);
  return { output, assigned };
}

/** What one Assign sets, and what an execution may hold in all ("Passing data between states with variables", limits). */
function exceedsVariableLimits(assigned: JsonObject, scope: Scope): boolean {
  if (exceedTogether(Object.values(assigned), PAYLOAD_LIMIT_BYTES)) return true;
  const { states: _states, ...variables } = { ...scope.bindings, ...assigned };
  return exceedTogether(Object.values(variables), VARIABLES_LIMIT_BYTES);
}

async function evaluateObject(template: Template, scope: Scope): Promise<JsonObject> {
  const value = await evaluateTemplate(template, scope);
  if (!isJsonObject(value)) throw new TypeError('Assign was checked to be an object');
  return value;
}

/** A whole number from `least`, as TimeoutSeconds, HeartbeatSeconds and Seconds want it. */
export async function wholeNumber(field: string, template: Template, least: number, scope: Scope): Promise<number> {
  const value = await evaluateTemplate(template, scope);
  if (typeof value !== 'number') throw unexpectedType(sourceOf(template), field, 'number', value);
  if (!Number.isInteger(value) || value < least || value > 99_999_999) {
    throw new EvaluationError(field, `${field} must be a whole number from ${least} to 99999999 but was: ${value}`);
  }
  return value;
}

export async function text(field: string, template: Template, scope: Scope): Promise<string> {
  const value = await evaluateTemplate(template, scope);
  if (typeof value !== 'string') throw unexpectedType(sourceOf(template), field, 'string', value);
  return value;
}

/** The expression as written, for the words of an error. */
export function sourceOf(template: Template): string {
  return template.kind === 'expression' ? template.expression.source : '';
}

/** An instant, or an EvaluationError in AWS's words. */
export function instantOf(field: string, written: string): number {
  const instant = parseInstant(written);
  if (instant === undefined) {
    const why = 'field cannot be parsed as an ISO-8601 extended offset date-time format string:';
    throw new EvaluationError(field, `The ${field} ${why} ${written}`);
  }
  return instant;
}
