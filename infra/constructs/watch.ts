import { Duration, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Match, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { mailEventNames } from '../../functions/note-mail/mail-events.ts';
import type { StageConfig } from '../config.ts';
import { HouseFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import { mayFindOverdue, mayListExecutions, mayRead, maySendTo, mayStart, mayUpdate, mayWrite } from './rights.ts';

export interface WatchProps {
  readonly config: StageConfig;
  readonly table: ITable;
  readonly mail: Mail;
  readonly machine: StateMachine;
  readonly ringAgain: IQueue;
}

const timeout = Duration.seconds(30);

/**
 * Those who notice what nobody told us: that a mail went out after all, that an execution died, that an order has not
 * moved when it should have. The events are best effort, so the sweep looks for itself.
 */
export class Watch extends Construct {
  readonly noteMail: Function;
  readonly noteExecutionEnd: Function;
  readonly sweep: Function;
  /** Mails about a task that did not reach whoever has it. */
  readonly staffMailReturned: Metric;

  constructor(scope: Construct, id: string, { config, table, mail, machine, ringAgain }: WatchProps) {
    super(scope, id);
    const { lambda: noteMail, logGroup } = new HouseFunction(this, 'note-mail', {
      config,
      description: 'Notes what becomes of a mail: sent, delivered, delayed, or come back.',
      environment: { TABLE_NAME: table.tableName },
      may: [mayRead(table, 'orders'), mayUpdate(table, 'orders'), mayWrite(table, 'customers')],
      timeout,
    });
    this.noteMail = noteMail;
    this.staffMailReturned = new MetricFilter(this, 'StaffMailReturned', {
      logGroup,
      // What functions/note-mail/note-mail.ts logs.
      filterPattern: FilterPattern.stringValue('$.message', '=', 'a mail to staff came back'),
      metricNamespace: Stack.of(this).stackName,
      metricName: 'StaffMailReturned',
    }).metric({ statistic: 'Sum' });
    new Rule(this, 'MailEvents', {
      description: 'Something became of a mail of ours about an order.',
      eventPattern: {
        source: ['aws.ses'],
        detailType: mailEventNames,
        detail: {
          // A morning list is about no order: nothing of it is to be settled.
          mail: { tags: { 'ses:configuration-set': [mail.configurationSet], order: Match.exists() } },
        },
      },
      targets: [new LambdaFunction(this.noteMail)],
    });

    this.noteExecutionEnd = new HouseFunction(this, 'note-execution-end', {
      config,
      description: 'Notes that an execution died, so that its order is taken up again.',
      environment: { TABLE_NAME: table.tableName },
      may: [mayUpdate(table, 'orders')],
      timeout,
    }).lambda;
    new Rule(this, 'ExecutionDied', {
      description: 'An execution ended otherwise than at its end.',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [machine.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [new LambdaFunction(this.noteExecutionEnd)],
    });

    this.sweep = new HouseFunction(this, 'sweep', {
      config,
      description: 'Every hour: rings for orders that should have moved and did not.',
      environment: {
        TABLE_NAME: table.tableName,
        STATE_MACHINE_ARN: machine.stateMachineArn,
        RING_AGAIN_QUEUE_URL: ringAgain.queueUrl,
        WATCH_PARTS: String(config.watchParts),
      },
      may: [
        mayFindOverdue(table),
        mayRead(table, 'orders'),
        mayUpdate(table, 'orders'),
        mayListExecutions(machine),
        // An execution that runs is started again without effect, and that is how it is known to run.
        mayStart(machine),
        maySendTo(ringAgain),
      ],
      timeout: Duration.minutes(10),
    }).lambda;
    new Rule(this, 'EveryHour', {
      description: 'The sweep.',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(this.sweep)],
    });
  }
}
