import { describe, expect, it } from 'vitest';
import { endOfShippingDay } from '../../functions/domain/calendar/calendar.ts';
import { delivery, on, shipment, shippingDelay, shop, word } from '../shop/facts.ts';
import { Story } from './story.ts';

// Placed on Monday 23 November at 10:00: promised to leave by Wednesday 25, 18:00.
const placed = on('2026-11-23', '10:00');

describe('a shop that says it will be late', () => {
  it('warns once with the reason and both new days, and waits on', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shippingDelay(on('2026-11-24', '09:00'), '2026-11-27'));
    expect(story.sentAt.at(-1)).toBe('2026-11-24 09:00 warn-shipping-delay');
    expect(story.lastText).toContain('27 November');
    expect(story.lastText).toContain('1 December');
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
    await story.until(on('2026-11-27', '17:00'));
    expect(story.mails).toEqual(['confirm-order', 'warn-shipping-delay']);
  });

  it('says nothing of a day that is not later than promised', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shippingDelay(on('2026-11-24', '09:00'), '2026-11-25'));
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.fates).toContain('not later than promised');
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
  });

  it('says nothing when everything has left already', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-24', '09:00')), shippingDelay(on('2026-11-24', '10:00'), '2026-11-27'));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
    expect(story.fates).toContain('everything has left already');
  });

  it('without a new date promises when we write again', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shippingDelay(on('2026-11-24', '09:00')));
    expect(story.lastText).toContain('We have no new date yet');
    expect(story.lastText).toContain('Claire Moreau');
    expect(story.lastText).toContain('26 November');
  });
});

describe('ship-by passes in silence', () => {
  it('warns within the second, apologises, offers the choice, then hands the order to staff', async () => {
    const story = await Story.ofOrder(placed);
    await story.until(on('2026-12-15', '10:00'));
    expect(story.sentAt).toEqual([
      '2026-11-23 10:00 confirm-order',
      '2026-11-25 18:00 warn-shipping-delay',
      '2026-11-27 18:00 warn-shipping-delay',
      '2026-11-28 18:00 warn-shipping-delay',
      '2026-11-30 18:00 hand-to-staff',
    ]);
    expect(story.states).toEqual([
      'ConfirmOrder',
      'AwaitShipment',
      'WhichPromise',
      'WarnShippingDelay',
      'ResumeOrder',
      'AwaitShipment',
      'WhichPromise',
      'WarnShippingDelay',
      'ResumeOrder',
      'AwaitShipment',
      'WhichPromise',
      'WarnShippingDelay',
      'ResumeOrder',
      'AwaitShipment',
      'WhichPromise',
      'HandToStaff',
      'ResumeOrder',
      'CloseOrder',
    ]);
    expect(story.order.closed?.how).toBe('handed-to-staff');
    const [, first, second, third] = story.order.told;
    expect([first?.task, second?.task?.why]).toEqual([undefined, 'find-ship-date']);
    expect(third?.level).toBe(3);
    expect(third?.task).toMatchObject({ task: second?.task?.task, level: 2 });
    expect(story.order.told.at(-1)?.task?.why).toBe('take-over');
  });

  it('is never more than a second late with the warning', async () => {
    const story = await Story.ofOrder(placed);
    const shipBy = endOfShippingDay(shop, '2026-11-25');
    await story.until(shipBy + 1000);
    const warned = story.shop.mailer.sent.at(-1)!;
    expect(warned.tags['message']).toBe('warn-shipping-delay');
    expect(Math.abs(warned.at - shipBy)).toBeLessThanOrEqual(1000);
  });

  it('counts moved dates as well: the third warning offers the choice, whatever the causes were', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shippingDelay(on('2026-11-24', '09:00'), '2026-11-26'));
    await story.tell(shippingDelay(on('2026-11-26', '09:00'), '2026-11-27'));
    await story.until(on('2026-11-27', '18:01'));
    expect(story.mails.filter((mail) => mail === 'warn-shipping-delay')).toHaveLength(3);
    expect(story.order.told.at(-1)?.level).toBe(3);
    expect(story.lastText.toLowerCase()).toContain('cancel');
  });

  it('goes on where it stood when the parcel leaves at last', async () => {
    const story = await Story.ofOrder(placed);
    await story.tell(shipment('p1', on('2026-11-26', '11:00')), delivery('p1', on('2026-11-28', '11:00')));
    await story.tell(word('received', on('2026-11-28', '12:00')));
    expect(story.mails).toEqual([
      'confirm-order',
      'warn-shipping-delay',
      'announce-shipment',
      'ask-delivery-check',
      'thank-customer',
    ]);
    expect(story.order.closed?.how).toBe('received');
  });
});

describe('an order that was late before we heard of it', () => {
  it('is confirmed with its first warning in it', async () => {
    const story = await Story.ofOrder(placed, { shipBy: { until: on('2026-11-22', '18:00'), day: '2026-11-22' } });
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order.told[0]).toMatchObject({ level: 1, promises: [{ promise: 'deliver' }, { promise: 'write' }] });
    await story.until(on('2026-11-25', '18:01'));
    expect(story.mails).toEqual(['confirm-order', 'warn-shipping-delay']);
    expect(story.order.told.at(-1)?.level).toBe(2);
  });
});
