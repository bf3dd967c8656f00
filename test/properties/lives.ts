import * as fc from 'fast-check';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { deliveryDelay, delivery, on, order, shipment, shippingDelay, word } from '../shop/facts.ts';

/** Whatever can happen to an order: any facts, in any order, at any times, about known and unknown parcels. */

export const placedAt = on('2026-10-19', '10:00');
const day = 24 * 3600 * 1000;

/** Instants of the first five weeks: anywhere, and densely around the hours at which things fall due. */
const instants = fc.oneof(
  fc.integer({ min: 0, max: 35 * day }).map((offset) => placedAt + offset),
  fc
    .record({
      days: fc.integer({ min: 0, max: 20 }),
      hour: fc.constantFrom('08:00', '18:00', '20:00', '21:00', '10:00'),
      beside: fc.constantFrom(-1001, -1000, -999, -1, 0, 1, 999, 1000, 1001),
    })
    .map(({ days, hour, beside }) => on(new Date(placedAt + days * day).toISOString().slice(0, 10), hour) + beside),
);

const parcels = fc.constantFrom('p1', 'p2', 'p3');
const shares = fc.constantFrom(
  undefined,
  [{ id: 'vase', quantity: 1 }],
  [{ id: 'bowl', quantity: 1 }],
  [{ id: 'bowl', quantity: 2 }],
);
const laterDays = fc.option(
  fc.integer({ min: 0, max: 25 }).map((days) => new Date(placedAt + days * day).toISOString().slice(0, 10)),
  { nil: undefined },
);

const facts: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({ parcel: parcels, at: instants, lines: shares })
    .map(({ parcel, at, lines }) => shipment(parcel, at, { lines })),
  fc.record({ parcel: parcels, at: instants }).map(({ parcel, at }) => delivery(parcel, at)),
  fc.record({ at: instants, until: laterDays }).map(({ at, until }) => shippingDelay(at, until)),
  fc
    .record({ at: instants, parcel: fc.option(parcels, { nil: undefined }), until: laterDays })
    .map(({ at, parcel, until }) => deliveryDelay(at, parcel, until)),
  fc
    .record({
      at: instants,
      said: fc.constantFrom('received' as const, 'not-yet' as const, 'problem' as const, 'question' as const),
      about: fc.constantFrom('damaged' as const, 'missing' as const, 'other' as const),
      parcel: fc.option(parcels, { nil: undefined }),
    })
    .map(({ at, said, about, parcel }) => word(said, at, { parcel, ...(said === 'problem' ? { about } : {}) })),
);

export interface Life {
  /** In the order in which they are told. */
  readonly facts: readonly Fact[];
}

export const lives: fc.Arbitrary<Life> = fc
  .record({
    others: fc.array(facts, { maxLength: 9 }),
    orderComesAt: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * day })),
  })
  .map(({ others, orderComesAt }) => ({
    facts: [order(placedAt + orderComesAt, { at: placedAt }), ...others].sort((a, b) => a.learnedAt - b.learnedAt),
  }));
