import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { allow, type Rights } from './rights.ts';

/** What SES may send in our name, and what it tells us about it. */
export class Mail extends Construct {
  readonly configurationSet: string;
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
      // Each event that something listens to. Deliveries, bounces and complaints join when an address that fails leads
      // to a call; an event that nobody takes is only paid for.
      events: [EmailSendingEvent.SEND],
    });
    for (const domain of config.senderDomains) this.setUp(domain);
  }

  /** May send mail, with our configuration set, in the name of our domains. */
  maySend(): Rights {
    const arnOf = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    const { senderDomains } = this.config;
    // Where no domain is named here, every identity that somebody verified in this account may be a shop's.
    const identities = senderDomains.length === 0 ? ['*'] : senderDomains.flatMap((domain) => [domain, `*@${domain}`]);
    return [
      allow(
        ['ses:SendEmail'],
        [...identities.map((name) => arnOf('identity', name)), arnOf('configuration-set', this.configurationSet)],
      ),
    ];
  }

  private setUp(domain: string): void {
    const identity = new EmailIdentity(this, `Domain-${domain}`, { identity: Identity.domain(domain) });
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim-${domain}-${index + 1}`, {
        description: `Publish this in the DNS of ${domain}: the mails of its shops are signed with it.`,
        value: `${name} CNAME ${value}`,
      });
    });
  }
}
