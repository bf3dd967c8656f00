import * as fc from 'fast-check';
import { incidentKinds, stockChoices } from '../../../messages/letter.ts';
import { aParcel, dayNamed, type Decision } from './steps.ts';

const someLines = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 });
const amounts = fc.constantFrom(9900, 4900, 1500, 100, 20_000);

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
);
