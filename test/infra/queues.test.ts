import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { idIn, synthesised, textOf, type Resource } from './synthesised.ts';

const stack = synthesised('production');
const queues = stack.all('AWS::SQS::Queue');
const mappings = stack.all('AWS::Lambda::EventSourceMapping');
const twoWeeks = 14 * 24 * 3600;

const redrive = z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() });

function queueNamed(name: string): Resource {
  const found = queues.find(({ Properties }) => Properties['QueueName'] === `Shopkeeper-production-${name}`);
  if (found === undefined) throw new Error(`there is no queue ${name}`);
  return found;
}

function mappingBetween(source: string, name: string): Resource['Properties'] {
  const reader = stack.function(name).id;
  const found = mappings.find(
    ({ Properties }) =>
      textOf(Properties['EventSourceArn']) === source && textOf(Properties['FunctionName']) === `\${${reader}}`,
  );
  if (found === undefined) throw new Error(`${name} does not read ${source}`);
  return found.Properties;
}

describe.each([
  ['ring-again', 'relay'],
  ['staff-mail', 'mail-staff'],
  ['erase', 'erase-customer'],
])('the queue %s', (name, reader) => {
  const { Properties, id } = queueNamed(name);
  const mapping = mappingBetween(`\${${id}.Arn}`, reader);

  it(`is read by ${reader}, which says what of a batch it could not do`, () => {
    expect(mapping['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it('keeps what cannot be done for as long as SQS keeps anything', () => {
    expect(Properties['MessageRetentionPeriod']).toBe(twoWeeks);
  });

  it('hides a message for longer than its reader may take', () => {
    const timeout = stack.function(reader).properties.Timeout;
    expect(Properties['VisibilityTimeout']).toBe(6 * timeout);
  });

  it('tries for 30 hours at the least before it sets a message aside', () => {
    const { maxReceiveCount } = redrive.parse(Properties['RedrivePolicy']);
    const visibility = z.number().parse(Properties['VisibilityTimeout']);
    expect(maxReceiveCount * visibility).toBeGreaterThanOrEqual(30 * 3600);
    expect(maxReceiveCount).toBeLessThanOrEqual(1000);
  });

  it('sets it aside in a queue of its own, where it lies for two weeks', () => {
    const { deadLetterTargetArn } = redrive.parse(Properties['RedrivePolicy']);
    const aside = stack.resource(idIn(textOf(deadLetterTargetArn)));
    expect(aside.Properties['QueueName']).toBe(`Shopkeeper-production-${name}-dead-letters`);
    expect(aside.Properties['MessageRetentionPeriod']).toBe(twoWeeks);
  });
});

const changeOf = (sk: string, more: object = {}): object => ({ dynamodb: { Keys: { sk: { S: [sk] } }, ...more } });
const isWatched = { NewImage: { watch: { S: [{ exists: true }] } } };

describe.each([
  ['relay', [changeOf('ORDER', isWatched), changeOf('ERASURE')]],
  ['project-timeline', [changeOf('ORDER')]],
])('%s', (name, heard) => {
  const mapping = mappingBetween(`\${${stack.the('AWS::DynamoDB::Table').id}.StreamArn}`, name);

  it('hears of every change of an order, the relay of those under watch and of who is to be erased, and of nothing else: details and customers never come', () => {
    const { Filters } = z
      .object({ Filters: z.array(z.object({ Pattern: z.string() })) })
      .parse(mapping['FilterCriteria']);
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual(heard);
  });

  it('is rung at once if it is the relay; what people only read may be gathered for seconds', () => {
    expect(mapping['MaximumBatchingWindowInSeconds']).toBe(name === 'relay' ? undefined : 5);
  });

  it('begins where the stream begins, so that a deployment misses nothing', () => {
    expect(mapping['StartingPosition']).toBe('TRIM_HORIZON');
  });

  it('is not stopped by a record that breaks it: the batch is halved, tried again, and the record set aside', () => {
    expect(mapping).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 20 });
    expect(mapping['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    const { OnFailure } = z
      .object({ OnFailure: z.object({ Destination: z.unknown() }) })
      .parse(mapping['DestinationConfig']);
    const aside = stack.resource(idIn(textOf(OnFailure.Destination)));
    expect(aside.Properties['QueueName']).toBe(`Shopkeeper-production-${name}-dead-letters`);
    const { statements } = stack.function(name);
    const sending = statements.filter(({ actions }) => actions.includes('sqs:SendMessage'));
    expect(sending.flatMap(({ resources }) => resources)).toContain(`\${${aside.id}.Arn}`);
  });
});

describe('every queue', () => {
  it('is encrypted and speaks TLS only', () => {
    const policies = stack.all('AWS::SQS::QueuePolicy').map(({ Properties }) => JSON.stringify(Properties));
    for (const { id, Properties } of queues) {
      expect(Properties['SqsManagedSseEnabled']).toBe(true);
      expect(policies.some((policy) => policy.includes(id) && policy.includes('aws:SecureTransport'))).toBe(true);
    }
  });
});
