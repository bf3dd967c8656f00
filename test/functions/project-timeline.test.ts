import { describe, expect, it } from 'vitest';
import type { Fact } from '../../functions/domain/order/facts.ts';
import type { Order } from '../../functions/domain/order/order.ts';
import { entriesChanged } from '../../functions/project-timeline/entries-of.ts';
import type { Entry } from '../../functions/project-timeline/entry.ts';
import { orderOf } from '../domain/order-of.ts';
import {
  cancellation,
  choice,
  completion,
  correction,
  delivery,
  incident,
  notice,
  on,
  order,
  outcome,
  refund,
  shipment,
  shipmentCorrection,
  stockOut,
} from '../shop/facts.ts';

const now = on('2026-11-24', '10:00');
const placed = order(now);

const told = (id: string) => ({ id, at: now, learnedAt: now, hash: `hash-of-${id}` });

const entriesOf = (after: Order, before?: Order): ReadonlyMap<string, Entry> =>
  new Map(entriesChanged(before, after).map(({ id, entry }) => [id, entry]));
const entryOf = (fact: Fact): Entry => entriesOf(orderOf([placed, fact])).get(`1001#${fact.id}`)!;

describe('on the timeline', () => {
  it.each<[Fact, Partial<Entry>]>([
    [stockOut([{ id: 'vase', quantity: 1 }], now), { kind: 'fact', name: 'stock-out' }],
    [choice('wait', now), { kind: 'word', name: 'wait' }],
    [incident('p1', 'lost', now), { kind: 'fact', name: 'incident', detail: { parcel: 'p1', kind: 'lost' } }],
    [cancellation('customer', now), { kind: 'fact', name: 'cancellation', by: 'customer' }],
    [refund('r1', 4900, now), { kind: 'fact', name: 'refund', detail: { refund: 'r1', amount: 4900 } }],
    [outcome('answered', now), { kind: 'fact', name: 'outcome' }],
    [shipmentCorrection('p1', now), { kind: 'fact', name: 'shipment-correction' }],
    [
      { ...told('payment:paid'), name: 'payment', status: 'paid' },
      { kind: 'fact', name: 'payment', detail: { status: 'paid' } },
    ],
    [
      {
        ...told('change:1'),
        name: 'change',
        lines: [{ id: 'vase', quantity: 2, ships: true, price: 4900 }],
        total: { amount: 9800, currency: 'EUR' },
        movesDelivery: true,
        shipBy: { until: on('2026-12-01', '18:00') },
      },
      {
        kind: 'fact',
        name: 'change',
        detail: {
          lines: [{ id: 'vase', quantity: 2 }],
          total: { amount: 9800, currency: 'EUR' },
          delivery: undefined,
          moved: true,
          shipBy: '2026-12-01T17:00:00.000Z',
          deliverBy: undefined,
        },
      },
    ],
    [notice('p1', now), { kind: 'fact', name: 'notice', detail: { parcel: 'p1' } }],
    [completion('1001.1', now), { kind: 'task', name: 'completion' }],
  ])('stands what happened: %o', (fact, entry) => {
    expect(entryOf(fact)).toMatchObject({ ...entry, order: '1001', at: new Date(now).toISOString() });
  });
});

describe('a fact that was taken back', () => {
  const facts = [placed, shipment('p1', now), delivery('p1', now)];
  const fates = { 'delivery:p1': 'ask-delivery-check:delivery:p1' };
  const before = orderOf(facts, [], { fates });
  const after = orderOf([...facts, correction('delivery:p1', now)], [], { fates });

  it('stays where it was, says so, and by which correction', () => {
    const entry = entriesOf(after, before).get('1001#delivery:p1')!;
    expect(entry).toMatchObject({
      name: 'delivery',
      why: 'taken back: correction:delivery:p1',
      detail: { parcel: 'p1', corrected: true },
    });
  });

  it('is all that changes, but for the correction itself', () => {
    expect([...entriesOf(after, before).keys()]).toEqual(['1001#delivery:p1', '1001#correction:delivery:p1']);
  });

  it('counts again once the correction was a mistake itself', () => {
    const undone = orderOf([...after.facts, correction('correction:delivery:p1', now)], [], { fates });
    const entries = entriesOf(undone, after);
    expect(entries.get('1001#delivery:p1')).toMatchObject({ why: 'ask-delivery-check:delivery:p1' });
    expect(entries.get('1001#delivery:p1')?.detail).not.toHaveProperty('corrected');
    expect(entries.get('1001#correction:delivery:p1')).toMatchObject({ detail: { corrected: true } });
  });
});
