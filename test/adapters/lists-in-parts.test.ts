import { beforeEach, describe, expect, it } from 'vitest';
import { leavesKey, leavesPartition, taskKey, tasksPartition } from '../../functions/adapters/keys.ts';
import { LeavesTable } from '../../functions/adapters/leaves-table.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { PromosTable } from '../../functions/adapters/promos-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { TasksTable } from '../../functions/adapters/tasks-table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import type { Task } from '../../functions/domain/order/tasks.ts';
import { emptyTable } from '../functions/table-for-tests.ts';
import { on } from '../shop/facts.ts';

// Lists that every order of a shop writes to are spread over parts; what an older release laid in their first place is
// read, shown and taken out as before.

const monday = on('2026-11-23', '10:00');
const hour = 3_600_000;
let table: Table;
let items: TimelineItems;

beforeEach(async () => {
  table = await emptyTable();
  items = new TimelineItems(table);
});

const task = (order: number): Task =>
  ({
    task: `${order}.1`,
    name: 'answer-question',
    order: String(order),
    dueAt: monday + order * hour,
    level: 1,
    status: 'open',
    why: 'answer-question',
  }) as unknown as Task;

const list = (order: number) => items.list('lyon', task(order), { id: 'anne', name: 'Anne' }, `#${order}`, undefined);

/** As releases before the parts wrote it. */
async function listedLongAgo(order: number): Promise<void> {
  await list(order);
  const key = taskKey('lyon', `${order}.1`, monday + order * hour);
  await table.put({ ...(await table.get(key))!, pk: tasksPartition('lyon'), sk: key.sk });
  await table.delete(key);
}

const open = async (limit = 50, after?: string) => new TasksTable(table).open('lyon', limit, after);
const orders = (tasks: readonly { readonly task: { readonly order: string } }[]) =>
  tasks.map((one) => one.task.order).join(' ');

describe('the list of tasks', () => {
  it('is one list by due time, whatever part a task lies in, the old place among them', async () => {
    for (const order of [3, 8, 1, 6]) await list(order);
    for (const order of [2, 7]) await listedLongAgo(order);
    expect(orders((await open()).items)).toBe('1 2 3 6 7 8');
    expect(orders(await new TasksTable(table).dueBefore('lyon', monday + 7 * hour))).toBe('1 2 3 6');
  });

  it('is read page by page without a gap and without a repetition', async () => {
    const all = Array.from({ length: 41 }, (_, index) => index + 1);
    for (const order of all) await (order % 5 === 0 ? listedLongAgo(order) : list(order));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await open(4, after);
      expect(page.items.length).toBeGreaterThan(0);
      seen.push(orders(page.items));
      after = page.next;
    } while (after !== undefined);
    expect(seen.join(' ')).toBe(all.join(' '));
  });

  it('shows a task once that was listed long ago and again since, as it was listed last', async () => {
    await listedLongAgo(4);
    await items.list('lyon', { ...task(4), level: 2 }, { id: 'anne', name: 'Anne' }, '#4', undefined);
    const { items: shown } = await open();
    expect(shown.map((one) => one.task.level)).toEqual([2]);
  });

  it('loses a task that is done, wherever it lay', async () => {
    await listedLongAgo(4);
    await list(4);
    await listedLongAgo(5);
    for (const order of [4, 5]) await items.unlist('lyon', `${order}.1`, monday + order * hour);
    expect((await open()).items).toEqual([]);
  });
});

describe('the list of what leaves', () => {
  const leaving = () => new LeavesTable(table).leavingBefore('lyon', monday + 10 * hour);

  it('names each order once, the earliest first, and loses those that left', async () => {
    for (const order of [3, 1, 2]) await items.waits('lyon', String(order), monday + order * hour, undefined);
    for (const order of [2, 9]) {
      const { sk } = leavesKey('lyon', String(order), monday + order * hour);
      await table.put({ pk: leavesPartition('lyon'), sk, order: String(order) });
    }
    expect(await leaving()).toEqual(['1', '2', '3', '9']);
    for (const order of [2, 9]) await items.waitsNot('lyon', String(order), monday + order * hour);
    expect(await leaving()).toEqual(['1', '3']);
  });
});

describe('the index of open orders', () => {
  it('is swept in every part, those of the first releases among them', async () => {
    for (const [part, order] of [0, 7, 63, 127].entries()) {
      await table.put({
        pk: `SHOP#lyon#ORDER#${order}`,
        sk: 'ORDER',
        watch: `WATCH#${[0, 7, 63, 127][part]}`,
        checkAt: monday,
      });
    }
    const found: string[] = [];
    for await (const { order } of new OrdersTable(table, { watchParts: 128 }).overdue(monday + 1)) found.push(order);
    expect(found.sort()).toEqual(['0', '127', '63', '7']);
  });
});

describe("the shop's own code", () => {
  it('is written where it is told for longer than before, and else only read', async () => {
    const promo = (validUntil: number) => ({
      code: 'WELCOME',
      discount: { percent: 10 },
      order: '1',
      customer: 'anne',
      validUntil,
      shared: true,
    });
    const written: number[] = [];
    const update = table.update.bind(table);
    table.update = (key, change) => (written.push(1), update(key, change));
    const promos = new PromosTable(table);
    for (const day of [1, 1, 1, 2, 1]) await promos.put('lyon', promo(monday + day * 24 * hour));
    expect((await promos.find('lyon', 'WELCOME'))?.validUntil).toBe(monday + 48 * hour);
    expect(written).toHaveLength(1);
  });
});
