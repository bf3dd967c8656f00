import { expect, it } from 'vitest';
import { linkKey } from '../../functions/adapters/keys.ts';
import { LinksTable } from '../../functions/adapters/links-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { emptyTable, everythingIn } from '../functions/table-for-tests.ts';

const [mail, other] = ['Vn0eS5Sx8u3VfKqkQpYxwQ', 'Wn0eS5Sx8u3VfKqkQpYxwQ'];
const secrets = { word: 'b7KdN2mXc4Rj8sTq1WzYpA', unsubscribe: 'c7KdN2mXc4Rj8sTq1WzYpA' };
const about = { shop: 'lyon', order: '1001', message: 'confirm-order:order:1001', expiresAt: 2000 };

async function withLinks(): Promise<{ readonly table: Table; readonly links: LinksTable }> {
  const table = await emptyTable();
  const links = new LinksTable(table);
  await links.put(mail, secrets, about);
  return { table, links };
}

it('opens what each link of a mail is for, and nothing else', async () => {
  const { links } = await withLinks();
  expect(await links.find(mail + secrets.word, 1000)).toEqual({ ...about, purpose: 'word' });
  expect(await links.find(mail + secrets.unsubscribe, 1000)).toEqual({ ...about, purpose: 'unsubscribe' });
  expect(await links.find(mail + secrets.word, 2000)).toBeUndefined();
});

it('is not opened by the mail’s part alone, nor by the secret of another mail', async () => {
  const { links } = await withLinks();
  await links.put(other, { preferences: 'd7KdN2mXc4Rj8sTq1WzYpA' }, about);
  for (const token of [mail, `${mail}${secrets.word}x`, `${mail}d7KdN2mXc4Rj8sTq1WzYpA`, other + secrets.word]) {
    expect(await links.find(token, 1000)).toBeUndefined();
    expect(await links.shopBehind(token)).toBeUndefined();
  }
});

it('costs a mail one item, which holds no token', async () => {
  const { table } = await withLinks();
  const items = await everythingIn(table);
  expect(items).toHaveLength(1);
  for (const token of [mail, ...Object.values(secrets)]) expect(JSON.stringify(items)).not.toContain(token);
});

it('still opens a link of an earlier release, which had an item of its own', async () => {
  const { table, links } = await withLinks();
  await table.put({ ...linkKey(other), ...about, purpose: 'choice', expires: 3 });
  expect(await links.find(other, 1000)).toEqual({ ...about, purpose: 'choice' });
  expect(await links.find(`${other}${secrets.word}`, 1000)).toBeUndefined();
});
