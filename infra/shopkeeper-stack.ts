import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledged } from './acknowledged.ts';
import { config as settings, type Stage } from './config.ts';
import { Alarms } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { Erasure } from './constructs/erasure.ts';
import { Mail } from './constructs/mail.ts';
import { Messenger } from './constructs/messenger.ts';
import { Morning } from './constructs/morning.ts';
import { Offers } from './constructs/offers.ts';
import { Overview } from './constructs/overview.ts';
import { Questions } from './constructs/questions.ts';
import { Relay } from './constructs/relay.ts';
import { TheTable } from './constructs/table.ts';
import { Timeline } from './constructs/timeline.ts';
import { Watch } from './constructs/watch.ts';
import { Workflow } from './constructs/workflow.ts';

/** All of Shopkeeper for one stage, in any account and region. */
export class ShopkeeperStack extends Stack {
  /** @param answers what of the checks of good practice is answered for; a test asks what there would be without. */
  constructor(scope: Construct, stage: Stage, answers = { acknowledged }) {
    const config = settings[stage];
    super(scope, `Shopkeeper-${stage}`, {
      description: `Shopkeeper (${stage}): looks after the customers of shops, from the order to the end.`,
      terminationProtection: config.keepsData,
      tags: { application: 'shopkeeper', stage },
    });

    for (const { id: finding, reason, evidence } of answers.acknowledged) {
      Validations.of(this).acknowledge({ id: finding, reason: `${reason} ${evidence}` });
    }

    const { table } = new TheTable(this, 'Orders', { config });
    const mail = new Mail(this, 'Mail', { config });
    const { url, httpApi } = new Api(this, 'Api', { config, table });
    const { lambda: messenger } = new Messenger(this, 'Messenger', { config, table, mail, publicUrl: url });
    const { machine } = new Workflow(this, 'Workflow', { table, messenger });
    const erasure = new Erasure(this, 'Erasure', { config, table });
    const relay = new Relay(this, 'Relay', { config, table, machine, erase: erasure.wishes.queue });
    const timeline = new Timeline(this, 'Timeline', { config, table, mail });
    const morning = new Morning(this, 'Morning', { config, table, mail });
    const offers = new Offers(this, 'Offers', { config, table, mail, publicUrl: url });
    const watch = new Watch(this, 'Watch', { config, table, mail, machine, ringAgain: relay.ringAgain.queue });
    const watched = { config, erasure, httpApi, machine, mail, messenger, morning, offers, relay, timeline, watch };
    const { all: alarms } = new Alarms(this, 'Alarms', watched);
    new Overview(this, 'Overview', { alarms, httpApi, machine, mail, messenger, morning, relay, timeline, watch });
    new Questions(this, 'Questions');

    this.tell('ApiUrl', 'What shops and customers call.', url);
    this.tell('TableName', 'For npm run shop: shops and their keys are made there.', table.tableName);
    this.tell('StateMachineArn', 'Where to watch orders go their way.', machine.stateMachineArn);
    this.tell('ConfigurationSet', 'What all mail is sent with.', mail.configurationSet);
  }

  private tell(id: string, description: string, value: string): void {
    new CfnOutput(this, id, { description, value });
  }
}
