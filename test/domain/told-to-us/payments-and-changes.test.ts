import { describe, expect, it } from 'vitest';
import type { ChangeFact, PaymentFact } from '../../../functions/domain/order/facts.ts';
import type { Draft } from '../../../functions/domain/told-to-us/draft.ts';
import { heldAgainst, needsOrder } from '../../../functions/domain/told-to-us/held-against.ts';
import { orderBody, orderDraft } from '../../../functions/domain/told-to-us/order.ts';
import { tellings } from '../../../functions/domain/told-to-us/tellings.ts';
import { anOrder } from '../../functions/an-order.ts';
import { on, order, shop } from '../../shop/facts.ts';
import { orderOf } from '../order-of.ts';

const now = on('2026-11-24', '10:00');
type Body = { [field: string]: unknown };
const placed = (more: Body, settings = shop) => orderDraft(orderBody.parse({ ...anOrder, ...more }), { settings, now });
const paid = (body: Body, settings = shop): PaymentFact =>
  tellings['payments']!(body)({ settings, now }).fact as PaymentFact;
const changed = (body: Body): Draft<ChangeFact> =>
  tellings['changes']!(body)({ settings: shop, now }) as Draft<ChangeFact>;

const named = (payBy: string) => placed({ payment: 'awaited', payBy }).fact.payBy;

describe('an order that waits for its payment', () => {
  it('waits a week of opening days from when it was placed, where the shop names no day', () => {
    expect(placed({ payment: 'awaited' }).fact).toMatchObject({
      payment: 'awaited',
      payBy: { until: on('2026-12-02', '18:00'), day: '2026-12-02' },
    });
    const exact = { ...shop, waits: { ...shop.waits, payment: 'PT48H' } };
    expect(placed({ payment: 'awaited' }, exact).fact.payBy).toEqual({
      until: Date.parse(anOrder.placedAt) + 48 * 3600_000,
    });
  });

  it('waits until the closing hour of a named day, or until a named instant', () => {
    expect(named('2026-11-28')).toEqual({ until: on('2026-11-28', '18:00'), day: '2026-11-28' });
    expect(named('2026-11-24T23:59:00+01:00')).toEqual({ until: on('2026-11-24', '23:59') });
  });

  it('says beside it where to pay', () => {
    const { fact, details } = placed({ payment: 'awaited', payUrl: 'https://pay.example/1001' });
    expect(details).toMatchObject({ payUrl: 'https://pay.example/1001' });
    expect(JSON.stringify(fact)).not.toContain('pay.example');
  });

  it('is the only one for which a day or a place to pay means anything', () => {
    const { fact, details } = placed({ payment: 'invoice', payBy: '2026-11-28', payUrl: 'https://pay.example/1001' });
    expect(fact.payBy).toBeUndefined();
    expect(details?.['payUrl']).toBeUndefined();
  });
});

describe('how an order reaches the customer', () => {
  it('is a parcel unless it says otherwise', () => {
    expect(placed({}).fact.kind).toBe('parcel');
    expect(placed({ delivery: undefined }).fact.kind).toBe('parcel');
    expect(placed({ delivery: { kind: 'pickup-point' } }).fact.kind).toBe('pickup-point');
  });

  it('may be that the customer collects it: its lines are made ready like a parcel’s', () => {
    const { fact } = placed({ delivery: { kind: 'collect' } });
    expect(fact.kind).toBe('collect');
    expect(fact.lines.map(({ ships }) => ships)).toEqual([true, true]);
  });

  it('may be not at all: then no line travels, whatever the lines say', () => {
    expect(placed({ delivery: { kind: 'none' } }).fact.lines.map(({ ships }) => ships)).toEqual([false, false]);
  });
});

const notified = (recipient: Body) => placed({ recipient: { name: 'Zoé', ...recipient } }).fact.notifiesRecipient;

describe('the recipient of a gift', () => {
  it('hears of parcels only where the shop asks for it and gives an address', () => {
    expect(notified({ notify: true, email: 'zoe@customers.example' })).toBe(true);
    expect(notified({ email: 'zoe@customers.example' })).toBeUndefined();
    expect(notified({ notify: true, phone: '+33 6 11 22 33 44' })).toBeUndefined();
  });

  it('stands with address and phone beside the order, never in it', () => {
    const zoe = { name: 'Zoé', email: 'zoe@customers.example', phone: '+33 6 11 22 33 44', notify: true };
    const { fact, details } = placed({ recipient: zoe });
    expect(details).toMatchObject({ recipient: zoe });
    expect(JSON.stringify(fact)).not.toMatch(/Zoé|zoe@|11 22/);
  });
});

it('whether the day to ship was named is known', () => {
  expect(placed({}).fact.shipByNamed).toBe(false);
  expect(placed({ shipBy: '2026-12-01' }).fact.shipByNamed).toBe(true);
});

const guest = (email: string): string => placed({ customer: { name: 'Guest', email } }).fact.customer;

describe('two guests', () => {
  it.each([
    ['capitals', 'anne.petit@x.example', 'Anne.Petit@X.EXAMPLE'],
    ['blanks around it', 'anne.petit@x.example', '  anne.petit@x.example '],
  ])('are one where their addresses differ by %s', (_, one, other) => expect(guest(one)).toBe(guest(other)));

  it.each([
    ['a dot', 'anne.petit@x.example', 'annepetit@x.example'],
    ['what follows a plus', 'anne@x.example', 'anne+shop@x.example'],
    ['the domain', 'anne@x.example', 'anne@x.example.com'],
    ['a hyphen', 'anne-petit@x.example', 'annepetit@x.example'],
  ])('never share a timeline where they differ by %s', (_, one, other) => expect(guest(one)).not.toBe(guest(other)));
});

describe('a payment', () => {
  it('that came promises the shop’s usual days from then', () => {
    expect(paid({ status: 'paid', at: '2026-11-23T10:00:00+01:00' })).toMatchObject({
      id: 'payment:paid',
      at: on('2026-11-23', '10:00'),
      shipBy: { until: on('2026-11-25', '18:00'), day: '2026-11-25' },
      deliverBy: { until: on('2026-11-28', '20:00'), day: '2026-11-28' },
    });
  });

  it('promises exactly where the shop counts in seconds', () => {
    const fast = { ...shop, promises: { ...shop.promises, ship: 'PT3S', deliver: 'PT5S' } };
    expect(paid({ status: 'paid' }, fast)).toMatchObject({
      shipBy: { until: now + 3000 },
      deliverBy: { until: now + 8000 },
    });
  });

  it('that failed promises nothing', () => {
    const fact = paid({ status: 'failed' });
    expect(fact).toMatchObject({ id: 'payment:failed', status: 'failed' });
    expect(fact).not.toHaveProperty('shipBy');
  });
});

const lamp = { id: 'lamp', title: 'Green lamp', quantity: 2, price: { amount: 2500, currency: 'EUR' }, ships: false };

describe('a change', () => {
  it('carries ids, quantities and prices; titles and addresses stand beside it', () => {
    const { fact, details } = changed({
      lines: [lamp],
      total: { amount: 5000, currency: 'EUR' },
      delivery: { kind: 'pickup-point', method: 'Relais', address: 'Tabac du Port' },
      shipBy: '2026-12-01',
      deliverBy: '2026-12-03',
    });
    expect(fact).toMatchObject({
      name: 'change',
      lines: [{ id: 'lamp', quantity: 2, ships: false, price: 2500 }],
      total: { amount: 5000, currency: 'EUR' },
      kind: 'pickup-point',
      movesDelivery: true,
      shipBy: { until: on('2026-12-01', '18:00'), day: '2026-12-01' },
      deliverBy: { until: on('2026-12-03', '20:00'), day: '2026-12-03' },
    });
    expect(JSON.stringify(fact)).not.toMatch(/Green|Relais|Tabac/);
    expect(details).toMatchObject({
      lines: [{ id: 'lamp', title: 'Green lamp', quantity: 2 }],
      total: { amount: 5000, currency: 'EUR' },
      delivery: { kind: 'pickup-point', method: 'Relais', address: 'Tabac du Port' },
    });
  });

  it('says nothing of what it leaves out, not even how the order travels', () => {
    const { fact, details } = changed({ delivery: { address: '1 rue de Lyon' } });
    expect(fact).toMatchObject({ movesDelivery: true, kind: undefined, lines: undefined, total: undefined });
    expect(details).toEqual({ delivery: { address: '1 rue de Lyon' } });
    expect(changed({ shipBy: '2026-12-01' })).toMatchObject({ details: undefined, fact: { movesDelivery: false } });
  });

  it('may be that nothing travels any more', () => {
    expect(changed({ lines: [{ ...lamp, ships: true }], delivery: { kind: 'none' } }).fact.lines).toMatchObject([
      { ships: false },
    ]);
  });

  it('cannot have it arrive before it leaves', () => {
    expect(changed({ shipBy: '2026-12-02', deliverBy: '2026-12-01' }).wrong).toMatchObject([{ path: ['deliverBy'] }]);
  });

  it('is in the order’s own money, and says where it is not', () => {
    const known = orderOf([order(now, { total: { amount: 7900, currency: 'EUR' } })]);
    const wrong = (body: Body) => {
      const draft = changed(body);
      expect(needsOrder(draft)).toBe(true);
      return heldAgainst(draft, known, now).wrong.map(({ path }) => path.join('.'));
    };
    expect(wrong({ total: { amount: 1, currency: 'EUR' } })).toEqual([]);
    expect(wrong({ total: { amount: 1, currency: 'USD' } })).toEqual(['total.currency']);
    expect(wrong({ lines: [{ ...lamp, price: { amount: 1, currency: 'USD' } }] })).toEqual(['lines.0.price.currency']);
    expect(wrong({ lines: [lamp] })).toEqual([]);
  });

  it('of an order that is not there yet is taken, and waits for it', () => {
    expect(heldAgainst(changed({ total: { amount: 1, currency: 'USD' } }), undefined, now).wrong).toEqual([]);
  });
});
