import * as z from 'zod/mini';
import { orderBody, orderDraft } from '../../../functions/domain/told-to-us/order.ts';
import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import { pay } from './paying.ts';
import type { Chance, Weighted } from '../chance.ts';
import { canary, canaryDigits } from '../judging/canaries.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** How an order is placed, and how the shop comes to tell us of it. */
type Body = z.input<typeof orderBody>;

const titles = ['Blue vase', 'Small bowl', 'Linen tablecloth', 'Map of the valley', 'Print, A3', 'Teapot'];

/** Places the order: says when it is told, and what it promises. */
export function placeOrder(life: Life): void {
  const chance = life.chance('order');
  const body = orderBody.parse(bodyOf(life, chance));
  const { shop } = life;
  const { fact } = orderDraft(body, { settings: shop.settings, now: life.placedAt });
  life.promised = { shipBy: fact.shipBy.until, deliverBy: fact.deliverBy.until };
  life.ships = fact.lines.some((line) => line.ships);
  life.lines = body.lines.map(({ id, quantity }) => ({ id, quantity }));
  life.total = body.total.amount;
  const toldAt = life.placedAt + chance.oneOf(untilTold)(chance);
  life.tell(toldAt, (telling) => orderDraft(body, telling));
  if (body.payment === 'awaited') pay(life);
  if (chance.inHundred(2)) life.tell(toldAt + chance.between(1000, day), (telling) => orderDraft(body, telling));
}

/** At once, nearly always; by a nightly run; after an outage, when promises may have passed. */
const untilTold: readonly Weighted<(chance: Chance) => number>[] = [
  [94, (chance) => chance.between(100, 2000)],
  [4, (chance) => chance.between(hour, 12 * hour)],
  [2, (chance) => chance.between(day, 5 * day)],
];

function bodyOf(life: Life, chance: Chance): Body {
  const { shop, order, number, placedAt } = life;
  const lines = Array.from({ length: chance.oneOf(lineCounts) }, (_, index) => ({
    id: `l${index + 1}`,
    title: titles[chance.between(0, titles.length - 1)]!,
    quantity: chance.oneOf(quantities),
    price: { amount: chance.between(300, 90_00), currency: shop.currency },
  }));
  const amount = lines.reduce((sum, { quantity, price }) => sum + quantity * price.amount, 0);
  return {
    id: order,
    number: `#${number}`,
    placedAt: new Date(placedAt).toISOString(),
    customer: {
      id: `c${number}`,
      name: `Anne ${canary}`,
      email: chance.inHundred(98) ? `${canary}-${number}@customers.example` : undefined,
      phone: `+33 6 ${canaryDigits}`,
      locale: chance.inHundred(90) ? shop.customersLocale : 'en',
      zone: chance.inHundred(10) ? 'America/Los_Angeles' : undefined,
      ...(chance.inHundred(10) ? { consent: { offers: chance.inHundred(50) } } : {}),
    },
    lines,
    total: { amount, currency: shop.currency },
    delivery: { kind: chance.oneOf(kinds), method: 'Post', address: `3 quai ${canary}, 69002 Lyon` },
    payment: chance.oneOf(payments),
    recipient: chance.inHundred(5)
      ? { name: `Rose ${canary}`, email: `rose.${canary}-${number}@customers.example`, notify: chance.inHundred(70) }
      : undefined,
    ...chance.oneOf(dates)(life, chance),
  };
}

const lineCounts: readonly Weighted<number>[] = [
  [60, 1],
  [25, 2],
  [15, 4],
];
const quantities: readonly Weighted<number>[] = [
  [80, 1],
  [20, 3],
];

const payments: readonly Weighted<Body['payment']>[] = [
  [77, 'paid'],
  [8, 'authorised'],
  [4, 'invoice'],
  [3, 'on-delivery'],
  [8, 'awaited'],
];

const kinds: readonly Weighted<NonNullable<NonNullable<Body['delivery']>['kind']>>[] = [
  [84, 'parcel'],
  [8, 'collect'],
  [6, 'pickup-point'],
  [2, 'none'],
];

type Dates = Pick<Body, 'shipBy' | 'deliverBy'>;
const dayAfter = (life: Life, days: number): string => dayOf(life.shop.settings.zone, life.placedAt + days * day);

/** The shop's usual promises; days it names; an instant of the same day; a pre-order. */
const dates: readonly Weighted<(life: Life, chance: Chance) => Dates>[] = [
  [70, () => ({})],
  [12, (life, chance) => ({ shipBy: dayAfter(life, chance.between(1, 4)) })],
  [
    10,
    (life, chance) => {
      const ships = chance.between(1, 5);
      return { shipBy: dayAfter(life, ships), deliverBy: dayAfter(life, ships + chance.between(1, 6)) };
    },
  ],
  [
    5,
    ({ placedAt }, chance) => {
      const ships = placedAt + chance.between(30 * minute, 8 * hour);
      return {
        shipBy: new Date(ships).toISOString(),
        deliverBy: new Date(ships + chance.between(hour, day)).toISOString(),
      };
    },
  ],
  [3, (life, chance) => ({ shipBy: dayAfter(life, chance.between(10, 20)) })],
];
