import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { config, stageNamed, stages, UnknownStage } from '../../infra/config.ts';
import { Mail } from '../../infra/constructs/mail.ts';
import { synthesised, Synthesised } from './synthesised.ts';

/** A stack with nothing but mail in it, for a stage that names its senders' domains. */
function mailOf(senderDomains: readonly string[]): { mail: Mail; stack: Stack; template: () => Synthesised } {
  const app = new App();
  const stack = new Stack(app, 'Shopkeeper-tried');
  const mail = new Mail(stack, 'Mail', { config: { ...config.production, senderDomains } });
  return {
    mail,
    stack,
    template: () => new Synthesised(stack.stackName, app.synth().getStackByName(stack.stackName).template),
  };
}

describe('a stage', () => {
  it('that nobody knows is refused, with those there are', () => {
    expect(() => stageNamed('prodution')).toThrow(UnknownStage);
    expect(() => stageNamed('prodution')).toThrow('prodution is none of the stages: local, test, production');
    expect(stages.map(stageNamed)).toEqual([...stages]);
  });

  it('keeps what shops entrusted to it only in production', () => {
    expect(stages.filter((stage) => config[stage].keepsData)).toEqual(['production']);
  });

  it('is the same stack everywhere: the one on this machine has all that production has', () => {
    const [local, production] = [synthesised('local'), synthesised('production')];
    expect([...local.functions.keys()]).toEqual([...production.functions.keys()]);
    for (const type of [
      'AWS::ApiGatewayV2::Route',
      'AWS::SQS::Queue',
      'AWS::Events::Rule',
      'AWS::Lambda::EventSourceMapping',
    ]) {
      expect(local.all(type).map(({ id }) => id)).toEqual(production.all(type).map(({ id }) => id));
    }
  });

  it('tells where it answers, where its table is, and where to watch its orders', () => {
    expect(Object.keys(synthesised('production').outputs).sort()).toEqual([
      'ApiUrl',
      'ConfigurationSet',
      'StateMachineArn',
      'TableName',
    ]);
  });
});

describe("a stage that names its senders' domains", () => {
  const { mail, stack, template } = mailOf(['lumiere.example', 'other.example']);

  it('may send in these names and in no other', () => {
    const resources = mail.maySend().flatMap((statement) => statement.resources);
    const identities = resources
      .map((resource) => JSON.stringify(stack.resolve(resource)))
      .filter((resource) => resource.includes('identity/'));
    expect(identities.map((identity) => /identity\/([^"]*)/.exec(identity)?.[1])).toEqual([
      'lumiere.example',
      '*@lumiere.example',
      'other.example',
      '*@other.example',
    ]);
  });

  it('sets them up with SES, and tells which records to publish', () => {
    const made = template();
    expect(made.all('AWS::SES::EmailIdentity').map(({ Properties }) => Properties['EmailIdentity'])).toEqual([
      'lumiere.example',
      'other.example',
    ]);
    const records = Object.values(made.outputs);
    expect(records).toHaveLength(6);
    expect(records.every((record) => record.includes(' CNAME '))).toBe(true);
  });
});
