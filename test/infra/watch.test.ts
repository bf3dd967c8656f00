import { mailEventNames } from '../../functions/note-mail/mail-events.ts';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { takenForMs } from '../../functions/domain/shop/morning.ts';
import { compilePattern } from '../../local/events/pattern.ts';
import { idIn, synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');
const machine = `\${${stack.the('AWS::StepFunctions::StateMachine').id}}`;
const configurationSet = `\${${stack.the('AWS::SES::ConfigurationSet').id}}`;

const targets = z.array(z.object({ Arn: z.unknown() }));

/** The rule that calls this function, references in it as texts. */
function ruleFor(name: string): { pattern: unknown; schedule: unknown } {
  const { id } = stack.function(name);
  const rules = stack.all('AWS::Events::Rule').filter(({ Properties }) => {
    return targets.parse(Properties['Targets']).some(({ Arn }) => idIn(textOf(Arn)) === id);
  });
  expect(rules).toHaveLength(1);
  const { EventPattern, ScheduleExpression, State } = rules[0]?.Properties ?? {};
  expect(State).toBe('ENABLED');
  const callers = stack.all('AWS::Lambda::Permission').filter(({ Properties }) => {
    return idIn(textOf(Properties['FunctionName'])) === id && Properties['Principal'] === 'events.amazonaws.com';
  });
  expect(callers.map(({ Properties }) => textOf(Properties['SourceArn']))).toEqual([`\${${rules[0]?.id}.Arn}`]);
  return { pattern: EventPattern === undefined ? undefined : resolved(EventPattern), schedule: ScheduleExpression };
}

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value) return textOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each)]));
}

const statusChange = (status: string, stateMachineArn = machine): unknown => ({
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  detail: { status, stateMachineArn, name: 'demo.1001' },
});

const mailEvent = (detailType: string, set = configurationSet, about: object = { order: ['1001'] }): unknown => ({
  source: 'aws.ses',
  'detail-type': detailType,
  detail: { mail: { messageId: 'm', tags: { 'ses:configuration-set': [set], shop: ['demo'], ...about } } },
});

describe('an execution that dies', () => {
  const matches = compilePattern(ruleFor('note-execution-end').pattern);

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('is noted when it is %s', (status) => {
    expect(matches(statusChange(status))).toBe(true);
  });

  it.each(['RUNNING', 'SUCCEEDED'])('is not one that is %s', (status) => {
    expect(matches(statusChange(status))).toBe(false);
  });

  it('is one of ours', () => {
    expect(matches(statusChange('FAILED', 'arn:aws:states:eu-west-1:1:stateMachine:another'))).toBe(false);
  });
});

describe('what becomes of a mail', () => {
  const matches = compilePattern(ruleFor('note-mail').pattern);

  it('is noted, where it was sent with our configuration set', () => {
    for (const name of mailEventNames) {
      expect(matches(mailEvent(name))).toBe(true);
      expect(matches(mailEvent(name, 'of-somebody-else'))).toBe(false);
    }
    expect(matches(mailEvent('Email Opened'))).toBe(false);
  });

  it('is not noted where it is about no order, as a morning list is', () => {
    expect(matches(mailEvent('Email Sent', configurationSet, { message: ['morning-list'] }))).toBe(false);
  });

  it('is told of by SES, over the default bus, and by nothing that nobody listens to', () => {
    const { Properties } = stack.the('AWS::SES::ConfigurationSetEventDestination');
    const { EventDestination } = z
      .object({
        EventDestination: z.object({
          Enabled: z.boolean(),
          MatchingEventTypes: z.array(z.string()),
          EventBridgeDestination: z.object({ EventBusArn: z.unknown() }),
        }),
      })
      .parse(Properties);
    expect(EventDestination.Enabled).toBe(true);
    expect(EventDestination.MatchingEventTypes.map((type) => type.toLowerCase()).sort()).toEqual(
      ['send', 'delivery', 'deliverydelay', 'bounce', 'complaint', 'reject', 'renderingfailure'].sort(),
    );
    expect(textOf(EventDestination.EventBridgeDestination.EventBusArn)).toMatch(/:event-bus\/default$/);
  });
});

describe('the sweep', () => {
  it('goes round every hour', () => {
    expect(ruleFor('sweep').schedule).toBe('rate(1 hour)');
  });
});

describe('the morning lists', () => {
  it('are looked after on every hour and half hour', () => {
    expect(ruleFor('mail-morning-list').schedule).toBe('cron(0/30 * * * ? *)');
  });

  it('are in nobody else’s hands while a run can still live', () => {
    const { Timeout } = stack.function('mail-morning-list').properties;
    expect(Timeout * 1000).toBeLessThan(takenForMs);
  });
});
