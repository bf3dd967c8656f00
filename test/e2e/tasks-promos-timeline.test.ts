import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherKey, Outside, type Json } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

async function delivered(changes: object = {}): Promise<string> {
  const order = await shop.order(changes);
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  return order;
}

async function promoOf(order: string): Promise<string> {
  await shop.post(`/orders/${order}/words`, { word: 'received', by: 'phone' });
  return /Votre code : (\S+)/.exec((await shop.mails(order)).at(-1)!.text)![1]!;
}

test('a task is listed by its due time, is done once, and leaves the list', async () => {
  const order = await delivered();
  await shop.post(`/orders/${order}/words`, { word: 'problem', by: 'phone', text: 'cassé' });
  await shop.post(`/orders/${order}/words`, { word: 'question', by: 'phone', text: 'et alors ?' });
  const { tasks } = (await shop.get('/tasks?status=open')).json;
  expect(tasks).toHaveLength(2);
  const dues = tasks.map(({ dueAt }: Json) => dueAt);
  expect(dues).toEqual(dues.toSorted());
  const task = tasks.find(({ name }: Json) => name === 'answer-case');
  expect(task).toEqual({
    task: expect.any(String),
    name: 'answer-case',
    order,
    dueAt: expect.any(String),
    level: 1,
    status: 'open',
    why: expect.any(String),
    customer: { name: 'Jeanne Petit', phone: '+33612345678' },
  });
  const done = await shop.post(`/tasks/${task.task}/completions`, { by: 'Hugo', note: 'remplacé' });
  expect(done).toMatchObject({ status: 202, json: { order, duplicate: false } });
  expect((await shop.post(`/tasks/${task.task}/completions`, { by: 'Hugo', note: 'remplacé' })).json.duplicate).toBe(
    true,
  );
  expect((await shop.post(`/tasks/${task.task}/completions`, { by: 'Inès' })).status).toBe(422);
  expect((await shop.get('/tasks')).json.tasks.map(({ name }: Json) => name)).toEqual(['answer-question']);
  expect((await shop.shown(order)).tasks.map(({ status }: Json) => status).sort()).toEqual(['done', 'open']);
});

test('tasks come in pages', async () => {
  const seen: string[] = [];
  const order = await shop.order();
  for (const text of ['a', 'b', 'c']) await shop.post(`/orders/${order}/words`, { word: 'question', by: 'chat', text });
  let path = '/tasks?limit=2';
  for (;;) {
    const { tasks, next } = (await shop.get(path)).json;
    expect(tasks.length).toBeLessThanOrEqual(2);
    seen.push(...tasks.map(({ task }: Json) => task));
    if (next === undefined) break;
    path = `/tasks?limit=2&cursor=${encodeURIComponent(next)}`;
  }
  expect(seen.filter((task) => task.startsWith(`${order}.`))).toHaveLength(3);
  expect(new Set(seen).size).toBe(seen.length);
});

test('a promo is redeemed by one order, as often as that order says so', async () => {
  const code = await promoOf(await delivered());
  const before = await shop.get(`/promos/${code}`);
  expect(before.status).toBe(200);
  const redeem = (order: string, key?: string) =>
    shop.ask('POST', `/promos/${code}/redemptions`, { order }, key === undefined ? {} : { key });
  expect((await redeem('2001', otherKey)).status).toBe(404);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => redeem(`20${n % 5}`)));
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(2);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(8);
  expect((await redeem('1')).status).toBe(409);
});

test('whoever refuses offers gets no promo, and the timeline says why', async () => {
  const customer = { id: 'no-offers', name: 'Max', email: 'max@example.com', consent: { offers: false } };
  const order = await delivered({ customer });
  await shop.post(`/orders/${order}/words`, { word: 'received', by: 'phone' });
  for (const { text } of await shop.mails(order)) expect(text).not.toMatch(/10\s%/);
  const { entries } = (await shop.get('/customers/no-offers/timeline')).json;
  expect(JSON.stringify(entries)).toContain('the customer refuses offers');
});

test('the timeline tells everything of one customer, newest first, in pages', async () => {
  const customer = { id: 'loyal', name: 'Léa', email: 'lea@example.com' };
  const first = await delivered({ customer });
  await shop.post(`/orders/${first}/words`, { word: 'question', by: 'phone', text: 'secret' });
  const second = await shop.order({ customer });
  await shop.order({ customer: { ...customer, name: 'Not Léa' } }, { key: otherKey });
  const all = (await shop.get('/customers/loyal/timeline?limit=200')).json.entries;
  const instants = all.map(({ at }: Json) => at);
  expect(instants).toEqual(instants.toSorted().toReversed());
  expect(new Set(all.map(({ order }: Json) => order))).toEqual(new Set([first, second]));
  for (const [kind, name] of [
    ['fact', 'order'],
    ['fact', 'shipment'],
    ['fact', 'delivery'],
    ['word', 'question'],
    ['message', 'ask-delivery-check'],
    ['task', 'answer-question'],
    ['promise', 'deliver'],
  ]) {
    expect(all).toContainEqual(expect.objectContaining({ kind, name, order: first }));
  }
  const paged: Json[] = [];
  let path = '/customers/loyal/timeline?limit=3';
  for (;;) {
    const { entries, next } = (await shop.get(path)).json;
    paged.push(...entries);
    if (next === undefined) break;
    path = `/customers/loyal/timeline?limit=3&cursor=${encodeURIComponent(next)}`;
  }
  expect(paged).toEqual(all);
});

test('a message that the shop sends itself is recorded, not sent', async () => {
  const { messages = {} } = (await shop.get('/shop')).json;
  await shop.put('/shop', { messages: { ...messages, 'confirm-order': 'shop' } });
  // Functions remember settings for two seconds.
  await shop.advance('PT3S');
  const order = await shop.order();
  await shop.put('/shop', { messages: null });
  await shop.advance('PT3S');
  expect(await shop.messages(order)).toEqual([]);
  expect((await shop.shown(order)).messages).toMatchObject([
    { message: 'confirm-order', sent: false, why: expect.any(String) },
  ]);
});

test('settings come back as they were put; secrets never do', async () => {
  await shop.put('/shop', { shopify: { secret: 'new-secret' }, waits: { customerWord: 'P3D' } }, { key: otherKey });
  const settings = await shop.get('/shop', { key: otherKey });
  expect(settings.text).not.toContain('new-secret');
  expect(settings.json.waits).toMatchObject({ customerWord: 'P3D', trace: 'P3D' });
  const wrong = await shop.put('/shop', { zone: 'Mars/Olympus', hours: { mon: ['18:00', '09:00'] }, from: 'x' });
  expect(wrong.status).toBe(422);
  const pointers = wrong.json.errors.map(({ pointer }: Json) => pointer);
  for (const start of ['#/zone', '#/hours/mon', '#/from']) {
    expect(pointers).toContainEqual(expect.stringContaining(start));
  }
});
