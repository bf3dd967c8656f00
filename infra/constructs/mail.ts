import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterPattern, MetricFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { allow, type Rights } from './rights.ts';

/** What SES may send in our name, and what it tells us about it. */
export class Mail extends Construct {
  readonly configurationSet: string;
  /** Mails that SES refused because of who they are from. */
  readonly senderRefused: Metric;
  /** Mails that SES did not take because the account's rate or quota is used up, or it was not reached. */
  readonly heldUp: Metric;
  private readonly config: StageConfig;

  constructor(scope: Construct, id: string, { config }: { readonly config: StageConfig }) {
    super(scope, id);
    this.config = config;
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: Stack.of(this).stackName,
      reputationMetrics: true,
    });
    this.configurationSet = configurationSet.configurationSetName;
    configurationSet.addEventDestination('ToEventBridge', {
      // SES speaks to the account's default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      // Each event that something listens to (functions/note-mail): another one is only paid for.
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    const counted = { namespace: Stack.of(this).stackName, statistic: 'Sum' };
    this.senderRefused = new Metric({ ...counted, metricName: 'SenderRefused' });
    this.heldUp = new Metric({ ...counted, metricName: 'MailHeldUp' });
    for (const domain of config.senderDomains) this.setUp(domain);
    if (config.senderDomains.length === 0 && config.senderIdentities.length === 0) {
      const why = 'No mail will leave: infra/config.ts names nobody in senderDomains or senderIdentities.';
      Annotations.of(this).addWarningV2('shopkeeper:no-sender', why);
    }
  }

  /** May send mail, with our configuration set, in the names that the configuration says. */
  maySend(): Rights {
    const arnOf = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    const { senderDomains, senderIdentities } = this.config;
    const identities = senderIdentities === 'any' ? ['*'] : [...senderDomains, ...senderIdentities];
    return [
      allow(
        ['ses:SendEmail'],
        [...identities.map((name) => arnOf('identity', name)), arnOf('configuration-set', this.configurationSet)],
      ),
    ];
  }

  /** Whoever mails says in its log what SES does not take: the lines of functions/adapters/mailer-ses.ts. */
  hearRefusalsIn(what: string, logGroup: ILogGroup): void {
    const heard: readonly (readonly [string, string, Metric])[] = [
      ['Refused', 'SES refuses the sender', this.senderRefused],
      ['HeldUp', 'SES takes no mail now', this.heldUp],
    ];
    for (const [id, message, { namespace: metricNamespace, metricName }] of heard) {
      const filterPattern = FilterPattern.stringValue('$.message', '=', message);
      new MetricFilter(this, `${id}${what}`, { logGroup, filterPattern, metricNamespace, metricName });
    }
  }

  /** A domain that mails are from, and every record that its DNS must have for it. */
  private setUp(domain: string): void {
    const mailFrom = `mail.${domain}`;
    const identity = new EmailIdentity(this, `Domain-${domain}`, {
      identity: Identity.domain(domain),
      // Bounces come back to the shop's own name. Until its MX is there SES uses a name of its own, and refuses nothing.
      mailFromDomain: mailFrom,
    });
    identity.dkimRecords.forEach(({ name, value }, index) => {
      this.publish(`Dkim-${domain}-${index + 1}`, domain, `${name} CNAME ${value}`, 'mails are signed with it.');
    });
    const { region } = Stack.of(this);
    this.publish(
      `MailFromMx-${domain}`,
      domain,
      `${mailFrom} MX 10 feedback-smtp.${region}.amazonses.com`,
      'what cannot be delivered comes back there.',
    );
    this.publish(
      `MailFromSpf-${domain}`,
      domain,
      `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"`,
      'it says that SES may send in this name.',
    );
    this.publish(
      `Dmarc-${domain}`,
      domain,
      `_dmarc.${domain} TXT "v=DMARC1; p=none"`,
      'a suggestion where there is none yet. Large mail providers ask for one; p=quarantine once all mail passes.',
    );
  }

  private publish(id: string, domain: string, value: string, why: string): void {
    new CfnOutput(this, id, { description: `Publish this in the DNS of ${domain}: ${why}`, value });
  }
}
