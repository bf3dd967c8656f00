import { isCall, type OwedCall } from '../../functions/domain/order/call-tasks.ts';
import { recorded } from '../../functions/domain/order/order.ts';
import { tasksOf } from '../../functions/domain/order/tasks.ts';
import type { MemoryOrders } from './memory-orders.ts';

/** The calls that a customer is owed, read from the orders themselves: nothing is projected in memory. */
export class MemoryCalls {
  private readonly orders: MemoryOrders;

  constructor(orders: MemoryOrders) {
    this.orders = orders;
  }

  async of(shop: string, customer: string): Promise<OwedCall[]> {
    return [...this.orders.all()]
      .filter((order) => order.shop === shop && recorded(order)?.placed.customer === customer)
      .flatMap((order) => tasksOf(order))
      .filter(({ name, status }) => status === 'open' && isCall(name))
      .map(({ task, order, dueAt, told }) => ({ task, order, key: told.key, dueAt }));
  }
}
