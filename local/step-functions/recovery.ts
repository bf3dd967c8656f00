import { type Execution, newExecution, take, takeRetry } from './execution.ts';
import { isEntered, isExited, type Recorded } from './history/recorded.ts';
import type { JournalEntry, StartEntry } from './journal-entries.ts';
import type { Json } from './json.ts';
import { programOf } from './programs.ts';

/** What a journal tells. */
export interface Recovered {
  readonly secret: string | undefined;
  /** In the order they were started. */
  readonly executions: readonly Execution[];
  /** The same in fewer entries, without the secret: to be written in place of what was read. */
  readonly compacted: readonly JournalEntry[];
}

interface Story {
  readonly start: StartEntry;
  readonly execution: Execution;
  readonly rest: JournalEntry[];
}

/** Plays the entries of a journal again, oldest first. Nothing is run: that is for whoever takes the executions up. */
export function readBack(entries: readonly JournalEntry[]): Recovered {
  let secret: string | undefined;
  const definitions = new Map<string, unknown>();
  const stories = new Map<string, Story>();
  for (const entry of entries) {
    if (entry.kind === 'secret') secret = entry.secret;
    else if (entry.kind === 'definition') definitions.set(entry.hash, entry.definition);
    else if (entry.kind === 'start') {
      // A name that is used again after 90 days takes the place of the old one.
      stories.delete(entry.x);
      stories.set(entry.x, { start: entry, execution: executionOf(entry, definitions), rest: [] });
    } else {
      const story = stories.get(entry.x);
      if (story === undefined) throw new TypeError(`The journal tells of ${entry.x} before its start`);
      replay(story, entry);
    }
  }
  return {
    secret,
    executions: [...stories.values()].map(({ execution }) => execution),
    compacted: compact(definitions, [...stories.values()]),
  };
}

function executionOf(entry: StartEntry, definitions: ReadonlyMap<string, unknown>): Execution {
  const { x: arn, name, stateMachineArn, stateMachineName, roleArn, input: inputText, at: startedAt } = entry;
  const { program, hash: programHash } = programOf(definitions.get(entry.hash));
  const start = { arn, name, stateMachineArn, stateMachineName, roleArn, program, programHash, inputText, startedAt };
  const execution = newExecution(start);
  take(execution, startedEvent(execution));
  return execution;
}

/** The first event of every execution. */
export function startedEvent(execution: Execution): Recorded {
  return { at: execution.startedAt, type: 'ExecutionStarted', input: execution.input };
}

function replay(story: Story, entry: Exclude<JournalEntry, StartEntry | { kind: 'secret' | 'definition' }>): void {
  const { execution, rest } = story;
  const { visit } = execution;
  rest.push(entry);
  switch (entry.kind) {
    case 'event':
      if (visit?.attempt !== undefined && endsAttempt(entry.event)) visit.attempt.open = false;
      take(execution, fleshedOut(execution, entry.event));
      break;
    case 'retry':
      if (visit !== undefined) takeRetry(visit, entry.retrier, entry.dueAt);
      break;
    case 'until':
      if (visit !== undefined) visit.waitUntil = entry.until;
      break;
    case 'beat':
      if (visit?.attempt !== undefined) visit.attempt.lastBeatAt = entry.at;
      break;
  }
}

function endsAttempt(event: Recorded): boolean {
  return event.type === 'TaskSucceeded' || event.type === 'TaskFailed' || event.type === 'TaskTimedOut';
}

/** Gives a state's entry its input again: what the state before put out. */
function fleshedOut(execution: Execution, event: Recorded): Recorded {
  return isEntered(event) ? { ...event, input: inputOfNext(execution) } : event;
}

function inputOfNext(execution: Execution): Json {
  const last = execution.history.at(-1);
  return last !== undefined && isExited(last) ? last.output : execution.input;
}

/** Closed executions keep their history; running ones the decisions besides, but only the last of their heartbeats. */
function compact(definitions: ReadonlyMap<string, unknown>, stories: readonly Story[]): JournalEntry[] {
  const used = new Set(stories.map(({ start }) => start.hash));
  return [
    ...[...definitions]
      .filter(([hash]) => used.has(hash))
      .map(([hash, definition]) => ({ kind: 'definition', hash, definition }) as const),
    ...stories.flatMap(({ start, execution, rest }) => {
      const running = execution.status === 'RUNNING';
      const lastBeat = rest.findLastIndex(({ kind }) => kind === 'beat');
      const kept = rest.filter(({ kind }, index) =>
        kind === 'beat' ? running && index === lastBeat : running || kind === 'event',
      );
      return [start, ...kept];
    }),
  ];
}
