import { Duration, Stack } from 'aws-cdk-lib';
import { EventSourceMapping, type Function } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mayReadFrom } from './rights.ts';

/** SQS keeps nothing longer. */
export const longestRetention = Duration.days(14);
/** Outages of the services we lean on are outlasted: nothing is set aside before it was tried for this long. */
const patience = Duration.hours(30);
/** AWS advises six times the function's time-out, so that no message comes again while it is being worked on. */
const timeoutsHidden = 6;

export interface Reading {
  readonly reader: Function;
  readonly batchSize: number;
  /** How many copies of the reader may be at it at once. */
  readonly concurrency: number;
}

export interface HouseQueueProps {
  /** As in the console: `Shopkeeper-<stage>-<name>`. */
  readonly name: string;
  /** The time-out of the function that will read it. */
  readonly readerTimeout: Duration;
}

/** A queue whose reader answers with what it could not do, and the queue where such messages end after 30 hours. */
export class HouseQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { name, readerTimeout }: HouseQueueProps) {
    super(scope, id);
    const hidden = Duration.seconds(readerTimeout.toSeconds() * timeoutsHidden);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', name);
    this.queue = new Queue(this, 'Queue', {
      queueName: `${Stack.of(this).stackName}-${name}`,
      retentionPeriod: longestRetention,
      visibilityTimeout: hidden,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: {
        queue: this.deadLetters,
        maxReceiveCount: Math.ceil(patience.toSeconds() / hidden.toSeconds()),
      },
    });
  }

  /** Lets the function read the queue. */
  readBy({ reader, batchSize, concurrency }: Reading): void {
    for (const statement of mayReadFrom(this.queue)) reader.addToRolePolicy(statement);
    new EventSourceMapping(this, 'Reading', {
      target: reader,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
  }
}

/** A queue that nobody reads but a person: an alarm rings as long as something is in it. */
export function deadLetterQueue(scope: Construct, id: string, name: string): Queue {
  return new Queue(scope, id, {
    queueName: `${Stack.of(scope).stackName}-${name}-dead-letters`,
    retentionPeriod: longestRetention,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
}
