import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { HouseFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import { mayFindOverdue, mayPut, mayRead, mayUpdate } from './rights.ts';

export interface OffersProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly mail: Mail;
  /** Where the API answers, without a slash at the end: the links in mails begin with it. */
  readonly publicUrl: string;
}

/** Promos that had to wait travel alone, once the customer's dose allows it. */
export class Offers extends Construct {
  readonly lambda: Function;

  constructor(scope: Construct, id: string, { config, table, mail, publicUrl }: OffersProps) {
    super(scope, id);
    const { lambda, logGroup } = new HouseFunction(this, 'send-offers', {
      config,
      description: 'Every hour: sends promos that had to wait, where the dose allows it now.',
      environment: {
        TABLE_NAME: table.tableName,
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: mail.configurationSet,
      },
      may: [
        mayFindOverdue(table),
        mayRead(table, 'shops', 'orders', 'customers', 'offers', 'promos'),
        mayUpdate(table, 'offers', 'promos'),
        mayPut(table, 'links', 'promos', 'customers'),
        mail.maySend(),
      ],
      timeout: Duration.minutes(10),
    });
    this.lambda = lambda;
    mail.hearRefusalsIn('Offers', logGroup);
    new Rule(this, 'EveryHour', {
      description: 'Held offers.',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(lambda)],
    });
  }
}
