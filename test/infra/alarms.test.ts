import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { idIn, synthesised, textOf } from './synthesised.ts';

const stack = synthesised('production');
const topic = stack.the('AWS::SNS::Topic');

const alarms = stack.all('AWS::CloudWatch::Alarm').map(({ Properties }) =>
  z
    .object({
      AlarmName: z.string(),
      AlarmDescription: z.unknown().transform(textOf),
      AlarmActions: z.array(z.unknown()),
      Threshold: z.number(),
      TreatMissingData: z.string(),
      MetricName: z.string().optional(),
      Namespace: z.string().optional(),
      Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
    })
    .parse(Properties),
);

describe.each(alarms.map((alarm) => [alarm.AlarmName.replace('Shopkeeper-production-', ''), alarm] as const))(
  'the alarm %s',
  (id, alarm) => {
    it('reaches somebody, and tells what happened and what to do', () => {
      expect(alarm.AlarmActions.map(textOf)).toEqual([`\${${topic.id}}`]);
      expect(alarm.AlarmDescription.length).toBeGreaterThan(80);
      // CloudWatch takes no more.
      expect(alarm.AlarmDescription.length).toBeLessThanOrEqual(1024);
    });

    it('says at its end where to read on', () => {
      expect(alarm.AlarmDescription).toMatch(new RegExp(` Read on: docs/runbook\\.md#${id.toLowerCase()}$`));
    });

    it('is silent where nothing happens', () => {
      expect(alarm.TreatMissingData).toBe('notBreaching');
    });
  },
);

/** Whose logs a metric is read from, and by which lines. */
function filtersFor(metric: string): (readonly [string, unknown])[] {
  const transformations = z.array(z.object({ MetricName: z.string(), MetricNamespace: z.string() }));
  return stack.all('AWS::Logs::MetricFilter').flatMap(({ Properties }) => {
    const [made] = transformations.parse(Properties['MetricTransformations']);
    if (made?.MetricName !== metric || made.MetricNamespace !== 'Shopkeeper-production') return [];
    const log = stack.resource(idIn(textOf(Properties['LogGroupName']))).Properties['LogGroupName'];
    return [[String(log).replace('/shopkeeper/Shopkeeper-production-', ''), Properties['FilterPattern']] as const];
  });
}

describe('the runbook', () => {
  const sections = readFileSync(resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
    .split(/^## /m)
    .slice(1);

  it('has a section for each alarm, and for nothing else', () => {
    const known = alarms.map(({ AlarmName }) => AlarmName.replace('Shopkeeper-production-', ''));
    expect(sections.map((section) => section.split('\n')[0]!).sort()).toEqual(known.sort());
  });

  it('says in each what it means, what to look at and what to do', () => {
    for (const section of sections) {
      const said = [...section.matchAll(/^\*\*(.+?)\.\*\* \S/gm)].map(([, what]) => what);
      expect(said, section).toEqual(['What it means', 'What to look at', 'What to do']);
    }
  });

  it('leads only to sections that there are', () => {
    const anchors = sections.map((section) => section.split('\n')[0]!.toLowerCase());
    const linked = sections.flatMap((section) => [...section.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to!));
    expect(linked.filter((to) => !anchors.includes(to))).toEqual([]);
  });
});

describe('an alarm', () => {
  it('rings for the first message in any dead-letter queue', () => {
    const queues = stack
      .all('AWS::SQS::Queue')
      .filter(({ Properties }) => String(Properties['QueueName']).endsWith('-dead-letters'));
    const watched = alarms
      .filter(({ MetricName, Threshold }) => MetricName === 'ApproximateNumberOfMessagesVisible' && Threshold === 1)
      .flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => textOf(Value)));
    expect(queues.length).toBeGreaterThan(0);
    expect(watched.sort()).toEqual(queues.map(({ id }) => `\${${id}.QueueName}`).sort());
  });

  it('rings when the relay gives an order up, which it says in its log', () => {
    expect(filtersFor('OrdersGivenUp')).toEqual([['relay', '{ $.message = "order given up" }']]);
    const rung = alarms.filter(({ MetricName, Namespace }) => {
      return MetricName === 'OrdersGivenUp' && Namespace === 'Shopkeeper-production';
    });
    expect(rung).toHaveLength(1);
  });

  it('rings when a mail to staff comes back, which nobody else would notice', () => {
    expect(filtersFor('StaffMailReturned')).toEqual([['note-mail', '{ $.message = "a mail to staff came back" }']]);
    const rung = alarms.filter(({ MetricName, Namespace, Threshold }) => {
      return MetricName === 'StaffMailReturned' && Namespace === 'Shopkeeper-production' && Threshold === 1;
    });
    expect(rung).toHaveLength(1);
  });

  it.each([
    ['refuses a sender', 'SenderRefused', 'SES refuses the sender'],
    ['takes no mail for hours', 'MailHeldUp', 'SES takes no mail now'],
  ])('rings when SES %s, which whoever mails says in its log', (_, metric, line) => {
    const pattern = `{ $.message = "${line}" }`;
    const mailing = ['send-message', 'mail-staff', 'mail-morning-list', 'send-offers'];
    expect(new Map(filtersFor(metric))).toEqual(new Map(mailing.map((name) => [name, pattern])));
    const rung = alarms.filter(({ MetricName, Namespace, Threshold }) => {
      return MetricName === metric && Namespace === 'Shopkeeper-production' && Threshold === 1;
    });
    expect(rung).toHaveLength(1);
  });

  it('may be sent to the topic by CloudWatch of this account, and by no other', () => {
    const policy = JSON.stringify(stack.the('AWS::SNS::TopicPolicy').Properties);
    expect(policy).toContain('"Principal":{"Service":"cloudwatch.amazonaws.com"}');
    expect(policy).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });
});
