import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { HouseFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import { mayList, mayPut, mayRead, mayUpdate } from './rights.ts';

export interface MessengerProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly mail: Mail;
  /** Where the API answers, without a slash at the end: the links in mails begin with it. */
  readonly publicUrl: string;
}

/**
 * A call that mails takes a quarter of a second (judging, writing and claiming, and the 50 to 100 ms that SES takes), so
 * one messenger sends four mails a second.
 */
const mailsPerSecondOfOne = 4;

/**
 * How many may run at once: rather fewer than the account's rate allows, for staff's mails count too. Whoever finds them
 * all at work waits in the workflow (`messengerIsFull`), whoever is faster than SES likes is tried again there.
 */
export function messengersFor({ mailsPerSecond }: Pick<StageConfig, 'mailsPerSecond'>): number | undefined {
  return mailsPerSecond === 'any' ? undefined : Math.max(1, Math.floor(mailsPerSecond / mailsPerSecondOfOne));
}

/** Judges what an order needs to be told, and tells it. Only the state machine calls it. */
export class Messenger extends Construct {
  readonly lambda: Function;

  constructor(scope: Construct, id: string, { config, table, mail, publicUrl }: MessengerProps) {
    super(scope, id);
    const { lambda, logGroup } = new HouseFunction(this, 'send-message', {
      config,
      description: 'Says what an order needs to be told, once.',
      environment: {
        TABLE_NAME: table.tableName,
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: mail.configurationSet,
        PERSONAL_DATA_DAYS: String(config.personalDataDays),
      },
      may: [
        mayRead(table, 'shops', 'orders', 'customers', 'offers', 'promos'),
        mayList(table, 'orders', 'placed'),
        mayUpdate(table, 'orders', 'promos', 'offers', 'customers'),
        mayPut(table, 'promos', 'links'),
        mail.maySend(),
      ],
      // A claim that is older than this belongs to nobody any more.
      timeout: Duration.seconds(30),
      concurrency: messengersFor(config),
      memoryMegabytes: 512,
    });
    mail.hearRefusalsIn('Messages', logGroup);
    this.lambda = lambda;
  }
}
