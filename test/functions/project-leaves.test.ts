import { beforeEach, describe, expect, it } from 'vitest';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import { LeavesTable } from '../../functions/adapters/leaves-table.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import type { Order, Told } from '../../functions/domain/order/order.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { on, order, orderDetails, shipment } from '../shop/facts.ts';
import { emptyTable } from './table-for-tests.ts';

const monday = on('2026-11-23', '10:00');

let orders: OrdersTable;
let leaves: LeavesTable;
let items: TimelineItems;
let customers: CustomersTable;
/** Every version of the order that the stream tells of, oldest first. */
let versions: Order[];

beforeEach(async () => {
  const table = await emptyTable();
  orders = new OrdersTable(table);
  leaves = new LeavesTable(table);
  items = new TimelineItems(table);
  customers = new CustomersTable(table);
  versions = [];
});

async function changed(): Promise<void> {
  versions.push((await orders.find('lyon', '1001'))!);
}

async function placed(): Promise<void> {
  await orders.append('lyon', '1001', order(monday), { ...orderDetails });
  await changed();
}

async function moved(day: string): Promise<void> {
  const told: Told = {
    key: `warn-shipping-delay:${day}`,
    message: 'warn-shipping-delay',
    cause: day,
    at: monday,
    owner: 'test',
    seen: 1,
    covers: [],
    promises: [{ promise: 'ship', until: on(day, '18:00'), day }],
    level: 1,
  };
  expect(await orders.claim(versions.at(-1)!, { told, fates: {} })).toBe(true);
  await changed();
}

async function shipped(): Promise<void> {
  await orders.append('lyon', '1001', shipment('p1', monday));
  await changed();
}

const none = () => Promise.reject(new Error('nobody is to be called'));

/** Hands the stream's records to the projection, by the version that each is of. */
async function rung(...records: readonly number[]): Promise<void> {
  for (const record of records) {
    await project([{ before: record === 0 ? undefined : versions[record - 1], after: versions[record]! }], {
      orders,
      timeline: items,
      tasks: items,
      leaves: items,
      calls: { of: none, put: none, delete: none },
      customers,
      offers: { hold: none },
      details: { leaveAt: none },
      staffMail: { ask: () => Promise.reject(new Error('there is no task to mail')) },
    });
  }
}

/** The first day at whose end the order has to have left; undefined where it waits for no shipment. */
async function waitsUntil(): Promise<string | undefined> {
  for (const day of ['2026-11-25', '2026-12-01', '2026-12-03']) {
    if ((await leaves.leavingBefore('lyon', on(day, '23:59'))).includes('1001')) return day;
  }
  return undefined;
}

describe('an order that waits for shipment', () => {
  it('stands on the list of what leaves, by its promised day', async () => {
    await placed();
    await rung(0);
    expect(await leaves.leavingBefore('lyon', on('2026-11-25', '18:00'))).toEqual([]);
    expect(await leaves.leavingBefore('lyon', on('2026-11-25', '18:01'))).toEqual(['1001']);
    expect(await leaves.leavingBefore('other', on('2026-12-25', '18:01'))).toEqual([]);
  });

  it('moves with its day, and goes when it leaves', async () => {
    await placed();
    await rung(0);
    await moved('2026-12-01');
    await rung(1);
    expect(await waitsUntil()).toBe('2026-12-01');
    await shipped();
    await rung(2);
    expect(await waitsUntil()).toBeUndefined();
  });

  it.each([
    ['twice each', [0, 0, 1, 1, 2, 2, 3, 3]],
    ['all of them again', [0, 1, 2, 3, 0, 1, 2, 3]],
    ['late and in the wrong order', [3, 1, 0, 2]],
    ['the last one first', [3, 2, 1, 0]],
  ])('is nowhere once it left, though its records come %s', async (_, records) => {
    await placed();
    await moved('2026-12-01');
    await moved('2026-12-03');
    await shipped();
    await rung(...records);
    expect(await waitsUntil()).toBeUndefined();
  });

  it('stands in one place, though records of earlier days come late', async () => {
    await placed();
    await rung(0);
    await moved('2026-12-01');
    await moved('2026-12-03');
    await rung(2, 1, 0, 1);
    expect(await waitsUntil()).toBe('2026-12-03');
    expect(await leaves.leavingBefore('lyon', on('2026-12-01', '23:59'))).toEqual([]);
  });
});
