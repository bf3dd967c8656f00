import { describe, expect, it } from 'vitest';
import type { Orders } from '../../../functions/domain/ports.ts';
import type { MessengerPorts } from '../../../functions/send-message/run-act.ts';
import { ChaosShop } from '../../properties/chaos/chaos-shop.ts';
import type { EventMood } from '../../properties/chaos/post-office.ts';
import { acts, brokenIn, callsOf, liveThrough, sentTwice, type Act, type Build, type CrashStory } from './crash.ts';

const whens = ['before', 'after'] as const;
const deaths = ['exit', 'timeout', 'hang'] as const;
const lines = ['refused', 'breaks-before', 'breaks-after'] as const;
/** SES's own word for each mail in turn; the last two come in another order than the mails went out, or than they are retried. */
const words: readonly (EventMood | readonly EventMood[])[] = [
  'usual',
  'at-once',
  'late',
  'twice',
  'never',
  'after-the-window',
  ['late', 'usual'],
  ['never', 'at-once'],
];

/** Every story there is of an act: each call of the messenger, or each of its mails, with every crash and every word of SES. */
async function storiesOf(act: Act): Promise<CrashStory[]> {
  const calls = await callsOf(act);
  const mails = calls.filter((call) => call === 'mailer.send');
  const crashes = [
    ...calls.flatMap((_, index) =>
      whens.flatMap((when) =>
        deaths.map((as) => ({ fault: 'dies', who: 'messenger', call: index + 1, when, as }) as const),
      ),
    ),
    ...mails.flatMap((_, index) => lines.map((how) => ({ fault: 'mail', how, nth: index + 1 }) as const)),
  ];
  return crashes.flatMap((crash) => words.map((events) => ({ crash, events })));
}

/** What broke in which story; and of the mails that customers got twice, how long after the first the second came. */
async function allOf(act: Act, stories: readonly CrashStory[], build?: Build) {
  const undisturbed = await liveThrough(act);
  const broken: string[] = [];
  const gaps: number[] = [];
  for (const story of stories) {
    const lived = await liveThrough(act, { ...story, ...(build === undefined ? {} : { build }) });
    const found = await brokenIn(lived, undisturbed);
    if (found.length > 0) broken.push(`${JSON.stringify(story)}: ${found.join('; ')}`);
    gaps.push(...sentTwice(lived));
  }
  return { broken, gaps };
}

describe.each(acts.map((act) => [act.name, act] as const))('%s', (_, act) => {
  it('is sent once, or again inside the published window and counted, wherever the messenger dies', async () => {
    const stories = await storiesOf(act);
    const { broken, gaps } = await allOf(act, stories);
    expect(broken).toEqual([]);
    // Only where SES had taken it and never said so.
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.length).toBeLessThan(stories.length / 5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20 * 60_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(35 * 60_000);
  });

  it('so it is where the messenger dies once more, at any call of the try that sends again', async () => {
    const stories = Array.from({ length: 16 }, (_every, index) => index + 1).flatMap((call) =>
      whens.flatMap((when) =>
        deaths.flatMap((as) =>
          (['never', ['never', 'usual']] as const).map((events) => ({
            crash: { fault: 'mail', how: 'breaks-after', nth: 1 } as const,
            events,
            later: { fault: 'dies', who: 'messenger', call, when, as } as const,
          })),
        ),
      ),
    );
    const { broken } = await allOf(act, stories);
    expect(broken).toEqual([]);
  });
});

/** A shop with a bug: its orders answer otherwise to the messenger. */
function withBug(otherwise: (orders: Orders, requestId: () => string) => Partial<Orders>): Build {
  return class extends ChaosShop {
    protected override ports(): MessengerPorts {
      const ports = super.ports();
      const requestId = `request-${this.requests}`;
      const orders = Object.assign(
        Object.create(ports.orders) as Orders,
        otherwise(ports.orders, () => requestId),
      );
      return { ...ports, orders };
    }
  };
}

describe('the stories notice', () => {
  const [confirmation] = acts as readonly [Act];

  it('a messenger that takes every claim for its own, and sends it at once', async () => {
    const careless = withBug((orders, requestId) => ({
      find: async (shop, order) => {
        const found = await orders.find(shop, order);
        return found && { ...found, told: found.told.map((told) => ({ ...told, owner: requestId() })) };
      },
    }));
    const { broken } = await allOf(confirmation, await storiesOf(confirmation), careless);
    expect(broken.join('\n')).toContain('was sent again, and its entry does not say so');
  });

  it('one that does not count what it sends again', async () => {
    const silent = withBug(() => ({ sendAgain: async () => true }));
    const { broken } = await allOf(confirmation, await storiesOf(confirmation), silent);
    expect(broken.join('\n')).toContain('was sent again, and its entry does not say so');
  });

  it('one that does not take back what was refused', async () => {
    const stubborn = withBug(() => ({ withdraw: async () => {} }));
    const refused: CrashStory = { crash: { fault: 'mail', how: 'refused', nth: 1 }, events: 'usual' };
    const { broken } = await allOf(confirmation, [refused], stubborn);
    expect(broken.join('\n')).toContain('counted as sent again, though SES surely had not taken it');
  });
});
