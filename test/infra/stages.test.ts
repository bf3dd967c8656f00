import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { config, stageNamed, stages, UnknownStage } from '../../infra/config.ts';
import { Api } from '../../infra/constructs/api.ts';
import { Mail } from '../../infra/constructs/mail.ts';
import { messengersFor } from '../../infra/constructs/messenger.ts';
import { TheTable } from '../../infra/constructs/table.ts';
import { synthesised, Synthesised, textOf } from './synthesised.ts';

/** A stack with nothing but mail in it, for a stage that names its senders' domains. */
function mailOf(senderDomains: readonly string[]): { mail: Mail; stack: Stack; template: () => Synthesised } {
  const app = new App();
  const stack = new Stack(app, 'Shopkeeper-tried');
  const senderIdentities = ['looked-after@elsewhere.example'];
  const mail = new Mail(stack, 'Mail', { config: { ...config.production, senderDomains, senderIdentities } });
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

describe.each(stages)('the API of the stage %s', (stage) => {
  it('takes so many calls a second and no more, by its own limits', () => {
    const stack = new Stack(new App(), `Shopkeeper-${stage}`);
    const { table } = new TheTable(stack, 'Orders', { config: config[stage] });
    new Api(stack, 'Api', { config: config[stage], table });
    const template = Template.fromStack(stack);
    const { requestsPerSecond, burst } = config[stage].throttling;
    expect(requestsPerSecond).toBeGreaterThan(0);
    expect(burst).toBeGreaterThanOrEqual(requestsPerSecond);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: requestsPerSecond, ThrottlingBurstLimit: burst },
    });
    // Nothing else lets calls in beside it.
    template.resourceCountIs('AWS::ApiGatewayV2::Stage', 1);
  });
});

describe('as many messengers run at once', () => {
  it.each([
    [1, 1],
    [14, 3],
    [50, 12],
    ['any', undefined],
  ] as const)('as %s mails a second allow: %s', (mailsPerSecond, messengers) => {
    expect(messengersFor({ mailsPerSecond })).toBe(messengers);
  });

  it('by the rate of the stage, and no other function is held back', () => {
    for (const stage of ['local', 'production'] as const) {
      for (const { name, properties } of synthesised(stage).functions.values()) {
        const expected = name === 'send-message' ? messengersFor(config[stage]) : undefined;
        expect(properties.ReservedConcurrentExecutions, name).toBe(expected);
      }
    }
  });

  it('and whoever finds them all at work is tried again, for hours', () => {
    const machine = synthesised('production').the('AWS::StepFunctions::StateMachine');
    const retries = [
      ...textOf(machine.Properties['DefinitionString']).matchAll(/"Lambda.TooManyRequestsException"\]/g),
    ];
    const calls = [...textOf(machine.Properties['DefinitionString']).matchAll(/:lambda:invoke"/g)];
    expect(retries.length).toBeGreaterThanOrEqual(calls.length);
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
      'other.example',
      'looked-after@elsewhere.example',
    ]);
  });

  it('sets them up with SES, and tells which records to publish', () => {
    const made = template();
    expect(made.all('AWS::SES::EmailIdentity').map(({ Properties }) => Properties['EmailIdentity'])).toEqual([
      'lumiere.example',
      'other.example',
    ]);
    const records = Object.values(made.outputs);
    expect(records).toHaveLength(12);
    expect(records.filter((record) => record.includes(' CNAME '))).toHaveLength(6);
    expect(records.filter((record) => / (MX|TXT) /.test(record) && record.includes('lumiere'))).toEqual([
      'mail.lumiere.example MX 10 feedback-smtp.${AWS::Region}.amazonses.com',
      'mail.lumiere.example TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc.lumiere.example TXT "v=DMARC1; p=none"',
    ]);
  });

  it("has bounces come back to the shop's own name, and sends before its records are there", () => {
    const [first] = template().all('AWS::SES::EmailIdentity');
    expect(first?.Properties['MailFromAttributes']).toEqual({ MailFromDomain: 'mail.lumiere.example' });
  });
});
