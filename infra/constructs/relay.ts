import { Duration, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { erasureSort } from '../../functions/adapters/keys.ts';
import type { StageConfig } from '../config.ts';
import { HouseFunction } from './house-function.ts';
import { HouseQueue } from './house-queue.ts';
import { OrderChanges } from './order-changes.ts';
import { mayAnswerWaits, mayRead, maySendTo, mayStart, mayUpdate } from './rights.ts';

export interface RelayProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly machine: StateMachine;
  /** Where it rings for whoever is to be erased. */
  readonly erase: IQueue;
}

const timeout = Duration.minutes(1);
/** How many orders' bells the queue rings at once. */
export const ringAgainReaders = 10;

/**
 * Between the table and the workflow: whenever an order changes, does the one thing that is due. An order that cannot be
 * seen to now is rung for again, from a queue, for as long as that takes.
 */
export class Relay extends Construct {
  readonly lambda: Function;
  readonly changes: OrderChanges;
  readonly ringAgain: HouseQueue;
  /** Orders that the relay gave up: their workflow died again and again. */
  readonly givenUp: Metric;

  constructor(scope: Construct, id: string, { config, table, machine, erase }: RelayProps) {
    super(scope, id);
    this.ringAgain = new HouseQueue(this, 'RingAgain', { name: 'ring-again', readerTimeout: timeout });
    const { lambda, logGroup } = new HouseFunction(this, 'relay', {
      config,
      description: 'Rung whenever an order changes: starts its workflow, or ends its wait.',
      environment: {
        TABLE_NAME: table.tableName,
        STATE_MACHINE_ARN: machine.stateMachineArn,
        RING_AGAIN_QUEUE_URL: this.ringAgain.queue.queueUrl,
        ERASE_QUEUE_URL: erase.queueUrl,
      },
      may: [
        mayRead(table, 'orders'),
        mayUpdate(table, 'orders'),
        mayStart(machine),
        mayAnswerWaits(machine),
        maySendTo(this.ringAgain.queue),
        maySendTo(erase),
      ],
      timeout,
      memoryMegabytes: 512,
    });
    this.lambda = lambda;
    this.changes = new OrderChanges(this, 'Changes', {
      table,
      reader: lambda,
      name: 'relay',
      also: [erasureSort],
      // Every fact puts its order under watch, and nothing ends that but the relay itself, where nothing is due any more.
      whileWatched: true,
    });
    this.ringAgain.readBy({ reader: lambda, batchSize: 10, concurrency: ringAgainReaders });
    this.givenUp = new MetricFilter(this, 'GivenUp', {
      logGroup,
      // What functions/relay/give-up.ts logs.
      filterPattern: FilterPattern.stringValue('$.message', '=', 'order given up'),
      metricNamespace: Stack.of(this).stackName,
      metricName: 'OrdersGivenUp',
    }).metric({ statistic: 'Sum' });
  }
}
