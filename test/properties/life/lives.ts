import * as fc from 'fast-check';
import type { DeliveryKind, Payment } from '../../../messages/letter.ts';
import { shopPlans, type ShopPlan } from './shops.ts';
import type { Step } from './steps.ts';
import { steps } from './stories.ts';

/** The order itself, as the shop tells it. */
export interface OrderPlan {
  /** How long after the order was placed we learn of it; facts may come before. */
  readonly learnedAfter: number;
  /** Days until ship-by where the shop named one, in opening days; negative: it is past. */
  readonly shipBy: number | undefined;
  readonly deliverByNamed: boolean;
  readonly lines: 'all-ship' | 'some-ship' | 'none-ships';
  readonly history: boolean;
  readonly mailable: boolean;
  readonly payment: Payment;
  readonly kind: DeliveryKind;
  /** Somebody else receives it, and is written to about its parcels. */
  readonly isGift: boolean;
  readonly offersRefused: boolean;
}

/** Whatever can happen to an order: any facts, in any order, at any times, in any shop, with anything going wrong. */
export interface Life {
  readonly shop: ShopPlan;
  readonly order: OrderPlan;
  readonly steps: readonly Step[];
  /** Which of the older definitions the shop begins with, if any: the next deployment brings today's. */
  readonly olderDefinition: number | undefined;
  /** How many of the steps come before the order is told. */
  readonly early: number;
}

const hour = 3600_000;

/** One in so many. */
const rarely = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: times }).map((drawn) => drawn === times);

/** The usual in three of four. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const orderPlans: fc.Arbitrary<OrderPlan> = fc.record({
  learnedAfter: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 72 * hour }) },
  ),
  shipBy: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 8, arbitrary: fc.integer({ min: -3, max: 12 }) },
    // A pre-order, for longer than an execution lives.
    { weight: 1, arbitrary: fc.constant(400) },
  ),
  deliverByNamed: fc.boolean(),
  lines: fc.constantFrom('all-ship', 'all-ship', 'all-ship', 'all-ship', 'some-ship', 'none-ships') as fc.Arbitrary<
    OrderPlan['lines']
  >,
  history: rarely(25),
  payment: mostly('paid', 'awaited', 'awaited', 'authorised', 'on-delivery', 'invoice'),
  kind: mostly('parcel', 'collect', 'collect', 'pickup-point', 'none'),
  isGift: rarely(8),
  mailable: rarely(12).map((drawn) => !drawn),
  offersRefused: rarely(6),
});

export const lives: fc.Arbitrary<Life> = fc.record({
  shop: shopPlans,
  order: orderPlans,
  steps,
  olderDefinition: fc.oneof(
    { weight: 11, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.nat({ max: 30 }) },
  ),
  early: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
});
