import { isJsonObject } from '../json.ts';
import { Fields } from './fields.ts';
import type { Exit, Program, State } from './program.ts';
import { readState } from './read-state.ts';
import { UnsupportedDefinition } from './unsupported-definition.ts';

/**
 * Checks and compiles a parsed Amazon States Language definition, JSONata only. Throws UnsupportedDefinition for
 * whatever AWS would refuse and for whatever this interpreter does not do.
 */
export function readProgram(definition: unknown): Program {
  const fields = new Fields(undefined, '', definition);
  fields.text('Comment');
  if (fields.value('QueryLanguage') !== 'JSONata') throw fields.refuse('QueryLanguage', 'must be JSONata');
  if ((fields.text('Version') ?? '1.0') !== '1.0') throw fields.refuse('Version', 'must be 1.0');
  const timeoutSeconds = fields.number(
    'TimeoutSeconds',
    (value) => Number.isInteger(value) && value > 0 && value <= 99_999_999,
    'a positive whole number up to 99999999',
  );
  const startAt = fields.needText('StartAt');
  const states = readStates(fields);
  fields.done();
  if (!states.has(startAt)) throw fields.refuse('StartAt', `there is no state '${startAt}'`);
  return { definition, startAt, timeoutSeconds, states };
}

function readStates(fields: Fields): Map<string, State> {
  const raw = fields.value('States');
  if (!isJsonObject(raw) || Object.keys(raw).length === 0)
    throw fields.refuse('States', 'must name at least one state');
  const states = new Map<string, State>();
  for (const [name, state] of Object.entries(raw)) {
    if (Array.from(name).length > 80)
      throw new UnsupportedDefinition(name, 'States', 'a name has at most 80 characters');
    states.set(name, readState(name, state));
  }
  for (const state of states.values()) {
    for (const [field, { next }] of exitsOf(state)) {
      if (next !== undefined && !states.has(next)) {
        throw new UnsupportedDefinition(state.name, field, `there is no state '${next}'`);
      }
    }
  }
  return states;
}

/** Every way out of a state, with the field that names where it leads. */
function exitsOf(state: State): Array<[field: string, exit: Exit]> {
  switch (state.type) {
    case 'Task':
      return [['Next', state], ...state.catchers.map((exit, index) => pair(`Catch[${index}].Next`, exit))];
    case 'Choice': {
      const rules = state.rules.map((exit, index) => pair(`Choices[${index}].Next`, exit));
      return state.otherwise === undefined ? rules : [...rules, ['Default', state.otherwise]];
    }
    case 'Fail':
      return [];
    default:
      return [['Next', state]];
  }
}

function pair(field: string, exit: Exit): [string, Exit] {
  return [field, exit];
}
