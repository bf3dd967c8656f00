import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MailUncertain } from '../../../functions/domain/ports.ts';
import { on, order } from '../../shop/facts.ts';
import { Story } from '../story.ts';

const placed = on('2026-11-23', '10:00');
const second = 1000;
const minute = 60 * second;

interface Death {
  /** The execution is killed so long after the mail that nobody can tell of. */
  readonly afterMs: number;
  /** EventBridge tells of it; else the sweep finds it an hour later. */
  readonly isNoted: boolean;
}

/** SES takes a confirmation, the line breaks, and SES never says that it took it: when the second one goes out, after the first. */
async function secondAfter(death?: Death): Promise<number> {
  const story = new Story(placed);
  story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
  await story.tell(order(placed));
  if (death !== undefined) {
    const { afterMs, isNoted } = death;
    await story.until(placed + afterMs);
    story.shop.endsAreNoted = isNoted;
    story.shop.stepFunctions.stopExecution({
      executionArn: 'arn:aws:states:eu-west-1:000000000000:execution:Order:demo.1001',
    });
    await story.shop.settle();
    if (!isNoted) {
      await story.until(placed + afterMs + 60 * minute);
      await story.shop.sweep();
    }
  }
  await story.until(placed + 180 * minute);
  const [first, again, ...more] = story.shop.mailer.sent;
  expect(more).toEqual([]);
  expect(story.order.told[0]).toMatchObject({ resent: 1 });
  return again!.at - first!.at;
}

/** Of all deaths of the execution at any moment before the mail is sent again, a few seconds apart. */
async function boundsOver(isNoted: boolean): Promise<{ earliest: number; latest: number }> {
  const found: number[] = [];
  for (let afterMs = 0; afterMs < 24 * minute + 45 * second; afterMs += 5 * second)
    found.push(await secondAfter({ afterMs, isNoted }));
  return { earliest: Math.min(...found), latest: Math.max(...found) };
}

describe('the published window', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8').replaceAll(/\s+/g, ' ');

  it('is 24 minutes and 45 seconds where nothing but the line breaks', async () => {
    expect(await secondAfter()).toBe(24 * minute + 45 * second);
    expect(readme).toContain('24 minutes and 45 seconds after the first');
  });

  it('is 20 to 35 minutes where the execution dies meanwhile, at whatever moment', async () => {
    const { earliest, latest } = await boundsOver(true);
    expect(earliest).toBe(20 * minute);
    expect(latest).toBeGreaterThan(34 * minute);
    expect(latest).toBeLessThanOrEqual(35 * minute);
    expect(readme).toContain('20 to 35 minutes');
  });

  it('is 85 minutes at most where nobody hears of its death but the hourly sweep', async () => {
    const { earliest, latest } = await boundsOver(false);
    expect(earliest).toBeGreaterThanOrEqual(20 * minute);
    expect(latest).toBeGreaterThan(80 * minute);
    expect(latest).toBeLessThanOrEqual(85 * minute);
    expect(readme).toContain('85 minutes');
  });
});
