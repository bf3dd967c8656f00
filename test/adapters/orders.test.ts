import { describe, expect, it } from 'vitest';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { MemoryOrders } from '../../local/virtual/memory-orders.ts';
import { keepsOrders } from '../contracts/orders-contract.ts';
import { emptyTable } from '../functions/table-for-tests.ts';
import { on, order, shipment } from '../shop/facts.ts';

keepsOrders('the table', async () => new OrdersTable(await emptyTable()));

keepsOrders('the memory', async () => new MemoryOrders());

const overdue = async (orders: OrdersTable, instant: number): Promise<string[]> => {
  const found: string[] = [];
  for await (const { order: id } of orders.overdue(instant)) found.push(id);
  return found.sort();
};

describe('orders that should have moved', () => {
  const now = on('2026-11-23', '10:00');
  it('are found by the instant of their next move, without a scan; facts without their order are not among them', async () => {
    const orders = new OrdersTable(await emptyTable());
    const ids = Array.from({ length: 20 }, (_, index) => `order-${10 + index}`);
    for (const id of ids) await orders.append('demo', id, order(now));
    await orders.append('demo', 'not-told', shipment('p1', now));
    expect(await overdue(orders, now - 1)).toEqual([]);
    expect(await overdue(orders, now)).toEqual(ids);
  });

  it('are looked at no more once they have ended and were checked', async () => {
    const orders = new OrdersTable(await emptyTable());
    await orders.append('demo', '1001', order(now));
    await orders.unwatch((await orders.find('demo', '1001'))!);
    expect(await overdue(orders, now)).toEqual([]);
  });
});
