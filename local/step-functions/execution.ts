import type { Alarm } from './alarm.ts';
import type { Program, State } from './definition/program.ts';
import { isEntered, isExited, type Recorded } from './history/recorded.ts';
import { type Json, type JsonObject, parseJson } from './json.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What an execution is from its start on. */
export interface Start {
  readonly arn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly roleArn: string;
  /** The definition it keeps for life. */
  readonly program: Program;
  readonly programHash: string;
  readonly inputText: string;
  readonly startedAt: number;
}

/** One run of a state machine. */
export interface Execution extends Start {
  readonly history: Recorded[];
  readonly input: Json;
  status: Status;
  variables: JsonObject;
  stoppedAt: number | undefined;
  /** The state it is in, while it runs. */
  visit: Visit | undefined;
  /** When it is over even if nothing happens. */
  deadline: Alarm | undefined;
  /** What it went through is not known any more, only how it ended. */
  forgotten?: true;
}

/** A stay in one state. */
export interface Visit {
  readonly state: State;
  readonly input: Json;
  readonly enteredAt: number;
  readonly enteredEvent: number;
  /** How often each retrier was used, by its position. */
  readonly retriesBy: number[];
  retryCount: number;
  attempt: Attempt | undefined;
  /** When a retry is due; while it is ahead nothing else goes on in the state. */
  retryAt: number | undefined;
  /** Until when a Wait state waits. */
  waitUntil: number | undefined;
  /** Rings for the retry or the end of the wait. */
  alarm: Alarm | undefined;
}

/** One try at a task: from TaskScheduled to its outcome. */
export interface Attempt {
  readonly scheduledEvent: number;
  readonly parameters: JsonObject;
  readonly timeoutAt: number | undefined;
  readonly heartbeatMillis: number | undefined;
  lastBeatAt: number;
  /** False once there is an outcome: whatever comes later is too late. */
  open: boolean;
  timeout: Alarm | undefined;
  heart: Alarm | undefined;
}

export function newExecution(start: Start): Execution {
  return {
    ...start,
    input: parseJson(start.inputText),
    history: [],
    status: 'RUNNING',
    variables: {},
    stoppedAt: undefined,
    visit: undefined,
    deadline: undefined,
  };
}

const STATUS_AFTER: Readonly<Record<string, Status>> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionAborted: 'ABORTED',
  ExecutionTimedOut: 'TIMED_OUT',
};

/**
 * Takes one event into the execution: the only place where an event changes it, whether it happens now or is read back
 * from the journal.
 */
export function take(execution: Execution, event: Recorded): void {
  execution.history.push(event);
  const { visit } = execution;
  if (isEntered(event)) {
    const state = execution.program.states.get(event.name);
    if (state === undefined) throw new TypeError(`No state ${event.name} in the definition of ${execution.arn}`);
    execution.visit = newVisit(state, event.input, event.at, execution.history.length);
  } else if (isExited(event)) {
    execution.visit = undefined;
    if (event.assigned !== undefined) execution.variables = { ...execution.variables, ...event.assigned };
  } else if (event.type === 'TaskScheduled' && visit !== undefined) {
    visit.retryAt = undefined;
    visit.attempt = newAttempt(event, execution.history.length);
  } else if (event.type in STATUS_AFTER) {
    execution.status = STATUS_AFTER[event.type]!;
    execution.stoppedAt = event.at;
    execution.visit = undefined;
    // Nobody reads them any more, and ten thousand closed executions are kept.
    execution.variables = {};
  }
}

/** A retry was decided: which retrier, and for when. */
export function takeRetry(visit: Visit, retrier: number, dueAt: number): void {
  visit.retriesBy[retrier] = (visit.retriesBy[retrier] ?? 0) + 1;
  visit.retryCount += 1;
  visit.retryAt = dueAt;
}

function newVisit(state: State, input: Json, enteredAt: number, enteredEvent: number): Visit {
  return {
    state,
    input,
    enteredAt,
    enteredEvent,
    retriesBy: [],
    retryCount: 0,
    attempt: undefined,
    retryAt: undefined,
    waitUntil: undefined,
    alarm: undefined,
  };
}

function newAttempt(event: Recorded & { type: 'TaskScheduled' }, scheduledEvent: number): Attempt {
  const { at, parameters, timeoutSeconds, heartbeatSeconds } = event;
  return {
    scheduledEvent,
    parameters,
    timeoutAt: timeoutSeconds === undefined ? undefined : at + timeoutSeconds * 1000,
    heartbeatMillis: heartbeatSeconds === undefined ? undefined : heartbeatSeconds * 1000,
    lastBeatAt: at,
    open: true,
    timeout: undefined,
    heart: undefined,
  };
}

/** Lets go of what a closed execution went through, as AWS does after 90 days; how it ended stays. */
export function forget(execution: Execution): void {
  if (execution.status === 'RUNNING') throw new TypeError(`${execution.arn} still runs: its history is what it is.`);
  execution.history.splice(0, execution.history.length - 1);
  execution.forgotten = true;
}

/** How it ended, or nothing while it runs. */
export function endOf(execution: Execution): { output?: Json; error?: string; cause?: string } {
  const last = execution.history.at(-1);
  switch (last?.type) {
    case 'ExecutionSucceeded':
      return { output: last.output };
    case 'ExecutionFailed':
    case 'ExecutionAborted':
      return { error: last.error, cause: last.cause };
    default:
      return {};
  }
}
