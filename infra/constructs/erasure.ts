import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { HouseFunction } from './house-function.ts';
import { HouseQueue } from './house-queue.ts';
import { mayDelete, mayFindOverdue, mayList, mayRead, mayUpdate } from './rights.ts';

export interface ErasureProps {
  readonly config: StageConfig;
  readonly table: ITable;
}

const timeout = Duration.minutes(10);

/**
 * Persons who are to be forgotten. The queue makes it quick; the wish lies in the table until it is fulfilled, and every
 * six hours what is left of it is gone on with.
 */
export class Erasure extends Construct {
  readonly lambda: Function;
  readonly wishes: HouseQueue;

  constructor(scope: Construct, id: string, { config, table }: ErasureProps) {
    super(scope, id);
    this.wishes = new HouseQueue(this, 'Wishes', { name: 'erase', readerTimeout: timeout });
    this.lambda = new HouseFunction(this, 'erase-customer', {
      config,
      description: 'Takes away all that is known of a person who is to be forgotten.',
      environment: { TABLE_NAME: table.tableName },
      may: [
        mayFindOverdue(table),
        mayRead(table, 'erased', 'orders'),
        mayList(table, 'orders', 'placed', 'customers', 'calls'),
        mayUpdate(table, 'erased', 'orders', 'promos'),
        mayDelete(table, 'orders', 'placed', 'customers', 'calls', 'offers', 'promos'),
      ],
      timeout,
      memoryMegabytes: 512,
    }).lambda;
    this.wishes.readBy({ reader: this.lambda, batchSize: 1, concurrency: 2 });
    new Rule(this, 'EverySixHours', {
      description: 'Persons who are still to be erased.',
      schedule: Schedule.rate(Duration.hours(6)),
      targets: [new LambdaFunction(this.lambda)],
    });
  }
}
