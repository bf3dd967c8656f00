import { describe, expect, it } from 'vitest';
import { deliveryDelay, incident, on, outcome, shipment, shippingDelay, stockOut, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const shippedAt = on('2026-11-24', '09:00');
const later = on('2026-11-26', '10:00');
const lastWeek = { until: on('2026-11-16', '18:00'), day: '2026-11-16' };
const underWay = async (): Promise<Story> => (await Story.ofOrder(placedAt)).tell(shipment('p1', shippedAt));

describe('a day that is past when it is told', () => {
  it('to ship by: the confirmation is the first warning', async () => {
    const story = await Story.ofOrder(placedAt, { shipBy: lastWeek });
    expect(story.order.told[0]).toMatchObject({ message: 'confirm-order', level: 1 });
    expect(story.lastText).toContain('not left yet');
  });

  it('to arrive by: the parcel is announced without it, and asked about at once', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', shippedAt, { deliverBy: lastWeek }));
    await story.until(shippedAt + 2000);
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'ask-delivery-check']);
    expect(story.shop.mailer.sent[1]?.text).not.toContain('16 November');
  });

  it('until which it is late: no new date is named, only when we write again', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shippingDelay(later - 86_400_000, '2026-11-20'));
    expect(story.fates.at(-1)).toBe('not later than promised');
    const other = await underWay();
    await other.tell(deliveryDelay(on('2026-11-27', '21:00'), 'p1', '2026-11-26'));
    expect(other.mails).not.toContain('warn-delivery-delay');
  });

  it('on which stock is back: waiting is not offered', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut([{ id: 'vase', quantity: 1 }], shippedAt, { restockOn: '2026-11-20' }));
    expect(story.order.told.at(-1)?.stock?.choices).not.toContain('wait');
  });

  it('until which a pickup point keeps it: the usual time is named', async () => {
    const story = await underWay();
    await story.tell(incident('p1', 'held-at-pickup', later, '2026-11-20'));
    expect(story.order.told.at(-1)?.promises[0]?.day).toBe('2026-12-08');
  });

  it('until which a case is in hand: the usual time to answer is named', async () => {
    const story = await underWay();
    await story.tell(word('problem', later, { about: 'damaged' }));
    await story.tell(outcome('in-hand', later + 3_600_000, { untilDay: '2026-11-20' }));
    expect(story.order.told.at(-1)?.promises[0]?.until).toBe(later + 3_600_000 + 48 * 3_600_000);
  });
});
