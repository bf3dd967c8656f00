import type { StateType } from '../definition/program.ts';
import type { Json, JsonObject } from '../json.ts';

/**
 * What happened in an execution, as kept: one small object an event, values shared with the execution. Its id is its
 * position counted from one. `previous` is there only where AWS does not name the event before.
 *
 * The list is all that an execution is: what it waits for, its variables and its retries are read back from it.
 */
export type Recorded = { readonly at: number; readonly previous?: number } & Happening;

export type Happening =
  | { readonly type: 'ExecutionStarted'; readonly input: Json }
  | StateEntered
  | StateExited
  | TaskScheduled
  | { readonly type: 'TaskStarted' }
  | { readonly type: 'TaskSubmitted'; readonly output: Json }
  | TaskSucceeded
  | TaskFailed
  | TaskTimedOut
  | EvaluationFailed
  | ExecutionEnded;

export interface StateEntered {
  readonly type: `${StateType}StateEntered`;
  readonly name: string;
  readonly input: Json;
}

export interface StateExited {
  readonly type: `${Exclude<StateType, 'Fail'>}StateExited`;
  readonly name: string;
  readonly output: Json;
  readonly assigned?: JsonObject;
  /** Where it leads; absent at the end. Not part of AWS's history: a recovered execution goes there. */
  readonly next?: string;
}

export interface TaskScheduled {
  readonly type: 'TaskScheduled';
  readonly parameters: JsonObject;
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
}

export interface TaskSucceeded {
  readonly type: 'TaskSucceeded';
  readonly output: Json;
}

export interface TaskFailed {
  readonly type: 'TaskFailed';
  readonly error?: string;
  readonly cause?: string;
}

export interface TaskTimedOut {
  readonly type: 'TaskTimedOut';
  /** The heartbeat was missed, rather than the time-out reached. */
  readonly heartbeat?: true;
}

export interface EvaluationFailed {
  readonly type: 'EvaluationFailed';
  readonly state: string;
  readonly location: string;
  readonly error: string;
  readonly cause: string;
  /** No Retry or Catch is asked: it happened outside a task, or in a catcher. */
  readonly final?: true;
}

export type ExecutionEnded =
  | { readonly type: 'ExecutionSucceeded'; readonly output: Json }
  | { readonly type: 'ExecutionFailed'; readonly error?: string; readonly cause?: string }
  | { readonly type: 'ExecutionAborted'; readonly error?: string; readonly cause?: string }
  | { readonly type: 'ExecutionTimedOut' };

export function isEntered(event: Recorded): event is Recorded & StateEntered {
  return event.type.endsWith('StateEntered');
}

export function isExited(event: Recorded): event is Recorded & StateExited {
  return event.type.endsWith('StateExited');
}

/** An execution ends in FAILED when its history reaches this many events. */
export const HISTORY_LIMIT = 25_000;
