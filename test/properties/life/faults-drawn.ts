import * as fc from 'fast-check';
import type { Fault, Mortal } from '../chaos/faults.ts';

const moments = fc.constantFrom('before' as const, 'after' as const);
const times = fc.constantFrom(1, 1, 1, 2, 3);
const mortals: fc.Arbitrary<Mortal> = fc.constantFrom(
  'messenger',
  'messenger',
  'messenger',
  'relay',
  'sweep',
  'note-execution-end',
);

/** What goes wrong, the likelier the cheaper it is to happen. */
export const faults: fc.Arbitrary<Fault> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      fault: fc.constant('dies' as const),
      who: mortals,
      call: fc.integer({ min: 1, max: 9 }),
      when: moments,
      as: fc.constantFrom('exit' as const, 'timeout' as const, 'hang' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      fault: fc.constant('slow' as const),
      call: fc.integer({ min: 1, max: 9 }),
      seconds: fc.constantFrom(1, 5, 28),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fault: fc.constant('refused' as const),
      who: mortals,
      call: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      fault: fc.constant('mail' as const),
      how: fc.constantFrom('refused' as const, 'breaks-before' as const, 'breaks-after' as const),
      times,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      fault: fc.constant('mail-events' as const),
      how: fc.constantFrom('late' as const, 'twice' as const, 'never' as const),
      times,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      fault: fc.constant('records' as const),
      how: fc.constantFrom('dropped' as const, 'repeated' as const, 'late' as const),
      times,
      minutes: fc.constantFrom(0, 1, 30, 180),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ fault: 'replay' as const }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constant('killed' as const), noted: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ fault: fc.constant('workflow-down' as const), hours: fc.constantFrom(1, 6, 30) }),
  },
  { weight: 2, arbitrary: fc.record({ fault: fc.constant('race' as const), times }) },
  {
    weight: 1,
    arbitrary: fc.record({ fault: fc.constant('waits-throttled' as const), times, when: moments }),
  },
  { weight: 1, arbitrary: fc.constant({ fault: 'deploy' as const }) },
);
