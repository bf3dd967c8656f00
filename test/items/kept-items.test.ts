import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiKeysTable } from '../../functions/adapters/api-keys-table.ts';
import { CallsTable } from '../../functions/adapters/calls-table.ts';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import { ErasuresTable } from '../../functions/adapters/erasures-table.ts';
import { IdempotencyTable } from '../../functions/adapters/idempotency-table.ts';
import { idempotencyKey, linkKey, orderOfKey, sha256 } from '../../functions/adapters/keys.ts';
import { LeavesTable } from '../../functions/adapters/leaves-table.ts';
import { LinksTable } from '../../functions/adapters/links-table.ts';
import { MorningsTable } from '../../functions/adapters/mornings-table.ts';
import { NotTakenTable } from '../../functions/adapters/not-taken-table.ts';
import { OffersTable } from '../../functions/adapters/offers-table.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { PlacedTable } from '../../functions/adapters/placed-table.ts';
import { PromosTable } from '../../functions/adapters/promos-table.ts';
import { SecretsTable } from '../../functions/adapters/secrets-table.ts';
import { ShopRegister } from '../../functions/adapters/shop-register.ts';
import { ShopsTable } from '../../functions/adapters/shops-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { TasksTable } from '../../functions/adapters/tasks-table.ts';
import { TimelineTable } from '../../functions/adapters/timeline-table.ts';
import { recorded } from '../../functions/domain/order/order.ts';
import { read } from '../../functions/domain/order/reading.ts';
import { stageOf } from '../../functions/domain/order/stage.ts';
import { waits } from '../../functions/domain/vocabulary.ts';
import { newestSchema } from '../../functions/domain/schema-version.ts';
import { dynamodb, emptyTable } from '../functions/table-for-tests.ts';
import { keptItems } from './kept.ts';
import { itemKinds, kindOf, type StoredItem } from './shapes.ts';

// One item of each kind as every past version wrote it, read by the code of today. A shape that changes gets a new version
// (functions/domain/schema-version.ts), and `npm run keep:items` writes items of it beside these, which stay for good.

const kept = keptItems();
const versions = [...new Set(kept.map(({ version }) => version))];
const later = Date.parse('2030-01-01T00:00:00Z');

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
}

it('of every version there is something of every kind', () => {
  expect(versions).toEqual(Array.from({ length: newestSchema }, (_, index) => `v${index + 1}`));
  expect(kept.filter(({ version }) => version === 'v1').map(({ kind }) => kind)).toEqual(itemKinds.toSorted());
  for (const { kind, items } of kept) {
    expect(items.length, kind).toBeGreaterThan(0);
    for (const item of items) expect(kindOf(item)).toBe(kind);
  }
});

describe.each(versions)('what was written as %s is read today', (version) => {
  let table: Table;
  const of = (kind: string): StoredItem[] =>
    kept.flatMap((one) => (one.version === version && one.kind === kind ? one.items : []));
  const plain = (kind: string): Record<string, unknown>[] => of(kind).map((item) => unmarshall(item));
  /** What stands in a partition key, after its last #. */
  const ids = (kind: string): string[] => plain(kind).map(({ pk }) => String(pk).split('#').at(-1)!);

  beforeAll(async () => {
    table = await emptyTable();
    for (const { items } of kept.filter((one) => one.version === version)) {
      for (const Item of items) await dynamodb.send(new PutItemCommand({ TableName: table['name'], Item }));
    }
  });

  it('orders, with all that was told of them and their details: where each stands can be told', async () => {
    const orders = new OrdersTable(table);
    for (const { pk, facts } of plain('order')) {
      const { shop, order } = orderOfKey(String(pk))!;
      const found = (await orders.find(shop, order))!;
      expect(found.facts).toEqual(facts);
      const known = recorded(found);
      if (known !== undefined) expect([...waits, 'CloseOrder']).toContain(stageOf(read(known), later));
      const itsDetails = plain('details').filter((item) => item['pk'] === pk && item['details'] !== undefined);
      const details = await orders.details(found);
      for (const { fact, details: told } of itsDetails) expect(details.get(String(fact))).toEqual(told);
    }
    expect((await all(orders.overdue(later))).length).toBeGreaterThan(0);
  });

  it('customers: who they are, what they chose, what they placed, are owed and were offered, and who was forgotten', async () => {
    const customers = new CustomersTable(table);
    for (const id of ids('profile')) {
      const profile = await customers.find('demo', id);
      // A pause may be there before the person is known.
      if (plain('profile').find(({ pk }) => String(pk).endsWith(`#${id}`))!['asOf'] !== undefined)
        expect(profile).toMatchObject({ name: expect.any(String) });
    }
    for (const id of ids('placed')) {
      expect(await customers.placedBefore('demo', id, later)).not.toEqual([]);
      expect((await new PlacedTable(table).page('demo', id, 10, undefined)).items).not.toEqual([]);
    }
    for (const id of ids('call')) expect(await new CallsTable(table).of('demo', id)).not.toEqual([]);
    const offers = new OffersTable(table);
    for (const id of ids('offers')) expect(await offers.find('demo', id)).toMatchObject({ held: expect.any(Array) });
    expect(await all(offers.due(later))).toEqual([{ shop: 'demo', customer: 'marie' }]);
    const erasures = new ErasuresTable(table);
    const [open] = await all(erasures.due(later));
    expect(await erasures.find(open!)).toMatchObject({ customer: 'yves' });
    expect(await erasures.erasedAt('demo', 'zoe')).toEqual(expect.any(Number));
  });

  it('timelines and lists', async () => {
    const timeline = new TimelineTable(table);
    const owners = new Set(ids('timeline-entry'));
    const entries = await Promise.all([...owners].map((id) => timeline.page('demo', id, 200, undefined)));
    expect(entries.flatMap(({ items }) => items)).toHaveLength(of('timeline-entry').length);
    expect(await new TasksTable(table).dueBefore('demo', later)).toHaveLength(of('task').length);
    expect(await new LeavesTable(table).leavingBefore('demo', later)).toHaveLength(of('leaves').length);
    expect((await new NotTakenTable(table).page('demo', 50, undefined)).items).toHaveLength(of('not-taken').length);
  });

  it('promos and links', async () => {
    const promos = new PromosTable(table);
    for (const code of ids('promo')) expect(await promos.find('demo', code)).toMatchObject({ code });
    // Only the hashes of its tokens are known: it lies under those of others, whose lengths are as ours have been.
    const mail = 'a'.repeat(22);
    for (const link of of('link')) {
      const Item: StoredItem = { ...link, pk: { S: linkKey(mail).pk } };
      const ways = Object.keys(link['ways']?.M ?? {});
      Item['ways'] = { M: Object.fromEntries(ways.map((way) => [way, { S: sha256(`secret-${way}`) }])) };
      if (ways.length === 0) delete Item['ways'];
      await dynamodb.send(new PutItemCommand({ TableName: table['name'], Item }));
      const tokens = ways.length === 0 ? [mail] : ways.map((way) => `${mail}secret-${way}`);
      for (const token of tokens) expect(await new LinksTable(table).find(token, 0)).toMatchObject({ shop: 'demo' });
    }
  });

  it('what an Idempotency-Key stands for', async () => {
    const request = { shop: 'demo', method: 'POST', path: '/orders', key: 'once' };
    for (const item of of('idempotency')) {
      const Item = { ...item, pk: { S: idempotencyKey('demo', 'POST', '/orders', 'once').pk } };
      await dynamodb.send(new PutItemCommand({ TableName: table['name'], Item }));
      const { fact, hash } = unmarshall(item);
      expect(await new IdempotencyTable(table).reserve(request, { fact: 'another', hash: 'another' }, 0)).toEqual({
        fact,
        hash,
      });
    }
  });

  it('shops: their settings, keys and secrets, and the register', async () => {
    for (const { shop } of plain('settings')) expect(await new ShopsTable(table).settings(String(shop))).toBeDefined();
    expect(await new ApiKeysTable(table).shopOf('local-shop-key')).toBe('demo');
    const register = new ShopRegister(table);
    expect(await register.keysOf('demo')).not.toEqual([]);
    expect(await register.shops()).toHaveLength(of('register').length);
    expect(await new MorningsTable(table).shops()).toHaveLength(of('register').length);
    expect(await new SecretsTable(table).shopifySecret('demo')).toEqual(expect.any(String));
  });
});
