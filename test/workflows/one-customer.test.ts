import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import { synthesisedDefinition } from '../../workflows/definition.ts';
import {
  delivery,
  incident,
  on,
  order,
  orderDetails,
  outcome,
  shipment,
  shop as settings,
  word,
} from '../shop/facts.ts';

const definition = synthesisedDefinition();
const placedAt = on('2026-11-23', '10:00');
const { locale: _, email: __, phone, ...withoutAddress } = orderDetails.customer;

let shop: VirtualShop;
beforeEach(async () => {
  shop = new VirtualShop(definition, placedAt);
  shop.open('demo', settings);
  await shop.customers.keep('demo', 'anne', { ...orderDetails.customer, asOf: placedAt });
});

async function tell(id: string, ...facts: Fact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.learnedAt > shop.clock.now()) await shop.moveTo(fact.learnedAt);
    await shop.tell('demo', id, fact, fact.name === 'order' ? { ...orderDetails } : undefined);
  }
}

const ordered = (id: string, more: Parameters<typeof order>[1] = {}): Promise<void> =>
  tell(id, order(placedAt, { id: `order:${id}`, number: `#${id}`, ...more }));
const promosOf = async (id: string) =>
  (await shop.orders.find('demo', id))?.told.flatMap(({ promo }) => (promo === undefined ? [] : [promo]));
const addressees = (): string[] => shop.mailer.sent.map(({ tags, to }) => `${tags['message']} to ${to}`);

describe('a customer with two orders', () => {
  it('is offered nothing on the one that goes well while the other has a case, nor fourteen days after', async () => {
    await ordered('1001');
    await ordered('1002');
    await tell('1001', shipment('p1', on('2026-11-24', '09:00')), incident('p1', 'damaged', on('2026-11-25', '09:00')));
    await tell('1002', shipment('p2', on('2026-11-24', '09:30')), delivery('p2', on('2026-11-25', '12:00')));
    expect(await promosOf('1002')).toEqual([{ leftOut: 'order 1001: a case is open', held: { percent: 10 } }]);
    await tell('1001', outcome('answered', on('2026-11-26', '10:00')));
    await tell('1002', word('received', on('2026-11-26', '19:00')));
    expect((await promosOf('1002'))?.at(-1)).toEqual({
      leftOut: 'order 1001: there was a problem less than two weeks ago',
      held: { percent: 10 },
    });
  });

  it('is offered a promo again two weeks after the case', async () => {
    await ordered('1001');
    await ordered('1002', {
      shipBy: { until: on('2026-12-12', '18:00') },
      deliverBy: { until: on('2026-12-15', '20:00') },
    });
    await tell('1001', shipment('p1', on('2026-11-24', '09:00')), incident('p1', 'damaged', on('2026-11-25', '09:00')));
    await tell('1001', outcome('answered', on('2026-11-26', '10:00')));
    await tell('1002', shipment('p2', on('2026-12-09', '09:00')), delivery('p2', on('2026-12-10', '10:00')));
    expect(await promosOf('1002')).toMatchObject([{ discount: { percent: 10 } }]);
  });

  it('is offered a promo while another customer has a case', async () => {
    await ordered('1001', { customer: 'zoe' });
    await ordered('1002');
    await tell('1001', shipment('p1', on('2026-11-24', '09:00')), incident('p1', 'damaged', on('2026-11-25', '09:00')));
    await tell('1002', shipment('p2', on('2026-11-24', '09:30')), delivery('p2', on('2026-11-25', '12:00')));
    expect(await promosOf('1002')).toMatchObject([{ discount: { percent: 10 } }]);
  });
});

describe('a customer whose address changes', () => {
  it('gets the next mail at the new one', async () => {
    await ordered('1001');
    await shop.customers.reach('demo', 'anne', { email: 'new@customers.example' }, placedAt + 1000, undefined);
    await tell('1001', shipment('p1', on('2026-11-24', '09:00')));
    expect(addressees()).toEqual([
      'confirm-order to anne@customers.example',
      'announce-shipment to new@customers.example',
    ]);
  });

  it('is called while there is none, and written to from the first', async () => {
    await shop.customers.keep('demo', 'max', { ...withoutAddress, phone, asOf: placedAt });
    const details = { ...orderDetails, customer: { ...withoutAddress, phone } };
    await shop.tell('demo', '1001', order(placedAt, { customer: 'max', mailable: false }), details);
    expect(addressees()).toEqual([]);
    const [confirmed] = (await shop.orders.find('demo', '1001'))!.told;
    expect(confirmed).toMatchObject({ unsent: 'the customer has no e-mail address', task: { why: 'call-customer' } });
    await shop.customers.reach('demo', 'max', { email: 'max@customers.example' }, placedAt + 1000, undefined);
    await tell('1001', shipment('p1', on('2026-11-24', '09:00')));
    expect(addressees()).toEqual(['announce-shipment to max@customers.example']);
    const announced = (await shop.orders.find('demo', '1001'))!.told.at(-1);
    expect(announced?.task).toBeUndefined();
  });
});
