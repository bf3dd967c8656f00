import { describe, expect, it } from 'vitest';
import { orderBody } from '../../../functions/domain/told-to-us/order.ts';
import { shipmentBody } from '../../../functions/domain/told-to-us/shipment.ts';
import { delayBody } from '../../../functions/domain/told-to-us/delay.ts';
import { wordBody } from '../../../functions/domain/told-to-us/word.ts';
import { deliveryBody } from '../../../functions/domain/told-to-us/delivery.ts';
import { demoOrder, nextFacts, nextNumber, type Fact, type Facts } from '../../../local/page/client/demo-order.ts';
import type { OrderShown } from '../../../local/page/client/shown.ts';
import { dayAfter, hourOn, moment, showIn } from '../../../local/page/client/words.ts';

const now = '2026-11-24T12:00:00.000Z';
const placed: OrderShown = {
  id: 'demo-7',
  number: '#1007',
  stage: 'AwaitShipment',
  customer: { id: 'customer-7', name: 'Camille' },
  promises: [{ promise: 'ship', until: '2026-11-25T17:00:00.000Z', status: 'open' }],
  parcels: [],
  tasks: [],
  cases: [],
};
const lampLeft: OrderShown = {
  ...placed,
  parcels: [{ parcel: 'demo-7-P1', carrier: 'Colissimo', status: 'under-way', lines: [{ id: 'lamp', quantity: 1 }] }],
};
const said = ({ label }: Fact): string => label;
const all = ({ shop, carrier, customer }: Facts): Fact[] => [...shop, ...carrier, ...customer];
const labels = ({ shop, carrier, customer }: Facts): { [who in keyof Facts]: string[] } => ({
  shop: shop.map(said),
  carrier: carrier.map(said),
  customer: customer.map(said),
});

describe('what may be told next about a demo order', () => {
  it('is one that the API takes, whoever orders in whichever language', () => {
    for (let n = 1; n <= 12; n += 1)
      for (const language of ['en', 'fr'] as const)
        expect(orderBody.safeParse(demoOrder(n, language)).success).toBe(true);
  });

  it('is numbered after those that are there', () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber(['1001', 'demo-2', 'demo-10', 'demo-x'])).toBe(11);
  });

  it('before anything left: shipped, in part, or late; no carrier has anything to say', () => {
    const facts = labels(nextFacts(placed, now));
    expect(facts.shop).toEqual(['Shipped', 'Shipped in part', 'Late, until Fri 27 Nov']);
    expect(facts.carrier).toEqual([]);
    expect(facts.customer).toEqual(['Received', 'Not yet', 'A problem', 'A question']);
  });

  it('is still the rest, when a part has left and the promise for it is broken', () => {
    const late = { ...lampLeft, promises: [{ ...placed.promises[0]!, status: 'broken' as const }] };
    expect(labels(nextFacts(late, now)).shop).toContain('The rest is shipped');
    expect(labels(nextFacts(late, now)).carrier).toEqual(['Delivered']);
  });

  it('is late for delivery once everything has left', () => {
    const rest = { parcel: 'demo-7-P2', carrier: null, status: 'under-way', lines: [{ id: 'blanket', quantity: 2 }] };
    const facts = labels(nextFacts({ ...lampLeft, parcels: [...lampLeft.parcels, rest] }, now));
    expect(facts.shop).toEqual([]);
    expect(facts.carrier).toEqual(['Parcel 1 delivered', 'Late, until Thu 26 Nov', 'Parcel 2 delivered']);
  });

  it('is always something that the API takes', () => {
    const bodies = { shipments: shipmentBody, deliveries: deliveryBody, delays: delayBody, words: wordBody };
    for (const order of [placed, lampLeft])
      for (const { kind, body } of all(nextFacts(order, now))) expect(bodies[kind].safeParse(body).success).toBe(true);
  });
});

describe('the shop’s time', () => {
  it('is the one of its zone, in summer and in winter', () => {
    showIn('Europe/Paris');
    expect(hourOn('2026-11-24', '14:00')).toBe('2026-11-24T13:00:00.000Z');
    expect(hourOn('2026-07-24', '14:00')).toBe('2026-07-24T12:00:00.000Z');
    expect(dayAfter('2026-11-24T23:30:00Z', 1)).toBe('2026-11-26');
    expect(moment('2026-11-24T17:00:00Z')).toBe('Tue 24 Nov, 18:00');
  });
});
