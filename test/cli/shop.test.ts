import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { runShop } from '../../cli/shop/run.ts';
import { ApiKeysTable } from '../../functions/adapters/api-keys-table.ts';
import { SecretsTable } from '../../functions/adapters/secrets-table.ts';
import { ShopsTable } from '../../functions/adapters/shops-table.ts';
import { Table } from '../../functions/adapters/table.ts';
import { openDatabase } from './database.ts';

const database = await openDatabase();
afterAll(() => database.close());

let tables = 0;
let name = '';
let table: Table;
beforeEach(async () => {
  name = `shops-${(tables += 1)}`;
  table = new Table(database.client, name);
  await database.makeTable(name);
});

interface Shell {
  readonly environment?: Record<string, string>;
  readonly files?: Record<string, string>;
}

let typed = 0;
/** Types a command line; answers what it printed. */
async function type(line: string, { environment = {}, files = {} }: Shell = {}) {
  const [out, aside]: [string[], string[]] = [[], []];
  const code = await runShop([...line.split(' '), '--endpoint', database.endpoint, '--table', name], {
    environment,
    now: () => Date.parse('2026-11-23T09:00:00Z') + typed * 60_000,
    randomBytes: (length) =>
      createHash('sha512')
        .update(`${(typed += 1)}`)
        .digest()
        .subarray(0, length),
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    out: (text) => out.push(text),
    aside: (text) => aside.push(text),
    progress: () => {},
  });
  return { code, out: out.join('\n'), aside: aside.join('\n') };
}

const keys = () => new ApiKeysTable(table);

test('a shop is made with one key, which opens it and is written nowhere', async () => {
  const made = await type('create lyon');
  expect(made.code).toBe(0);
  expect(made.out).toMatch(/^sk_lyon_[0-9a-f]{40}$/);
  expect(await keys().shopOf(made.out)).toBe('lyon');
  const list = await type('key list lyon');
  expect(list.out).toMatch(/^[0-9a-f]{8} {2}issued 2026-11-23T09:0\dZ {2}valid$/);
  const stored = JSON.stringify(await table.query({ condition: 'pk = :pk', values: { ':pk': 'SHOP#lyon#KEYS' } }));
  expect(stored).not.toContain(made.out);
});

test('a shop that has said nothing yet is told what it lacks before it can take orders', async () => {
  expect((await type('create lyon')).aside).toContain(
    'takes no orders until it has: name, phone, address, signatory, from, replyTo, url',
  );
});

test('nobody makes the same shop twice, and its settings, secret and keys stay', async () => {
  const files = { 'first.json': '{"name": "Lyon"}', 'second.json': '{"name": "Thief", "shopify": {"secret": "new"}}' };
  await type('create lyon --settings first.json', { files });
  const again = await type('create lyon --settings second.json', { files });
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.aside).toContain('exists already');
  expect((await new ShopsTable(table).settings('lyon'))?.name).toBe('Lyon');
  expect(await new SecretsTable(table).shopifySecret('lyon')).toBeUndefined();
  expect((await type('key list lyon')).out.split('\n')).toHaveLength(1);
});

test('a key is changed without a gap: two are valid at once, never three, even when asked for at once', async () => {
  const first = (await type('create lyon')).out;
  const answers = await Promise.all([type('key issue lyon'), type('key issue lyon'), type('key issue lyon')]);
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(1);
  const second = answers.find(({ code }) => code === 0)!.out;
  expect(await keys().shopOf(first)).toBe('lyon');
  expect(await keys().shopOf(second)).toBe('lyon');
  const refused = answers.filter(({ code }) => code === 1);
  for (const { aside, out } of refused) {
    expect(out).toBe('');
    expect(aside).toBe('lyon has 2 valid keys already. Revoke one first: key list, key revoke.');
  }
  expect((await type(`key revoke lyon ${first}`)).code).toBe(0);
  expect(await keys().shopOf(first)).toBeUndefined();
  expect((await type('key issue lyon')).code).toBe(0);
});

test('a key can be revoked by its id, once it is lost; the last one is not revoked in silence', async () => {
  const key = (await type('create lyon')).out;
  const id = (await type('key list lyon')).out.slice(0, 8);
  const revoked = await type(`key revoke lyon ${id}`);
  expect(revoked.aside).toContain('no valid key any more');
  expect(await keys().shopOf(key)).toBeUndefined();
  expect((await type('key list lyon')).out).toContain('revoked 2026-11-23T09:');
});

test("nobody revokes another shop's key", async () => {
  const key = (await type('create lyon')).out;
  await type('create nice');
  expect(await type(`key revoke nice ${key}`)).toMatchObject({ code: 1 });
  expect(await keys().shopOf(key)).toBe('lyon');
});

test('all shops are listed, with what they lack', async () => {
  expect((await type('list')).aside).toContain('There is no shop yet');
  await type('create nice');
  await type('create lyon');
  const { out } = await type('list');
  expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(['lyon', 'nice']);
  expect(out).toContain('lacks name, phone');
});

test('settings are changed by a file: what it leaves out stays, null clears, the secret never comes back', async () => {
  const files = {
    'open.json': '{"name": "Lyon", "hours": {"sat": null}, "shopify": {"secret": "hush"}}',
    'later.json': '{"historyDays": 3, "hours": null}',
  };
  await type('create lyon --settings open.json', { files });
  expect(await new SecretsTable(table).shopifySecret('lyon')).toBe('hush');
  await type('settings lyon later.json', { files });
  const shown = JSON.parse((await type('settings lyon')).out) as object;
  expect(shown).toMatchObject({ name: 'Lyon', historyDays: 3, hours: { sat: ['09:00', '18:00'] } });
  expect(shown).not.toHaveProperty('shopify');
});

test('a settings file names everything that is wrong with it, and nothing of it is used', async () => {
  const files = { 'wrong.json': '{"phone": "ring me", "from": "nobody", "zone": "Europe/Lyon"}' };
  await type('create lyon');
  const refused = await type('settings lyon wrong.json', { files });
  expect(refused.code).toBe(1);
  for (const field of ['#/phone', '#/from', '#/zone']) expect(refused.aside).toContain(field);
  expect((await type('settings lyon wrong.json')).aside).toBe('wrong.json cannot be read: it does not exist.');
  expect((await type('settings lyon half.json', { files: { 'half.json': '{"name": ' } })).aside).toContain(
    'is no JSON',
  );
});

test('a mistyped setting does not pass unnoticed', async () => {
  const files = { 'typo.json': '{"name": "Lyon", "promisses": {"ship": "P1D"}}' };
  expect((await type('create lyon --settings typo.json', { files })).aside).toContain('promisses');
});

test.each(['settings paris', 'key list paris', 'key issue paris', 'key revoke paris 1234abcd'])(
  '"%s" says that there is no such shop',
  async (line) => {
    expect(await type(line)).toMatchObject({
      code: 1,
      out: '',
      aside: expect.stringContaining('There is no shop paris'),
    });
  },
);

test.each([
  ['create', 'Say which shop'],
  ['create Lyon!', "is no shop's id"],
  ['key revoke lyon', 'Say which key'],
  ['key lose lyon', 'There is no command'],
  ['list lyon', 'is too much'],
  ['key issue lyon --settings x.json', '--settings belongs to create'],
  ['list --frequency', "Unknown option '--frequency'"],
  ['import', 'Say which file'],
  ['import orders.csv Lyon!', "is no shop's id"],
  ['list --dry-run', '--dry-run belongs to import and redrive'],
  ['redrive lyon', 'is too much'],
])('"%s" is not understood, and says why', async (line, why) => {
  const refused = await type(line);
  expect(refused.code).toBe(2);
  expect(refused.aside).toContain(why);
});

test('help is printed where it is asked for', async () => {
  const { code, out } = await type('--help');
  expect(code).toBe(0);
  expect(out).toContain('key revoke <shop> <key>');
});
