import { describe, expect, it } from 'vitest';
import { orderFrom, UnreadableOrder } from '../../functions/adapters/order-item.ts';
import { rungErasure } from '../../functions/adapters/erase-queue.ts';
import { rungOrder } from '../../functions/adapters/ring-again-queue.ts';
import { isBusy } from '../../functions/http/trouble.ts';
import { NewerSchema, newestSchema, readable } from '../../functions/domain/schema-version.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { on, order, shipment } from '../shop/facts.ts';

const newer = newestSchema + 1;
const placed = order(on('2026-11-23', '10:00'));
const item = { pk: 'SHOP#demo#ORDER#1001', sk: 'ORDER', version: 3, facts: [placed], told: [], fates: {} };

describe('what an earlier release wrote', () => {
  it('is of the first version where it says none', () => {
    expect(readable(item)).toBe(item);
    expect(readable({ ...item, v: 1 })).toMatchObject({ v: 1 });
    expect(orderFrom(item)).toMatchObject({ shop: 'demo', order: '1001', facts: [placed] });
  });
});

describe('what a younger release wrote is not guessed at', () => {
  const left = shipment('p1', on('2026-11-24', '09:00'));
  it.each([
    ['an order', { ...item, v: newer }],
    ['a fact', { ...item, facts: [placed, { ...left, v: newer }] }],
    ['a message', { ...item, told: [{ key: 'a:b', message: 'confirm-order', at: 1, v: newer }] }],
    ['a version that is none', { ...item, v: '1' }],
  ])('%s', (_, written) => {
    expect(() => orderFrom(written)).toThrow(NewerSchema);
  });

  it('nor is a fact of a kind that nobody knows yet', () => {
    const unheardOf = { ...left, id: 'swap:1', name: 'swap' };
    expect(() => orderFrom({ ...item, facts: [placed, unheardOf] })).toThrow(UnreadableOrder);
  });

  it('nor a letter of a queue', () => {
    expect(() => rungOrder(JSON.stringify({ shop: 'demo', order: '1001', v: newer }))).toThrow(NewerSchema);
    expect(() => rungErasure(JSON.stringify({ erasure: 'x', v: newer }))).toThrow(NewerSchema);
  });

  it('a caller is asked to come again', () => {
    expect(isBusy(new NewerSchema('of version 2'))).toBe(true);
  });

  it('the order is rung for, and the sweep goes on with the others', async () => {
    const rung: string[] = [];
    const orders = {
      async *overdue() {
        for (const name of ['newer', 'other']) yield { shop: 'demo', order: name };
      },
      find: async (_: string, name: string) => orderFrom(name === 'newer' ? { ...item, v: newer } : item),
    };
    const swept = await sweep({
      orders: orders as never,
      workflow: { async *diedSince() {} } as never,
      ringAgain: { ring: async (_, name) => void rung.push(name) },
      now: () => 0,
    });
    expect(rung).toEqual(['newer', 'other']);
    expect(swept).toEqual({ retaken: 0, rung: 2 });
  });
});
