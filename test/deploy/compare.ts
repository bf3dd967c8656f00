import { isDeepStrictEqual } from 'node:util';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Played } from './play.ts';

/** The two engines do not tell the same, in a way that DIFFERENCES.md does not know. */
export class NotTheSame extends Error {
  override readonly name = 'NotTheSame';
}

/**
 * Both engines went through the same states, ended alike, sent the same mails, and wrote the same histories, event by
 * event, but for what DIFFERENCES.md lists.
 * @throws NotTheSame
 */
export function compare(engine: Played, interpreter: Played): void {
  for (const what of ['states', 'ends', 'messages', 'subjects'] as const) {
    same(what, engine[what], interpreter[what]);
  }
  same('number of executions', engine.histories.length, interpreter.histories.length);
  engine.histories.forEach((history, index) => {
    same(
      `events of execution ${index + 1}`,
      history.map(({ type }) => type),
      lessTold(interpreter.histories[index]!).map(({ type }) => type),
    );
  });
}

/** A history as the engine would write it (DIFFERENCES.md, "It tells less"). */
function lessTold(history: readonly HistoryEvent[]): HistoryEvent[] {
  return history
    .filter(({ type }) => type !== 'TaskStarted' && type !== 'TaskSubmitted')
    .map((event) => (event.type === 'TaskTimedOut' ? { ...event, type: 'TaskFailed' } : event));
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' → ') : String(value));

function same(what: string, engine: unknown, interpreter: unknown): void {
  if (isDeepStrictEqual(engine, interpreter)) return;
  throw new NotTheSame(
    `${what} differ:\n  on the engine      ${shown(engine)}\n  on the interpreter ${shown(interpreter)}`,
  );
}
