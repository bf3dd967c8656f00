import * as z from 'zod/mini';
import type { Erasures } from '../domain/ports.ts';
import type { ErasureWish, Wishes } from '../erase-customer/erase-customer.ts';
import { erasureKey, erasureSort, shopOfErasureKey } from './keys.ts';
import { dueIn, type Table } from './table.ts';

const itemSchema = z.lazy(() =>
  z.object({
    at: z.int(),
    version: z.int(),
    looks: z.int(),
    customer: z.optional(z.string()),
    checkAt: z.optional(z.int()),
  }),
);

/** The partition of the index in which those lie who are still to be erased. */
const openErasures = 'ERASURES';

/**
 * Who is to be erased, and that they were: one item. While there is something to do it names the customer; once it is
 * done it is the record of it, known by a hash. The person is nowhere in it.
 */
export class ErasuresTable implements Erasures, Wishes {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  async erasedAt(shop: string, customer: string): Promise<number | undefined> {
    const item = await this.table.get(erasureKey(shop, customer));
    return item === undefined ? undefined : z.parse(itemSchema, item).at;
  }

  async wish(shop: string, customer: string, now: number): Promise<void> {
    const isNewest = 'attribute_not_exists(#at) OR #at <= :now';
    if (!(await this.open(shop, customer, now, ['#at = :now'], isNewest))) await this.wishAgain(shop, customer, now);
  }

  async wishAgain(shop: string, customer: string, now: number): Promise<void> {
    await this.open(shop, customer, now, [], 'attribute_exists(#at)');
  }

  private open(shop: string, customer: string, now: number, set: string[], condition: string): Promise<boolean> {
    return this.table.update(erasureKey(shop, customer), {
      set: [...set, 'customer = :customer', 'watch = :watch', 'checkAt = :now', 'looks = :zero'],
      add: ['version :one'],
      condition,
      names: { '#at': 'at' },
      values: { ':customer': customer, ':watch': openErasures, ':now': now, ':zero': 0, ':one': 1 },
    });
  }

  async *due(now: number): AsyncIterable<string> {
    for await (const { pk } of this.table.each(dueIn(openErasures, now))) {
      yield pk as string;
    }
  }

  async find(erasure: string): Promise<ErasureWish | undefined> {
    const shop = shopOfErasureKey(erasure);
    const item = await this.table.get({ pk: erasure, sk: erasureSort });
    if (shop === undefined || item === undefined) return undefined;
    const { customer, checkAt = 0, ...rest } = z.parse(itemSchema, item);
    return customer === undefined ? undefined : { ...rest, erasure, shop, customer, checkAt };
  }

  async lookAgain({ erasure, version, looks }: ErasureWish, instant: number): Promise<void> {
    await this.table.update(
      { pk: erasure, sk: erasureSort },
      {
        set: ['checkAt = :instant', 'looks = :looks'],
        add: ['version :one'],
        condition: 'version = :judged',
        values: { ':instant': instant, ':looks': looks + 1, ':one': 1, ':judged': version },
      },
    );
  }

  async done({ erasure, version }: ErasureWish, now: number): Promise<void> {
    await this.table.update(
      { pk: erasure, sk: erasureSort },
      {
        set: ['doneAt = :now'],
        remove: ['customer', 'watch', 'checkAt'],
        add: ['version :one'],
        condition: 'version = :judged',
        values: { ':now': now, ':one': 1, ':judged': version },
      },
    );
  }
}
