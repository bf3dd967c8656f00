import { describe, expect, it } from 'vitest';
import { answeredPageOf, choicePageOf, wordPageOf, type Known } from '../../functions/answer-customer/page-models.ts';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { recorded, type Told } from '../../functions/domain/order/order.ts';
import type { Details } from '../../functions/domain/ports.ts';
import { orderOf } from '../domain/order-of.ts';
import {
  choice,
  incident,
  on,
  order,
  orderDetails,
  shipment,
  shop,
  shipmentCorrection,
  stockOut,
} from '../shop/facts.ts';

const now = on('2026-11-24', '10:00');
const placed = order(now);
const vase = { id: 'vase', quantity: 1 };
const bowls = { id: 'bowl', quantity: 2 };
const dayOf = (day: string) => ({ until: on(day, '18:00'), day });

function known(facts: readonly Fact[], told: readonly Told[] = [], more: readonly [string, Details][] = []): Known {
  return {
    order: recorded(orderOf([placed, ...facts], told))!,
    details: new Map<string, Details>([[placed.id, { ...orderDetails }], ...more]),
    settings: shop,
    profile: { name: 'Anne Petit', locale: 'en', asOf: now },
    now,
  };
}

const asked = (cause: string, stock: Told['stock'], seen: number): Told => ({
  key: `warn-out-of-stock:${cause}`,
  message: 'warn-out-of-stock',
  cause,
  at: now,
  owner: 'test',
  seen,
  covers: [],
  promises: [{ promise: 'word', ...dayOf('2026-11-26') }],
  stock,
});

describe('the page with a choice', () => {
  const out = stockOut([bowls], now, { restockOn: '2026-12-01', hasReplacement: true });
  const replaced: [string, Details][] = [[out.id, { replacement: { title: 'Green bowl' } }]];

  it('after a stock-out shows what is out, when it is back and what could go instead', () => {
    expect(choicePageOf(known([out], [], replaced))).toMatchObject({
      about: 'stock-out',
      late: [{ title: 'Small bowl', quantity: 2 }],
      partly: true,
      choices: ['wait', 'replace', 'cancel-items', 'cancel-order', 'call'],
      waitUntil: { day: '2026-12-01' },
      replacement: { titles: ['Green bowl'], leavesBy: { day: '2026-11-26' } },
    });
  });

  it('names the days that the mail named', () => {
    const stock = {
      lines: [bowls],
      choices: ['wait', 'replace'] as const,
      waitUntil: dayOf('2026-12-01'),
      replaceUntil: dayOf('2026-11-30'),
    };
    const page = choicePageOf(known([out], [asked(out.id, stock, 2)], replaced));
    expect(page).toMatchObject({ waitUntil: { day: '2026-12-01' }, replacement: { leavesBy: { day: '2026-11-30' } } });
  });

  it('offers no wait without a day, and no replacement that is none', () => {
    const page = choicePageOf(known([stockOut([bowls], now)]));
    expect(page).toMatchObject({ choices: ['cancel-items', 'cancel-order', 'call'] });
    expect(page.waitUntil).toBeUndefined();
    expect(page.replacement).toBeUndefined();
  });

  it('is about part of the order, or about all that there is', () => {
    expect(choicePageOf(known([stockOut([vase, bowls], now)])).partly).toBe(false);
    const rest = [shipment('p1', now, { lines: [vase] }), stockOut([bowls], now)];
    expect(choicePageOf(known(rest)).partly).toBe(true);
  });

  it('without a stock-out is about what is late', () => {
    expect(choicePageOf(known([]))).toMatchObject({
      about: 'delay',
      late: [{ title: 'Blue vase' }, { title: 'Small bowl' }],
      partly: false,
      choices: ['cancel-order', 'call'],
      waitUntil: { day: placed.shipBy.day },
    });
  });

  it('asks nothing once everything has left', () => {
    expect(choicePageOf(known([out, shipment('p1', now)]))).toMatchObject({ choices: [], late: [] });
  });

  it('says what was chosen before, and asks what is left to ask', () => {
    const page = choicePageOf(known([out, choice('wait', now)]));
    expect(page).toMatchObject({ lastChoice: 'wait', choices: ['cancel-order', 'call'] });
  });

  it('says by when it leaves, of a wait and of a replacement', () => {
    const stock = { lines: [bowls], choices: [], waitUntil: dayOf('2026-12-01'), replaceUntil: dayOf('2026-11-30') };
    const before = known([out], [asked(out.id, stock, 2)]);
    expect(answeredPageOf(before, 'wait', undefined).leavesBy).toEqual({ day: '2026-12-01' });
    expect(answeredPageOf(before, 'replace', undefined).leavesBy).toEqual({ day: '2026-11-30' });
    expect(answeredPageOf(before, 'call', undefined).leavesBy).toBeUndefined();
  });
});

const statusOf = (...facts: Fact[]) => wordPageOf(known([shipment('p1', now), ...facts])).parcels[0]!;

describe('the page of a parcel', () => {
  it.each([
    ['lost', 'lost'],
    ['returned', 'returned'],
    ['refused', 'returned'],
    ['customs', 'under-way'],
    ['failed-attempt', 'under-way'],
  ] as const)('that is %s shows it as %s', (kind, status) => {
    expect(statusOf(incident('p1', kind, now)).status).toBe(status);
  });

  it('shows what was corrected about it', () => {
    expect(statusOf(shipmentCorrection('p1', now, { trackingNumber: '6A999' })).trackingNumber).toBe('6A999');
  });
});
