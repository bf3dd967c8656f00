import { isJsonObject } from '../json.ts';
import type { Fields, Readable } from './fields.ts';
import type { Exit } from './program.ts';

/** `Next` or `End: true`, and what is put out and remembered on the way. */
export function readExit(fields: Fields, reads: readonly Readable[]): Exit {
  const next = fields.text('Next');
  const end = fields.value('End');
  if (end !== undefined && typeof end !== 'boolean') throw fields.refuse('End', 'must be true or false');
  if ((next === undefined) !== (end === true)) throw fields.refuse('Next', 'exactly one of Next and End is required');
  return { ...outputsOf(fields, reads), next };
}

/** `Assign` and `Output`, which a state, a rule and a catcher have alike. */
export function outputsOf(fields: Fields, reads: readonly Readable[]): Pick<Exit, 'assign' | 'output'> {
  const names = fields.value('Assign');
  if (names !== undefined && !isJsonObject(names)) throw fields.refuse('Assign', 'must be an object');
  for (const name of Object.keys(names ?? {})) {
    if (!isVariableName(name)) throw fields.refuse(`Assign.${name}`, 'is not the name of a variable');
    if (name === 'states') throw fields.refuse('Assign.states', 'is reserved');
  }
  return { assign: fields.template('Assign', reads), output: fields.template('Output', reads) };
}

/** A Unicode identifier of at most 80 characters ("State Machine Variables"): no underscore at its beginning. */
function isVariableName(name: string): boolean {
  return /^\p{ID_Start}\p{ID_Continue}*$/u.test(name) && Array.from(name).length <= 80;
}
