import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { countIn } from './count-in.ts';
import { HouseFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import { mayList, mayRead, mayUpdate } from './rights.ts';

export interface MorningProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly mail: Mail;
}

/** What the staff of each shop find in their mail when it opens: what must leave, and which tasks are due. */
export class Morning extends Construct {
  readonly lists: Function;
  /** Open tasks of all shops, once an hour, by how long ago they fell due. */
  readonly openTasks: { readonly notDue: Metric; readonly overdue: Metric; readonly overdueForDays: Metric };

  constructor(scope: Construct, id: string, { config, table, mail }: MorningProps) {
    super(scope, id);
    const { lambda, logGroup } = new HouseFunction(this, 'mail-morning-list', {
      config,
      description: 'Every half hour: mails the list of the day to staff of shops that have opened; counts open tasks.',
      environment: { TABLE_NAME: table.tableName, CONFIGURATION_SET: mail.configurationSet },
      may: [
        mayList(table, 'register', 'orders', 'tasks', 'taskParts', 'leaves', 'leavesParts'),
        mayUpdate(table, 'register'),
        mayRead(table, 'shops', 'orders', 'customers'),
        mail.maySend(),
      ],
      // What a run has in hand counts as dropped after a quarter of an hour (functions/domain/shop/morning.ts).
      timeout: Duration.minutes(10),
    });
    this.lists = lambda;
    mail.hearRefusalsIn('MorningLists', logGroup);
    // What functions/mail-morning-list/handler.ts logs.
    const tasksThatAre = (field: string): Metric =>
      countIn(this, logGroup, { message: 'open tasks', field, of: 'OpenTasks' });
    this.openTasks = {
      notDue: tasksThatAre('notDue'),
      overdue: tasksThatAre('overdue'),
      overdueForDays: tasksThatAre('overdueForDays'),
    };
    new Rule(this, 'EveryHalfHour', {
      description: 'The morning lists.',
      // Shops open on the hour or the half; in the few zones a quarter off, the list is a quarter late.
      schedule: Schedule.cron({ minute: '0/30' }),
      targets: [new LambdaFunction(this.lists)],
    });
  }
}
