import type { Template } from '../expressions/template.ts';
import type { Integration } from '../integrations.ts';

/** A state machine's definition, checked and compiled. */
export interface Program {
  /** As it was put. */
  readonly definition: unknown;
  readonly startAt: string;
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
}

export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;
export type StateType = State['type'];

/** What a state, a catcher or a choice rule does on the way out. */
export interface Exit {
  readonly assign: Template | undefined;
  readonly output: Template | undefined;
  /** Undefined ends the execution. */
  readonly next: string | undefined;
}

export interface TaskState extends Exit {
  readonly type: 'Task';
  readonly name: string;
  readonly integration: Integration;
  readonly arguments: Template;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
  readonly retriers: readonly Retrier[];
  readonly catchers: readonly Catcher[];
}

export interface ChoiceState {
  readonly type: 'Choice';
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Taken when no rule matches. */
  readonly otherwise: Exit | undefined;
}

export interface Rule extends Exit {
  readonly condition: Template;
}

export interface WaitState extends Exit {
  readonly type: 'Wait';
  readonly name: string;
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
}

export interface PassState extends Exit {
  readonly type: 'Pass';
  readonly name: string;
}

export interface SucceedState extends Exit {
  readonly type: 'Succeed';
  readonly name: string;
}

export interface FailState {
  readonly type: 'Fail';
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: 'FULL' | 'NONE';
}

export interface Catcher extends Exit {
  readonly errorEquals: readonly string[];
}
