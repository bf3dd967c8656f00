import { describe, expect, it } from 'vitest';
import { cancellation, on, outcome, refund, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const next = on('2026-11-24', '09:00');
const cancelled = async (): Promise<Story> => (await Story.ofOrder(placedAt)).tell(cancellation('customer', next));

describe('money that is owed', () => {
  it('less than owed keeps the rest open, with a task, until it is all back', async () => {
    const story = await cancelled();
    await story.tell(refund('r1', 5000, on('2026-11-25', '10:00')));
    expect(story.order.told.at(-1)?.owed).toBe(2900);
    expect(story.tasks).toEqual(['refund-rest']);
    expect(story.states.at(-1)).toBe('AwaitRefund');
    await story.tell(refund('r2', 2900, on('2026-11-26', '10:00')));
    expect(story.openTasks).toEqual([]);
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('overdue is said three times, then it is a matter for staff', async () => {
    const story = await cancelled();
    await story.until(on('2027-01-15', '10:00'));
    expect(story.sentAt.slice(2)).toEqual([
      '2026-11-26 18:00 escalate-refund',
      '2026-11-28 18:00 escalate-refund',
      '2026-12-01 18:00 escalate-refund',
      '2026-12-03 18:00 hand-to-staff',
    ]);
    expect(story.tasks).toEqual(['find-refund', 'take-over']);
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('a refund in full before anything shipped counts as cancelled', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(refund('r1', 7900, next));
    expect(story.mails).toEqual(['confirm-order', 'announce-refund']);
    expect(story.order.closed?.how).toBe('cancelled');
  });

  it('a gesture of some money changes nothing else', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(refund('r1', 500, next));
    expect(story.mails).toEqual(['confirm-order', 'announce-refund']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });

  it('by a case is awaited, announced, and ends the order refunded', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next), word('problem', on('2026-11-26', '10:00'), { about: 'damaged' }));
    await story.tell(outcome('refund', on('2026-11-27', '10:00'), { amount: 4900 }));
    expect(story.mails.slice(2)).toEqual(['open-case', 'announce-settlement']);
    expect(story.order.told.at(-1)?.owed).toBe(4900);
    await story.tell(refund('r1', 4900, on('2026-11-28', '10:00')));
    expect(story.mails.at(-1)).toBe('announce-refund');
  });
});
