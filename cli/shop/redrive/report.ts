import { inColumns } from '../columns.ts';
import type { Said } from '../commands.ts';
import type { DeadLetters, PutBack } from './redrive.ts';

const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);

/** How much lies in each queue, and where it would go. */
export function listOf(queues: readonly DeadLetters[]): string[] {
  const rows = queues.map(({ name, waiting, inHand, sources }) => [
    name,
    messages(waiting + inHand),
    sources.length > 0 ? `from ${sources.join(', ')}` : 'from a stream: nothing to put back',
  ]);
  return rows.length === 0 ? [] : inColumns(rows);
}

/** What was put back, and what lies there still with why. Exit code 1 where a move failed. */
export function reportOf(queues: readonly DeadLetters[], done: readonly PutBack[]): Said {
  const failed = done.filter(({ failure }) => failure !== undefined);
  const back = done.map(
    ({ queue, moved }) => `${messages(moved)} of ${queue.name} put back into ${queue.sources.join(', ')}.`,
  );
  const stuck = failed.map(
    ({ queue, failure }) =>
      `What is left in ${queue.name} was not put back: SQS says ${failure}. Look at it in the console.`,
  );
  const inHand = queues
    .filter((queue) => queue.inHand > 0)
    .map(
      (queue) => `${messages(queue.inHand)} of ${queue.name} are being looked at by somebody: try again in a minute.`,
    );
  return {
    out: [...back, ...(back.length === 0 ? ['Nothing to put back.'] : [])],
    aside: [...stuck, ...inHand, ...queues.flatMap(fromStream)],
    code: failed.length > 0 ? 1 : 0,
  };
}

function fromStream({ name, waiting, sources }: DeadLetters): string[] {
  if (waiting === 0 || sources.length > 0) return [];
  return [`${messages(waiting)} of ${name} only say where in a stream something was: docs/runbook.md says what to do.`];
}
