import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { type Attempt, type Execution, take, takeRetry, type Visit } from './execution.ts';
import { type ExecutionEnded, type Happening, HISTORY_LIMIT, isEntered, type Recorded } from './history/recorded.ts';
import type { JournalEntry } from './journal-entries.ts';

/** Control flow, not an error: the execution has ended meanwhile, and whoever still works on it stops here. */
export class ExecutionOver extends Error {
  override readonly name = 'ExecutionOver';
}

/**
 * Everything that happens to executions goes through here: written to the journal first, then taken into the execution.
 * An answer given after that is an answer that holds.
 */
export class Ledger {
  private readonly clock: Clock;
  private readonly journal: Journal<JournalEntry> | undefined;
  private readonly ended: (execution: Execution) => void;

  constructor(clock: Clock, journal: Journal<JournalEntry> | undefined, ended: (execution: Execution) => void) {
    this.clock = clock;
    this.journal = journal;
    this.ended = ended;
  }

  /** Throws ExecutionOver when there is nothing to add to any more. */
  record(execution: Execution, happening: Happening, previous?: number): void {
    if (execution.status !== 'RUNNING') throw new ExecutionOver();
    if (execution.history.length >= HISTORY_LIMIT - 1) {
      const cause = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`;
      this.end(execution, { type: 'ExecutionFailed', error: 'States.Runtime', cause });
      throw new ExecutionOver();
    }
    this.write(execution, happening, previous);
  }

  end(execution: Execution, ending: ExecutionEnded): void {
    if (execution.status !== 'RUNNING') return;
    const { visit } = execution;
    if (visit?.attempt !== undefined) close(visit.attempt);
    visit?.alarm?.cancel();
    execution.deadline?.cancel();
    execution.deadline = undefined;
    // So AWS numbers them: a stop and a time-out come from outside the chain of events.
    const fromOutside = ending.type === 'ExecutionAborted' || ending.type === 'ExecutionTimedOut';
    this.write(execution, ending, fromOutside ? 0 : undefined);
    this.ended(execution);
  }

  retry(execution: Execution, visit: Visit, retrier: number, dueAt: number): void {
    if (execution.status !== 'RUNNING') throw new ExecutionOver();
    this.journal?.append({ kind: 'retry', x: execution.arn, retrier, dueAt });
    takeRetry(visit, retrier, dueAt);
  }

  waitUntil(execution: Execution, visit: Visit, until: number): void {
    if (execution.status !== 'RUNNING') throw new ExecutionOver();
    this.journal?.append({ kind: 'until', x: execution.arn, until });
    visit.waitUntil = until;
  }

  beat(execution: Execution, attempt: Attempt): void {
    const at = this.clock.now();
    this.journal?.append({ kind: 'beat', x: execution.arn, at });
    attempt.lastBeatAt = at;
  }

  private write(execution: Execution, happening: Happening, previous: number | undefined): void {
    const at = this.clock.now();
    const event: Recorded = previous === undefined ? { at, ...happening } : { at, previous, ...happening };
    this.journal?.append({ kind: 'event', x: execution.arn, event: lean(event) });
    take(execution, event);
  }
}

/** The input of a state is the output of the one before: it is not written twice. */
function lean(event: Recorded): Recorded {
  return isEntered(event) ? { ...event, input: null } : event;
}

/** No outcome counts for the attempt any more. */
export function close(attempt: Attempt): void {
  attempt.open = false;
  attempt.timeout?.cancel();
  attempt.heart?.cancel();
}
