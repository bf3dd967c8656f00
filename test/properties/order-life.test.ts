import { describe, expect, it } from 'vitest';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import { search } from './holds.ts';

const runs = 300;
// The same lives for everybody; the soak draws others.
const seed = Number(process.env['SEED'] ?? 131);

describe('whatever happens to an order, and whatever fails around it', () => {
  it('every invariant of the charter holds', async () => {
    const found = await search(synthesisedDefinition(), { seed, runs });
    const replay = found && `npm run soak -- --replay ${found.seed}:${found.path}`;
    expect(found?.broken.what ?? [], `${found?.broken.story}\n${replay}`).toEqual([]);
  });
});
