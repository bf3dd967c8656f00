import { describe, expect, it } from 'vitest';
import { leavesBy, linesLeavingBefore, type Leaves } from '../../../functions/domain/order/leaves-by.ts';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import { recorded, type Told } from '../../../functions/domain/order/order.ts';
import { read } from '../../../functions/domain/order/reading.ts';
import { choice, on, order, shipment, stockOut, word } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const monday = on('2026-11-23', '10:00');
const placed = order(monday);

function leaves(facts: readonly Fact[], told: readonly Told[] = []): Leaves | undefined {
  return leavesBy(read(recorded(orderOf(facts, told))!));
}

/** The ids of the lines that leave before the end of `day`. */
function linesBy(day: string, facts: readonly Fact[], told: readonly Told[] = [], fates = {}): string[] {
  const reading = read(recorded(orderOf(facts, told, { fates }))!);
  return linesLeavingBefore(reading, on(day, '23:59')).map(({ id }) => id);
}

const warning = (level: number, at: number, more: Partial<Told>): Told => ({
  key: `warn-shipping-delay:ship-${level}`,
  message: 'warn-shipping-delay',
  cause: `ship-${level}`,
  at,
  owner: 'test',
  seen: 1,
  covers: [],
  promises: [],
  level,
  ...more,
});
const silent = warning(1, on('2026-11-25', '18:00'), {
  promises: [{ promise: 'write', of: 'shipment', until: on('2026-11-27', '18:00'), day: '2026-11-27' }],
});

describe('an order leaves', () => {
  it('by the day that the shop promised', () => {
    expect(leaves([placed])).toEqual({
      until: on('2026-11-25', '18:00'),
      day: '2026-11-25',
      warnedAt: undefined,
    });
  });

  it('still by the day that passed in silence: when we write again is no day of leaving', () => {
    expect(leaves([placed], [silent])).toMatchObject({ day: '2026-11-25', warnedAt: on('2026-11-25', '18:00') });
  });

  it('by the new day, once the customer was told of one', () => {
    const moved = warning(1, on('2026-11-24', '11:00'), {
      promises: [{ promise: 'ship', until: on('2026-12-01', '18:00'), day: '2026-12-01' }],
    });
    expect(leaves([placed], [moved])).toMatchObject({ until: on('2026-12-01', '18:00'), day: '2026-12-01' });
  });

  it('by its day as long as a part of it is here', () => {
    const part = shipment('p1', monday, { lines: [{ id: 'vase', quantity: 1 }] });
    expect(leaves([placed, part])).toMatchObject({ day: '2026-11-25' });
  });

  it('and its customer was not warned by what nobody mailed', () => {
    expect(leaves([placed], [{ ...silent, unsent: 'the customer has no e-mail address' }])?.warnedAt).toBeUndefined();
  });
});

describe('of an order in parts', () => {
  const out = stockOut([{ id: 'vase', quantity: 1 }], on('2026-11-24', '10:00'));

  it('only what is not out of stock leaves', () => {
    expect(leaves([placed, out])).toMatchObject({ day: '2026-11-25' });
    expect(linesBy('2026-11-25', [placed, out])).toEqual(['bowl']);
  });

  it('what the customer waits for leaves on its own day, after the rest', () => {
    const chosen = choice('wait', on('2026-11-24', '12:00'));
    const agreed: Told = {
      ...warning(1, chosen.at, {
        promises: [{ promise: 'ship', until: on('2026-12-03', '18:00'), day: '2026-12-03', lines: out.lines }],
      }),
      key: 'ask-staff:choice',
      message: 'ask-staff',
      level: undefined,
    };
    const fates = { [chosen.id]: agreed.key };
    expect(linesBy('2026-11-25', [placed, out, chosen], [agreed], fates)).toEqual(['bowl']);
    expect(linesBy('2026-12-03', [placed, out, chosen], [agreed], fates)).toEqual(['bowl', 'vase']);
    const rest = shipment('p1', on('2026-11-25', '12:00'), { lines: [{ id: 'bowl', quantity: 2 }] });
    const reading = read(recorded(orderOf([placed, out, chosen, rest], [agreed], { fates }))!);
    expect(leavesBy(reading)).toMatchObject({ day: '2026-12-03' });
  });

  it('nothing does once all of it is out of stock', () => {
    expect(leaves([placed, stockOut(placed.lines, out.at)])).toBeUndefined();
  });
});

describe('nothing has to leave', () => {
  it('once all of it left, or the customer has it', () => {
    expect(leaves([placed, shipment('p1', monday)])).toBeUndefined();
    expect(leaves([placed, word('received', monday)])).toBeUndefined();
  });

  it('of what does not travel', () => {
    expect(leaves([order(monday, { lines: [{ id: 'card', quantity: 1, ships: false }] })])).toBeUndefined();
  });

  it('of an order that staff have in hand: their task carries it', () => {
    const handed = warning(4, on('2026-11-30', '18:00'), { message: 'hand-to-staff', level: undefined });
    expect(leaves([placed], [silent, handed])).toBeUndefined();
  });

  it('of history, for which nobody named a day', () => {
    expect(leaves([order(monday, { history: true })])).toBeUndefined();
  });
});
