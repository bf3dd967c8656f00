import { CallsTable } from '../../../functions/adapters/calls-table.ts';
import { CustomersTable } from '../../../functions/adapters/customers-table.ts';
import { DetailsTable } from '../../../functions/adapters/details-table.ts';
import { ErasuresTable } from '../../../functions/adapters/erasures-table.ts';
import { IdempotencyTable } from '../../../functions/adapters/idempotency-table.ts';
import { LinksTable } from '../../../functions/adapters/links-table.ts';
import { OffersTable } from '../../../functions/adapters/offers-table.ts';
import { OrdersTable } from '../../../functions/adapters/orders-table.ts';
import { PromosTable } from '../../../functions/adapters/promos-table.ts';
import { ShopsTable } from '../../../functions/adapters/shops-table.ts';
import { config } from '../../../infra/config.ts';
import type { Table } from '../../../functions/adapters/table.ts';
import { TimelineItems } from '../../../functions/adapters/timeline-items.ts';

export type Ports = ReturnType<typeof portsOn>;

/** The adapters that all functions of an order's life share, as their handlers wire them. */
export function portsOn(table: Table, now: () => number) {
  const items = new TimelineItems(table);
  return {
    orders: new OrdersTable(table, { watchParts: config.production.watchParts, now }),
    details: new DetailsTable(table),
    shops: new ShopsTable(table),
    customers: new CustomersTable(table),
    erasures: new ErasuresTable(table),
    keys: new IdempotencyTable(table),
    links: new LinksTable(table),
    promos: new PromosTable(table),
    offers: new OffersTable(table),
    calls: new CallsTable(table),
    timeline: items,
    tasks: items,
    leaves: items,
  };
}
