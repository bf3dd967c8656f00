import type { Fact } from '../../functions/domain/order/facts.ts';
import type { Order, Told } from '../../functions/domain/order/order.ts';

/** What the table holds after these facts, and after that was told. */
export function orderOf(facts: readonly Fact[], told: readonly Told[] = [], more: Partial<Order> = {}): Order {
  return { shop: 'lyon', order: '1001', version: facts.length + told.length, facts, told, fates: {}, ...more };
}
