import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fact } from '../../functions/domain/order/facts.ts';
import {
  cancellation,
  choice,
  completion,
  correction,
  deliveryDelay,
  delivery,
  incident,
  notice,
  on,
  order,
  outcome,
  refund,
  shipment,
  shipmentCorrection,
  shippingDelay,
  stockOut,
  word,
} from '../shop/facts.ts';
import { Story } from '../workflows/story.ts';
import { brokenIn } from './invariants.ts';
import { read } from '../../functions/domain/order/reading.ts';
import { recorded } from '../../functions/domain/order/order.ts';
import { promisesOf } from '../../functions/domain/order/promises.ts';
import { orderView } from '../../functions/show-order/order-view.ts';
import { orderDetails } from '../shop/facts.ts';
const placedAt = on('2026-10-19', '10:00');
const day = 86_400_000;
const instants = fc.oneof(
  fc.integer({ min: 0, max: 35 * day }).map((o) => placedAt + o),
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
const named = fc.constantFrom(
  [{ id: 'vase', quantity: 1 }],
  [{ id: 'bowl', quantity: 1 }],
  [{ id: 'bowl', quantity: 2 }],
  [
    { id: 'vase', quantity: 1 },
    { id: 'bowl', quantity: 2 },
  ],
);
const days = fc.option(
  fc.integer({ min: 0, max: 25 }).map((n) => new Date(placedAt + n * day).toISOString().slice(0, 10)),
  { nil: undefined },
);
const one = fc.oneof(
  fc
    .record({ parcel: parcels, at: instants, lines: shares })
    .map(({ parcel, at, lines }) => shipment(parcel, at, { lines }) as Fact),
  fc.record({ parcel: parcels, at: instants }).map(({ parcel, at }) => delivery(parcel, at)),
  fc.record({ at: instants, until: days }).map(({ at, until }) => shippingDelay(at, until)),
  fc
    .record({ at: instants, parcel: fc.option(parcels, { nil: undefined }), until: days })
    .map(({ at, parcel, until }) => deliveryDelay(at, parcel, until)),
  fc
    .record({
      at: instants,
      said: fc.constantFrom('received' as const, 'not-yet' as const, 'problem' as const, 'question' as const),
      about: fc.constantFrom('damaged' as const, 'missing' as const),
      parcel: fc.option(parcels, { nil: undefined }),
    })
    .map(({ at, said, about, parcel }) => word(said, at, { parcel, ...(said === 'problem' ? { about } : {}) })),
  fc
    .record({ at: instants, lines: named, restockOn: days, r: fc.boolean() })
    .map(({ at, lines, restockOn, r }) => stockOut(lines, at, { restockOn, hasReplacement: r })),
  fc
    .record({
      at: instants,
      c: fc.constantFrom(
        'wait' as const,
        'replace' as const,
        'cancel-items' as const,
        'cancel-order' as const,
        'call' as const,
      ),
      lines: fc.option(named, { nil: undefined }),
    })
    .map(({ at, c, lines }) => choice(c, at, lines)),
  fc
    .record({
      at: instants,
      parcel: parcels,
      kind: fc.constantFrom(
        'failed-attempt' as const,
        'held-at-pickup' as const,
        'customs' as const,
        'damaged' as const,
        'lost' as const,
        'returned' as const,
        'refused' as const,
      ),
      until: days,
    })
    .map(({ at, parcel, kind, until }) => incident(parcel, kind, at, kind === 'held-at-pickup' ? until : undefined)),
  fc
    .record({
      at: instants,
      by: fc.constantFrom('customer' as const, 'shop' as const),
      lines: fc.option(named, { nil: undefined }),
    })
    .map(({ at, by, lines }) => cancellation(by, at, lines)),
  fc
    .record({ at: instants, id: fc.constantFrom('r1', 'r2'), amount: fc.constantFrom(500, 1500, 4900, 7900) })
    .map(({ at, id, amount }) => refund(id, amount, at)),
  fc
    .record({
      at: instants,
      what: fc.constantFrom('refund' as const, 'replacement' as const, 'answered' as const, 'in-hand' as const),
      of: fc.constantFrom('case-1', 'case-2'),
      untilDay: days,
      amount: fc.constantFrom(undefined, 1000),
    })
    .map(({ at, what, of, untilDay, amount }) => outcome(what, at, { of, untilDay: untilDay as string, amount })),
  fc.record({ at: instants, parcel: parcels, d: days }).map(({ at, parcel, d }) =>
    shipmentCorrection(parcel, at, {
      trackingNumber: `n${at}`,
      deliverBy: d === undefined ? undefined : { until: on(d, '20:00'), day: d },
    }),
  ),
  fc
    .record({ at: instants, fact: fc.constantFrom('shipment:p1', 'shipment:p2', 'delivery:p1', 'refund:r1') })
    .map(({ at, fact }) => correction(fact, at)),
  fc.record({ at: instants, parcel: parcels }).map(({ at, parcel }) => notice(parcel, at)),
  fc
    .record({ at: instants, task: fc.constantFrom('1001.1', '1001.2', '1001.3') })
    .map(({ at, task }) => completion(task, at)),
);
const lives = fc
  .record({
    others: fc.array(one, { maxLength: 12 }),
    corrections: fc.array(fc.record({ n: fc.nat(11), at: instants }), { maxLength: 2 }),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * day })),
  })
  .map(({ others, late, corrections }) => ({
    facts: [
      order(placedAt + late, { at: placedAt }),
      ...others,
      ...corrections.flatMap(({ n, at }) => (others[n] === undefined ? [] : [correction(others[n].id, at)])),
    ]
      .filter((f, i, all) => all.findIndex((g) => g.id === f.id) === i)
      .sort((a, b) => a.learnedAt - b.learnedAt),
  }));
const details = new Map([['order:1001', orderDetails as never]]);
it('fuzz', async () => {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(lives, async ({ facts }) => {
      const story = new Story(placedAt - 1000);
      const look = () => {
        const k = recorded(story.order);
        if (k) {
          promisesOf(read(k), story.shop.clock.now());
          orderView(story.order, details, story.shop.clock.now());
        }
      };
      for (const fact of facts) {
        await story.tell(fact);
        look();
      }
      await story.until(placedAt + 250 * day);
      look();
      longest = Math.max(longest, story.states.length);
      const broken = brokenIn(story, facts).filter(
        (b) =>
          !b.startsWith('confirmed 0') &&
          !b.startsWith('ship-by') &&
          !b.startsWith('asked about what') &&
          !b.startsWith('warned that'),
      );
      if (broken.length)
        throw new Error(
          broken.join('; ') +
            '\n' +
            facts
              .map(
                (f) =>
                  `${new Date(f.learnedAt).toISOString()} ${f.id} ${JSON.stringify({ ...f, id: 0, hash: 0, at: 0, learnedAt: 0 })}`,
              )
              .join('\n') +
            '\n' +
            story.sentAt.join('\n') +
            '\n' +
            JSON.stringify(story.order.fates, null, 1) +
            story.shop.failures.map(String),
        );
    }),
    { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 1), endOnFailure: false },
  );
  console.log('longest', longest);
}, 600_000);
