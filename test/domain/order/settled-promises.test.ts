import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Made, Told } from '../../../functions/domain/order/order.ts';
import { settledBy, settledOver } from '../../../functions/domain/order/settled-promises.ts';
import { linesOf } from '../../../functions/project-timeline/settled-lines.ts';
import { cancellation, delivery, on, order, shipment } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const placed = order(on('2026-11-24', '10:00'));
const shipBy = placed.shipBy.until;
const minute = 60_000;

function told(message: Told['message'], at: number, made: readonly Made[], more: Partial<Told> = {}): Told {
  const key = `${message}:${at}`;
  return { key, message, cause: String(at), at, owner: 'test', seen: 1, covers: [], promises: made, ...more };
}
const confirmed = told('confirm-order', placed.at + 1000, [{ promise: 'deliver', ...placed.deliverBy }]);
const warned = (at: number): Told =>
  told('warn-shipping-delay', at, [{ promise: 'write', of: 'shipment', until: at + 3 * 86_400_000 }], { level: 1 });

/** What became of the promise to ship, and when, by the changes of an order's life up to `now`. */
const ofShipping = (facts: readonly Fact[], said: readonly Told[], now: number): unknown[] =>
  settledOver(orderOf([placed, ...facts], said), now).flatMap(({ promise, outcome, at }) =>
    promise === 'ship' ? [[outcome, at]] : [],
  );

describe('the promise to ship, as it is counted', () => {
  it('is not decided before its day', () => {
    expect(ofShipping([], [confirmed], shipBy - minute)).toEqual([]);
  });

  it('is kept when the parcel leaves', () => {
    const left = shipBy - 5 * minute;
    expect(ofShipping([shipment('p1', left)], [confirmed], shipBy)).toEqual([['kept', left]]);
  });

  it('is warned of by a word at its hour, also where that had to wait for its turn', () => {
    expect(ofShipping([], [confirmed, warned(shipBy - 1000)], shipBy)).toEqual([['warned', shipBy - 1000]]);
    expect(ofShipping([], [confirmed, warned(shipBy + 10 * minute)], shipBy + 11 * minute)).toEqual([
      ['warned', shipBy],
    ]);
  });

  it('is not called broken while the warning may be under way', () => {
    expect(ofShipping([], [confirmed], shipBy + 10 * minute)).toEqual([]);
  });

  it('is broken where nobody heard for longer', () => {
    expect(ofShipping([], [confirmed], shipBy + 16 * minute)).toEqual([['broken', shipBy]]);
    expect(ofShipping([], [confirmed, warned(shipBy + 16 * minute)], shipBy + 60 * minute)).toEqual([
      ['broken', shipBy],
    ]);
  });

  it('stays as it was counted, whatever turns up later', () => {
    const all = shipment('p1', shipBy - minute);
    const rest = shipment('p2', shipBy + 86_400_000, { lines: [{ id: 'vase', quantity: 1 }] });
    const said = [confirmed, told('announce-shipment', shipBy - minute, [], { covers: ['p1'], seen: 2 })];
    expect(ofShipping([all, rest], said, shipBy + 2 * 86_400_000)).toEqual([['kept', shipBy - minute]]);
  });

  it('is no surprise where its day had passed before we heard of the order', () => {
    const late = { ...placed, learnedAt: shipBy + 86_400_000 };
    const known = orderOf([late], [told('confirm-order', late.learnedAt + 1000, [])]);
    const outcomes = settledOver(known, late.learnedAt + 86_400_000).map(({ promise, outcome }) => [promise, outcome]);
    expect(outcomes).toContainEqual(['ship', 'warned']);
    expect(outcomes.filter(([, outcome]) => outcome === 'broken')).toEqual([]);
  });
});

describe('each change decides what it decides once', () => {
  const before = orderOf([placed], [confirmed]);
  const left = orderOf([placed, shipment('p1', shipBy - minute)], [confirmed]);
  const arrived = orderOf([...left.facts, delivery('p1', shipBy + minute)], [confirmed]);

  it('and the next one something else', () => {
    const kinds = (...versions: Parameters<typeof settledBy>) => settledBy(...versions).map(({ promise }) => promise);
    expect(kinds(undefined, before)).toEqual([]);
    expect(kinds(before, left)).toEqual(['ship']);
    expect(kinds(left, arrived)).toEqual(['deliver']);
    expect(kinds(arrived, { ...arrived, version: arrived.version + 1 })).toEqual([]);
  });

  it('in one line of counts, and one more for each promise that was broken', () => {
    expect(linesOf(left, settledBy(before, left))).toMatchObject([
      { level: 'info', message: 'promises settled', said: { order: '1001', kept: 1 } },
    ]);
    const silent = orderOf([placed], [confirmed, warned(shipBy + 16 * minute)]);
    expect(linesOf(silent, settledBy(before, silent))).toMatchObject([
      { message: 'promises settled', said: { broken: 1 } },
      { level: 'error', message: 'a promise passed and nobody was warned', said: { promise: 'ship' } },
    ]);
    expect(linesOf(before, settledBy(undefined, before))).toEqual([]);
  });

  it('and nothing of who is erased', () => {
    expect(settledBy(before, { ...left, erased: shipBy })).toEqual([]);
  });
});

it('whoever never paid was promised no day, also once it is cancelled', () => {
  const unpaid = { ...placed, payment: 'awaited' as const, payBy: { until: shipBy } };
  const cancelled = orderOf(
    [unpaid, cancellation('shop', placed.deliverBy.until + 1)],
    [told('confirm-order', placed.at, [])],
  );
  expect(settledOver(cancelled, placed.deliverBy.until + 86_400_000)).toEqual([]);
});

it('a delay of the only parcel warns of the day of the order as well', () => {
  const left = shipment('p1', shipBy - minute);
  const late = told(
    'warn-delivery-delay',
    placed.deliverBy.until - 86_400_000,
    [{ promise: 'write', of: 'delivery', parcel: 'p1', until: placed.deliverBy.until + 86_400_000 }],
    { covers: ['p1'], seen: 2 },
  );
  const said = [
    confirmed,
    told('announce-shipment', shipBy - minute, [{ promise: 'deliver', parcel: 'p1', ...placed.deliverBy }], {
      covers: ['p1'],
      seen: 2,
    }),
    late,
  ];
  const outcomes = settledOver(orderOf([placed, left], said), placed.deliverBy.until + 3600_000);
  expect(outcomes.filter(({ promise }) => promise === 'deliver').map(({ outcome }) => outcome)).toEqual([
    'warned',
    'warned',
  ]);
});
