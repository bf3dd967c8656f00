import { afterEach, beforeEach, expect, test } from 'vitest';
import { runShop } from '../../cli/shop/run.ts';
import { openDatabase, type Database } from './database.ts';

let database: Database;
let endpoint: string;
beforeEach(async () => {
  database = await openDatabase();
  endpoint = database.endpoint;
});
afterEach(() => database.close());

async function list(flags: readonly string[], environment: Record<string, string> = {}) {
  const said: string[] = [];
  const code = await runShop(['list', ...flags], {
    environment,
    now: Date.now,
    randomBytes: (length) => Buffer.alloc(length),
    readFile: async () => '',
    out: (text) => said.push(text),
    aside: (text) => said.push(text),
    progress: () => {},
  });
  return { code, said: said.join('\n') };
}

test('the embedded stack has one table, so nobody must name it', async () => {
  await database.makeTable('Shopkeeper-local-Table');
  expect(await list(['--endpoint', endpoint])).toMatchObject({ code: 0 });
  expect(await list([], { AWS_ENDPOINT_URL: endpoint })).toMatchObject({ code: 0 });
  expect(await list(['--local'], { AWS_PORT: new URL(endpoint).port })).toMatchObject({ code: 0 });
});

test('where there are several tables, it asks which', async () => {
  await database.makeTable('one');
  await database.makeTable('two');
  const asked = await list(['--endpoint', endpoint]);
  expect(asked.code).toBe(1);
  expect(asked.said).toContain('(one, two): --table <name>');
  expect(await list(['--endpoint', endpoint, '--table', 'two'])).toMatchObject({ code: 0 });
});

test('where there is no table, or not this one, it says so', async () => {
  expect((await list(['--endpoint', endpoint])).said).toContain('There is no table');
  expect((await list(['--endpoint', endpoint, '--table', 'gone'])).said).toContain('There is no such table');
});

test('where nothing runs, it says in one line what to start', async () => {
  const { code, said } = await list(['--endpoint', 'http://127.0.0.1:1']);
  expect(code).toBe(1);
  expect(said).toBe(
    'Nothing answers there. Is the embedded stack running (npm start)? Is the port right (--endpoint)?',
  );
});
