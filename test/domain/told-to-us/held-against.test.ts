import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Order, Told } from '../../../functions/domain/order/order.ts';
import { changeBody, changeDraft } from '../../../functions/domain/told-to-us/change.ts';
import { heldAgainst, needsOrder } from '../../../functions/domain/told-to-us/held-against.ts';
import { tellings } from '../../../functions/domain/told-to-us/tellings.ts';
import { on, order, shipment, shop } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const now = on('2026-11-24', '10:00');
const total = { amount: 7900, currency: 'EUR' };
const theOrder = order(now, { total });

const drafted = (call: string, body: object) => tellings[call]!(body)({ settings: shop, now });

/** What is wrong with it, as a pointer; the order is known, with these facts and what was told. */
function wrong(call: string, body: object, facts: readonly Fact[] = [], told: readonly Told[] = []): string[] {
  const draft = drafted(call, body);
  expect(needsOrder(draft)).toBe(true);
  return heldAgainst(draft, orderOf([theOrder, ...facts], told), now).wrong.map(({ path }) => path.join('.'));
}

const caseOpened: Told = {
  key: 'open-case:word:1',
  message: 'open-case',
  cause: 'word:1',
  at: now,
  owner: 'test',
  seen: 1,
  covers: [],
  promises: [],
  case: { id: 'case-1', about: 'damaged', parcels: [], opens: true },
};
const lines = [
  { id: 'vase', quantity: 1 },
  { id: 'lamp', quantity: 1 },
];

const correction = (fact: string) => ({ fact, by: 'Hugo' });

describe('a fact of an order that we know', () => {
  it.each([
    ['shipments', { parcel: 'p1' }],
    ['stock-outs', {}],
    ['cancellations', { by: 'shop' }],
    ['refunds', { refund: 'r1', amount: 100 }],
    ['choices', { choice: 'call' }],
  ])('names no line that the order does not have: %s', (call, body) => {
    expect(wrong(call, { ...body, lines })).toEqual(['lines.1.id']);
    expect(wrong(call, { ...body, lines: lines.slice(0, 1) })).toEqual([]);
  });

  it('may carry more of a line than was ordered', () => {
    expect(wrong('shipments', { parcel: 'p1', lines: [{ id: 'vase', quantity: 99 }] })).toEqual([]);
  });

  it('is no outcome of a case that never was', () => {
    const outcome = { case: 'case-1', outcome: 'answered', text: 'Yes.' };
    expect(wrong('outcomes', outcome)).toEqual(['case']);
    expect(wrong('outcomes', outcome, [], [caseOpened])).toEqual([]);
    expect(wrong('outcomes', { ...outcome, case: 'case-2' }, [], [caseOpened])).toEqual(['case']);
  });

  it('takes back what was told, and neither the order itself nor what never was', () => {
    expect(wrong('corrections', correction('shipment:p1'), [shipment('p1', now)])).toEqual([]);
    expect(wrong('corrections', correction('shipment:p2'), [shipment('p1', now)])).toEqual(['fact']);
    expect(wrong('corrections', correction(theOrder.id))).toEqual(['fact']);
  });

  it('that takes the order back is told to cancel it', () => {
    const draft = drafted('corrections', { fact: theOrder.id, by: 'Hugo' });
    expect(heldAgainst(draft, orderOf([theOrder]), now).wrong[0]?.detail).toContain('cancel the order instead');
  });

  it('is no change to a day of arrival before that of leaving, unless that changes too', () => {
    const change = (body: object) => changeDraft(changeBody.parse(body), { settings: shop, now });
    const wrongIn = (body: object, facts: readonly Fact[] = []): unknown[] =>
      heldAgainst(change(body), orderOf([theOrder, ...facts]), now).wrong.map(({ path }) => path.join('.'));
    expect(needsOrder(change({ deliverBy: '2026-11-25' }))).toBe(true);
    expect(wrongIn({ deliverBy: '2026-11-25' })).toEqual(['deliverBy']);
    expect(wrongIn({ deliverBy: '2026-12-25' })).toEqual([]);
    expect(wrongIn({ shipBy: '2026-11-25', deliverBy: '2026-11-25' })).toEqual([]);
    expect(wrongIn({ deliverBy: '2026-11-25' }, [shipment('p1', now)])).toEqual([]);
    expect(wrongIn({ deliverBy: '2026-11-25' }, [change({ deliverBy: '2026-11-25' }).fact])).toEqual([]);
  });

  it('is of no other money than the order', () => {
    const inDollars = { amount: 100, currency: 'USD' };
    const inEuros = { amount: 100, currency: 'EUR' };
    expect(wrong('refunds', { refund: 'r1', amount: inDollars })).toEqual(['amount.currency']);
    expect(wrong('refunds', { refund: 'r1', amount: inEuros })).toEqual([]);
    const outcome = { case: 'case-1', outcome: 'refund', text: 'Sorry.', amount: inDollars };
    expect(wrong('outcomes', outcome, [], [caseOpened])).toEqual(['amount.currency']);
  });

  it('of an earlier release, which did not know the total, may be of any money', () => {
    const draft = drafted('refunds', { refund: 'r1', amount: { amount: 100, currency: 'USD' } });
    expect(heldAgainst(draft, orderOf([order(now, { total: undefined })]), now).wrong).toEqual([]);
  });
});

const stockOut = (body: object): Fact => drafted('stock-outs', { lines: lines.slice(0, 1), ...body }).fact;

describe('a choice', () => {
  it('to cancel everything, or to be called, is taken at any time', () => {
    for (const choice of ['cancel-order', 'call']) expect(wrong('choices', { choice })).toEqual([]);
  });

  it('that nobody offered is not', () => {
    for (const choice of ['wait', 'replace', 'cancel-items']) expect(wrong('choices', { choice })).toEqual(['choice']);
  });

  it('after a stock-out is one of those that exist', () => {
    const [bare, dated] = [stockOut({}), stockOut({ restockOn: '2026-12-01' })];
    expect(wrong('choices', { choice: 'wait' }, [bare])).toEqual(['choice']);
    expect(wrong('choices', { choice: 'wait' }, [dated])).toEqual([]);
    expect(wrong('choices', { choice: 'replace' }, [dated])).toEqual(['choice']);
    expect(wrong('choices', { choice: 'replace' }, [stockOut({ replacement: { title: 'Green vase' } })])).toEqual([]);
    expect(wrong('choices', { choice: 'cancel-items' }, [bare])).toEqual([]);
  });
});

describe('a fact of an order that we do not know yet', () => {
  const unknown: readonly (Order | undefined)[] = [undefined, orderOf([])];

  it.each([
    ['stock-outs', { lines }],
    ['choices', { choice: 'wait' }],
    ['outcomes', { case: 'case-9', outcome: 'answered', text: 'Yes.' }],
    ['corrections', { fact: 'shipment:p9', by: 'Hugo' }],
    ['refunds', { refund: 'r1', amount: { amount: 1, currency: 'USD' } }],
  ])('is taken, and judged later: %s', (call, body) => {
    for (const none of unknown) expect(heldAgainst(drafted(call, body), none, now).wrong).toEqual([]);
  });
});

it('what needs no order is not held up by it', () => {
  expect(needsOrder(drafted('deliveries', { parcel: 'p1' }))).toBe(false);
  expect(needsOrder(drafted('shipments', { parcel: 'p1' }))).toBe(false);
  expect(needsOrder(drafted('incidents', { parcel: 'p1', kind: 'lost' }))).toBe(false);
});
