import * as fc from 'fast-check';
import type { MailFailedFact } from '../../../functions/domain/order/facts.ts';
import type { Channel, DeliveryKind, IncidentKind } from '../../../messages/letter.ts';
import type { Fault } from '../chaos/faults.ts';

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
  /** Staff have done the n-th task that is there. */
  | { readonly tell: 'completion'; readonly task: number }
  | Decision;

/** What is told about decisions, problems and money. */
export type Decision =
  | {
      readonly tell: 'choice';
      readonly choice: 'wait' | 'replace' | 'cancel-items' | 'cancel-order' | 'call';
      readonly lines?: number;
    }
  | {
      readonly tell: 'stock-out';
      readonly lines: number;
      readonly restockOn?: DayNamed;
      readonly hasReplacement: boolean;
    }
  | { readonly tell: 'incident'; readonly parcel: number; readonly kind: IncidentKind; readonly keptUntil?: DayNamed }
  | { readonly tell: 'cancellation'; readonly by: 'customer' | 'shop'; readonly lines?: number }
  | { readonly tell: 'refund'; readonly refund: number; readonly amount: number }
  | {
      readonly tell: 'outcome';
      readonly of: number;
      readonly outcome: 'refund' | 'replacement' | 'answered' | 'in-hand';
      readonly amount?: number;
      readonly until?: DayNamed;
      readonly promo: boolean;
    }
  | { readonly tell: 'shipment-correction'; readonly parcel: number; readonly deliverBy?: DayNamed }
  /** The n-th fact was a mistake. */
  | { readonly tell: 'correction'; readonly fact: number }
  | { readonly tell: 'notice'; readonly parcel: number }
  /** Staff want the n-th message once more; or its mail came back. */
  | { readonly tell: 'resend'; readonly message: number }
  | { readonly tell: 'mail-failed'; readonly message: number; readonly why: MailFailedFact['why'] }
  | { readonly tell: 'payment'; readonly status: 'paid' | 'failed' }
  | {
      readonly tell: 'change';
      /** What is ordered now: one of a few lists. */
      readonly lines?: number;
      readonly total?: number;
      readonly kind?: DeliveryKind;
      readonly shipBy?: DayNamed;
      readonly deliverBy?: DayNamed;
    }
  /** The n-th fact once more, word for word. */
  | { readonly tell: 'again'; readonly fact: number };

export type Step = { readonly when: When } & (
  | { readonly told: Telling; readonly happenedBefore: number }
  | { readonly fault: Fault }
  /** The shop says how the customer is reached from now on. */
  | { readonly reach: 'elsewhere' }
  /** The customer chooses how to hear of what goes wrong. */
  | { readonly prefers: Channel }
  /** Another order of the same customer pauses offers, or does so no longer. */
  | { readonly otherOrder: 'pauses' | 'goes-well' }
);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const beside = fc.constantFrom(0, -1, 1, -1000, 1000, -999, -1001, 999, 1001, 2000, -2000);

export const whens: fc.Arbitrary<When> = fc.oneof(
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
export const aParcel = parcel;
const maybeParcel = fc.option(parcel, { nil: undefined });
export const dayNamed = fc.option(fc.integer({ min: -2, max: 25 }), { nil: undefined });

export const tellings: fc.Arbitrary<Telling> = fc.oneof(
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
    weight: 2,
    arbitrary: fc.record({ tell: fc.constant('completion' as const), task: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ tell: fc.constant('again' as const), fact: fc.integer({ min: 0, max: 5 }) }) },
);
