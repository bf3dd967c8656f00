import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Story } from '../workflows/story.ts';
import { brokenIn } from './invariants.ts';
import { lives, placedAt } from './lives.ts';

const day = 24 * 3600 * 1000;

describe('whatever happens to an order', () => {
  it('it is confirmed once, warned in time, never told what is not true, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(lives, async ({ facts }) => {
        const story = new Story(placedAt - 1000);
        for (const fact of facts) await story.tell(fact);
        await story.until(placedAt + 200 * day);
        expect(brokenIn(story, facts), story.sentAt.join('\n')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
