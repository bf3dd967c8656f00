import { waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runShop } from '../../../cli/shop/run.ts';
import { OrdersTable } from '../../../functions/adapters/orders-table.ts';
import { ShopsTable } from '../../../functions/adapters/shops-table.ts';
import { Table } from '../../../functions/adapters/table.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { shopify } from '../../domain/shopify/payloads.ts';
import { on, shop as settings } from '../../shop/facts.ts';
import { openDatabase } from '../database.ts';
import { another, csvOf, first, second } from './an-export.ts';

const database = await openDatabase();
afterAll(() => database.close());

let tables = 0;
let name = '';
let orders: OrdersTable;
let shops: ShopsTable;
beforeEach(async () => {
  name = `import-${(tables += 1)}`;
  const table = new Table(database.client, name);
  await database.makeTable(name);
  await waitUntilTableExists(
    { client: database.client, minDelay: 0.01, maxDelay: 0.05, maxWaitTime: 10 },
    { TableName: name },
  );
  orders = new OrdersTable(table);
  shops = new ShopsTable(table);
  await shops.change('lyon', () => settings);
});

let now = 0;
beforeEach(() => {
  now = on('2026-11-24', '10:00');
});

/** Imports a file with that in it; answers what was said. */
async function importing(text: string | object, options = '', file = 'orders.csv') {
  const [out, aside]: [string[], string[]] = [[], []];
  const progress: string[] = [];
  const code = await runShop(
    ['import', file, 'lyon', ...options.split(' ').filter(Boolean), '--endpoint', database.endpoint, '--table', name],
    {
      environment: {},
      now: () => now,
      randomBytes: () => Buffer.alloc(1),
      readFile: async () => (typeof text === 'string' ? text : JSON.stringify(text)),
      out: (line) => out.push(line),
      aside: (line) => aside.push(line),
      progress: (done, all) => progress.push(`${done}/${all}`),
    },
  );
  return { code, out: out.join('\n'), aside: aside.join('\n'), progress };
}

const factsOf = async (id: string): Promise<readonly Fact[]> => (await orders.find('lyon', id))?.facts ?? [];
const detailsOf = async (id: string): Promise<unknown> => {
  const order = (await orders.find('lyon', id))!;
  return (await orders.details(order)).get(`order:${id}`);
};

describe('an export from the admin', () => {
  it('has one row per line of an order, with cells of several lines, and becomes one order', async () => {
    const { code, out } = await importing(csvOf([first, second]));
    expect(code).toBe(0);
    expect(out).toContain('1 order in the file: 1 taken, 0 known already, 0 rows');
    expect(await factsOf('5811200034931')).toMatchObject([
      {
        name: 'order',
        number: '#1001',
        at: on('2026-11-23', '18:00'),
        payment: 'paid',
        kind: 'parcel',
        total: { amount: 8390, currency: 'EUR' },
        lines: [
          { id: 'line-1', quantity: 1, ships: true, price: 4900 },
          { id: 'line-2', quantity: 2, ships: true, price: 1500 },
        ],
      },
    ]);
    expect(await detailsOf('5811200034931')).toMatchObject({
      customer: { name: 'Anne Petit', email: 'anne@customers.example', phone: '+33 6 00 00 00 00' },
      lines: [{ title: 'Vase, "blue" large' }, { title: 'Small bowl' }],
      delivery: { method: 'Colissimo', address: 'Anne Petit\n3 quai Saint-Antoine\n69002 Lyon\nFR' },
    });
  });

  it('tells nothing new the second time', async () => {
    const file = csvOf([
      first,
      second,
      another('2', { 'Lineitem fulfillment status': 'fulfilled', 'Fulfilled at': '2026-11-23 19:00:00 +0100' }),
    ]);
    await importing(file);
    const before = [await factsOf('5811200034931'), await factsOf('2')];
    now += 3600_000;
    const { out } = await importing(file);
    expect(out).toContain('2 orders in the file: 0 taken, 2 known already');
    expect(out).toMatch(/mails +0 /);
    expect([await factsOf('5811200034931'), await factsOf('2')]).toEqual(before);
  });

  it('tells of a dry run what would be told to whom, and tells nothing', async () => {
    const file = csvOf([
      first,
      second,
      another('2', { 'Financial Status': 'pending', 'Payment Method': 'Bank Deposit' }),
      another('3', { 'Cancelled at': '2026-11-23 19:00:00 +0100' }),
      another('4', { Email: '' }),
      another('5', { 'Created at': '2026-11-01 10:00:00 +0100' }),
      another('6', { Total: 'much' }),
    ]);
    const { out, aside, progress } = await importing(file, '--dry-run');
    expect(out).toContain('6 orders in the file: 5 would be taken, 0 known already, 1 row');
    expect(out).toMatch(/history +1 /);
    expect(out).toMatch(/live +4 .*2 to ship, 1 waiting for payment, 1 cancelled/);
    expect(out).toMatch(/mails +3 /);
    expect(out).toMatch(/calls +1 /);
    expect(out).toMatch(/#1001 +confirm-order +anne@customers\.example/);
    expect(out).toMatch(/#3 +confirm-cancellation +c3@customers\.example/);
    expect(out).not.toContain('c5@customers.example');
    expect(aside).toContain('nothing was told');
    expect(progress.at(-1)).toBe('6/6');
    for (const id of ['5811200034931', '2', '3', '4', '5', '6']) expect(await factsOf(id)).toEqual([]);
  });

  it('counts as mails only what we send ourselves', async () => {
    await shops.change('lyon', (current) => ({ ...current, messages: { 'confirm-order': 'shop' } }));
    const { out } = await importing(csvOf([first, second]), '--dry-run');
    expect(out).toMatch(/mails +0 .*1 more are the shop's own/);
    expect(out).not.toContain('anne@');
  });

  it('names what is not taken by its row, its column and why', async () => {
    const file = csvOf([
      first,
      second,
      another('2', { 'Created at': 'last week' }),
      another('3', { 'Lineitem quantity': '0.5' }),
      another('4'),
      { ...second, Name: '#4', 'Lineitem name': '' },
      another('5', { 'Financial Status': 'refunded' }),
    ]);
    const { code, out } = await importing(file);
    expect(code).toBe(0);
    // Cells of several lines are one row, as a spreadsheet shows them.
    expect(out).toMatch(/row 4 +#2 +Created at +does not say when/);
    expect(out).toMatch(/row 5 +#3 +Lineitem quantity +is missing/);
    expect(out).toMatch(/row 7 +#4 +Lineitem name +is missing/);
    expect(out).toMatch(/row 8 +#5 +its payment is refunded/);
    for (const id of ['2', '3', '4', '5']) expect(await factsOf(id)).toEqual([]);
    expect(await factsOf('5811200034931')).toHaveLength(1);
  });

  it('knows what has left, where it names the day, and never invents one', async () => {
    const gone = { 'Fulfillment Status': 'fulfilled', 'Lineitem fulfillment status': 'fulfilled' };
    await importing(
      csvOf([another('2', { ...gone, 'Fulfilled at': '2026-11-24 09:00:00 +0100' }), another('3', gone)]),
    );
    expect(await factsOf('2')).toMatchObject([{ name: 'shipment', at: on('2026-11-24', '09:00') }, { name: 'order' }]);
    expect(await factsOf('3')).toMatchObject([{ name: 'order' }]);
  });

  it('leaves out the price of a unit where the tax comes on top of it', async () => {
    await importing(csvOf([another('2', { Taxes: '16.80', Total: '100.70' })]));
    const [order] = await factsOf('2');
    expect(order).toMatchObject({ total: { amount: 10070 }, lines: [{ id: 'line-1' }] });
    expect(order).not.toHaveProperty('lines.0.price');
  });

  it('of another shop system is not used at all', async () => {
    const refused = await importing('order_id,status\n1,paid\n');
    expect(refused.code).toBe(1);
    expect(refused.aside).toContain('it lacks Name, Created at');
    expect((await importing('Name,Total\n"#1,2\n')).code).toBe(1);
    expect((await importing('')).code).toBe(1);
  });
});

const fulfilled = { ...shopify.order, fulfillments: [{ ...shopify.fulfillment, shipment_status: 'delivered' }] };

describe('orders of the API', () => {
  it.each([
    ['an array', [shopify.order]],
    ['as the API answers', { orders: [shopify.order] }],
  ])('are taken as %s', async (_, file) => {
    expect((await importing(file, '', 'orders.json')).out).toContain('1 taken');
    expect(await factsOf('5811200034931')).toMatchObject([{ name: 'order', customer: '7340012345907' }]);
  });

  it('bring their parcels, deliveries and refunds with them, and come last', async () => {
    now = on('2026-11-27', '12:00');
    const { out } = await importing([{ ...fulfilled, refunds: [shopify.refund] }], '', 'orders.json');
    expect(out).toMatch(/live +1 .*shipped/);
    expect((await factsOf('5811200034931')).map((fact) => fact.name)).toEqual([
      'shipment',
      'delivery',
      'refund',
      'order',
    ]);
  });

  it('are history where they are old: nobody is written to, unless something of them is young', async () => {
    now = on('2026-12-10', '10:00');
    const old = await importing([fulfilled], '--dry-run', 'orders.json');
    expect(old.out).toMatch(/history +1 /);
    expect(old.out).toMatch(/mails +0 /);
    const refunds = [{ ...shopify.refund, processed_at: '2026-12-09T10:00:00+01:00' }];
    const young = await importing([{ ...fulfilled, refunds }], '--dry-run', 'orders.json');
    expect(young.out).toMatch(/live +1 .*old, with something new/);
  });

  it('that were handed over the counter have no parcel', async () => {
    const sold = { ...fulfilled, source_name: 'pos', fulfillment_status: 'fulfilled', shipping_address: null };
    await importing([{ ...sold, shipping_lines: [] }], '', 'orders.json');
    expect((await factsOf('5811200034931')).map((fact) => fact.name)).not.toContain('shipment');
  });

  it('of which some are wrong are taken but for those', async () => {
    const { code, out } = await importing(
      [shopify.order, 7, { ...shopify.order, id: 2, line_items: [] }, { ...shopify.order, test: true }],
      '',
      'orders.json',
    );
    expect(code).toBe(0);
    expect(out).toContain('4 orders in the file: 1 taken');
    expect(out).toMatch(/row 2 .*not an object/);
    expect(out).toMatch(/row 3 +#2047 +#\/lines +an order has at least one line/);
    expect(out).toMatch(/row 4 .*a test/);
  });

  it.each(['{"orders": 1}', '[', '{}'])('are none: %s', async (text) => {
    const refused = await importing(text, '', 'orders.json');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.aside).toContain('orders.json was not used');
  });
});

describe('a shop', () => {
  it('that lacks settings takes none', async () => {
    await shops.change('lyon', (current) => ({ ...current, phone: undefined }));
    expect(await importing(csvOf([first]))).toMatchObject({ code: 1, aside: expect.stringContaining('phone') });
  });

  it('is named, before or after the file', async () => {
    const shell = {
      environment: {},
      now: () => now,
      randomBytes: () => Buffer.alloc(1),
      readFile: async () => csvOf([first, second]),
      out: () => {},
      progress: () => {},
    };
    const place = ['--endpoint', database.endpoint, '--table', name];
    const said: string[] = [];
    const aside = (line: string) => said.push(line);
    expect(await runShop(['import', 'lyon', 'orders.csv', ...place], { ...shell, aside })).toBe(0);
    expect(await runShop(['import', 'orders.csv', 'paris', ...place], { ...shell, aside })).toBe(1);
    expect(said.at(-1)).toContain('There is no shop paris');
    expect(await runShop(['import', 'orders.csv', ...place], { ...shell, aside })).toBe(1);
    expect(said.at(-1)).toContain('There is no shop yet');
  });
});
