import { describe, expect, it } from 'vitest';
import { cancellation, delivery, on, order, refund, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const next = on('2026-11-24', '09:00');
const vase = [{ id: 'vase', quantity: 1 }];

describe('a cancellation before anything left', () => {
  it('is confirmed, and the order ends cancelled once the money is back', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', next));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.states.at(-1)).toBe('AwaitRefund');
    await story.tell(refund('r1', 7900, on('2026-11-25', '10:00')));
    expect(story.mails.at(-1)).toBe('announce-refund');
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('is all that is confirmed where the order is told after it', async () => {
    const story = new Story(placedAt);
    await story.tell(cancellation('shop', placedAt), order(placedAt + 60_000, { at: placedAt }));
    expect(story.mails).toEqual(['confirm-cancellation']);
  });

  it.each(['authorised', 'on-delivery', 'invoice'] as const)('owes nothing where payment is %s', async (payment) => {
    const story = await Story.ofOrder(placedAt, { payment });
    await story.tell(cancellation('customer', next));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('of some lines leaves the rest as it was', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', next, vase), shipment('p1', on('2026-11-24', '12:00')));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation', 'announce-shipment']);
    expect(story.order.told[1]?.owed).toBe(4900);
    await story.tell(delivery('p1', on('2026-11-26', '11:00')), word('received', on('2026-11-26', '19:00')));
    expect(story.states.at(-1)).toBe('AwaitRefund');
    await story.tell(refund('r1', 4900, on('2026-11-27', '10:00')));
    expect(story.order.closed?.how).toBe('received');
  });

  it('of a parcel under way that the customer misses is answered by a person: nobody searches for it', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'invoice' });
    await story.tell(
      shipment('p1', next),
      cancellation('shop', next + 1000),
      word('not-yet', on('2026-11-26', '10:00')),
    );
    expect(story.mails.slice(2)).toEqual(['confirm-cancellation', 'open-case']);
    expect(story.tasks).toEqual(['answer-case']);
  });

  it('of what is under way, while a case is open, says that its day is no more', async () => {
    const story = await Story.ofOrder(placedAt);
    const problem = word('problem', on('2026-11-24', '12:00'), { about: 'damaged', parcel: 'p1' });
    await story.tell(shipment('p1', next, { lines: vase }), shipment('p2', next + 1000), problem);
    await story.tell(cancellation('customer', on('2026-11-24', '15:00')));
    expect(story.mails.slice(3)).toEqual(['open-case', 'open-case']);
    expect(story.tasks).toEqual(['answer-case']);
  });

  it('told twice is confirmed once', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', next), cancellation('shop', next + 1000));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.fates).toContain('nothing of it is left to cancel');
  });

  it('shipped all the same: staff are to call it back, and nothing is announced', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'invoice' });
    await story.tell(cancellation('customer', next), shipment('p1', on('2026-11-24', '12:00')));
    expect(story.tasks).toEqual(['recall-shipment']);
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    await story.tell(delivery('p1', on('2026-11-26', '11:00')));
    await story.until(on('2027-02-01', '10:00'));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.order.closed?.how).toBe('cancelled');
  });
});

describe('a cancellation after it left', () => {
  it('by the shop is confirmed, with what to refuse or return; nobody asks whether it arrived', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next), cancellation('shop', on('2026-11-25', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'confirm-cancellation']);
    expect(story.order.told.at(-1)?.owed).toBe(7900);
    await story.tell(delivery('p1', on('2026-11-26', '11:00')), refund('r1', 7900, on('2026-11-26', '12:00')));
    expect(story.mails.slice(3)).toEqual(['announce-refund']);
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('by the customer opens a case about its return', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next), cancellation('customer', on('2026-11-25', '10:00')));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'open-case']);
    expect(story.order.told.at(-1)?.case).toMatchObject({ id: 'case-1', about: 'return', parcels: ['p1'] });
  });

  it('of an order of which some left cancels the rest, and opens the case in the same message', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next, { lines: vase }), cancellation('customer', on('2026-11-25', '10:00')));
    expect(story.mails.at(-1)).toBe('confirm-cancellation');
    expect(story.order.told.at(-1)).toMatchObject({ owed: 3000, case: { about: 'return', parcels: ['p1'] } });
    expect(story.states.at(-1)).toBe('AwaitCaseOutcome');
  });
});
