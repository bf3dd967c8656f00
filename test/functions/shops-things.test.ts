import { beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from './api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});

describe('a shop’s settings', () => {
  it('change where they are named, and stay where they are not', async () => {
    const answer = await api.put('/shop', { name: 'Belles', promises: { ship: 'P1D' } });
    expect(answer.status).toBe(202);
    expect(answer.headers['location']).toBe('/shop');
    const { json } = await api.get('/shop');
    expect(answer.json).toMatchObject({ order: null, duplicate: false });
    expect(answer.json).toMatchObject(json);
    expect(json).toMatchObject({
      name: 'Belles',
      promises: { ship: 'P1D', deliver: 'P3D' },
      phone: '+33 4 72 00 00 00',
    });
  });

  it('are cleared by null', async () => {
    await api.put('/shop', { promo: null, hours: null, phone: null });
    const { json } = await api.get('/shop');
    expect(json.promo).toBeNull();
    expect(json.phone).toBeUndefined();
    expect(json.hours).toMatchObject({ mon: ['09:00', '18:00'], sun: null });
  });

  it('keep their secret to themselves', async () => {
    const answer = await api.put('/shop', { shopify: { secret: 'shpss_1234' } });
    expect(answer.text).not.toContain('shpss');
    expect((await api.get('/shop')).text).not.toMatch(/shpss|shopify/);
    expect(await api.secrets.shopifySecret('lyon')).toBe('shpss_1234');
    await api.put('/shop', { shopify: null });
    expect(await api.secrets.shopifySecret('lyon')).toBeUndefined();
  });

  it('are the usual ones for a shop that has said nothing yet, and no order is taken', async () => {
    const asOther = { authorization: 'Bearer other-key' };
    expect((await api.get('/shop', asOther)).json).toMatchObject({ locale: 'fr', promo: null });
    const { anOrder } = await import('./an-order.ts');
    const refused = await api.post('/orders', anOrder, asOther);
    expect(refused.status).toBe(422);
    expect(refused.json.detail).toContain('name, phone, address, signatory, from, replyTo, url');
  });

  it.each([
    ['promises.ship', { promises: { ship: 'tomorrow' } }, '#/promises/ship'],
    ['hours', { hours: { mon: ['18:00', '09:00'] } }, '#/hours/mon'],
    ['zone', { zone: 'Mars/Olympus' }, '#/zone'],
    ['promo', { promo: { discount: { percent: 0 }, validDays: 60 } }, '#/promo/discount/percent'],
    ['from', { from: 'Claire <claire@x.example>' }, '#/from'],
    ['messages', { messages: { 'confirm-order': 'carrier pigeon' } }, '#/messages/confirm-order'],
  ])('are refused where they are wrong: %s', async (_, change, pointer) => {
    const answer = await api.put('/shop', change);
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toMatchObject([{ pointer }]);
  });

  it('told at the same time by two are both kept', async () => {
    await Promise.all([
      api.put('/shop', { name: 'Belles' }),
      api.put('/shop', { historyDays: 3 }),
      api.put('/shop', { url: 'https://x.example' }),
    ]);
    expect((await api.get('/shop')).json).toMatchObject({ name: 'Belles', historyDays: 3, url: 'https://x.example' });
  });
});

const until = (days: number): number => api.now + days * 24 * 3600_000;

const redeem = (order: string, code = 'ABC') => api.post(`/promos/${code}/redemptions`, { order });

describe('a promo', () => {
  const promo = { discount: { percent: 10 }, order: '1001', customer: 'anne', shared: false } as const;
  beforeEach(() => api.promos.put('lyon', { ...promo, code: 'ABC', validUntil: until(60) }));

  it('is open until one order redeems it', async () => {
    expect((await api.get('/promos/ABC')).json).toMatchObject({
      code: 'ABC',
      discount: { percent: 10 },
      status: 'open',
    });
    expect(await redeem('1002')).toMatchObject({ status: 201, json: { status: 'redeemed', order: '1002' } });
    expect((await api.get('/promos/ABC')).json).toMatchObject({ status: 'redeemed', order: '1002' });
  });

  it('is redeemed by the same order again, and by no other', async () => {
    await redeem('1002');
    const again = await redeem('1002');
    expect(again.status).toBe(201);
    expect(again.json).toEqual((await api.get('/promos/ABC')).json);
    expect((await redeem('1003')).status).toBe(409);
  });

  it('is redeemed by one of many that come at once', async () => {
    const answers = await Promise.all(['1', '2', '3', '4'].map((order) => redeem(order)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409]);
  });

  it('has an end, but not for the order that redeemed it in time', async () => {
    await redeem('1002');
    await api.promos.put('lyon', { ...promo, code: 'DEF', validUntil: until(60) });
    api.now = until(60);
    expect((await redeem('1003', 'DEF')).json).toMatchObject({ status: 409, title: 'Its time is over' });
    expect((await api.get('/promos/DEF')).json.status).toBe('expired');
    expect((await redeem('1002')).status).toBe(201);
  });

  it('that the shop made itself is for all who know it', async () => {
    await api.promos.put('lyon', { ...promo, code: 'MERCI', validUntil: until(10), shared: true });
    expect((await redeem('1002', 'MERCI')).status).toBe(201);
    expect((await redeem('1003', 'MERCI')).status).toBe(201);
    await api.promos.put('lyon', { ...promo, code: 'MERCI', order: '1005', validUntil: until(20), shared: true });
    api.now = until(15);
    expect((await redeem('1004', 'MERCI')).status).toBe(201);
  });

  it('put twice stays redeemed: a mail may be written again', async () => {
    await redeem('1002');
    await api.promos.put('lyon', { ...promo, code: 'ABC', validUntil: until(60) });
    expect((await redeem('1003')).status).toBe(409);
  });

  it('of another shop is unknown like any other', async () => {
    const asOther = { authorization: 'Bearer other-key' };
    expect((await api.get('/promos/ABC', asOther)).status).toBe(404);
    expect((await api.post('/promos/ABC/redemptions', { order: '1' }, asOther)).status).toBe(404);
    expect((await api.get('/promos/%F0%9F%8E%81')).status).toBe(404);
  });

  it('needs an order', async () => {
    expect(await api.post('/promos/ABC/redemptions', {})).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: '#/order' }] },
    });
  });
});

const instant = (index: number): string => new Date(api.now + index * 1000).toISOString();

describe('lists', () => {
  it('show a customer’s timeline newest first, page by page, each entry once', async () => {
    for (let index = 0; index < 5; index += 1) {
      const entry = { at: instant(index), kind: 'fact', name: `entry-${index}` };
      await api.table.put({ pk: 'SHOP#lyon#CUSTOMER#anne', sk: `AT#${instant(index)}#1001#${index}`, entry });
    }
    const seen: string[] = [];
    let url: string | undefined = '/customers/anne/timeline?limit=2';
    while (url !== undefined) {
      const { status, json } = await api.get(url);
      expect(status).toBe(200);
      expect(json.entries.length).toBeLessThanOrEqual(2);
      seen.push(...json.entries.map(({ name }: { name: string }) => name));
      url = json.next === undefined ? undefined : `/customers/anne/timeline?limit=2&cursor=${json.next}`;
    }
    expect(seen).toEqual(['entry-4', 'entry-3', 'entry-2', 'entry-1', 'entry-0']);
  });

  it('do not show a customer who was never told', async () => {
    expect((await api.get('/customers/nobody/timeline')).status).toBe(404);
    await api.customers.keep('lyon', 'anne', { name: 'Anne', asOf: api.now });
    expect(await api.get('/customers/anne/timeline')).toMatchObject({ status: 200, json: { entries: [] } });
    expect((await api.get('/customers/anne/timeline', { authorization: 'Bearer other-key' })).status).toBe(404);
  });

  it('show the open tasks, what is due first on top', async () => {
    for (const index of [2, 0, 1]) {
      const task = {
        task: `1001.${index}`,
        name: 'take-over',
        order: '1001',
        dueAt: instant(index),
        level: 1,
        status: 'open',
        why: 'why',
      };
      await api.table.put({
        pk: 'SHOP#lyon#TASKS',
        sk: `${instant(index)}#1001.${index}`,
        task,
        customer: { name: 'Anne' },
      });
    }
    const { json } = await api.get('/tasks?status=open&limit=2');
    expect(json.tasks).toMatchObject([{ task: '1001.0', customer: { name: 'Anne' } }, { task: '1001.1' }]);
    expect((await api.get(`/tasks?cursor=${json.next}`)).json.tasks).toMatchObject([{ task: '1001.2' }]);
    expect((await api.get('/tasks', { authorization: 'Bearer other-key' })).json).toEqual({ tasks: [] });
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=-1',
    'limit=all',
    'limit=1.5',
    'limit=',
    'cursor=nonsense',
    'cursor=',
    'status=done',
  ])('refuse %s by its name', async (query) => {
    const { status, json } = await api.get(`/tasks?${query}`);
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ parameter: query.split('=')[0] }]);
  });

  it('take no cursor of another list, nor one that somebody made', async () => {
    for (const index of [0, 1]) {
      await api.table.put({ pk: 'SHOP#lyon#CUSTOMER#anne', sk: `AT#${instant(index)}#x`, entry: {} });
    }
    const { json } = await api.get('/customers/anne/timeline?limit=1');
    expect((await api.get(`/customers/zoe/timeline?cursor=${json.next}`)).status).toBe(422);
    expect((await api.get(`/tasks?cursor=${json.next}`)).status).toBe(422);
    const [sign] = JSON.parse(Buffer.from(json.next, 'base64url').toString()) as [string];
    const forged = Buffer.from(JSON.stringify([sign, 'PROFILE'])).toString('base64url');
    expect((await api.get(`/customers/anne/timeline?cursor=${forged}`)).status).toBe(422);
  });
});

describe('a task', () => {
  it('that was never opened cannot be done', async () => {
    const { anOrder } = await import('./an-order.ts');
    await api.post('/orders', anOrder);
    for (const task of ['1001.1', '1002.1', '1001', 'nonsense']) {
      expect((await api.post(`/tasks/${task}/completions`, { by: 'Hugo' })).status).toBe(404);
    }
  });
});

describe('who a customer is', () => {
  it('is as the newest order told it, in whatever order the orders come', async () => {
    const profile = { name: 'Anne Petit', email: 'new@x.example', phone: '+33 1', asOf: 2000 };
    await api.customers.keep('lyon', 'anne', profile);
    await api.customers.keep('lyon', 'anne', { name: 'Anne Grand', email: 'old@x.example', asOf: 1000 });
    expect(await api.customers.find('lyon', 'anne')).toEqual(profile);
    await api.customers.keep('lyon', 'anne', { name: 'Anne Martin', asOf: 3000 });
    expect(await api.customers.find('lyon', 'anne')).toEqual({ ...profile, name: 'Anne Martin', asOf: 3000 });
  });
});
