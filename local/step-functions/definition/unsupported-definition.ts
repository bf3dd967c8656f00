/**
 * A definition that is wrong, or that uses what this interpreter does not do. It is refused when it is put, by state and
 * field: nothing is ever half-understood at run time.
 */
export class UnsupportedDefinition extends Error {
  override readonly name = 'UnsupportedDefinition';
  /** Undefined for a field of the state machine itself. */
  readonly state: string | undefined;
  readonly field: string;

  constructor(state: string | undefined, field: string, why: string) {
    super(`${state === undefined ? 'State machine' : `State '${state}'`}, field '${field}': ${why}`);
    this.state = state;
    this.field = field;
  }
}
