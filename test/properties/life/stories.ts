import * as fc from 'fast-check';
import { decisions } from './decisions.ts';
import { faults } from './faults-drawn.ts';
import { likelyDecided, likelyPlain } from './likely.ts';
import { tellings, whens, type Step, type Telling } from './steps.ts';

const day = 24 * 3600_000;

const toldOf = (telling: fc.Arbitrary<Telling>): fc.Arbitrary<Step> =>
  fc.oneof({ weight: 24, arbitrary: factTold(telling) }, { weight: 1, arbitrary: ofThePerson });

/** What is told of the customer, and not of the order. */
const ofThePerson: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ when: whens, reach: fc.constant('elsewhere' as const) }),
  fc.record({ when: whens, otherOrder: fc.constantFrom('pauses' as const, 'pauses' as const, 'goes-well' as const) }),
  fc.record({ when: whens, prefers: fc.constantFrom('phone' as const, 'phone' as const, 'email' as const) }),
);

const factTold = (telling: fc.Arbitrary<Telling>): fc.Arbitrary<Step> =>
  fc.record({
    when: whens,
    told: telling,
    happenedBefore: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * day }) },
    ),
  });
const faultSteps: fc.Arbitrary<Step> = fc.record({ when: whens, fault: faults });

/** Half of the lives are calm, most others have a few faults, one in ten is full of them. */
const withFaults = (told: fc.Arbitrary<Step>): fc.Arbitrary<readonly Step[]> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(told, { maxLength: 9 }) },
    {
      weight: 4,
      arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: told }, { weight: 1, arbitrary: faultSteps }), {
        maxLength: 12,
      }),
    },
    { weight: 1, arbitrary: fc.array(fc.oneof(told, faultSteps), { maxLength: 16 }) },
  );

/** Parcels and words alone in most lives; in the others also decisions, problems and money. Some go as most do in shops. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 6, arbitrary: withFaults(toldOf(tellings)) },
  {
    weight: 4,
    arbitrary: withFaults(toldOf(fc.oneof({ weight: 3, arbitrary: tellings }, { weight: 4, arbitrary: decisions }))),
  },
  { weight: 1, arbitrary: likelyPlain },
  { weight: 4, arbitrary: likelyDecided },
);
