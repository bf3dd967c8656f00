import * as z from 'zod/mini';
import type { Promo, Promos } from '../domain/ports.ts';
import { money } from '../domain/money.ts';
import { promoKey, secondsOf } from './keys.ts';
import type { Table } from './table.ts';
import { dayMs } from '../domain/calendar/day.ts';

const promoSchema = z.lazy(() =>
  z.object({
    code: z.string(),
    discount: z.union([z.object({ percent: z.number() }), z.object({ amount: money })]),
    order: z.string(),
    customer: z.string(),
    validUntil: z.int(),
    shared: z.boolean(),
    redeemedFor: z.optional(z.string()),
    redeemedAt: z.optional(z.int()),
  }),
);

/** Whoever redeems one too late is told so for so long; then nobody knows it any more, nor whose it was. */
const keptAfterMs = 60 * dayMs;

/** Promo codes. One that we made is redeemed by one order; one that the shop made itself by as many as come in time. */
export class PromosTable implements Promos {
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** A code that is there stays as it is, redeemed or not; a shared one lives as long as the last who got it was told. */
  async put(shop: string, promo: Promo): Promise<void> {
    if (promo.shared && (await this.isKept(shop, promo))) return;
    const expires = secondsOf(promo.validUntil + keptAfterMs);
    const isNew = await this.table.put(
      { ...promoKey(shop, promo.code), ...promo, expires },
      'attribute_not_exists(pk)',
    );
    if (isNew || !promo.shared) return;
    await this.table.update(promoKey(shop, promo.code), {
      set: ['validUntil = :until', 'discount = :discount', 'expires = :expires'],
      condition: 'validUntil < :until',
      values: { ':until': promo.validUntil, ':discount': promo.discount, ':expires': expires },
    });
  }

  /** The shop's own code is one item for all orders: it is looked at, and written only where that changes anything. */
  private async isKept(shop: string, { code, validUntil }: Promo): Promise<boolean> {
    const item = await this.table.get(promoKey(shop, code), { consistent: false });
    return item !== undefined && z.parse(promoSchema, item).validUntil >= validUntil;
  }

  async find(shop: string, code: string): Promise<Promo | undefined> {
    const item = await this.table.get(promoKey(shop, code));
    return item === undefined ? undefined : z.parse(promoSchema, item);
  }

  async redeem(shop: string, code: string, order: string, now: number): Promise<Promo | undefined> {
    await this.table.update(promoKey(shop, code), {
      set: ['redeemedFor = :order', 'redeemedAt = :now'],
      condition: 'attribute_exists(pk) AND #shared = :no AND attribute_not_exists(redeemedFor)',
      names: { '#shared': 'shared' },
      values: { ':order': order, ':now': now, ':no': false },
    });
    const promo = await this.find(shop, code);
    return promo !== undefined && (promo.shared || promo.redeemedFor === order) ? promo : undefined;
  }
}
