import * as z from 'zod/mini';
import type { Order } from '../domain/order/order.ts';
import type { Person, PlaceOfEntry, PlaceOfOrder } from '../erase-customer/erase-customer.ts';
import { CallsTable } from './calls-table.ts';
import { offersKey, orderKey, placedKey, profileKey, promoKey } from './keys.ts';
import { OrdersTable } from './orders-table.ts';
import type { Table } from './table.ts';

const entrySchema = z.object({
  sk: z.string(),
  entry: z.object({
    learnedAt: z.string(),
    order: z.optional(z.string()),
    detail: z.optional(z.looseObject({ promo: z.optional(z.string()) })),
  }),
});
const placedSchema = z.object({ sk: z.string(), order: z.string() });

/** Of what was left out an entry says why; that is no code. */
function codeIn(detail: { readonly promo?: string | undefined } | undefined): string | undefined {
  return /^[A-Za-z0-9_-]{1,64}$/.exec(detail?.promo ?? '')?.[0];
}

/** Where a person lies in the table, and how each of it leaves. Tasks and what leaves today the projection takes away. */
export class PersonInTable implements Person {
  private readonly table: Table;
  private readonly orders: OrdersTable;
  private readonly calls: CallsTable;

  constructor(table: Table) {
    this.table = table;
    this.orders = new OrdersTable(table);
    this.calls = new CallsTable(table);
  }

  async find(shop: string, order: string): Promise<Order | undefined> {
    return this.orders.find(shop, order);
  }

  async eraseOrder(shop: string, order: string, before: Order | undefined, now: number): Promise<boolean> {
    return this.orders.erase(shop, order, before, now);
  }

  async eraseDetails(shop: string, order: string): Promise<void> {
    const { pk } = orderKey(shop, order);
    const condition = 'pk = :pk AND begins_with(sk, :details)';
    const values = { ':pk': pk, ':details': 'DETAILS#' };
    for await (const { sk } of this.table.each({ condition, values, consistent: true })) {
      await this.table.delete({ pk, sk: String(sk) });
    }
  }

  /** One that the shop made itself belongs to many: it only forgets whose it was first. */
  async erasePromo(shop: string, code: string): Promise<void> {
    const key = promoKey(shop, code);
    const isGone = await this.table.delete(key, {
      condition: 'attribute_not_exists(pk) OR #shared = :no',
      names: { '#shared': 'shared' },
      values: { ':no': false },
    });
    if (isGone) return;
    await this.table.update(key, {
      set: ['customer = :nobody', '#order = :nobody'],
      condition: 'attribute_exists(pk)',
      names: { '#order': 'order' },
      values: { ':nobody': '' },
    });
  }

  async *placed(shop: string, customer: string): AsyncIterable<PlaceOfOrder> {
    const { pk } = placedKey(shop, customer, '', 0);
    for await (const item of this.table.each({ condition: 'pk = :pk', values: { ':pk': pk }, consistent: true })) {
      const { sk, order } = z.parse(placedSchema, item);
      yield { order, place: sk };
    }
  }

  async erasePlaced(shop: string, customer: string, place: string): Promise<void> {
    await this.table.delete({ pk: placedKey(shop, customer, '', 0).pk, sk: place });
  }

  async *entries(shop: string, customer: string): AsyncIterable<PlaceOfEntry> {
    const { pk } = profileKey(shop, customer);
    const condition = 'pk = :pk AND begins_with(sk, :entries)';
    const values = { ':pk': pk, ':entries': 'AT#' };
    for await (const item of this.table.each({ condition, values, consistent: true })) {
      const { sk, entry } = z.parse(entrySchema, item);
      yield { place: sk, order: entry.order, at: Date.parse(entry.learnedAt), promo: codeIn(entry.detail) };
    }
  }

  async eraseEntry(shop: string, customer: string, place: string): Promise<void> {
    await this.table.delete({ pk: profileKey(shop, customer).pk, sk: place });
  }

  async eraseCalls(shop: string, customer: string, keeps: (order: string) => boolean): Promise<void> {
    for (const { task, order } of await this.calls.of(shop, customer)) {
      if (!keeps(order)) await this.calls.delete(shop, customer, task);
    }
  }

  async eraseOffers(shop: string, customer: string): Promise<void> {
    await this.table.delete(offersKey(shop, customer));
  }

  async eraseProfile(shop: string, customer: string, instant: number, whole: boolean): Promise<void> {
    const key = profileKey(shop, customer);
    if (whole) await this.table.delete(key);
    else await this.table.delete(key, { condition: 'asOf < :instant', values: { ':instant': instant } });
  }
}
