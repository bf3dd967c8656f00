/**
 * What can go wrong around an order, and how long it may show. A fault is armed when its turn in the story comes and
 * strikes at the next occasion: the next call, mail, record or execution that it is about.
 */
export type Mortal = 'messenger' | 'relay' | 'sweep' | 'note-execution-end';

export type Fault =
  /** The function dies at its n-th call of a port, before or after the call takes effect. */
  | {
      readonly fault: 'dies';
      readonly who: Mortal;
      readonly call: number;
      readonly when: 'before' | 'after';
      readonly as: 'exit' | 'timeout' | 'hang';
    }
  /** The messenger's n-th call takes so long. */
  | { readonly fault: 'slow'; readonly call: number; readonly seconds: number }
  /** The function's n-th call is refused by the database. */
  | { readonly fault: 'refused'; readonly who: Mortal; readonly call: number }
  | { readonly fault: 'mail'; readonly how: 'refused' | 'breaks-before' | 'breaks-after'; readonly times: number }
  | { readonly fault: 'mail-events'; readonly how: 'late' | 'twice' | 'never'; readonly times: number }
  | {
      readonly fault: 'records';
      readonly how: 'dropped' | 'repeated' | 'late';
      readonly times: number;
      readonly minutes: number;
    }
  /** A record of long ago comes once more. */
  | { readonly fault: 'replay' }
  | { readonly fault: 'killed'; readonly noted: boolean }
  | { readonly fault: 'workflow-down'; readonly hours: number }
  /** Somebody else writes between judgement and claim. */
  | { readonly fault: 'race'; readonly times: number }
  /** The workflow's own write is refused by the database, before or after it took effect. */
  | { readonly fault: 'waits-throttled'; readonly times: number; readonly when: 'before' | 'after' }
  /** Another definition is deployed: what runs keeps its own. */
  | { readonly fault: 'deploy' };

export type FaultKind = Fault['fault'];

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * For how long after it struck a fault may delay what is due: from the retry policies of workflows/retries.ts, the
 * queue's hiding time (infra: six time-outs of the relay) and the sweep's hour. After that everything is on time again.
 */
export const heals = {
  /** A function is tried again after at most 60 s (`functionIsBusy`); it may hang for the state's 60 s before. */
  tried: 2 * minute + second,
  /** A claim nobody can tell the fate of: 20 minutes, and the last interval of `messageIsUnsettled`. */
  unsettled: 40 * minute,
  /** `messageIsRefused`: at most an hour apart. */
  refused: 61 * minute,
  /** ring-again shows a message again after six minutes. */
  rung: 7 * minute,
  /** The sweep comes each hour and looks at what is a quarter of an hour late; then the queue rings. */
  swept: 75 * minute + 7 * minute,
  /** An execution that died unheard: the next sweep, and what it left unsettled. */
  unheard: hour + 47 * minute,
} as const;

/** Something was wrong from one instant to another, after which nothing it delayed may still be late. */
export interface Disturbance {
  readonly kind: FaultKind;
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

export class Died extends Error {
  override readonly name: string;
  constructor(as: 'exit' | 'timeout' | 'hang') {
    super(`the function is gone (${as})`);
    this.name = as === 'exit' ? 'Runtime.ExitError' : as === 'timeout' ? 'Sandbox.Timedout' : 'Hangs';
  }
}

export class Throttled extends Error {
  override readonly name = 'ProvisionedThroughputExceededException';
}
