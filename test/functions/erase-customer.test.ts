import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { ErasuresTable } from '../../functions/adapters/erasures-table.ts';
import { erasureKey, orderKey, profileKey } from '../../functions/adapters/keys.ts';
import { PersonInTable } from '../../functions/adapters/person-in-table.ts';
import { Table } from '../../functions/adapters/table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import { eraseCustomer } from '../../functions/erase-customer/erase-customer.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { anOrder, type Api, openApi } from './api.ts';
import { projectionOf } from './projecting.ts';
import { dynamodb, everythingIn } from './table-for-tests.ts';

const hour = 3_600_000;
const lea = {
  id: 'fontaine-7',
  name: 'Léa Fontaine',
  email: 'lea@fontaine.example',
  phone: '+33611111111',
  locale: 'fr',
};
const marks = /léa|fontaine|33611111111|rue du March|une tache/i;

const orderOfLea = (id: string, more: object = {}) => ({
  ...anOrder,
  id,
  number: `#${id}`,
  placedAt: undefined,
  customer: lea,
  delivery: { kind: 'parcel', address: '3 rue du Marché, Lyon' },
  ...more,
});

/** Somebody with a life in the shop: orders, words, choices, a promo, a call to make, a timeline; and a neighbour. */
async function aCustomer(): Promise<Api> {
  const api = await openApi();
  for (const id of ['1001', '1002']) {
    expect((await api.post('/orders', orderOfLea(id))).status).toBe(202);
    await api.post(`/orders/${id}/words`, { word: 'problem', text: 'Il y a une tache.', by: 'phone' });
    const order = await api.orders.find('lyon', id);
    const promo = { discount: { percent: 10 }, code: `CODE${id}` } as const;
    const task = { task: `${id}.1`, why: 'call-customer', dueAt: api.now, level: 1 } as const;
    const told = {
      key: 'thank-customer:word',
      message: 'thank-customer',
      cause: 'word',
      at: api.now,
      owner: 'test',
      seen: 2,
      covers: [],
      promises: [],
      promo,
      task,
    } as const;
    await api.orders.claim(order!, { told, fates: {} });
    await api.promos.put('lyon', {
      code: promo.code,
      discount: promo.discount,
      order: id,
      customer: 'fontaine-7',
      validUntil: api.now + hour,
      shared: false,
    });
    await project([{ before: undefined, after: (await api.orders.find('lyon', id))! }], projectionOf(api));
  }
  const offered = { at: new Date(api.now).toISOString(), learnedAt: new Date(api.now).toISOString() };
  await new TimelineItems(api.table).put(
    'lyon',
    'fontaine-7',
    {
      id: 'offer-promo#1002',
      entry: { ...offered, kind: 'message', name: 'offer-promo', order: '1002', detail: { promo: 'ALONE' } },
    },
    1,
    undefined,
  );
  await api.promos.put('lyon', {
    code: 'ALONE',
    discount: { percent: 10 },
    order: '1002',
    customer: 'fontaine-7',
    validUntil: api.now + hour,
    shared: false,
  });
  await api.put('/customers/fontaine-7/preferences', { tone: 'comfort', consent: { offers: true } });
  await api.post('/orders', { ...anOrder, id: 'neighbour' });
  api.now += 1000;
  return api;
}

/** One run of the function that erases; `table` may be one that breaks. */
async function run(api: Api, table: Table = api.table, isLate = (): boolean => false): Promise<string> {
  const wish = await api.erasures.find(erasureKey('lyon', 'fontaine-7').pk);
  if (wish === undefined) return 'nothing to do';
  const person = new PersonInTable(table);
  const wishes = new ErasuresTable(table);
  return eraseCustomer(wish, { wishes, person, now: () => api.now, isLate });
}

/** What the stream would have told the projection of an order that is erased. */
async function projected(api: Api, erase: () => Promise<unknown>): Promise<void> {
  const before = await Promise.all(['1001', '1002'].map((id) => api.orders.find('lyon', id)));
  await erase();
  for (const order of before) {
    await project([{ before: order, after: (await api.orders.find('lyon', order!.order))! }], projectionOf(api));
  }
}

async function leftOf(api: Api): Promise<string[]> {
  return (await everythingIn(api.table)).map((item) => JSON.stringify(item)).filter((item) => marks.test(item));
}

describe('who is to be forgotten', () => {
  it('is nowhere in the table any more but in the wish, and nobody else is touched', async () => {
    const api = await aCustomer();
    const neighbour = (await api.get('/orders/neighbour')).json;
    expect((await leftOf(api)).length).toBeGreaterThan(15);
    expect((await api.delete('/customers/fontaine-7')).json).toEqual({ customer: 'fontaine-7', erased: 'under-way' });
    await projected(api, () => run(api));
    const left = await leftOf(api);
    expect(left).toHaveLength(1);
    expect(left[0]).toContain(erasureKey('lyon', 'fontaine-7').pk);
    expect(left[0]).not.toMatch(/fontaine@|336/i);
    expect(await run(api)).toBe('not due');
    expect((await api.get('/orders/neighbour')).json).toEqual(neighbour);
  });

  it('is after a day known by a hash alone: that somebody was erased, and when', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    for (const wait of [hour, 25 * hour]) {
      api.now += wait;
      await run(api);
    }
    expect(await leftOf(api)).toEqual([]);
    expect(await run(api)).toBe('nothing to do');
    expect(await api.table.get(erasureKey('lyon', 'fontaine-7'))).toMatchObject({
      at: api.now - 26 * hour,
      doneAt: api.now,
    });
  });

  it('has nothing to be asked for: no export, no timeline, no promo, and orders that say that they were erased', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    for (const url of [
      '/customers/fontaine-7/export',
      '/customers/fontaine-7/timeline',
      '/promos/CODE1001',
      '/promos/ALONE',
    ]) {
      expect((await api.get(url)).status, url).toBe(404);
    }
    const { status, json } = await api.get('/orders/1001');
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: '1001', stage: 'CloseOrder', facts: [], messages: [] });
    expect((await api.get('/tasks')).json.tasks).toEqual([]);
  });

  it('is answered the same when asked again; who never was there is unknown', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    expect((await api.delete('/customers/fontaine-7')).status).toBe(202);
    expect((await api.delete('/customers/nobody')).status).toBe(404);
  });

  it('is not brought back by what is told of an order later, or by the order itself told again', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    const before = await everythingIn(api.table);
    expect((await api.post('/orders/1001/shipments', { parcel: 'p', trackingNumber: '6A' })).status).toBe(202);
    const word = { word: 'problem', text: 'une tache', by: 'phone' };
    expect((await api.post('/orders/1001/words', word)).status).toBe(202);
    expect((await api.post('/orders', orderOfLea('1001'))).status).toBe(202);
    expect(await everythingIn(api.table)).toEqual(before);
  });

  it('is not brought back by an order placed before that we hear of only now', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    const placedAt = new Date(api.now - hour).toISOString();
    expect((await api.post('/orders', orderOfLea('0999', { placedAt }))).status).toBe(202);
    await run(api);
    expect((await leftOf(api)).filter((item) => !item.includes('#ERASED#'))).toEqual([]);
    expect(await api.table.get(orderKey('lyon', '0999'))).toMatchObject({ facts: [], closed: { how: 'erased' } });
  });

  it('who orders anew is a new customer, and stays one when the erasure looks again', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    api.now += hour;
    await api.post('/orders', orderOfLea('2001'));
    await project([{ before: undefined, after: (await api.orders.find('lyon', '2001'))! }], projectionOf(api));
    const before = (await api.get('/customers/fontaine-7/export')).json;
    expect(before.orders.map(({ id }: { id: string }) => id)).toEqual(['2001']);
    expect(before.customer).toMatchObject({ name: lea.name });
    expect(before.customer).not.toHaveProperty('preferences');
    await run(api);
    expect((await api.get('/customers/fontaine-7/export')).json).toEqual(before);
  });

  it('is forgotten too where a function that was at work writes once more of them', async () => {
    const api = await aCustomer();
    const late = (await api.orders.find('lyon', '1001'))!;
    await api.delete('/customers/fontaine-7');
    await projected(api, () => run(api));
    await project([{ before: undefined, after: late }], projectionOf(api));
    await api.customers.waits('lyon', 'fontaine-7', { order: '1001' }, api.now);
    expect(await api.table.get(profileKey('lyon', 'fontaine-7'))).toBeDefined();
    api.now += hour;
    await run(api);
    const entries = (await everythingIn(api.table)).filter(({ pk }) => pk === profileKey('lyon', 'fontaine-7').pk);
    expect(entries).toEqual([]);
  });

  it('is forgotten though the run dies between any two writes', async () => {
    let writes = 1;
    for (; ; writes += 1) {
      const api = await aCustomer();
      await api.delete('/customers/fontaine-7');
      let died = false;
      await projected(api, async () => {
        died = await run(api, new MortalTable(dynamodb, api.table, writes)).then(
          () => false,
          () => true,
        );
        if (died) await run(api);
      });
      expect(
        (await leftOf(api)).filter((item) => !item.includes('#ERASED#')),
        `after ${writes} writes`,
      ).toEqual([]);
      if (!died) break;
    }
    // Two orders with two details and a promo each, where they were placed, the timeline, the call and the profile.
    expect(writes).toBeGreaterThan(20);
  });

  it('is forgotten in several runs where one is too short', async () => {
    const api = await aCustomer();
    await api.delete('/customers/fontaine-7');
    expect(await run(api, api.table, () => true)).toBe('unfinished');
    expect(await run(api)).toBe('looks again');
  });

  it('is forgotten in one run though they placed 1,000 orders; their export comes in pages that miss nothing', async () => {
    const api = await openApi();
    const ids = Array.from({ length: 1000 }, (_, index) => `B-${index}`);
    for (let from = 0; from < ids.length; from += 50) {
      await Promise.all(ids.slice(from, from + 50).map((id) => placeAndProject(api, id)));
    }
    api.now += 1000;
    expect(await exported(api)).toEqual({ pages: 3, orders: ids.toSorted(), entries: 3000 });
    await api.delete('/customers/fontaine-7');
    const startedAt = performance.now();
    expect(await run(api)).toBe('looks again');
    const seconds = (performance.now() - startedAt) / 1000;
    // The function has ten minutes; how long it takes where is for whoever reads this, and no test's business.
    process.stdout.write(`1,000 orders were erased in ${seconds.toFixed(1)} s\n`);
    expect((await leftOf(api)).filter((item) => !item.includes('#ERASED#'))).toEqual([]);
  }, 600_000);
});

async function placeAndProject(api: Api, id: string): Promise<void> {
  await api.post('/orders', orderOfLea(id));
  await api.post(`/orders/${id}/words`, { word: 'question', text: 'Une tache ?', by: 'phone' });
  await api.post(`/orders/${id}/shipments`, { parcel: 'p1' });
  await project([{ before: undefined, after: (await api.orders.find('lyon', id))! }], projectionOf(api));
}

/** Page after page, until there is no next one. */
async function exported(api: Api): Promise<{ pages: number; orders: string[]; entries: number }> {
  let [pages, entries, next] = [0, 0, ''];
  const orders: string[] = [];
  do {
    const { status, json } = await api.get(`/customers/fontaine-7/export${next}`);
    expect(status).toBe(200);
    orders.push(...json.orders.map(({ id }: { id: string }) => id));
    entries += json.timeline.length;
    next = json.next === undefined ? '' : `?cursor=${json.next}`;
    pages += 1;
  } while (next !== '');
  return { pages, orders: orders.toSorted(), entries };
}

class Died extends Error {}

/** A table that lets so many writes through and then nothing any more, like a function that is killed. */
class MortalTable extends Table {
  private left: number;

  constructor(client: DynamoDBClient, like: Table, writes: number) {
    super(client, like['name']);
    this.left = writes;
  }

  override update(...given: Parameters<Table['update']>): Promise<boolean> {
    return this.unlessDead(() => super.update(...given));
  }

  override put(...given: Parameters<Table['put']>): Promise<boolean> {
    return this.unlessDead(() => super.put(...given));
  }

  override delete(...given: Parameters<Table['delete']>): Promise<boolean> {
    return this.unlessDead(() => super.delete(...given));
  }

  private async unlessDead(write: () => Promise<boolean>): Promise<boolean> {
    this.left -= 1;
    if (this.left < 0) throw new Died();
    return write();
  }
}
