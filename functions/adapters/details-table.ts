import type { Order } from '../domain/order/order.ts';
import { detailsKey, secondsOf } from './keys.ts';
import type { Table } from './table.ts';

/** What lies beside the facts of an order: it leaves when the order does. */
export class DetailsTable {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** Only what belongs to a fact of the order; what is gone stays gone. */
  async leaveAt({ shop, order, facts }: Order, instant: number): Promise<void> {
    for (const { id, details } of facts) {
      if (details === undefined) continue;
      await this.table.update(detailsKey(shop, order, id, details), {
        set: ['expires = :expires'],
        condition: 'attribute_exists(pk)',
        values: { ':expires': secondsOf(instant) },
      });
    }
  }
}
