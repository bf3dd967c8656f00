import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../functions/adapters/table.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import { keptLonger, keptUntilOf, leastLeftMs, usualDays } from '../../functions/domain/order/retention.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { type Api, anOrder, openApi } from './api.ts';
import { projectionOf } from './projecting.ts';
import { everythingIn } from './table-for-tests.ts';

const day = 24 * 3600 * 1000;
const lea = { id: 'fontaine-7', name: 'Léa Fontaine', email: 'lea@fontaine.example', phone: '+33611111111' };
const marks = /léa|fontaine|33611111111|une tache|1001/i;
const orderOfLea = { ...anOrder, placedAt: undefined, customer: lea };

let api: Api;
let before: Order | undefined;
beforeEach(async () => {
  api = await openApi();
  before = undefined;
});

/** What the stream tells the projection of the order as it is now. */
async function projected(): Promise<void> {
  const after = await api.orders.find('lyon', '1001');
  await project([{ before, after: after! }], projectionOf(api));
  before = after;
}

async function tell(path: string, body: object): Promise<void> {
  expect((await api.post(path, body)).status).toBe(202);
  await projected();
}

/** What DynamoDB does in its own time. */
async function takenAwayBy(instant: number): Promise<void> {
  for (const { pk, sk, expires } of await everythingIn(api.table)) {
    if (typeof expires === 'number' && expires * 1000 <= instant) {
      await api.table.delete({ pk: String(pk), sk: String(sk) });
    }
  }
}

const ofLea = async (): Promise<Item[]> =>
  (await everythingIn(api.table)).filter((item) => marks.test(JSON.stringify(item)));

describe('what is known of a person', () => {
  it('leaves with their order: all of it, and not a second before', async () => {
    await tell('/orders', orderOfLea);
    await tell('/orders/1001/words', { word: 'problem', text: 'Il y a une tache.', by: 'phone' });
    await api.put('/customers/fontaine-7', { phone: '+33622222222' });
    await api.put('/customers/fontaine-7/preferences', { tone: 'comfort' });
    const lying = await ofLea();
    expect(lying.length).toBeGreaterThan(7);
    for (const { pk, sk, expires } of lying) {
      expect([pk, sk, expires]).toEqual([pk, sk, (api.now + usualDays * day) / 1000]);
    }
    await takenAwayBy(api.now + usualDays * day - 1000);
    expect(await ofLea()).toEqual(lying);
    await takenAwayBy(api.now + usualDays * day);
    expect(await ofLea()).toEqual([]);
  });

  it('stays while any order of theirs does', async () => {
    await tell('/orders', orderOfLea);
    api.now += 100 * day;
    await api.post('/orders', { ...orderOfLea, id: '1002' });
    // Told late, and placed before: it does not shorten anything.
    await api.post('/orders', { ...orderOfLea, id: '1000', placedAt: new Date(api.now - 50 * day).toISOString() });
    await takenAwayBy(api.now + (usualDays - 1) * day);
    expect((await api.customers.find('lyon', 'fontaine-7'))?.name).toBe('Léa Fontaine');
    await takenAwayBy(api.now + usualDays * day);
    expect(await ofLea()).toEqual([]);
  });

  it('goes soon where an order is told that is older than anything is kept', async () => {
    await tell('/orders', { ...orderOfLea, placedAt: new Date(api.now - 900 * day).toISOString() });
    await takenAwayBy(api.now + 59 * day);
    expect((await ofLea()).length).toBeGreaterThan(3);
    await takenAwayBy(api.now + 60 * day);
    expect(await ofLea()).toEqual([]);
  });
});

describe('what is noted of a customer whom nobody has told of yet', () => {
  const of = { order: '1001' };
  it.each([
    [
      'that mail comes back',
      (keptUntil: number) =>
        api.customers.markFailing('lyon', 'fontaine-7', { ...of, address: 'hash', at: api.now, keptUntil }),
    ],
    [
      'that a mail waits',
      (keptUntil: number) => api.customers.waits('lyon', 'fontaine-7', { ...of, keptUntil }, api.now),
    ],
    [
      'that an order is late',
      (keptUntil: number) => api.customers.pause('lyon', 'fontaine-7', '1001', 1, { why: 'it is late' }, keptUntil),
    ],
  ])('leaves with its order, and keeps nobody longer: %s', async (_, note) => {
    const until = api.now + 200 * day;
    await note(until);
    await takenAwayBy(until - 1000);
    expect(await ofLea()).toHaveLength(1);
    await takenAwayBy(until);
    expect(await ofLea()).toEqual([]);

    await tell('/orders', orderOfLea);
    await note(until);
    await takenAwayBy(api.now + usualDays * day - 1000);
    expect((await api.customers.find('lyon', 'fontaine-7'))?.name).toBe('Léa Fontaine');
  });
});

describe('an order that goes on for long', () => {
  it('is kept, with all that belongs to it: its details, where it was placed, its timeline, its tasks', async () => {
    await tell('/orders', orderOfLea);
    await tell('/orders/1001/words', { word: 'question', text: 'une tache ?', by: 'phone' });
    api.now += 750 * day;
    const later = api.now + usualDays * day;
    await api.orders.keepLonger((await api.orders.find('lyon', '1001'))!, later);
    await projected();
    await takenAwayBy(later - 1000);
    expect((await ofLea()).length).toBeGreaterThan(5);
    expect((await api.get('/customers/fontaine-7/export')).json).toMatchObject({
      customer: { name: 'Léa Fontaine' },
      orders: [{ id: '1001' }],
    });
    expect((await api.get('/customers/fontaine-7/timeline')).json.entries.length).toBeGreaterThan(1);
    await takenAwayBy(later);
    expect(await ofLea()).toEqual([]);
  });

  it('is kept where it waits longer than it would be, and only there', () => {
    const placed = { at: 0, learnedAt: 0 };
    const until = keptUntilOf(placed, 120);
    expect(until).toBe(120 * day);
    expect(keptLonger(until, until - leastLeftMs, 120)).toBeUndefined();
    expect(keptLonger(until, until - leastLeftMs + 1, 120)).toBe(until - leastLeftMs + 1 + 120 * day);
    // One that was told before anything left by itself.
    expect(keptLonger(undefined, until, 120)).toBe(until + 120 * day);
  });

  it('is not kept longer once its person was erased', async () => {
    await tell('/orders', orderOfLea);
    const order = (await api.orders.find('lyon', '1001'))!;
    await api.orders.erase('lyon', '1001', order, api.now);
    await api.orders.keepLonger(order, api.now + 2000 * day);
    expect(await api.table.get({ pk: 'SHOP#lyon#ORDER#1001', sk: 'ORDER' })).not.toHaveProperty('expires');
  });
});

describe('a fact whose order', () => {
  const word = { word: 'problem', text: 'Il y a une tache.', by: 'phone' };

  it('never comes leaves after thirty days, with what was written beside it', async () => {
    await tell('/orders/1001/words', word);
    expect(await ofLea()).toHaveLength(2);
    await takenAwayBy(api.now + 30 * day - 1000);
    expect(await ofLea()).toHaveLength(2);
    await takenAwayBy(api.now + 30 * day);
    expect(await ofLea()).toEqual([]);
  });

  it('comes is kept with it, with what was written beside it', async () => {
    await tell('/orders/1001/words', word);
    api.now += 29 * day;
    await tell('/orders', orderOfLea);
    await takenAwayBy(api.now + (usualDays - 1) * day);
    expect(JSON.stringify((await api.get('/customers/fontaine-7/export')).json)).toContain('une tache');
    await takenAwayBy(api.now + usualDays * day);
    expect(await ofLea()).toEqual([]);
  });

  it.each([
    ['has left', true],
    ['has left, though DynamoDB has not taken it away yet', false],
  ])('%s is taken like one whose order never came; the order may come anew', async (_, isTaken) => {
    await tell('/orders', orderOfLea);
    const left = api.now + usualDays * day;
    if (isTaken) await takenAwayBy(left);
    api.now = left;
    before = undefined;
    expect((await api.get('/orders/1001')).status).toBe(404);
    await tell('/orders/1001/words', word);
    expect((await api.orders.find('lyon', '1001'))?.facts.map(({ name }) => name)).toEqual(['word']);
    await takenAwayBy(left + day);
    // The same order with the same body: what lay there of it and was about to leave does not leave from under it.
    await tell('/orders', orderOfLea);
    await takenAwayBy(left + 31 * day);
    expect(JSON.stringify((await api.get('/customers/fontaine-7/export')).json)).toContain('une tache');
    await takenAwayBy(left + usualDays * day);
    expect(await ofLea()).toEqual([]);
  });
});
