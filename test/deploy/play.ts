import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { statesOf } from '../../local/step-functions/states-of.ts';
import { addressOf, letHappen } from './happenings.ts';
import type { Run, Shop } from './shop.ts';
import { nextRun, type Story } from './stories.ts';

/** What an engine made of a story. */
export interface Played {
  readonly states: readonly string[];
  readonly ends: readonly string[];
  readonly messages: readonly string[];
  readonly subjects: readonly string[];
  readonly histories: readonly (readonly HistoryEvent[])[];
}

/** The engine went another way than the table says. */
export class AnotherStory extends Error {
  override readonly name = 'AnotherStory';
}

/** Where nothing more comes for so long, nothing will. Minutes of an embedded clock, or of ours. */
const patienceMilliseconds = 60_000;

/**
 * Plays a story to its end, one act after the other: each begins once the states of the one before were entered.
 * @throws AnotherStory with what was expected and what came.
 */
export async function play(story: Story, shop: Shop, release: () => Promise<void>): Promise<Played> {
  const { name: order, acts, ends, messages } = story;
  const whole = acts.flatMap(([, ...states]) => states);
  let entered = 0;
  for (const [happening, ...states] of acts) {
    await letHappen(happening, shop, { order, release });
    entered += states.length;
    const expected = whole.slice(0, entered);
    // Silence does not wait for us: what follows it may have happened already.
    await becomes(shop, `states of ${order}`, expected, async () =>
      soFar(whole, statesIn(await shop.runs(order)), entered),
    );
  }
  await becomes(shop, `ends of ${order}`, ends, async () => (await shop.runs(order)).map(({ status }) => status));
  await becomes(shop, `messages about ${order}`, messages, () => shop.messages(order));
  await becomes(shop, `deliveries about ${order}`, [...messages].sort(), () => shop.delivered(order));
  await becomes(shop, `states of ${order}, in the end`, whole, async () => statesIn(await shop.runs(order)));
  const runs = await shop.runs(order);
  const mails = await shop.place.mailsTo(addressOf(order));
  if (mails.length !== messages.length) {
    throw new AnotherStory(`${order}: ${messages.length} messages, but ${mails.length} mails.`);
  }
  return {
    states: statesIn(runs),
    ends,
    messages,
    subjects: mails.map(({ subject }) => subject),
    histories: runs.map(({ events }) => events),
  };
}

/** Asks until the answer is what is expected. */
async function becomes(
  shop: Shop,
  what: string,
  expected: readonly string[],
  ask: () => Promise<readonly string[]>,
): Promise<void> {
  const { now, letTimePass } = shop.place;
  const until = now() + patienceMilliseconds;
  for (;;) {
    const found = await ask();
    if (isSame(found, expected)) return;
    // A state that was entered wrongly does not become right: nobody needs to wait for it.
    const isOnTheWay = !what.startsWith('states') || isSame(found, expected.slice(0, found.length));
    if (!isOnTheWay || now() > until) {
      throw new AnotherStory(`${what}:\n  expected ${expected.join(' → ')}\n  found    ${found.join(' → ')}`);
    }
    await letTimePass();
  }
}

/** Of states that are further than asked, but on the way of the whole story, those that were asked for. */
function soFar(whole: readonly string[], found: readonly string[], asked: number): readonly string[] {
  return isSame(found, whole.slice(0, found.length)) ? found.slice(0, asked) : found;
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((each, index) => each === right[index]);

function statesIn(runs: readonly Run[]): string[] {
  return runs.flatMap(({ events }, index) => [
    ...(index === 0 ? [] : [nextRun]),
    ...statesOf(events).map(({ name }) => name),
  ]);
}
