import { describe, expect, it } from 'vitest';
import type { Fact, FactName } from '../../functions/domain/order/facts.ts';
import { executionName } from '../../functions/domain/execution-name.ts';
import { waits, type Wait } from '../../functions/domain/vocabulary.ts';
import { machineArn } from '../../local/virtual/virtual-shop.ts';
import { synthesisedDefinition, type Definition } from '../../workflows/definition.ts';
import { choice, completion, notice, on, order } from '../shop/facts.ts';
import { livesInSilence, livesWithNews, newsIsOver, silenceIsOver, standingIn } from '../workflows/lives.ts';
import { keptReleases } from './kept.ts';
import { liveOverARelease, type Life, type Lived } from './over-waiting-orders.ts';

// An order waits on a release of then, and meets today's functions and facts. The oracle is today's definition: whoever
// waited on another must hear the same.

const today = synthesisedDefinition();
/** Every order stands in its wait by then, and nothing that the lives are about has happened. */
const at = on('2026-11-24', '20:00');
const later = on('2026-11-25', '10:00');

/** What the stories of the tree do not tell of every wait. */
const moreNews: { readonly [name: string]: (facts: readonly Fact[]) => readonly Fact[] } = {
  'the customer chooses': () => [choice('wait', later)],
  'the carrier reports something': () => [notice('p1', later)],
  'staff have done a task': () => [completion('life-0.1', later)],
  'an order of that number comes again': (facts) => [{ ...order(later), id: `${facts[0]!.id}-again` }],
};
const news: readonly Life[] = [
  ...livesWithNews,
  ...Object.entries(standingIn).flatMap(([wait, facts]) =>
    Object.entries(moreNews).map(([name, told]) => ({ name: `${wait}: ${name}`, facts: [...facts, ...told(facts)] })),
  ),
];

const standings: readonly Life[] = Object.entries(standingIn).map(([name, facts]) => ({ name, facts }));

/** The same lives, with no release but today's. */
const onToday = new Map([
  [news, once(() => liveOverARelease(news, { before: today, after: today, at, until: newsIsOver }))],
  [
    livesInSilence,
    once(() => liveOverARelease(livesInSilence, { before: today, after: today, at, until: silenceIsOver })),
  ],
]);
async function asToday(lives: readonly Life[], of: readonly Life[]): Promise<Lived[]> {
  const { lived } = await onToday.get(lives)!();
  return lived.filter((_, index) => of.includes(lives[index]!));
}
function once<T>(play: () => Promise<T>): () => Promise<T> {
  let played: Promise<T> | undefined;
  return () => (played ??= play());
}

/** Waits that a definition has. */
const waitsOf = ({ States }: Definition): Wait[] => waits.filter((wait) => wait in States);
/** Those whose orders can stand on that release: an order for whom it has no wait was never left on it. */
const livesOn = (then: Definition, lives: readonly Life[]): Life[] =>
  lives.filter(({ name }) => waitsOf(then).some((wait) => name.startsWith(wait)) || !name.startsWith('Await'));
const without = (lived: Lived): Lived => ({ ...lived, runs: 0 });

const named = ({ States }: Definition): string[] =>
  States['AwaitShipment']!.Catch!.flatMap(({ ErrorEquals }) => ErrorEquals);

/** The errors that a wait of today's definition names and one of then does not. */
function unnamed(then: Definition): string[] {
  return named(today).filter((error) => !named(then).includes(error));
}

describe.each(keptReleases.map(({ name, definition }) => [name, definition] as const))(
  'orders that wait on the release %s',
  (_, then) => {
    it('stand in every wait that it has', async () => {
      const { lived } = await liveOverARelease(livesOn(then, standings), {
        before: then,
        after: then,
        at,
        until: at,
      });
      expect(new Set(lived.map(({ stage }) => stage))).toEqual(new Set(waitsOf(then)));
    });

    const told = once(() =>
      liveOverARelease(livesOn(then, news), { before: then, after: today, at, until: newsIsOver }),
    );

    it('hear of all that can be told of them what they would on this one: nothing is lost, nothing said twice', async () => {
      const facts = new Set(news.flatMap((life) => life.facts.map(({ name }): FactName => name)));
      expect(facts.size).toBe(19);
      const { lived, shop } = await told();
      const otherwise = await asToday(news, livesOn(then, news));
      expect(lived.map(without)).toEqual(otherwise.map(without));
      expect(shop.failures).toEqual([]);
      // News that it cannot name, and no other, is left to the next execution.
      const handedOn = lived.filter(({ runs }, index) => runs > otherwise[index]!.runs);
      expect(handedOn.length > 0).toBe(unnamed(then).length > 0);
    }, 600_000);

    it('find in every answer what they read of it, beside what they have never heard of', async () => {
      const { shop } = await told();
      const read = new Set(JSON.stringify(then).match(/(?<=\$states\.result\.Payload\.|errorMessage\)\.)\w+/g));
      expect(read).toEqual(new Set(['stage', 'promise', 'until', 'how']));
      expect(shop.answered.length).toBeGreaterThan(1000);
      expect(shop.answered.filter((fields) => [...read].some((field) => !fields.includes(field)))).toEqual([]);
    }, 600_000);

    it('are warned and asked of all that falls due in silence, as on this one', async () => {
      const lives = livesOn(then, livesInSilence);
      const { lived, shop } = await liveOverARelease(lives, { before: then, after: today, at, until: silenceIsOver });
      expect(lived.map(without)).toEqual((await asToday(livesInSilence, lives)).map(without));
      expect(shop.failures).toEqual([]);
    }, 600_000);

    it.each(waitsOf(then))(
      '%s: news of a release to come is left to the next execution, which says nothing twice',
      async (wait) => {
        const life = { name: wait, facts: standingIn[wait] };
        const { shop, lived } = await liveOverARelease([life], { before: then, after: today, at, until: at });
        const { token } = (await shop.orders.find('demo', 'life-0'))!.awaiting!;
        shop.stepFunctions.sendTaskFailure({
          taskToken: token,
          error: 'NewsOfTheNextRelease',
          cause: 'a fact to come',
        });
        await shop.moveTo(at + 60_000);
        const after = (await shop.orders.find('demo', 'life-0'))!;
        expect(after).toMatchObject({ run: lived[0]!.runs + 1, awaiting: { stage: wait } });
        expect(shop.mailer.sent.map(({ tags }) => tags['message'])).toEqual(lived[0]!.mails);
        const arn = machineArn.replace(':stateMachine:', ':execution:');
        const described = shop.stepFunctions.describeStateMachineForExecution({
          executionArn: `${arn}:${executionName('demo', 'life-0', lived[0]!.runs + 1)}`,
        });
        expect(Object.keys((JSON.parse(described.definition!) as Definition).States)).toEqual(
          Object.keys(today.States),
        );
      },
    );
  },
);

describe('while a deployment is under way', () => {
  const wait: Wait = 'AwaitPayment';
  const earlier = keptReleases.filter(({ definition }) => !(wait in definition.States));

  it.each(earlier.map(({ name, definition }) => [name, definition] as const))(
    'an order that comes to a wait which the release %s has not got begins anew once or twice, and waits on the next',
    async (_, then) => {
      const life = { name: wait, facts: [order(at - 300_000, { payment: 'awaited' })] };
      const until = at + 1_800_000;
      const { lived, shop } = await liveOverARelease([life], { before: then, after: today, at, until });
      // The bell rings again after a while, as from the queue.
      expect(lived).toMatchObject([{ mails: ['confirm-order'], tasks: [], stage: wait, runs: 3 }]);
      expect(shop.failures).toEqual([]);
    },
  );
});
