import { paymentBody, paymentDraft } from '../../../functions/domain/told-to-us/payment.ts';
import type { Chance, Weighted } from '../chance.ts';
import { day, hour, minute, type Life } from '../life.ts';

/** How an awaited payment comes, or does not. */
type Paying = (life: Life, chance: Chance) => void;

export function pay(life: Life): void {
  const chance = life.chance('payment');
  life.ships = false;
  chance.oneOf(ways)(life, chance);
}

/** A new way is one more line here. */
const ways: readonly Weighted<Paying>[] = [
  [70, (life, chance) => paid(life, life.placedAt + chance.between(minute, 6 * day))],
  [10, (life, chance) => paid(life, life.placedAt + chance.between(7 * day, 14 * day))],
  [
    10,
    (life, chance) => {
      failed(life, life.placedAt + chance.between(minute, day));
      paid(life, life.placedAt + chance.between(2 * day, 8 * day));
    },
  ],
  [3, (life, chance) => failed(life, life.placedAt + chance.between(minute, 3 * day))],
  [2, shippedAllTheSame],
  [5, () => {}],
];

/** The days count from it; it leaves only then. */
function paid(life: Life, at: number): void {
  const body = paymentBody.parse({ status: 'paid' });
  const { shipBy, deliverBy } = paymentDraft(body, { settings: life.shop.settings, now: at }).fact;
  life.promised = {
    shipBy: Math.max(shipBy!.until, life.promised.shipBy),
    deliverBy: Math.max(deliverBy!.until, life.promised.deliverBy),
  };
  life.leavesFrom = at;
  life.ships = true;
  life.tell(at, (telling) => paymentDraft(body, telling));
}

function failed(life: Life, at: number): void {
  const body = paymentBody.parse({ status: 'failed' });
  life.tell(at, (telling) => paymentDraft(body, telling));
}

function shippedAllTheSame(life: Life): void {
  life.ships = true;
  life.leavesFrom = life.placedAt + hour;
}
