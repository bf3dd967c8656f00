import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** A stay in one state, for people who look at an execution. Instants are ISO 8601. */
export interface StateStay {
  readonly name: string;
  readonly enteredAt: string;
  leftAt?: string;
  /** The error that made it leave by a Catch, or that ended the execution there. */
  error?: string;
}

/** The states an execution went through, in order, from its whole history in order of time. */
export function statesOf(history: readonly HistoryEvent[]): StateStay[] {
  const stays: StateStay[] = [];
  let here: StateStay | undefined;
  let failed: string | undefined;
  for (const event of history) {
    const at = event.timestamp?.toISOString() ?? '';
    const entered = event.stateEnteredEventDetails;
    if (entered !== undefined) {
      here = { name: entered.name ?? '', enteredAt: at };
      stays.push(here);
      failed = undefined;
      continue;
    }
    const ends = event.type?.startsWith('Execution') === true && event.type !== 'ExecutionStarted';
    if (here !== undefined && (event.stateExitedEventDetails !== undefined || ends)) {
      here.leftAt = at;
      const error = failed ?? event.executionFailedEventDetails?.error;
      if (error !== undefined) here.error = error;
      here = undefined;
    }
    failed = errorOf(event) ?? (isNewTry(event) ? undefined : failed);
  }
  return stays;
}

/** A task that is tried again or has succeeded does not leave by the error it had before. */
function isNewTry(event: HistoryEvent): boolean {
  return event.type === 'TaskScheduled' || event.type === 'TaskSucceeded';
}

function errorOf(event: HistoryEvent): string | undefined {
  const { taskFailedEventDetails: failed, taskTimedOutEventDetails: late, evaluationFailedEventDetails: wrong } = event;
  return failed?.error ?? late?.error ?? wrong?.error;
}
