import { nextFacts, type Fact, type Facts } from './demo-order.ts';
import type { OrderShown } from './shown.ts';
import { dayAfter, hourOn } from './words.ts';

/** What a play needs of the page. */
export interface Stage {
  /** Tells whoever watches what happens next, and leaves time to read it. */
  say(text: string): Promise<void>;
  moveTo(instant: string): Promise<void>;
  place(): Promise<string>;
  order(id: string): Promise<OrderShown>;
  now(): Promise<string>;
  tell(order: string, fact: Fact): Promise<void>;
  /** Shows what came of it, step by step. */
  watch(): Promise<void>;
}

type Choose = (facts: Facts) => readonly Fact[];
type Step = readonly [say: string, when: readonly [daysLater: number, hour: string], choose: Choose];

const labelled =
  (group: keyof Facts, start: string): Choose =>
  (facts) =>
    facts[group].filter(({ label }) => label.startsWith(start)).slice(0, 1);

/** In shop hours, whenever it is played: every promise of this story is kept, or moved in time. */
const life: readonly Step[] = [
  [
    'A day goes by. The shop finds that shipping will be late, and names a new day.',
    [1, '11:00'],
    labelled('shop', 'Late'),
  ],
  ['Next day the lamp leaves; the blankets are still to come.', [1, '15:00'], labelled('shop', 'Shipped in part')],
  ['Another day, and the blankets leave too.', [1, '10:00'], labelled('shop', 'The rest')],
  [
    'The carrier delivers both parcels.',
    [1, '14:00'],
    ({ carrier }) => carrier.filter(({ kind }) => kind === 'deliveries'),
  ],
  ['In the evening the customer answers: everything arrived.', [0, '18:30'], labelled('customer', 'Received')],
];

/** The whole life of a demo order, one step after the other, with the clock moving in between. */
export async function play(stage: Stage): Promise<void> {
  await stage.say('A customer orders a lamp and two blankets.');
  const id = await stage.place();
  await stage.watch();
  for (const [say, [daysLater, hour], choose] of life) {
    await stage.say(say);
    await stage.moveTo(hourOn(dayAfter(await stage.now(), daysLater), hour));
    for (const wanted of choose(nextFacts(await stage.order(id), await stage.now()))) await stage.tell(id, wanted);
    await stage.watch();
  }
  await stage.say('Thanked, and closed. Read the mails, or place an order and tell the facts yourself.');
}
