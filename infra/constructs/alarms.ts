import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Erasure } from './erasure.ts';
import type { Mail } from './mail.ts';
import type { Morning } from './morning.ts';
import type { Offers } from './offers.ts';
import type { Relay } from './relay.ts';
import type { Timeline } from './timeline.ts';
import type { Watch } from './watch.ts';

export interface AlarmsProps {
  readonly config: StageConfig;
  readonly erasure: Erasure;
  readonly httpApi: HttpApi;
  readonly machine: StateMachine;
  readonly mail: Mail;
  readonly messenger: Function;
  readonly morning: Morning;
  readonly offers: Offers;
  readonly relay: Relay;
  readonly timeline: Timeline;
  readonly watch: Watch;
}

interface Bell {
  readonly metric: IMetric;
  /** It rings from here on. */
  readonly from: number;
  /** How many periods in a row. Default: the first. */
  readonly periods?: number;
  /** What happened, and what a person does about it. The page to read on at is added. */
  readonly description: string;
}

const often = Duration.minutes(5);

/** What a person must hear of. Whatever heals by itself stays silent for as long as healing takes. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { topicName: `${Stack.of(this).stackName}-alarms`, enforceSSL: true });
    // A topic with a policy of its own no longer lets the alarms of its account in.
    this.topic.addToResourcePolicy(publishing(this.topic));
    if (props.config.alarmEmail !== undefined)
      this.topic.addSubscription(new EmailSubscription(props.config.alarmEmail));

    this.aboutOrders(props);
    this.aboutQueues(props);
    this.aboutFunctions(props);
    this.aboutTheOutside(props);
  }

  private aboutOrders({ relay, machine, timeline }: AlarmsProps): void {
    this.ringFor('PromisesBroken', {
      metric: timeline.promises.broken.with({ period: often }),
      from: 1,
      description:
        'A promise to a customer passed, and nobody had warned them within a quarter of an hour: what Shopkeeper is there to prevent. The line "a promise passed and nobody was warned" in the log of project-timeline names the shop, the order and the promise; the customer has been written to by now, or is to be called.',
    });
    this.ringFor('OrdersGivenUp', {
      metric: relay.givenUp.with({ period: often }),
      from: 1,
      description:
        "An order's workflow died three times in a row; its customer hears nothing any more, and the shop has a task. The relay's log names the order: read the history of its last execution, mend the cause, then record any fact for it (a word by phone will do).",
    });
    const ended = { period: often, statistic: Stats.SUM };
    this.ringFor('ExecutionsFailed', {
      metric: machine.metricFailed(ended),
      from: 1,
      description:
        'An execution ended in an error that no state caught. Its order is taken up again by itself; the history of the execution says what must be mended before it comes again.',
    });
    this.ringFor('ExecutionsTimedOut', {
      metric: machine.metricTimedOut(ended),
      from: 1,
      description:
        'An execution lived for a year, though none should wait that long. Its order is taken up again by itself; the history of the execution says where it stood.',
    });
  }

  private aboutQueues({ relay, timeline, erasure }: AlarmsProps): void {
    const { ringAgain } = relay;
    const { staffMail } = timeline;
    const redrive = "The function's log says why: mend it, then npm run shop -- redrive.";
    this.ringForDeadLetters('RingAgain', ringAgain.deadLetters, [
      'An order could not be seen to for 30 hours; the message names it.',
      redrive,
    ]);
    this.ringForDeadLetters('StaffMail', staffMail.deadLetters, [
      "A task could not be mailed to its owner for 30 hours; it is on the shop's list of tasks.",
      redrive,
    ]);
    this.ringForDeadLetters('Erase', erasure.wishes.deadLetters, [
      'Somebody could not be erased for 30 hours; every six hours it is tried again all the same.',
      redrive,
    ]);

    const remove =
      "The function's log says why: mend it. The message only says where in the stream they were: delete it.";
    this.ringForDeadLetters('Relay', relay.changes.deadLetters, [
      'Changes of orders broke the relay. The sweep has rung for those orders meanwhile.',
      remove,
    ]);
    this.ringForDeadLetters('Timeline', timeline.changes.deadLetters, [
      'Changes of orders are missing on timelines and lists of tasks.',
      remove,
    ]);

    const retried = "The function's log names the errors. What is in the queue is tried again by itself.";
    this.ringForLateness('RingAgain', ringAgain.queue, [
      'Orders have waited for an hour to be seen to: Step Functions or DynamoDB refuse us, or the relay is broken.',
      retried,
    ]);
    this.ringForLateness('StaffMail', staffMail.queue, [
      'Tasks have waited for an hour to be mailed: SES refuses us, or an address is wrong.',
      retried,
    ]);
    this.ringForLateness('Erase', erasure.wishes.queue, ['Somebody has waited for an hour to be erased.', retried]);
  }

  private aboutFunctions({ erasure, relay, timeline, watch, morning, offers, messenger }: AlarmsProps): void {
    const followers: [string, Function][] = [
      ['Relay', relay.lambda],
      ['Timeline', timeline.projection],
    ];
    for (const [name, lambda] of followers) {
      this.ringFor(`${name}Behind`, {
        metric: lambda.metric('IteratorAge', { period: often, statistic: Stats.MAXIMUM }),
        from: often.toMilliseconds(),
        periods: 3,
        description: `${lambda.functionName} is minutes behind the table: it is broken (see its log), throttled, or there is more to do than it can. Nothing is lost for a day.`,
      });
      this.ringFor(`${name}Errors`, {
        metric: lambda.metricErrors({ period: often, statistic: Stats.SUM }),
        from: 1,
        periods: 3,
        description: `${lambda.functionName} breaks again and again: its log says why. What it cannot do ends in its dead-letter queue.`,
      });
    }
    const listeners: [string, Function, string][] = [
      ['NoteMailErrors', watch.noteMail, 'A mail that went out may be sent a second time.'],
      ['NoteExecutionEndErrors', watch.noteExecutionEnd, 'The sweep takes those orders up within the hour.'],
      ['SendOffersErrors', offers.lambda, 'Promos that had to wait go on waiting; no customer misses anything else.'],
      ['EraseCustomerErrors', erasure.lambda, 'Somebody who asked to be erased is not yet.'],
      ['SweepErrors', watch.sweep, 'Nobody looks after orders that stand still.'],
      [
        'MailMorningListErrors',
        morning.lists,
        'Some staff have no list of the day; each half hour until their shop closes it is tried again. The log names the shop: an address that SES refuses, or a sender that is not verified.',
      ],
    ];
    for (const [id, lambda, consequence] of listeners) {
      this.ringFor(id, {
        // An event is tried three times within minutes: fewer errors have healed.
        metric: lambda.metricErrors({ period: Duration.minutes(15), statistic: Stats.SUM }),
        from: 3,
        description: `${lambda.functionName} could not take an event, whose log says why. ${consequence}`,
      });
    }
    const refused = { period: often, statistic: Stats.SUM };
    this.ringFor('RelayThrottled', {
      metric: relay.lambda.metricThrottles(refused),
      from: 1,
      periods: 3,
      description: `Lambda refuses to run ${relay.lambda.functionName}: the account's concurrency is used up. Messages are late, not lost. Ask AWS for more, or find out who takes it.`,
    });
    this.ringFor('MessengerThrottled', {
      metric: messenger.metricThrottles(refused),
      // Each order that waits is refused about once a minute: these are twenty that have waited for a quarter of an hour.
      from: 100,
      periods: 3,
      description: `More is to be said than ${messenger.functionName} may say at once: orders wait for their turn. Messages are late, not lost. If SES lets the account send more, raise mailsPerSecond (infra/config.ts); else ask AWS for a higher sending rate.`,
    });
  }

  private aboutTheOutside({ httpApi, mail, watch }: AlarmsProps): void {
    this.ringFor('SenderRefused', {
      metric: mail.senderRefused.with({ period: often }),
      from: 1,
      description:
        "SES refuses mails because of who they are from. The line \"SES refuses the sender\" in the log of send-message, mail-staff, mail-morning-list or send-offers names the shop, the order and SES's error. MessageRejected: the domain of the shop's `from` is not verified (publish its records, see the stack's outputs), or the account is in the sandbox. AccessDenied: the sender is in neither senderDomains nor senderIdentities (infra/config.ts). MailFromDomainNotVerified: the MX of mail.<domain> is missing. AccountSuspended, SendingPaused: see the SES console. Customers' messages wait, and go out within the hour after it is mended; for tasks older than 30 hours npm run shop -- redrive.",
    });
    this.ringFor('MailHeldUp', {
      metric: mail.heldUp.with({ period: Duration.hours(1) }),
      from: 1,
      // A rate that is passed for a moment has healed by then; whatever waits is tried about twice an hour.
      periods: 2,
      description:
        "For two hours SES has not taken all mails: most likely the account's daily quota is used up (SES console, Account dashboard), else its rate, or SES is not reached. Messages are late, not lost, and go out within the hour after it takes them again. Ask AWS for a higher quota.",
    });
    this.ringFor('StaffMailReturned', {
      metric: watch.staffMailReturned.with({ period: often }),
      from: 1,
      description:
        'A mail about a task did not reach the member of the staff who has it, who does not know of it. The line "a mail to staff came back" in the log of note-mail names the shop, the order and the task: tell that person, and mend the address in the shop\'s settings.',
    });
    this.ringFor('ApiErrors', {
      metric: httpApi.metricServerError({ period: often, statistic: Stats.SUM }),
      from: 1,
      periods: 2,
      description:
        'Shops or customers get errors that are ours; facts that were not answered with 202 are not recorded, and shops send them again. The logs of the answering functions say why.',
    });
    const reputations: [string, string, number, string][] = [
      [
        'MailBounces',
        'BounceRate',
        0.05,
        'bounce. From 10 in a hundred on SES may stop all our mail: find the shop whose addresses are wrong.',
      ],
      [
        'MailComplaints',
        'ComplaintRate',
        0.001,
        'are called spam. From 5 in a thousand on SES may stop all our mail: find the shop that writes to people who are no customers.',
      ],
    ];
    for (const [id, metricName, from, what] of reputations) {
      this.ringFor(id, {
        metric: new Metric({ namespace: 'AWS/SES', metricName: `Reputation.${metricName}`, period: Duration.hours(1) }),
        from,
        description: `More than ${from * 100} in a hundred of this account's mails ${what}`,
      });
    }
  }

  private ringForDeadLetters(name: string, queue: Queue, description: readonly string[]): void {
    this.ringFor(`${name}DeadLetters`, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: often, statistic: Stats.MAXIMUM }),
      from: 1,
      description: description.join(' '),
    });
  }

  private ringForLateness(name: string, queue: Queue, description: readonly string[]): void {
    this.ringFor(`${name}Late`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: often, statistic: Stats.MAXIMUM }),
      from: Duration.hours(1).toSeconds(),
      description: description.join(' '),
    });
  }

  private ringFor(id: string, { metric, from, periods = 1, description }: Bell): void {
    const alarm = new Alarm(this, id, {
      alarmName: `${Stack.of(this).stackName}-${id}`,
      alarmDescription: `${description} Read on: docs/runbook.md#${id.toLowerCase()}`,
      metric,
      threshold: from,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }
}

function publishing(topic: Topic): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
  });
}
