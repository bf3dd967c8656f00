import { afterAll, beforeAll, expect, it } from 'vitest';
import { everythingAt, keptItems } from '../items/kept.ts';
import { liveThroughEverything } from '../items/live-through.ts';
import { kindOf, shapeOf } from '../items/shapes.ts';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

it('the table holds no shape of which no item is kept: whoever writes a new one keeps an item of it', async () => {
  const known = new Map<string, Set<string>>();
  for (const { kind, items } of keptItems()) {
    const paths = known.get(kind) ?? new Set<string>();
    for (const item of items) for (const path of shapeOf(item)) paths.add(path);
    known.set(kind, paths);
  }
  await liveThroughEverything(shop);
  const items = await everythingAt(shop.awsUrl);
  const unknown = items.flatMap((item) => {
    const kind = kindOf(item);
    return [...shapeOf(item)].filter((path) => known.get(kind)?.has(path) !== true).map((path) => `${kind}${path}`);
  });
  // npm run keep:items writes one, where its file is not there: CONTRIBUTING.md says when it is of a new version.
  expect([...new Set(unknown)]).toEqual([]);
  const written = new Set(items.map(kindOf));
  expect([...known.keys()].filter((kind) => !written.has(kind))).toEqual([]);
});
