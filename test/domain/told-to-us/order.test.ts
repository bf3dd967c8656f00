import { describe, expect, it } from 'vitest';
import { orderBody, orderDraft, type OrderBody } from '../../../functions/domain/told-to-us/order.ts';
import { parsed } from '../../../functions/domain/told-to-us/parsed.ts';
import { anOrder } from '../../functions/an-order.ts';
import { on, shop } from '../../shop/facts.ts';

const now = on('2026-11-24', '10:00');
type Body = { [field: string]: unknown };
const parse = (more: Body = {}): OrderBody => orderBody.parse({ ...anOrder, ...more });
const draft = (more: Body = {}, settings = shop) => orderDraft(parse(more), { settings, now });
const fact = (more: Body = {}, settings = shop) => draft(more, settings).fact;

describe('what an order promises', () => {
  it('is, where it names nothing, two opening days to ship and three more to deliver', () => {
    expect(fact()).toMatchObject({
      shipBy: { until: on('2026-11-26', '18:00'), day: '2026-11-26' },
      deliverBy: { until: on('2026-11-30', '20:00'), day: '2026-11-30' },
      deliverByNamed: false,
    });
  });

  it('counts from when the order was placed, not from when it was told', () => {
    expect(fact({ placedAt: '2026-11-20T10:00:00+01:00' }).shipBy.day).toBe('2026-11-23');
  });

  it('ends a named day at the closing hour to ship, at 20:00 to deliver', () => {
    expect(fact({ shipBy: '2026-11-27', deliverBy: '2026-12-01' })).toMatchObject({
      shipBy: { until: on('2026-11-27', '18:00'), day: '2026-11-27' },
      deliverBy: { until: on('2026-12-01', '20:00'), day: '2026-12-01' },
      deliverByNamed: true,
    });
  });

  it('keeps a day as named, be the shop closed on it', () => {
    expect(fact({ shipBy: '2026-12-25' }).shipBy).toEqual({ until: on('2026-12-25', '18:00'), day: '2026-12-25' });
  });

  it('takes an instant as it is, for the same day', () => {
    const named = { shipBy: '2026-11-24T12:00:00+01:00', deliverBy: '2026-11-24T18:30:00+01:00' };
    expect(fact(named)).toMatchObject({
      shipBy: { until: on('2026-11-24', '12:00') },
      deliverBy: { until: on('2026-11-24', '18:30') },
    });
    expect(fact(named).shipBy.day).toBeUndefined();
  });

  it('counts the days to deliver from the day to ship that was named', () => {
    expect(fact({ shipBy: '2026-12-01' }).deliverBy.day).toBe('2026-12-04');
  });

  it('leaves in time for the day of delivery that alone was named', () => {
    expect(fact({ deliverBy: '2026-11-25' }).shipBy).toEqual({ until: on('2026-11-25', '18:00'), day: '2026-11-25' });
    const today = '2026-11-24T15:00:00+01:00';
    expect(fact({ deliverBy: today }).shipBy).toEqual({ until: Date.parse(today) });
  });

  it('cannot be to deliver before it ships', () => {
    const { wrong } = draft({ shipBy: '2026-11-27', deliverBy: '2026-11-26' });
    expect(wrong).toEqual([{ path: ['deliverBy'], detail: 'comes before shipBy' }]);
    expect(draft({ shipBy: '2026-11-27', deliverBy: '2026-11-27' }).wrong).toEqual([]);
  });

  it('may be past already', () => {
    expect(fact({ shipBy: '2026-11-01', deliverBy: '2026-11-02' }).shipBy.until).toBeLessThan(now);
  });

  it('is exact where the shop promises hours or seconds', () => {
    const fast = { ...shop, promises: { ...shop.promises, ship: 'PT3S', deliver: 'PT5S' } };
    const placed = Date.parse(anOrder.placedAt);
    expect(fact({}, fast)).toMatchObject({ shipBy: { until: placed + 3000 }, deliverBy: { until: placed + 8000 } });
  });
});

const priced = (currency: string) => [{ id: 'vase', title: 'Vase', quantity: 1, price: { amount: 4900, currency } }];

describe('what an order is worth', () => {
  it('stands in it in minor units, with how it is paid', () => {
    expect(fact({})).toMatchObject({ total: anOrder.total, payment: 'paid' });
    expect(fact({ payment: 'on-delivery' })).toMatchObject({ payment: 'on-delivery' });
  });

  it('is the price of a unit of each line, where that is of the same money as all of it', () => {
    expect(fact({ lines: priced('EUR') }).lines).toMatchObject([{ price: 4900 }]);
    expect(fact({ lines: priced('USD') }).lines).toMatchObject([{ price: undefined }]);
    expect(fact({ lines: [{ id: 'vase', title: 'Vase', quantity: 1 }] }).lines).toMatchObject([{ price: undefined }]);
  });
});

describe('when an order was placed', () => {
  it('is when it was told, where it does not say', () => {
    expect(fact({ placedAt: undefined })).toMatchObject({ at: now, learnedAt: now, history: false });
  });

  it('is its placedAt before its at', () => {
    expect(fact({ at: '2026-11-20T00:00:00Z' }).at).toBe(Date.parse(anOrder.placedAt));
  });

  it('cannot lie more than a day ahead', () => {
    expect(draft({ placedAt: '2026-11-25T09:00:00+01:00' }).wrong).toEqual([]);
    expect(draft({ placedAt: '2026-11-25T11:00:00+01:00' }).wrong).toMatchObject([{ path: ['placedAt'] }]);
  });

  it('makes it history when that is longer ago than the shop looks back', () => {
    expect(fact({ placedAt: '2026-11-17T10:00:00+01:00' }).history).toBe(false);
    expect(fact({ placedAt: '2026-11-17T09:59:59+01:00' })).toMatchObject({ history: true, old: true });
    expect(fact({ placedAt: '2026-11-17T09:00:00+01:00' }, { ...shop, historyDays: 30 }).history).toBe(false);
  });
});

const customerOf = (customer: Body): string => fact({ customer: { name: 'Anne', ...customer } }).customer;

describe('who the customer is', () => {
  it('is the shop’s own id where it gives one', () =>
    expect(customerOf({ id: 'anne', email: 'a@b.example' })).toBe('anne'));

  it('is the hash of the e-mail for a guest, however it is written', () => {
    expect(customerOf({ email: 'Anne@Customers.Example' })).toMatch(/^guest-[0-9a-f]{16}$/);
    expect(customerOf({ email: ' anne@customers.example ' })).toBe(customerOf({ email: 'ANNE@customers.example' }));
    expect(customerOf({ email: 'zoe@customers.example' })).not.toBe(customerOf({ email: 'anne@customers.example' }));
  });

  it('is nobody but this order’s, for a guest without an e-mail', () => {
    expect(customerOf({})).toBe('order-1001');
    expect(fact({ customer: { name: 'Anne' } }).mailable).toBe(false);
  });

  it('has a zone of their own, else the shop’s', () => {
    expect(fact({ customer: { name: 'Anne', zone: 'America/Montreal' } }).zone).toBe('America/Montreal');
    expect(fact().zone).toBe('Europe/Paris');
  });

  it('refuses offers only by saying no', () => {
    expect(fact().offersRefused).toBe(false);
    expect(fact({ customer: { name: 'Anne', consent: { offers: true } } }).offersRefused).toBe(false);
    expect(fact({ customer: { name: 'Anne', consent: { offers: false } } }).offersRefused).toBe(true);
  });
});

describe('an order’s fact', () => {
  it('carries no name, no address, no title', () => {
    const text = JSON.stringify(fact({ recipient: { name: 'Zoé Petit' } }));
    for (const personal of ['Anne', 'customers.example', 'Saint-Antoine', 'Blue vase', 'Zoé', '+33 6']) {
      expect(text).not.toContain(personal);
    }
  });

  it('has them beside it', () => {
    expect(draft({ recipient: { name: 'Zoé Petit' } }).details).toMatchObject({
      customer: { name: 'Anne Petit', email: 'anne@customers.example', phone: '+33 6 00 00 00 00', locale: 'en' },
      recipient: { name: 'Zoé Petit' },
      lines: [
        { id: 'vase', title: 'Blue vase', quantity: 1, price: { amount: 4900, currency: 'EUR' } },
        { id: 'bowl' },
      ],
      total: { amount: 7900, currency: 'EUR' },
      delivery: { kind: 'parcel', method: 'Colissimo', address: '3 quai Saint-Antoine\n69002 Lyon' },
    });
  });

  it('knows which lines do not travel', () => {
    const lines = [{ id: 'card', title: 'Gift card', quantity: 1, ships: false }, ...anOrder.lines];
    expect(fact({ lines }).lines.map(({ ships }) => ships)).toEqual([false, true, true]);
  });

  it('bears the order’s id where the shop gives no number', () => {
    expect(fact({ number: undefined }).number).toBe('1001');
  });
});

const line = (id: string): Body => ({ id, title: 'Vase', quantity: 1 });

const wrong = (more: Body): string[] =>
  (orderBody.safeParse({ ...anOrder, ...more }).error?.issues ?? []).map(({ path }) => path.join('/'));

describe('an order that cannot be', () => {
  it('has two lines of one id', () => {
    expect(wrong({ lines: [line('a'), line('b'), line('a'), line('a')] })).toEqual(['lines/2/id', 'lines/3/id']);
  });

  it('has no line, or more than 250', () => {
    expect(wrong({ lines: [] })).toEqual(['lines']);
    expect(wrong({ lines: Array.from({ length: 251 }, (_, index) => line(`l${index}`)) })).toEqual(['lines']);
    expect(wrong({ lines: Array.from({ length: 250 }, (_, index) => line(`l${index}`)) })).toEqual([]);
  });

  it.each([0, -1, 1.5, 10_001, '1'])('has a quantity of %j', (quantity) => {
    expect(wrong({ lines: [{ ...line('a'), quantity }] })).toEqual(['lines/0/quantity']);
  });

  it.each([4900, '49.00', null])('has a price of %j, and is told what money looks like', (price) => {
    const { issues } = orderBody.safeParse({ ...anOrder, lines: [{ ...line('a'), price }] }).error ?? {};
    expect(issues).toMatchObject([{ message: 'money, as {"amount": 4900, "currency": "EUR"}' }]);
  });

  it('has no total, which is then missing', () => {
    expect(() => parsed(orderBody, { ...anOrder, total: undefined })).toThrow(
      expect.objectContaining({ wrong: [{ path: ['total'], detail: 'is missing' }] }),
    );
  });

  it.each(['2026-02-30', '24.11.2026', '2026-11-24T10:00:00', '2026-11-24 10:00', 1764000000, '9999-01-01', ''])(
    'promises %j',
    (shipBy) => expect(wrong({ shipBy })).toEqual(['shipBy']),
  );

  it.each(['Europe/Atlantis', '+99:00', ''])('has a customer in the zone %j', (zone) => {
    expect(wrong({ customer: { name: 'Anne', zone } })).toEqual(['customer/zone']);
  });

  it.each([
    'anne',
    'anne@',
    'anne@localhost',
    'a b@c.example',
    'anne@customers.example\nBcc: x@y.example',
    'a@b..example',
  ])('has a customer at %j', (email) =>
    expect(wrong({ customer: { name: 'Anne', email } })).toEqual(['customer/email']),
  );
});
