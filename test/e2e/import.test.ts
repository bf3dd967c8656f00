import { afterAll, beforeAll, expect, test } from 'vitest';
import { runShop } from '../../cli/shop/run.ts';
import { another, csvOf } from '../cli/import/an-export.ts';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

/** As a person types it, beside the running stack. */
async function importing(csv: string, ...options: string[]): Promise<string> {
  const out: string[] = [];
  const now = await shop.now();
  const code = await runShop(['import', 'orders.csv', 'demo', '--endpoint', shop.awsUrl, ...options], {
    environment: {},
    now: () => now,
    randomBytes: () => Buffer.alloc(1),
    readFile: async () => csv,
    out: (text) => out.push(text),
    aside: () => {},
    progress: () => {},
  });
  expect(code).toBe(0);
  await shop.settle();
  return out.join('\n');
}

/** An instant as the admin writes it. */
async function ago(days: number): Promise<string> {
  const instant = new Date((await shop.now()) - days * 86_400_000).toISOString();
  return `${instant.slice(0, 19).replace('T', ' ')} +0000`;
}

test('a shop that connects with old orders writes to nobody; to a young one it writes once, as the dry run said', async () => {
  const young = another('3001', { 'Created at': await ago(1) });
  const old = ['3002', '3003'].map(async (id) => another(id, { 'Created at': await ago(60) }));
  const csv = csvOf([young, ...(await Promise.all(old))]);
  const said = await importing(csv, '--dry-run');
  expect(said).toMatch(/history +2 /);
  expect(said).toMatch(/#3001 +confirm-order +c3001@customers\.example/);
  expect((await shop.get('/orders/3001')).status).toBe(404);
  for (const _ of ['first', 'again']) await importing(csv);
  expect(await shop.messages('3001')).toEqual(['confirm-order']);
  for (const id of ['3002', '3003']) {
    expect((await shop.get(`/orders/${id}`)).status).toBe(200);
    expect(await shop.mails(id)).toEqual([]);
  }
  await shop.advance('P20D');
  for (const id of ['3002', '3003']) expect(await shop.mails(id)).toEqual([]);
});

test('something new of an old order takes it up', async () => {
  await importing(csvOf([another('3004', { 'Created at': await ago(30) })]));
  await shop.post('/orders/3004/shipments', { parcel: 'p1', carrier: 'Colissimo' });
  expect(await shop.messages('3004')).toEqual(['announce-shipment']);
});
