import { describe, expect, it } from 'vitest';
import { delivery, deliveryDelay, on, order, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placed = on('2026-11-23', '10:00');
const vase = [{ id: 'vase', quantity: 1 }];
const bowls = [{ id: 'bowl', quantity: 2 }];

describe('an order in two parcels', () => {
  it('announces the first with what is still to come, the second as the whole, and asks once both are there', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00'), { lines: vase }));
    expect(story.mails.at(-1)).toBe('announce-partial-shipment');
    expect(story.lastText).toContain('Small bowl');
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
    await story.tell(shipment('p2', on('2026-11-25', '10:00'), { lines: bowls }));
    expect(story.mails.at(-1)).toBe('announce-shipment');
    expect(story.lastText).not.toContain('Blue vase');
    await story.tell(delivery('p1', on('2026-11-26', '10:00')));
    expect(story.mails.at(-1)).toBe('announce-shipment');
    expect(story.fates).toContain('not everything has arrived yet');
    await story.tell(delivery('p2', on('2026-11-27', '10:00')), word('received', on('2026-11-27', '12:00')));
    expect(story.mails.slice(-2)).toEqual(['ask-delivery-check', 'thank-customer']);
    expect(story.order.told.at(-2)?.covers).toEqual(['p1', 'p2']);
    expect(story.order.closed?.how).toBe('received');
  });

  it('covers both in one message when they are told before the first could be announced', async () => {
    const story = new Story(placed);
    await story.tell(shipment('p1', placed, { lines: vase }), shipment('p2', placed, { lines: bowls }), order(placed));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
    expect(story.order.told.at(-1)?.covers).toEqual(['p1', 'p2']);
  });

  it('is not late when the one that was scanned first turns out to hold only some of it', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(
      delivery('p1', on('2026-11-24', '10:00')),
      shipment('p2', on('2026-11-24', '11:00')),
      shipment('p1', on('2026-11-24', '12:00'), { lines: vase }),
    );
    await story.until(on('2026-11-25', '18:01'));
    expect(story.mails).not.toContain('warn-shipping-delay');
  });

  it('warns about the rest when it does not leave', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00'), { lines: vase }));
    await story.until(on('2026-11-25', '18:01'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
    expect(story.lastText).toContain('Small bowl');
    expect(story.lastText).not.toContain('Blue vase');
  });
});

describe('facts in another order than things happened', () => {
  it('a shipment told before its order is announced after the confirmation, in the eight states', async () => {
    const story = new Story(placed);
    await story.tell(shipment('p1', placed));
    expect(story.states).toEqual([]);
    await story.tell(order(placed + 1000));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
    expect(story.states.slice(0, 4)).toEqual(['ConfirmOrder', 'AwaitShipment', 'AnnounceShipment', 'AwaitDelivery']);
  });

  it('a delivery of a parcel nobody told counts as shipped, without an announcement', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(delivery('p9', on('2026-11-24', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'ask-delivery-check']);
    await story.tell(shipment('p9', on('2026-11-24', '11:00')));
    expect(story.mails).toEqual(['confirm-order', 'ask-delivery-check']);
    expect(story.fates).toContain('already delivered');
  });

  it('a parcel beyond what was ordered is announced as an extra one', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')), shipment('p2', on('2026-11-24', '12:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'announce-shipment']);
  });

  it('the same fact twice says nothing twice', async () => {
    const story = await Story.ofOrder(placed);
    const left = shipment('p1', on('2026-11-24', '10:00'));
    await story.tell(left, left, left);
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
  });
});

describe('on the way', () => {
  it('a scan at night is asked about at eight in the morning', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')), delivery('p1', on('2026-11-25', '22:30')));
    expect(story.mails).not.toContain('ask-delivery-check');
    await story.until(on('2026-11-26', '08:01'));
    expect(Math.abs(story.shop.mailer.sent.at(-1)!.at - on('2026-11-26', '08:00'))).toBeLessThanOrEqual(1000);
    await story.tell(word('received', on('2026-11-26', '09:00')));
    expect(story.order.closed?.how).toBe('received');
  });

  it('a day that passes without a scan is asked about in other words, at once', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    await story.until(on('2026-11-27', '20:01'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
    expect(story.order.told.at(-1)).toMatchObject({ scanned: false });
    expect(story.lastText).not.toContain('10%');
  });

  it('a later day is told once a day and parcel; an earlier one not at all', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    await story.tell(deliveryDelay(on('2026-11-25', '09:00'), 'p1', '2026-11-30'));
    await story.tell(deliveryDelay(on('2026-11-25', '10:00'), 'p1', '2026-11-29'));
    await story.tell(deliveryDelay(on('2026-11-25', '11:00'), 'p1', '2026-12-02'));
    expect(story.mails.filter((mail) => mail === 'warn-delivery-delay')).toHaveLength(1);
    await story.until(on('2026-11-26', '08:01'));
    expect(story.mails.filter((mail) => mail === 'warn-delivery-delay')).toHaveLength(2);
    await story.until(on('2026-12-02', '19:00'));
    expect(story.mails).not.toContain('ask-delivery-check');
    await story.until(on('2026-12-02', '20:01'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
  });

  it('of several later days in one day only the last word is passed on', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    await story.tell(deliveryDelay(on('2026-11-25', '09:00'), 'p1', '2026-12-01'));
    await story.tell(deliveryDelay(on('2026-11-25', '10:00'), 'p1', '2026-12-04'));
    await story.tell(deliveryDelay(on('2026-11-25', '11:00'), 'p1', '2026-11-30'));
    await story.until(on('2026-11-26', '09:00'));
    expect(story.mails.filter((mail) => mail === 'warn-delivery-delay')).toHaveLength(1);
    expect(story.fates).toContain('overtaken by a later word');
  });

  it('a delay of a parcel that we do not know yet waits for it', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(deliveryDelay(on('2026-11-24', '09:00'), 'p1', '2026-12-01'));
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
    await story.tell(shipment('p1', on('2026-11-24', '10:00')));
    expect(story.mails.at(-1)).toBe('announce-shipment');
    expect(story.lastText).toContain('1 December');
    expect(Object.keys(story.order.fates)).toHaveLength(3);
  });
});
