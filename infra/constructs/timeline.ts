import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { promisesSettled } from '../../functions/project-timeline/settled-lines.ts';
import { outcomes, type Outcome } from '../../functions/domain/order/promises.ts';
import { countIn } from './count-in.ts';
import { HouseFunction } from './house-function.ts';
import { HouseQueue } from './house-queue.ts';
import type { Mail } from './mail.ts';
import { OrderChanges } from './order-changes.ts';
import { mayDelete, mayList, mayPut, mayRead, maySendTo, mayUpdate } from './rights.ts';

export interface TimelineProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly mail: Mail;
}

const mailTimeout = Duration.seconds(30);
/** How many of the staff's mails are written at once. */
export const staffMailReaders = 2;
/**
 * Of each part of the stream so many batches are worked on at once, those of one order one after the other: where the
 * table is busy, a single reader is slower than what is written (docs/scale.md).
 */
export const timelineReadersOfOne = 4;
/** What follows from one fact is written within a second or two: together it is one call, and each entry one write. */
export const timelineGatheredFor = Duration.seconds(5);

/** What people of the shop get to see: the customers' timelines, their own tasks, and a mail about each new task. */
export class Timeline extends Construct {
  readonly projection: Function;
  readonly staffMailer: Function;
  readonly changes: OrderChanges;
  readonly staffMail: HouseQueue;
  /** Promises to customers, by what became of them. */
  readonly promises: { readonly [outcome in Outcome]: Metric };

  constructor(scope: Construct, id: string, { config, table, mail }: TimelineProps) {
    super(scope, id);
    this.staffMail = new HouseQueue(this, 'StaffMail', { name: 'staff-mail', readerTimeout: mailTimeout });
    const { lambda: projection, logGroup: changesLog } = new HouseFunction(this, 'project-timeline', {
      config,
      description:
        "Writes what happened to an order on its customer's timeline, and its tasks and shipment on the staff's lists.",
      environment: { TABLE_NAME: table.tableName, STAFF_MAIL_QUEUE_URL: this.staffMail.queue.queueUrl },
      may: [
        mayRead(table, 'orders', 'offers', 'tasks', 'leaves'),
        mayList(table, 'orders', 'calls'),
        mayPut(table, 'customers', 'taskParts', 'calls', 'leavesParts'),
        mayUpdate(table, 'customers', 'offers', 'orders', 'placed'),
        mayDelete(table, 'tasks', 'taskParts', 'calls', 'leaves', 'leavesParts'),
        maySendTo(this.staffMail.queue),
      ],
      timeout: Duration.minutes(1),
    });
    this.projection = projection;
    this.promises = Object.fromEntries(
      outcomes.map((field) => [field, countIn(this, changesLog, { message: promisesSettled, field, of: 'Promises' })]),
    ) as typeof this.promises;
    this.changes = new OrderChanges(this, 'Changes', {
      table,
      reader: this.projection,
      name: 'project-timeline',
      atOnce: timelineReadersOfOne,
      gatherFor: timelineGatheredFor,
    });
    const { lambda, logGroup } = new HouseFunction(this, 'mail-staff', {
      config,
      description: 'Mails a task to the person who must do it.',
      environment: { TABLE_NAME: table.tableName, CONFIGURATION_SET: mail.configurationSet },
      may: [
        mayRead(table, 'shops', 'orders', 'customers'),
        mayList(table, 'orders', 'calls'),
        mayUpdate(table, 'orders'),
        mail.maySend(),
      ],
      timeout: mailTimeout,
    });
    this.staffMailer = lambda;
    mail.hearRefusalsIn('Tasks', logGroup);
    this.staffMail.readBy({ reader: this.staffMailer, batchSize: 5, concurrency: staffMailReaders });
  }
}
