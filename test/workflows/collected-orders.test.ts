import { describe, expect, it } from 'vitest';
import { delivery, on, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const ready = on('2026-11-24', '09:00');
const collected = (): Promise<Story> => Story.ofOrder(placedAt, { kind: 'collect' });

describe('an order that is collected in the shop', () => {
  it('is ready, then collected: nobody asks whether it has arrived meanwhile', async () => {
    const story = await collected();
    expect(story.order.told[0]?.promises).toEqual([]);
    await story.tell(shipment('p1', ready));
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    await story.until(on('2026-12-02', '10:00'));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
    await story.tell(delivery('p1', on('2026-12-02', '11:00')), word('received', on('2026-12-02', '19:00')));
    expect(story.mails.slice(2)).toEqual(['ask-delivery-check', 'thank-customer']);
    expect(story.order.closed?.how).toBe('received');
  });

  it('and is not fetched is named once more, then somebody calls, then staff have it', async () => {
    const story = await collected();
    await story.tell(shipment('p1', ready));
    await story.until(on('2027-02-01', '10:00'));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'remind-pickup', 'hand-to-staff']);
    expect(story.tasks).toEqual(['call-about-pickup', 'take-over']);
  });

  it('is kept for the usual time where the day that the shop named has passed', async () => {
    const story = await collected();
    const past = { until: on('2026-11-20', '20:00'), day: '2026-11-20' };
    await story.tell(shipment('p1', ready, { deliverBy: past }));
    expect(story.order.told.at(-1)?.promises[0]?.day).toBe('2026-12-05');
  });

  it('is warned of in time when it is not ready', async () => {
    const story = await collected();
    await story.until(on('2026-11-25', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });
});

describe('lines that do not travel', () => {
  it('are never waited for', async () => {
    const story = await Story.ofOrder(placedAt, {
      lines: [
        { id: 'vase', quantity: 1, ships: true },
        { id: 'bowl', quantity: 2, ships: false },
      ],
    });
    await story.tell(shipment('p1', ready, { lines: [{ id: 'vase', quantity: 1 }] }));
    expect(story.mails.at(-1)).toBe('announce-shipment');
    expect(story.states.at(-1)).toBe('AwaitDelivery');
  });
});
