import * as fc from 'fast-check';
import { mailFailures } from '../../../functions/domain/order/facts.ts';
import { incidentKinds, stockChoices } from '../../../messages/letter.ts';
import { aParcel, dayNamed, type Decision } from './steps.ts';

const someLines = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 });
const amounts = fc.constantFrom(9900, 4900, 1500, 100, 20_000);

export const payments = fc.record({
  tell: fc.constant('payment' as const),
  status: fc.constantFrom('paid' as const, 'paid' as const, 'failed' as const),
});

/** The order as it is now: any of what can be said anew, and at least one. */
export const changes: fc.Arbitrary<Extract<Decision, { tell: 'change' }>> = fc
  .record(
    {
      lines: fc.integer({ min: 0, max: 3 }),
      total: fc.constantFrom(9900, 7000, 4900, 15_000),
      kind: fc.constantFrom('parcel' as const, 'collect' as const, 'pickup-point' as const, 'none' as const),
      shipBy: fc.integer({ min: 0, max: 20 }),
      deliverBy: fc.integer({ min: 20, max: 30 }),
    },
    { requiredKeys: [] },
  )
  .filter((change) => Object.keys(change).length > 0)
  .map((change) => ({ tell: 'change' as const, ...change }));

/** Stock-outs, choices, incidents, cancellations, refunds, outcomes, corrections; some are taken back. */
export const decisions: fc.Arbitrary<Decision> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      tell: fc.constant('stock-out' as const),
      lines: fc.integer({ min: 0, max: 3 }),
      restockOn: dayNamed,
      hasReplacement: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      tell: fc.constant('choice' as const),
      choice: fc.constantFrom(...stockChoices),
      lines: someLines,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      tell: fc.constant('incident' as const),
      parcel: aParcel,
      kind: fc.constantFrom(...incidentKinds),
      keptUntil: dayNamed,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      tell: fc.constant('cancellation' as const),
      by: fc.constantFrom('customer' as const, 'shop' as const),
      lines: someLines,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      tell: fc.constant('refund' as const),
      refund: fc.integer({ min: 1, max: 3 }),
      amount: amounts,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      tell: fc.constant('outcome' as const),
      of: fc.integer({ min: 0, max: 2 }),
      outcome: fc.constantFrom('refund' as const, 'replacement' as const, 'answered' as const, 'in-hand' as const),
      amount: fc.option(amounts, { nil: undefined }),
      until: dayNamed,
      promo: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ tell: fc.constant('shipment-correction' as const), parcel: aParcel, deliverBy: dayNamed }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ tell: fc.constant('correction' as const), fact: fc.integer({ min: 0, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ tell: fc.constant('notice' as const), parcel: aParcel }) },
  {
    weight: 2,
    arbitrary: fc.record({ tell: fc.constant('resend' as const), message: fc.integer({ min: 0, max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      tell: fc.constant('mail-failed' as const),
      message: fc.integer({ min: 0, max: 5 }),
      why: fc.constantFrom(...mailFailures),
    }),
  },
  { weight: 3, arbitrary: payments },
  { weight: 3, arbitrary: changes },
);
