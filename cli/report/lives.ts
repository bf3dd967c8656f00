import * as z from 'zod';
import { profileKey } from '../../functions/adapters/keys.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { recorded, type Order } from '../../functions/domain/order/order.ts';
import type { Period } from './figures.ts';

/** Politely many at a time: an order is one read, a timeline one query. */
const atOnce = 16;

/** Reads each of these orders; those that are gone by now are left out. */
export async function readOrders(
  named: readonly { readonly shop: string; readonly order: string }[],
  table: Table,
  take: (order: Order) => void,
  progress: (done: number, all: number) => void,
): Promise<void> {
  const orders = new OrdersTable(table);
  let done = 0;
  await eachOf(named, async ({ shop, order }) => {
    const found = await orders.find(shop, order);
    if (found !== undefined) take(found);
    progress((done += 1), named.length);
  });
}

export interface Buyer {
  readonly shop: string;
  readonly customer: string;
}

/** Who placed an order: only to find their timeline. Undefined where that is not known, or not any more. */
export function buyerOf(order: Order): Buyer | undefined {
  const customer = recorded(order)?.placed.customer;
  return customer === undefined ? undefined : { shop: order.shop, customer };
}

const entrySchema = z.object({
  entry: z.object({
    kind: z.string(),
    detail: z.object({ delivered: z.boolean().optional(), delayed: z.boolean().optional() }).optional(),
  }),
});

/** What the timelines of these customers say of mails in that period, that their orders do not know. */
export async function readMailEvents(
  buyers: readonly Buyer[],
  period: Period,
  table: Table,
  take: (what: 'delivered' | 'delayed') => void,
  progress: (done: number, all: number) => void,
): Promise<void> {
  let done = 0;
  await eachOf(buyers, async ({ shop, customer }) => {
    const { pk } = profileKey(shop, customer);
    const values = { ':pk': pk, ':since': keyAt(period.since), ':until': keyAt(period.until) };
    for await (const item of table.each({ condition: 'pk = :pk AND sk BETWEEN :since AND :until', values })) {
      const { entry } = z.parse(entrySchema, item);
      if (entry.kind !== 'message') continue;
      if (entry.detail?.delivered === true) take('delivered');
      if (entry.detail?.delayed === true) take('delayed');
    }
    progress((done += 1), buyers.length);
  });
}

/** Entries of that instant come after it. */
const keyAt = (instant: number): string => `AT#${new Date(instant).toISOString()}`;

async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = things.values();
  const worker = async (): Promise<void> => {
    for (const thing of left) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
