import { describe, expect, it } from 'vitest';
import { correction, delivery, on, order, shipment, shipmentCorrection, shippingDelay, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const shippedAt = on('2026-11-24', '09:00');
const later = on('2026-11-24', '11:00');

describe('a fact that is taken back', () => {
  it('that led to a message is corrected once, and everything is derived without it', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', shippedAt), correction('shipment:p1', later));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'correct-what-we-said']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-11-25', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
    await story.tell(shipment('p2', on('2026-11-26', '09:00')));
    expect(story.mails.at(-1)).toBe('announce-shipment');
  });

  it('that led to nothing is taken back in silence', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', shippedAt, { lines: [{ id: 'vase', quantity: 1 }] }),
      delivery('p1', later),
      correction('delivery:p1', later + 1000),
    );
    expect(story.mails).toEqual(['confirm-order', 'announce-partial-shipment']);
    expect(story.fates).toContain('delivery:p1 is taken back; nobody was told');
  });

  it('a scan that was none: the parcel is under way again', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', shippedAt), delivery('p1', later), correction('delivery:p1', later + 60_000));
    expect(story.mails.slice(2)).toEqual(['ask-delivery-check', 'correct-what-we-said']);
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    await story.tell(word('received', on('2026-11-26', '10:00')));
    expect(story.order.closed?.how).toBe('received');
  });

  it('a delay that was none: the first day counts again', async () => {
    const story = await Story.ofOrder(placedAt);
    const delay = shippingDelay(shippedAt, '2026-12-10', 'delay:x');
    await story.tell(delay, correction('delay:x', later));
    await story.until(on('2026-11-25', '18:00'));
    expect(story.sentAt.slice(1)).toEqual([
      '2026-11-24 09:00 warn-shipping-delay',
      '2026-11-24 11:00 correct-what-we-said',
      '2026-11-25 18:00 warn-shipping-delay',
    ]);
  });

  it('a complaint that was none: the case is gone, and its task', async () => {
    const story = await Story.ofOrder(placedAt);
    const problem = word('problem', later, { about: 'damaged' });
    await story.tell(shipment('p1', shippedAt), problem, correction(problem.id, later + 1000));
    expect(story.openTasks).toEqual([]);
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    await story.tell(word('problem', on('2026-11-25', '10:00'), { about: 'wrong' }));
    expect(story.order.told.at(-1)?.case?.id).toBe('case-2');
  });

  it('two at once are one word to the customer', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', shippedAt), delivery('p1', later));
    story.shop.stream = 'loses';
    await story.tell(correction('shipment:p1', later + 1000), correction('delivery:p1', later + 2000));
    story.shop.stream = 'delivers';
    await story.shop.sweep();
    expect(story.mails.slice(2)).toEqual(['ask-delivery-check', 'correct-what-we-said']);
  });

  it('a scan that was none, of a parcel that nobody had announced: it is announced now', async () => {
    const story = new Story(placedAt);
    await story.tell(shipment('p1', placedAt), delivery('p1', placedAt), order(placedAt + 60_000));
    await story.tell(correction('delivery:p1', placedAt + 120_000));
    expect(story.mails.filter((mail) => mail.startsWith('announce-'))).toEqual(['announce-shipment']);
    expect(story.states.at(-1)).toBe('AwaitDelivery');
  });

  it('that was all we knew of a parcel: whoever waits for our word about it hears that there is none', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', shippedAt, { lines: [{ id: 'vase', quantity: 1 }] }),
      delivery('p9', shippedAt + 1000),
      word('not-yet', later, { parcel: 'p9' }),
    );
    expect(story.mails.at(-1)).toBe('trace-parcel');
    await story.tell(correction('delivery:p9', later + 1000));
    expect(story.mails.at(-1)).toBe('correct-what-we-said');
  });

  it('a correction can be taken back itself', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', shippedAt),
      correction('shipment:p1', later),
      correction('correction:shipment:p1', later + 1000),
    );
    expect(story.mails.slice(2)).toEqual(['correct-what-we-said', 'correct-what-we-said']);
    expect(story.states.at(-1)).toBe('AwaitDelivery');
  });
});

describe('a shipment that was told wrongly', () => {
  it('is corrected, with the day that is promised now', async () => {
    const story = await Story.ofOrder(placedAt);
    const by = { until: on('2026-12-02', '20:00'), day: '2026-12-02' };
    await story.tell(
      shipment('p1', shippedAt),
      shipmentCorrection('p1', later, { trackingNumber: 'X9', deliverBy: by }),
    );
    expect(story.mails.at(-1)).toBe('correct-shipment');
    await story.until(on('2026-12-01', '10:00'));
    expect(story.mails.at(-1)).toBe('correct-shipment');
    await story.until(on('2026-12-02', '20:00'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
  });

  it('to a later day after the customer was asked whether it came is waited for until that day', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', shippedAt));
    await story.until(on('2026-11-27', '21:00'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
    const by = { until: on('2026-12-04', '20:00'), day: '2026-12-04' };
    await story.tell(shipmentCorrection('p1', on('2026-11-28', '09:00'), { deliverBy: by }));
    await story.until(on('2026-12-04', '19:00'));
    expect(story.mails.at(-1)).toBe('correct-shipment');
    await story.until(on('2026-12-04', '20:00'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
  });

  it('an older correction never overwrites a newer one', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', shippedAt),
      shipmentCorrection('p1', later, { trackingNumber: 'NEW' }),
      shipmentCorrection('p1', later + 1000, { trackingNumber: 'OLD', at: shippedAt }),
    );
    expect(story.mails.filter((mail) => mail === 'correct-shipment')).toHaveLength(1);
    expect(story.fates).toContain('overtaken by a later correction');
  });
});
