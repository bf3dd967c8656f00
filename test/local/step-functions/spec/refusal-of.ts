import { readProgram } from '../../../../local/step-functions/definition/read-program.ts';
import { UnsupportedDefinition } from '../../../../local/step-functions/definition/unsupported-definition.ts';
import { ending, machine } from '../workflow-bench.ts';

/** Why a definition is refused when it is put, or nothing when it is taken. */
export function refusalOf(definition: unknown): UnsupportedDefinition | undefined {
  try {
    readProgram(definition);
    return undefined;
  } catch (error) {
    if (error instanceof UnsupportedDefinition) return error;
    throw error;
  }
}

/** A state machine of this state, named Only, and of another to go to. */
export function withState(state: object, more: object = {}): object {
  return machine({ Only: state, Other: ending('') }, more);
}
