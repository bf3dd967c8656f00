import * as z from 'zod/mini';
import type { Promo, Promos } from '../domain/ports.ts';
import { orderId } from '../domain/ids.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { Refused, unknown } from '../http/problem.ts';

export interface RedeemPromoPorts {
  readonly promos: Pick<Promos, 'find' | 'redeem'>;
}

const promoCode = /^[A-Za-z0-9_-]{1,64}$/;
const redemptionBody = z.object({ order: orderId });

/** `GET /promos/{code}`, and `POST /promos/{code}/redemptions`: by one order, once; a code the shop made itself by any. */
export function redeemPromo({ promos }: RedeemPromoPorts): DecideForShop {
  return async (shop, call) => {
    const code = call.parameter('code');
    const promo = promoCode.test(code) ? await promos.find(shop, code) : undefined;
    if (call.method !== 'POST') {
      if (promo === undefined) throw unknown('promo');
      return { status: 200, json: shown(promo, call.now) };
    }
    call.idempotencyKey(shop);
    const { order } = parsed(redemptionBody, call.json());
    if (promo === undefined) throw unknown('promo');
    if (promo.redeemedFor !== order) refuseUnlessOpen(promo, call.now);
    const redeemed = await promos.redeem(shop, code, order, call.now);
    if (redeemed === undefined) throw taken();
    return {
      status: 201,
      headers: { location: `/promos/${code}` },
      json: shown({ ...redeemed, redeemedFor: order }, call.now),
      about: { order },
    };
  };
}

function refuseUnlessOpen(promo: Promo, now: number): void {
  if (promo.redeemedFor !== undefined) throw taken();
  if (promo.validUntil <= now) throw new Refused('expired', `It was valid until ${iso(promo.validUntil)}.`);
}

const taken = (): Refused => new Refused('taken', 'Another order has redeemed it.');

function shown({ code, discount, validUntil, redeemedFor, redeemedAt, order }: Promo, now: number): object {
  return {
    code,
    discount,
    status: redeemedFor !== undefined ? 'redeemed' : validUntil <= now ? 'expired' : 'open',
    validUntil: iso(validUntil),
    order: redeemedFor,
    redeemedAt: redeemedAt === undefined ? undefined : iso(redeemedAt),
    givenFor: order,
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
