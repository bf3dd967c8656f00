import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { config } from '../../infra/config.ts';
import { Outside } from './outside.ts';

let shop: Outside;
let database: DynamoDBClient;
beforeAll(async () => {
  shop = await Outside.open();
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  database = new DynamoDBClient({ endpoint: shop.awsUrl, region: 'eu-west-1', credentials });
});
afterAll(async () => {
  database.destroy();
  await shop.close();
});

/** All items that say something of whoever bears this name. */
async function lyingOf(marks: RegExp): Promise<string[]> {
  const [TableName] = (await database.send(new ListTablesCommand({}))).TableNames ?? [];
  const { Items = [] } = await database.send(new ScanCommand({ TableName }));
  return Items.map((item) => JSON.stringify(item)).filter((item) => marks.test(item));
}

const named = (name: string) => ({
  customer: { id: name, name: `${name} Oiseau`, email: `${name}@oiseau.example`, phone: '+33699887766' },
  delivery: { kind: 'parcel', address: `7 rue ${name}, Oiseauville` },
});
const days = config.local.personalDataDays;

test('a person leaves with their last order, by time alone; who waits longer stays, with all that is known', async () => {
  const ended = await shop.order(named('canari'));
  const shipBy = new Date((await shop.now()) + (days - 10) * 24 * 3_600_000).toISOString().slice(0, 10);
  const waiting = await shop.order({ ...named('serin'), shipBy });
  await shop.post('/orders/never-came/words', { word: 'question', text: 'Où est mon pinson ?', by: 'phone' });
  await shop.post(`/orders/${ended}/words`, { word: 'problem', text: 'Le canari est cassé.', by: 'phone' });
  await shop.put('/customers/canari/preferences', { channel: 'phone' });
  await shop.post(`/orders/${ended}/cancellations`, { by: 'customer', reason: 'trop tard' });
  await shop.post(`/orders/${ended}/outcomes`, {
    case: 'case-1',
    outcome: 'refund',
    amount: 100,
    text: 'Canari remboursé.',
  });
  await shop.post(`/orders/${ended}/refunds`, { refund: 'r1', amount: 13_800 });
  expect((await lyingOf(/canari/i)).length).toBeGreaterThan(10);
  expect(await lyingOf(/pinson/)).toHaveLength(1);

  await shop.advance('P31D');
  expect(await lyingOf(/pinson|never-came/)).toEqual([]);
  expect((await lyingOf(/canari/i)).length).toBeGreaterThan(10);
  const executions: { name: string }[] = await shop.local('GET', '/_local/executions');

  await shop.advance(`P${days - 31}DT2H`);
  expect(await lyingOf(/canari|cassé/i)).toEqual([]);
  expect((await shop.get(`/orders/${ended}`)).status).toBe(404);
  expect((await shop.get('/customers/canari/export')).status).toBe(404);
  expect((await shop.get('/tasks')).text).not.toContain('canari');
  // That it left woke nobody.
  expect(await shop.local('GET', '/_local/executions')).toHaveLength(executions.length);

  // Who still waits is written to at the address that was told so long ago, and has a page to answer on.
  await shop.post(`/orders/${waiting}/shipments`, { parcel: 'p1' });
  const mail = (await shop.mails(waiting)).at(-1)!;
  expect(mail).toMatchObject({ message: 'announce-shipment', to: 'serin@oiseau.example' });
  expect(mail.text).toContain('serin Oiseau');
  const { orders, timeline } = (await shop.get('/customers/serin/export')).json;
  expect(JSON.stringify(orders)).toContain('7 rue serin');
  expect(timeline.length).toBeGreaterThan(3);
  // And what is learned of the other order now is like what is learned of one that never came.
  expect((await shop.post(`/orders/${ended}/shipments`, { parcel: 'late' })).status).toBe(202);
  expect((await shop.get(`/orders/${ended}`)).status).toBe(404);
});
