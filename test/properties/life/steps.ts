import * as fc from 'fast-check';
import type { Fault, Mortal } from '../chaos/faults.ts';

/** When a step comes: named by what the story itself brings about, and resolved when the story gets there. */
export type When =
  | { readonly after: number }
  /** Beside the n-th instant at which something of this very order falls due, in milliseconds. */
  | { readonly due: number; readonly beside: number }
  /** Beside an hour of the customer's clock, so many days on. */
  | { readonly hour: string; readonly days: number; readonly beside: number }
  /** So long after the next mail. */
  | { readonly mail: true; readonly after: number };

/** A day that a fact names: so many days from the shop's today, or none. */
export type DayNamed = number | undefined;

export type Telling =
  | { readonly tell: 'shipment'; readonly parcel: number; readonly lines?: number; readonly deliverBy?: DayNamed }
  | { readonly tell: 'delivery'; readonly parcel: number; readonly neighbour: boolean }
  | {
      readonly tell: 'delay';
      readonly of: 'shipment' | 'delivery';
      readonly parcel?: number;
      readonly until?: DayNamed;
    }
  | {
      readonly tell: 'word';
      readonly word: 'received' | 'not-yet' | 'problem' | 'question';
      readonly about?: 'damaged' | 'missing' | 'other';
      readonly parcel?: number;
    }
  | { readonly tell: 'choice'; readonly choice: 'cancel-order' | 'call' }
  /** Staff have done the n-th task that is there. */
  | { readonly tell: 'completion'; readonly task: number }
  /** The n-th fact once more, word for word. */
  | { readonly tell: 'again'; readonly fact: number };

export type Step = { readonly when: When } & (
  | { readonly told: Telling; readonly happenedBefore: number }
  | { readonly fault: Fault }
);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const beside = fc.constantFrom(0, -1, 1, -1000, 1000, -999, -1001, 999, 1001, 2000, -2000);

const whens: fc.Arbitrary<When> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ due: fc.integer({ min: 0, max: 5 }), beside }) },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        fc.constantFrom(0, 1, 1000, 2000),
        fc.integer({ min: 0, max: 5 * minute }),
        fc.integer({ min: 0, max: 4 * day }),
      )
      .map((after) => ({ after })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 4 * day, max: 45 * day }).map((after) => ({ after })) },
  {
    weight: 1,
    arbitrary: fc.record({
      hour: fc.constantFrom('08:00', '21:00', '20:00', '00:00'),
      days: fc.integer({ min: 0, max: 2 }),
      beside,
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .oneof(fc.constantFrom(0, 1, 1000), fc.integer({ min: 0, max: 2 * day }))
      .map((after) => ({ mail: true as const, after })),
  },
);

const parcel = fc.constantFrom(1, 1, 1, 2, 2, 3);
const maybeParcel = fc.option(parcel, { nil: undefined });
const dayNamed = fc.option(fc.integer({ min: -2, max: 25 }), { nil: undefined });

const tellings: fc.Arbitrary<Telling> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      tell: fc.constant('shipment' as const),
      parcel,
      lines: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 2 }),
      deliverBy: fc.option(fc.integer({ min: -1, max: 9 }), { nil: undefined, freq: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ tell: fc.constant('delivery' as const), parcel, neighbour: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      tell: fc.constant('delay' as const),
      of: fc.constantFrom('shipment' as const, 'delivery' as const),
      parcel: maybeParcel,
      until: dayNamed,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      tell: fc.constant('word' as const),
      word: fc.constantFrom('received' as const, 'not-yet' as const, 'problem' as const, 'question' as const),
      about: fc.constantFrom('damaged' as const, 'missing' as const, 'other' as const),
      parcel: maybeParcel,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      tell: fc.constant('choice' as const),
      choice: fc.constantFrom('cancel-order' as const, 'call' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ tell: fc.constant('completion' as const), task: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ tell: fc.constant('again' as const), fact: fc.integer({ min: 0, max: 5 }) }) },
);

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

const faults: fc.Arbitrary<Fault> = fc.oneof(
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

const toldSteps: fc.Arbitrary<Step> = fc.record({
  when: whens,
  told: tellings,
  happenedBefore: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * day }) },
  ),
});
const faultSteps: fc.Arbitrary<Step> = fc.record({ when: whens, fault: faults });

/** Half of the lives are calm, most others have a few faults, one in ten is full of them. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 5, arbitrary: fc.array(toldSteps, { maxLength: 9 }) },
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: toldSteps }, { weight: 1, arbitrary: faultSteps }), {
      maxLength: 12,
    }),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(toldSteps, faultSteps), { maxLength: 16 }) },
);
