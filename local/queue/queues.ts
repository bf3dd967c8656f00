import { join } from 'node:path';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import { Journal } from '../journal.ts';
import type { QueueDescription } from '../template/stack-description.ts';
import { Queue, type QueueEntry } from './queue.ts';

/** All queues of the stack. */
export class Queues {
  readonly journals: Array<Journal<QueueEntry>> = [];
  private readonly byName = new Map<string, Queue>();

  constructor(descriptions: readonly QueueDescription[], clock: Clock, folder: string | undefined) {
    for (const description of descriptions) {
      const { name, redrive } = description;
      const journal = new Journal<QueueEntry>(folder && join(folder, `${name}.jsonl`));
      this.journals.push(journal);
      const deadLetters = redrive && ((): Queue => this.at(redrive.arn));
      this.byName.set(name, new Queue({ description, clock, journal, deadLetters }));
    }
  }

  restore(): void {
    for (const queue of this.byName.values()) queue.restore();
  }

  all(): Queue[] {
    return [...this.byName.values()];
  }

  /**
   * Finds a queue by name, ARN or URL.
   * @throws AwsError `QueueDoesNotExist`.
   */
  at(nameOrAddress: string): Queue {
    const queue = this.byName.get(nameOrAddress.split(/[/:]/).at(-1)!);
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }
}
