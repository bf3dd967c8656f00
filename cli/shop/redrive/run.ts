import { setTimeout } from 'node:timers/promises';
import type { Place } from '../arguments.ts';
import type { Said } from '../commands.ts';
import { clientOptions, NoStack, prefixOf } from '../place.ts';
import type { Surroundings } from '../run.ts';
import { listOf, reportOf } from './report.ts';
import { redrive } from './redrive.ts';
import { StackQueues } from './stack-queues.ts';

/** Between two looks at a move that runs. */
const lookEveryMs = 1000;

/**
 * Puts back what lies in a stack's dead-letter queues, and says how much of which.
 * @throws NoStack, and what the AWS SDK throws.
 */
export async function redriveAt(place: Place, isDry: boolean, surroundings: Surroundings): Promise<Said> {
  const { environment, aside, progress } = surroundings;
  // Only here: nobody else waits for it to load.
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const client = new SQSClient(clientOptions(place, environment));
  try {
    const queues = new StackQueues(client, prefixOf(place));
    const found = await queues.deadLetters();
    if (found.length === 0) {
      throw new NoStack(`There are no dead-letter queues called ${prefixOf(place)}…: --stage <stage>, or --region.`);
    }
    if (isDry) return { out: listOf(found), aside: ['A dry run: nothing was moved. Without --dry-run it is.'] };
    for (const line of listOf(found)) aside(line);
    const done = await redrive(found, {
      lastMove: (arn) => queues.lastMove(arn),
      beginMove: (arn) => queues.beginMove(arn),
      aWhile: () => setTimeout(lookEveryMs),
      progress,
    });
    return reportOf(found, done);
  } finally {
    client.destroy();
  }
}
