import { startEmbeddedStack } from '../local/embedded-stack.ts';
import { shownMails } from '../local/mail/shown-mail.ts';
import { localKey, seed } from '../local/seed.ts';
import { assembly, BuildFailed, buildIfStale, localStack } from './build-if-stale.ts';
import { expectationsOf } from './demo/expectations.ts';
import { executionOf, happeningsIn } from './demo/happenings.ts';
import { promises, timeline, verdict } from './demo/print.ts';
import { ShopBackend, StoryBroken } from './demo/shop-backend.ts';
import { tellStory } from './demo/story.ts';

// `npm run demo`: a Shopify order's whole life on the embedded stack, in virtual time. Ends with 1 where something did
// not happen that should have.

// Functions run in UTC, as Lambda's do; a thread takes its zone from the process.
process.env['TZ'] = 'UTC';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<boolean> {
  await buildIfStale(say);
  const startedAt = performance.now();
  const today = Date.now();
  const stack = await startEmbeddedStack({
    assembly,
    template: localStack,
    seed,
    port: 0,
    awsPort: 0,
    // Before ten in the morning in Paris, where the shop is.
    startAt: today - (today % 86_400_000),
  });
  try {
    const options = { apiUrl: stack.apiUrl, shop: 'demo', key: localKey, shopifySecret: 'local-shopify-secret' };
    const backend = new ShopBackend(options);
    const told = await tellStory(stack, backend, today);
    const order = await backend.order(told.order);
    const execution = executionOf(stack);
    const mails = shownMails(stack.mail.all(), {});
    const expectations = expectationsOf(told, order, execution, mails);
    const { zone, name } = told.shop;

    say(`\nOrder #1001 at ${name}, from Shopify's webhook to the end; instants in ${zone}.`);
    for (const line of timeline(happeningsIn(stack, told.deeds, execution), zone)) say(line);
    say('\nPromises');
    for (const line of promises(order, zone)) say(line);
    say('\nWhat must have happened');
    for (const { text, isMet } of expectations) say(verdict(isMet, text));
    const days = Math.round((stack.clock.now() - (told.deeds[0]?.at ?? 0)) / 86_400_000);
    say(`\n${days} days in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    return expectations.every(({ isMet }) => isMet);
  } finally {
    await stack.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  const isExpected = error instanceof StoryBroken || error instanceof BuildFailed;
  process.stderr.write(`${isExpected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}
