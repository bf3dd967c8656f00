import { refundBody, refundDraft } from '../../../functions/domain/told-to-us/refund.ts';
import type { Chance, Weighted } from '../chance.ts';
import { day, hour, type Life } from '../life.ts';

/** Money that a message promised back. */
export interface Owed {
  /** The key of the message. */
  readonly key: string;
  readonly at: number;
  readonly until: number;
  /** In minor units; absent where nobody has said how much. */
  readonly amount: number | undefined;
}

type Paying = (life: Life, owed: Owed, chance: Chance) => void;

/** What the shop does about money that it owes. */
export function payBack(life: Life, owed: Owed): void {
  const chance = life.chance(`money of ${owed.key}`);
  chance.oneOf(ways)(life, owed, chance);
}

const ways: readonly Weighted<Paying>[] = [
  [75, (life, owed, chance) => refund(life, owed, chance.between(owed.at, owed.until), 1)],
  [8, (life, owed, chance) => refund(life, owed, chance.between(owed.at, owed.until), 0.5)],
  [12, (life, owed, chance) => refund(life, owed, owed.until + chance.between(hour, 4 * day), 1)],
  [5, () => {}],
];

function refund(life: Life, owed: Owed, at: number, share: number): void {
  const amount = Math.max(1, Math.round((owed.amount ?? life.total) * share));
  const currency = life.shop.currency;
  const body = refundBody.parse({ refund: `r${owed.at}`, amount: { amount, currency }, means: 'card' });
  life.tell(at, (telling) => refundDraft(body, telling));
}
