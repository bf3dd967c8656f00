import { describe, expect, it } from 'vitest';
import {
  cancellation,
  change,
  correction,
  delivery,
  on,
  payment,
  shipment,
  shippingDelay,
  word,
} from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const awaited = (): Promise<Story> => Story.ofOrder(placedAt, { payment: 'awaited' });

describe('an order that is still to be paid', () => {
  it('is reminded of once, asked about by a person, and let go', async () => {
    const story = await awaited();
    expect(story.states.at(-1)).toBe('AwaitPayment');
    await story.until(on('2027-01-10', '10:00'));
    expect(story.sentAt).toEqual(['2026-11-23 10:00 confirm-order', '2026-11-27 14:00 remind-payment']);
    expect(story.tasks).toEqual(['settle-payment']);
    expect(story.order.closed).toMatchObject({ how: 'unpaid' });
  });

  it('promises nothing before the money is there; then its days count from that', async () => {
    const story = await awaited();
    await story.tell(payment('paid', on('2026-11-26', '10:00')));
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-11-28', '17:00'));
    expect(story.mails).toEqual(['confirm-order']);
    await story.until(on('2026-11-28', '18:00'));
    expect(story.sentAt.at(-1)).toBe('2026-11-28 18:00 warn-shipping-delay');
  });

  it('hears that it leaves later once it is paid, and not before', async () => {
    const story = await awaited();
    await story.tell(shippingDelay(on('2026-11-24', '10:00'), '2026-12-10'));
    expect(story.mails).toEqual(['confirm-order']);
    await story.tell(payment('paid', on('2026-11-26', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'warn-shipping-delay']);
  });

  it('is let go though it would have left later', async () => {
    const story = await awaited();
    await story.tell(shippingDelay(on('2026-11-24', '10:00'), '2026-12-10'));
    await story.until(on('2027-01-10', '10:00'));
    expect(story.mails).toEqual(['confirm-order', 'remind-payment']);
    expect(story.order.closed?.how).toBe('unpaid');
  });

  it('changed to another day leaves by that day, once it is paid', async () => {
    const story = await awaited();
    const shipBy = { until: on('2026-12-10', '18:00'), day: '2026-12-10' };
    await story.tell(change(on('2026-11-24', '10:00'), { shipBy }), payment('paid', on('2026-11-26', '10:00')));
    expect(story.order.told.at(-1)?.promises).toEqual([]);
    expect(story.shop.mailer.sent.at(-1)?.text).toContain('The days count from your payment');
    await story.until(on('2026-12-10', '17:00'));
    expect(story.mails).toEqual(['confirm-order', 'confirm-change']);
    await story.until(on('2026-12-10', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('shipped all the same goes on as any other', async () => {
    const story = await awaited();
    await story.tell(
      shipment('p1', on('2026-11-24', '10:00')),
      delivery('p1', on('2026-11-26', '11:00')),
      word('received', on('2026-11-26', '19:00')),
    );
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'ask-delivery-check', 'thank-customer']);
    expect(story.order.closed?.how).toBe('received');
  });

  it('whose card is refused is told so at once, and that is the one reminder', async () => {
    const story = await awaited();
    await story.tell(payment('failed', on('2026-11-23', '10:05')));
    await story.until(on('2027-01-10', '10:00'));
    expect(story.sentAt.slice(1)).toEqual(['2026-11-23 10:05 remind-payment']);
    expect(story.order.closed?.how).toBe('unpaid');
  });

  it('and is history: a card that is refused is a matter for staff', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'awaited', history: true });
    await story.tell(payment('failed', on('2026-11-23', '10:05')));
    expect(story.mails).toEqual([]);
    expect(story.tasks).toEqual(['settle-payment']);
  });

  it('cancelled owes nothing back', async () => {
    const story = await awaited();
    await story.tell(cancellation('customer', on('2026-11-24', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('paid after it was cancelled is a matter for staff: the money goes back', async () => {
    const story = await awaited();
    await story.tell(cancellation('customer', on('2026-11-24', '10:00')), payment('paid', on('2026-11-24', '11:00')));
    expect(story.tasks).toEqual(['return-payment']);
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
  });

  it('whose payment was none hears that what was promised since was a mistake', async () => {
    const story = await awaited();
    const shipBy = { until: on('2026-12-10', '18:00'), day: '2026-12-10' };
    await story.tell(
      payment('paid', on('2026-11-24', '10:00')),
      change(on('2026-11-24', '11:00'), { shipBy }),
      correction('payment:paid', on('2026-11-24', '12:00')),
    );
    expect(story.mails.at(-1)).toBe('correct-what-we-said');
    expect(story.states.at(-1)).toBe('AwaitPayment');
  });

  it('paid after it was let go is taken up again', async () => {
    const story = await awaited();
    await story.until(on('2027-01-10', '10:00'));
    await story.tell(payment('paid', on('2027-01-11', '10:00')));
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
  });

  it('of things that do not travel is closed once it is paid', async () => {
    const lines = [{ id: 'vase', quantity: 1, ships: false }];
    const story = await Story.ofOrder(placedAt, { payment: 'awaited', lines });
    expect(story.states.at(-1)).toBe('AwaitPayment');
    await story.tell(payment('paid', on('2026-11-24', '10:00')));
    expect(story.order.closed?.how).toBe('nothing-to-ship');
  });
});

describe('a card that is charged when the order is made ready', () => {
  it('has paid: cancelled after that, the money is owed', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'authorised' });
    await story.tell(payment('paid', on('2026-11-23', '15:00')), cancellation('customer', on('2026-11-24', '10:00')));
    expect(story.order.told.at(-1)?.owed).toBe(7900);
  });
});

describe('a payment that fails after it counted as made', () => {
  it('is a matter for staff', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(payment('failed', on('2026-11-24', '10:00')));
    expect(story.tasks).toEqual(['look-into-payment']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });
});
