import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';
import { sendTo, type } from './typed.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

test('what failed for thirty hours lies in a dead-letter queue until somebody puts it back', async () => {
  expect((await type(shop, 'redrive')).out).toBe('Nothing to put back.');
  await sendTo(shop, 'ring-again', 'no order at all');
  await shop.advance('PT29H');
  expect((await type(shop, 'redrive --dry-run')).out).toMatch(/ring-again-dead-letters +0 messages/);
  await shop.advance('PT2H');

  const dry = await type(shop, 'redrive --dry-run');
  expect(dry.out.split('\n')).toEqual([
    expect.stringMatching(/local-erase-dead-letters +0 messages +from local-erase/),
    expect.stringMatching(/local-project-timeline-dead-letters +0 messages +from a stream/),
    expect.stringMatching(/local-relay-dead-letters +0 messages +from a stream/),
    expect.stringMatching(/local-ring-again-dead-letters +1 message +from local-ring-again/),
    expect.stringMatching(/local-staff-mail-dead-letters +0 messages +from local-staff-mail/),
  ]);

  const done = await type(shop, 'redrive --stage local');
  expect(done).toMatchObject({ code: 0, out: '1 message of ring-again-dead-letters put back into ring-again.' });
  expect((await type(shop, 'redrive')).out).toBe('Nothing to put back.');
});

test('what no queue set aside stays, with why', async () => {
  await sendTo(shop, 'staff-mail-dead-letters', 'put here by hand');
  const { code, aside } = await type(shop, 'redrive');
  expect(code).toBe(1);
  expect(aside).toContain('SQS says CouldNotDetermineMessageSource');
});

test('where there is no such stack, it says so', async () => {
  const { code, aside } = await type(shop, 'redrive --stage test');
  expect(code).toBe(1);
  expect(aside).toContain('There are no dead-letter queues called Shopkeeper-test-…');
});
