import { beforeEach, describe, expect, it } from 'vitest';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import type { Customers } from '../../functions/domain/ports.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import { projectPause } from '../../functions/project-timeline/project-pause.ts';
import { MemoryCustomers } from '../../local/virtual/memory-ports.ts';
import { orderOf } from '../domain/order-of.ts';
import { cancellation, on, order, refund } from '../shop/facts.ts';
import { emptyTable } from './table-for-tests.ts';

const monday = on('2026-11-23', '10:00');
const placed = orderOf([order(monday)]);
const owing = orderOf([...placed.facts, cancellation('shop', monday)]);
const paid = orderOf([...owing.facts, refund('r1', 7900, monday)]);
const pause = { '1001': { why: 'money is owed' } };

describe.each<[string, () => Promise<Customers>]>([
  ['the table', async () => new CustomersTable(await emptyTable())],
  ['memory', async () => new MemoryCustomers()],
])('the pauses of a customer, in %s', (_, opened) => {
  let customers: Customers;
  beforeEach(async () => {
    customers = await opened();
    await customers.keep('lyon', 'anne', { name: 'Anne', asOf: monday });
  });

  /** Hands over the records of these versions. */
  const changed = async (...records: [Order | undefined, Order][]): Promise<void> => {
    for (const [before, after] of records) await projectPause(before, after, customers);
  };
  const pauses = async () => (await customers.find('lyon', 'anne'))?.pauses;

  it('are none while all goes well', async () => {
    await changed([undefined, placed]);
    expect(await customers.find('lyon', 'anne')).toEqual({ name: 'Anne', asOf: monday });
  });

  it('begin and end with what the order says', async () => {
    await changed([undefined, placed], [placed, owing]);
    expect(await pauses()).toEqual(pause);
    await changed([owing, paid]);
    expect(await pauses()).toBeUndefined();
  });

  it('are the newest version’s, however often and late older ones come', async () => {
    await changed([placed, owing], [placed, owing], [owing, paid], [placed, owing], [undefined, placed]);
    expect(await pauses()).toBeUndefined();
    await changed([paid, { ...owing, version: 9 }], [owing, paid]);
    expect(await pauses()).toEqual(pause);
  });

  it('are each order’s own', async () => {
    await changed(
      [placed, owing],
      [
        { ...placed, order: '1002' },
        { ...owing, order: '1002' },
      ],
      [owing, paid],
    );
    expect(await pauses()).toEqual({ '1002': pause['1001'] });
  });

  it('outlive what an order or the shop says about the customer, and may come before', async () => {
    await changed([placed, owing]);
    await customers.keep('lyon', 'anne', { name: 'Anne Petit', asOf: monday + 1 });
    await customers.reach('lyon', 'anne', { phone: '+33 1 11 11 11 11' }, monday + 2, undefined);
    expect(await pauses()).toEqual(pause);
    await customers.pause('lyon', 'zoe', '1003', 1, { why: 'it is late' });
    expect(await customers.find('lyon', 'zoe')).toBeUndefined();
    await customers.keep('lyon', 'zoe', { name: 'Zoé', asOf: monday });
    expect(await customers.find('lyon', 'zoe')).toMatchObject({
      name: 'Zoé',
      pauses: { '1003': { why: 'it is late' } },
    });
  });
});

it('is written only by the change that brings it', async () => {
  const written: number[] = [];
  const customers = {
    pause: async (_shop: string, _customer: string, _order: string, version: number) => void written.push(version),
  };
  await projectPause(undefined, placed, customers);
  await projectPause(placed, owing, customers);
  await projectPause(owing, { ...owing, version: 7 }, customers);
  await projectPause({ ...owing, version: 7 }, { ...paid, version: 8 }, customers);
  expect(written).toEqual([2, 8]);
});
