import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import {
  CfnFunction,
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
  type Function,
} from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterQueue } from './house-queue.ts';
import { mayFollow, maySendTo, streamOf } from './rights.ts';

export interface OrderChangesProps {
  readonly table: ITable;
  readonly reader: Function;
  /** Of the dead-letter queue, as in the console: `Shopkeeper-<stage>-<name>-dead-letters`. */
  readonly name: string;
  /** What else it is to hear of, by sort keys. */
  readonly also?: readonly string[];
  /** How many batches of one part of the stream are worked on at once; those of one order never are. Default: 1. */
  readonly atOnce?: number;
  /** Only changes that leave the order in the index of what is to be looked at. */
  readonly whileWatched?: boolean;
  /** How long changes are gathered before they are handed over together. Default: not at all. */
  readonly gatherFor?: Duration;
}

/**
 * Every change of an order item, handed to a function. Details, customers and the rest never come: they are not needed,
 * and they are personal.
 */
export class OrderChanges extends Construct {
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    { table, reader, name, also = [], whileWatched = false, atOnce, gatherFor }: OrderChangesProps,
  ) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', name);
    const destination = this.deadLetters.queueArn;
    const may = [...mayFollow(table), ...maySendTo(this.deadLetters)];
    for (const statement of may) reader.addToRolePolicy(statement);
    const { defaultChild } = reader.node;
    // Only a person calls the reader without a record, and then what it fails on goes the same way.
    if (CfnFunction.isCfnFunction(defaultChild)) defaultChild.deadLetterConfig = { targetArn: destination };
    new EventSourceMapping(this, 'Reading', {
      target: reader,
      eventSourceArn: streamOf(table),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        changeOf('ORDER', whileWatched ? { NewImage: { watch: { S: FilterRule.exists() } } } : {}),
        ...also.map((sk) => changeOf(sk)),
      ],
      batchSize: 100,
      parallelizationFactor: atOnce,
      maxBatchingWindow: gatherFor,
      reportBatchItemFailures: true,
      // A record that breaks the function is parted from its neighbours, tried for about a quarter of an hour, and set
      // aside: it holds up every order of its shard meanwhile.
      bisectBatchOnError: true,
      retryAttempts: 20,
      maxRecordAge: Duration.hours(24),
      onFailure: { bind: () => ({ destination }) },
    });
  }
}

function changeOf(sk: string, more: object = {}): Record<string, unknown> {
  return FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual(sk) } }, ...more } });
}
