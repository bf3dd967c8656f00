import type { Item, Table } from './table.ts';

/** All items of a list's parts whose sort key is below `horizon`, as if they lay in one partition. */
export async function allBelow(table: Table, parts: readonly string[], horizon: string): Promise<Item[]> {
  const found = await Promise.all(
    parts.map(async (pk) => {
      const items: Item[] = [];
      const values = { ':pk': pk, ':horizon': horizon };
      for await (const item of table.each({ condition: 'pk = :pk AND sk < :horizon', values })) items.push(item);
      return items;
    }),
  );
  return inOneOrder(found.flat());
}

/** One page of a list, its parts read side by side. `after`: the sort key where the page before ended. */
export async function pageOf(
  table: Table,
  parts: readonly string[],
  limit: number,
  after: string | undefined,
): Promise<{ items: Item[]; next: string | undefined }> {
  const pages = await Promise.all(
    parts.map((pk) =>
      table.query({
        condition: 'pk = :pk',
        values: { ':pk': pk },
        limit,
        after: after === undefined ? undefined : { pk, sk: after },
      }),
    ),
  );
  const found = inOneOrder(pages.flatMap(({ items }) => items));
  const items = found.slice(0, limit);
  const isLast = found.length <= limit && pages.every(({ next }) => next === undefined);
  return { items, next: isLast ? undefined : sortKey(items.at(-1)!) };
}

/**
 * By sort key. What lay in the list's first place, and was written again since, lies in two: the younger counts.
 */
function inOneOrder(items: readonly Item[]): Item[] {
  const known = new Map(items.map((item) => [sortKey(item), item]));
  return [...known.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = (item: Item): string => item['sk'] as string;
