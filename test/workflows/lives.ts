import type { Fact } from '../../functions/domain/order/facts.ts';
import type { Wait } from '../../functions/domain/vocabulary.ts';
import * as tell from '../shop/facts.ts';
import { on } from '../shop/facts.ts';

/** What the shop, a carrier and the customer tell of one order. */
export interface Life {
  readonly name: string;
  readonly facts: readonly Fact[];
}

const hour = 3_600_000;
const placedAt = on('2026-11-23', '10:00');
const shippedAt = on('2026-11-24', '09:00');
const later = on('2026-11-25', '10:00');
const vase = [{ id: 'vase', quantity: 1 }];
const placed = tell.order(placedAt);
const left = tell.shipment('p1', shippedAt);
const problem = tell.word('problem', on('2026-11-24', '15:00'), { about: 'damaged', parcel: 'p1' });

/** How an order comes to stand in each of the waits. */
export const standingIn: { readonly [wait in Wait]: readonly Fact[] } = {
  AwaitShipment: [placed],
  AwaitDelivery: [placed, left],
  AwaitCustomerWord: [placed, left, tell.delivery('p1', on('2026-11-24', '12:00'))],
  AwaitStockChoice: [placed, tell.stockOut(vase, on('2026-11-24', '12:00'))],
  AwaitCaseOutcome: [placed, left, problem],
  AwaitPayment: [tell.order(placedAt, { payment: 'awaited' })],
  AwaitRefund: [placed, tell.cancellation('shop', on('2026-11-24', '12:00'))],
};

const bowls = [{ id: 'bowl', quantity: 2 }];
const partLeft = tell.shipment('p1', shippedAt, { lines: vase });
const thanked = tell.word('received', on('2026-11-24', '14:00'));
/** The same with one parcel under way, or with something behind it already. */
const standingInParts: readonly (readonly [wait: Wait, facts: readonly Fact[]])[] = [
  ['AwaitShipment', [placed, partLeft]],
  ['AwaitStockChoice', [placed, partLeft, tell.stockOut(bowls, on('2026-11-24', '12:00'))]],
  ['AwaitCaseOutcome', [placed, partLeft, problem]],
  ['AwaitDelivery', [placed, left, tell.cancellation('shop', on('2026-11-24', '12:00'), bowls)]],
  [
    'AwaitCustomerWord',
    [
      placed,
      partLeft,
      tell.delivery('p1', on('2026-11-24', '12:00')),
      tell.cancellation('shop', on('2026-11-24', '13:00'), bowls),
    ],
  ],
  ['AwaitRefund', [placed, partLeft, tell.cancellation('shop', on('2026-11-24', '12:00'), bowls), thanked]],
  ['AwaitRefund', [placed, left, problem, tell.outcome('refund', on('2026-11-24', '16:00'), { amount: 4900 })]],
];

/** What may be told of an order whatever it stands in, sensible or not: it happens in shops. */
const happenings: { readonly [name: string]: readonly Fact[] } = {
  'staff want the confirmation sent again': [tell.resend('confirm-order:order:1001', later)],
  'the confirmation comes back': [tell.mailFailed('confirm-order:order:1001', later)],
  'the confirmation is not taken for now': [tell.mailFailed('confirm-order:order:1001', later, 'bounced-for-now')],
  'everything leaves': [tell.shipment('p9', later)],
  'some of it leaves': [tell.shipment('p9', later, { lines: vase })],
  'the shop will be late': [tell.shippingDelay(later, '2026-12-10')],
  'something is out of stock': [tell.stockOut([{ id: 'bowl', quantity: 1 }], later)],
  'the customer cancels': [tell.cancellation('customer', later)],
  'the shop cancels': [tell.cancellation('shop', later)],
  'the carrier will be late, twice a day': [
    tell.deliveryDelay(later, 'p1', '2026-12-08'),
    tell.deliveryDelay(later + hour, 'p1', '2026-12-10'),
  ],
  'customs keep it': [tell.incident('p1', 'customs', later)],
  'it is lost': [tell.incident('p1', 'lost', later)],
  'it waits at a pickup point, and the customer has not got it': [
    tell.incident('p1', 'held-at-pickup', later, '2026-12-04'),
    tell.word('not-yet', later + hour),
  ],
  'it is delivered': [tell.delivery('p1', later)],
  'it is delivered at night': [tell.delivery('p1', on('2026-11-24', '22:30'))],
  'another parcel is delivered': [tell.delivery('p9', later)],
  'the customer has it': [tell.word('received', later)],
  'the customer has not got it': [tell.word('not-yet', later)],
  'something is missing, and turns up': [
    tell.word('problem', later, { about: 'missing' }),
    tell.word('received', later + hour),
  ],
  'the customer asks': [tell.word('question', later)],
  'a case is in hand': [tell.outcome('in-hand', later, { untilDay: '2026-12-04' })],
  'a case ends with a replacement': [tell.outcome('replacement', later)],
  'some money is paid back': [tell.refund('r1', 500, later)],
  'it costs less now': [tell.change(later, { total: { amount: 5000, currency: 'EUR' } })],
  'it is paid': [tell.payment('paid', later)],
  'the payment is refused': [tell.payment('failed', later)],
  'the number was wrong': [tell.shipmentCorrection('p1', later, { trackingNumber: 'X9' })],
  'the shipment was a mistake': [tell.correction(left.id, later)],
  'it was meant to be delivered only now': [tell.delivery('p1', later), tell.correction('delivery:p1', later + hour)],
};

/** Lives that somebody says something in, and how long to look on. */
export const livesWithNews: readonly Life[] = [...Object.entries(standingIn), ...standingInParts].flatMap(
  ([wait, facts]) =>
    Object.entries(happenings).map(([name, told]) => ({ name: `${wait}: ${name}`, facts: [...facts, ...told] })),
);
export const newsIsOver = on('2026-11-26', '10:00');

/** Lives in which nobody says anything more, so that one promise after the other falls due. */
export const livesInSilence: readonly Life[] = [
  ...Object.entries(standingIn).map(([name, facts]) => ({ name, facts })),
  { name: 'kept at a pickup point', facts: [placed, left, tell.incident('p1', 'held-at-pickup', later, '2026-12-04')] },
  { name: 'no scan', facts: [placed, left] },
  { name: 'traced, and not found', facts: [placed, left, tell.word('not-yet', later)] },
  {
    name: 'two later days on one day',
    facts: [
      placed,
      left,
      tell.deliveryDelay(later, 'p1', '2026-12-08'),
      tell.deliveryDelay(later + 1, 'p1', '2026-12-10'),
    ],
  },
  { name: 'delivered at night', facts: [placed, left, tell.delivery('p1', on('2026-11-24', '22:30'))] },
  {
    name: 'news of a parcel that is never told',
    facts: [...standingIn.AwaitCustomerWord, tell.deliveryDelay(later, 'p8')],
  },
  {
    name: 'promised for the year after next',
    facts: [tell.order(placedAt, { shipBy: { until: on('2028-01-10', '18:00'), day: '2028-01-10' } })],
  },
];
export const silenceIsOver = on('2027-10-15', '10:00');
