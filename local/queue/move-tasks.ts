import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Clock } from '../clock.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

interface MoveTask {
  readonly status: 'COMPLETED' | 'FAILED';
  readonly sourceArn: string;
  readonly moved: number;
  readonly toMove: number;
  readonly startedAt: number;
  readonly failure: string | undefined;
}

/** SQS remembers the last ten of a queue. */
const remembered = 10;

/**
 * SQS's message move tasks, to where the messages came from. Here a task is over before its start is answered. As with
 * AWS, only a queue that other queues set messages aside in can be emptied, and each message arrives as a new one.
 */
export class MoveTasks {
  private readonly queues: Queues;
  private readonly clock: Clock;
  private readonly tasks: MoveTask[] = [];

  constructor(queues: Queues, clock: Clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /** The queues that set messages aside in this one. */
  sourcesOf({ description: { arn } }: Queue): Queue[] {
    return this.queues.all().filter(({ description }) => description.redrive?.arn === arn);
  }

  /** @throws AwsError `ResourceNotFoundException`, `InvalidParameterValue`. */
  start(sourceArn: string): object {
    const queue = this.at(sourceArn);
    if (this.sourcesOf(queue).length === 0) {
      throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    }
    const toMove = queue.counts().visible;
    const { moved, whole } = queue.putBack((arn) => this.queues.at(arn));
    this.tasks.unshift({
      status: whole ? 'COMPLETED' : 'FAILED',
      sourceArn,
      moved,
      toMove,
      startedAt: this.clock.now(),
      failure: whole ? undefined : 'CouldNotDetermineMessageSource',
    });
    return { TaskHandle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn })).toString('base64') };
  }

  /** @throws AwsError `ResourceNotFoundException`. */
  list(sourceArn: string, count: number): object {
    this.at(sourceArn);
    const found = this.tasks.filter((task) => task.sourceArn === sourceArn).slice(0, Math.min(count, remembered));
    return {
      Results: found.map((task) => ({
        Status: task.status,
        SourceArn: task.sourceArn,
        ApproximateNumberOfMessagesMoved: task.moved,
        ApproximateNumberOfMessagesToMove: task.toMove,
        StartedTimestamp: task.startedAt,
        ...(task.failure !== undefined && { FailureReason: task.failure }),
      })),
    };
  }

  private at(arn: string): Queue {
    const found = this.queues.all().find(({ description }) => description.arn === arn);
    if (found === undefined) {
      throw new AwsError(
        'ResourceNotFoundException',
        'The resource that you specified for the SourceArn parameter does not exist.',
      );
    }
    return found;
  }
}
