import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  MathExpression,
  Metric,
  Stats,
  type IAlarm,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { HouseFunction } from './house-function.ts';
import type { Mail } from './mail.ts';
import type { Morning } from './morning.ts';
import type { Relay } from './relay.ts';
import type { Timeline } from './timeline.ts';
import type { Watch } from './watch.ts';

export interface OverviewProps {
  readonly alarms: readonly IAlarm[];
  readonly httpApi: HttpApi;
  readonly machine: StateMachine;
  readonly mail: Mail;
  readonly messenger: Function;
  readonly morning: Morning;
  readonly relay: Relay;
  readonly timeline: Timeline;
  readonly watch: Watch;
}

const hourly = { period: Duration.hours(1), statistic: Stats.SUM };
const often = { period: Duration.minutes(5), statistic: Stats.MAXIMUM };
/** The console's 24 columns, in thirds. */
const third = { width: 8, height: 6 };

/** One page for eyes: what orders do, what becomes of promises, tasks and mails, how far behind we are, what breaks. Nothing of it names a person. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, props: OverviewProps) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      defaultInterval: Duration.days(7),
      widgets: [
        [
          new AlarmStatusWidget({
            title: 'What a person must look at',
            alarms: [...props.alarms],
            width: 24,
            height: 6,
          }),
        ],
        [orders(props), promises(props), tasks(props)],
        [calls(props), mails(), refused(props)],
        [lag(props), waiting(props), this.errors()],
      ],
    });
  }

  private errors(): GraphWidget {
    const functions = Stack.of(this)
      .node.findAll()
      .filter((each) => each instanceof HouseFunction);
    const errors = functions.map(({ name, lambda }) => lambda.metricErrors({ ...hourly, label: name }));
    return graph('Errors of functions, an hour', errors);
  }
}

function graph(title: string, left: readonly IMetric[], more: Partial<GraphWidgetProps> = {}): GraphWidget {
  return new GraphWidget({ title, left: [...left], leftYAxis: { min: 0 }, ...third, ...more });
}

/** Orders whose workflow began, and how it ended: also those that began a second run. */
function orders({ machine }: OverviewProps): GraphWidget {
  return graph('Orders, an hour', [
    machine.metricStarted({ ...hourly, label: 'taken up' }),
    machine.metricSucceeded({ ...hourly, label: 'closed' }),
    machine.metricFailed({ ...hourly, label: 'failed' }),
  ]);
}

/** By day: most promises are kept, so that those which are not would be lost in an hour. */
function promises({ timeline: { promises: of } }: OverviewProps): GraphWidget {
  const daily = { period: Duration.days(1), statistic: Stats.SUM };
  return graph('Promises to customers, a day', [
    of.kept.with({ ...daily, label: 'kept' }),
    of.moved.with({ ...daily, label: 'moved in time' }),
    of.warned.with({ ...daily, label: 'not kept, warned in time' }),
    of.broken.with({ ...daily, label: 'broken, nobody warned' }),
  ]);
}

/** As they are counted once an hour. */
function tasks({ morning: { openTasks } }: OverviewProps): GraphWidget {
  const asCounted = { period: Duration.hours(1), statistic: Stats.MAXIMUM };
  return graph(
    'Open tasks of staff, by age',
    [
      openTasks.overdueForDays.with({ ...asCounted, label: 'overdue for more than a day' }),
      openTasks.overdue.with({ ...asCounted, label: 'overdue' }),
      openTasks.notDue.with({ ...asCounted, label: 'not due yet' }),
    ],
    { stacked: true },
  );
}

function calls({ httpApi }: OverviewProps): GraphWidget {
  return graph('Calls of shops and customers, an hour', [
    httpApi.metricCount({ ...hourly, label: 'all' }),
    httpApi.metricClientError({ ...hourly, label: 'refused (4xx)' }),
    httpApi.metricServerError({ ...hourly, label: 'ours (5xx)' }),
  ]);
}

/** SES counts the whole account, whoever else mails in it. */
function mails(): GraphWidget {
  const outcomes = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'];
  return graph(
    'Mails of the account by outcome, an hour',
    outcomes.map((metricName) => new Metric({ namespace: 'AWS/SES', metricName, ...hourly, label: metricName })),
  );
}

function refused({ mail, messenger, watch }: OverviewProps): GraphWidget {
  return graph('Mails that wait or come back, an hour', [
    mail.heldUp.with({ ...hourly, label: 'SES takes none now' }),
    mail.senderRefused.with({ ...hourly, label: 'SES refuses the sender' }),
    watch.staffMailReturned.with({ ...hourly, label: 'to staff, came back' }),
    messenger.metricThrottles({ ...hourly, label: 'messenger is full' }),
  ]);
}

function lag({ relay, timeline }: OverviewProps): GraphWidget {
  const followers: [string, Function][] = [
    ['relay', relay.lambda],
    ['timeline', timeline.projection],
  ];
  return graph(
    'Seconds behind the table, at most',
    followers.map(
      ([name, lambda]) =>
        new MathExpression({
          expression: `${name} / 1000`,
          usingMetrics: { [name]: lambda.metric('IteratorAge', often) },
          period: often.period,
          label: name,
        }),
    ),
  );
}

function waiting({ relay, timeline }: OverviewProps): GraphWidget {
  const queues = [
    ['ring-again', relay.ringAgain.queue],
    ['staff-mail', timeline.staffMail.queue],
    ['ring-again, set aside', relay.ringAgain.deadLetters],
    ['staff-mail, set aside', timeline.staffMail.deadLetters],
    ['relay, set aside', relay.changes.deadLetters],
    ['timeline, set aside', timeline.changes.deadLetters],
  ] as const;
  return graph(
    'Messages in queues, at most',
    queues.map(([label, queue]) => queue.metricApproximateNumberOfMessagesVisible({ ...often, label })),
  );
}
