import { afterAll, beforeAll, expect, it } from 'vitest';
import { Outside } from './outside.ts';

// What the dashboard's metrics are read from (infra/constructs/count-in.ts): lines of the functions' logs.

const lines: { readonly message?: string; readonly [field: string]: unknown }[] = [];
let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open((line) => {
    const json = /^\S+ (\{.*)$/.exec(line)?.[1];
    if (json !== undefined) lines.push(JSON.parse(json));
  });
});
afterAll(() => shop.close());

const sumsOf = (order: string): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const line of lines.filter((each) => each.message === 'promises settled' && each['order'] === order)) {
    for (const outcome of ['kept', 'moved', 'warned', 'broken']) {
      sums[outcome] = (sums[outcome] ?? 0) + Number(line[outcome] ?? 0);
    }
  }
  return sums;
};

it('each promise is counted once, when it is decided: an order that goes well, and one that waits', async () => {
  const [well, late] = [await shop.order(), await shop.order()];
  await shop.post(`/orders/${well}/shipments`, { parcel: 'p1' });
  expect(sumsOf(well)).toEqual({ kept: 1, moved: 0, warned: 0, broken: 0 });
  await shop.post(`/orders/${well}/deliveries`, { parcel: 'p1' });
  // The day of the order, and that of its parcel.
  expect(sumsOf(well)).toEqual({ kept: 3, moved: 0, warned: 0, broken: 0 });
  await shop.advance('P3D');
  expect(sumsOf(well)).toEqual({ kept: 3, moved: 0, warned: 0, broken: 0 });
  expect(sumsOf(late)).toEqual({ kept: 0, moved: 0, warned: 1, broken: 0 });
  expect(lines.filter(({ message }) => message === 'a promise passed and nobody was warned')).toEqual([]);
});

it('open tasks are counted once an hour', async () => {
  const order = await shop.order();
  await shop.post(`/orders/${order}/words`, { word: 'question', by: 'phone' });
  const before = lines.length;
  await shop.advance('PT2H');
  const counted = lines.slice(before).filter(({ message }) => message === 'open tasks');
  expect(counted).toHaveLength(2);
  expect(Number(counted.at(-1)!['notDue'])).toBeGreaterThan(0);
});
