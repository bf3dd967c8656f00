import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runShop } from '../../cli/shop/run.ts';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

async function type(line: string, ...more: string[]) {
  const [out, aside]: [string[], string[]] = [[], []];
  const code = await runShop([...line.split(' '), '--endpoint', shop.awsUrl, ...more], {
    environment: {},
    now: Date.now,
    randomBytes: (length) => Buffer.alloc(length),
    readFile: async () => '',
    out: (text) => out.push(text),
    aside: (text) => aside.push(text),
    progress: () => {},
  });
  return { code, out: out.join('\n'), aside: aside.join('\n') };
}

async function send(name: string, body: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint: shop.awsUrl, region: 'eu-west-1', credentials });
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: `Shopkeeper-local-${name}` }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  sqs.destroy();
}

test('what failed for thirty hours lies in a dead-letter queue until somebody puts it back', async () => {
  expect((await type('redrive')).out).toBe('Nothing to put back.');
  await send('ring-again', 'no order at all');
  await shop.advance('PT29H');
  expect((await type('redrive --dry-run')).out).toMatch(/ring-again-dead-letters +0 messages/);
  await shop.advance('PT2H');

  const dry = await type('redrive --dry-run');
  expect(dry.out.split('\n')).toEqual([
    expect.stringMatching(/local-project-timeline-dead-letters +0 messages +from a stream/),
    expect.stringMatching(/local-relay-dead-letters +0 messages +from a stream/),
    expect.stringMatching(/local-ring-again-dead-letters +1 message +from local-ring-again/),
    expect.stringMatching(/local-staff-mail-dead-letters +0 messages +from local-staff-mail/),
  ]);

  const done = await type('redrive', '--stage', 'local');
  expect(done).toMatchObject({ code: 0, out: '1 message of ring-again-dead-letters put back into ring-again.' });
  expect((await type('redrive')).out).toBe('Nothing to put back.');
});

test('what no queue set aside stays, with why', async () => {
  await send('staff-mail-dead-letters', 'put here by hand');
  const { code, aside } = await type('redrive');
  expect(code).toBe(1);
  expect(aside).toContain('SQS says CouldNotDetermineMessageSource');
});

test('where there is no such stack, it says so', async () => {
  const { code, aside } = await type('redrive', '--stage', 'test');
  expect(code).toBe(1);
  expect(aside).toContain('There are no dead-letter queues called Shopkeeper-test-…');
});
