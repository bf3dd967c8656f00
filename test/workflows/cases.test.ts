import { describe, expect, it } from 'vitest';
import { delivery, on, outcome, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const opensAt = on('2026-11-26', '10:00');
const answered = on('2026-11-27', '09:00');
const complaint = async (about: 'damaged' | 'missing' = 'damaged'): Promise<Story> => {
  const story = await Story.ofOrder(placedAt);
  return story.tell(shipment('p1', on('2026-11-24', '09:00')), word('problem', opensAt, { about, parcel: 'p1' }));
};

describe('a replacement of what had come though nobody told of a parcel', () => {
  it('is promised like any other, and warned of when it is late', async () => {
    const story = await Story.ofOrder(on('2026-11-23', '10:00'));
    const told = on('2026-11-24', '10:00');
    await story.tell(
      word('received', told),
      delivery('p1', told + 1000),
      word('problem', told + 2000, { about: 'damaged' }),
      outcome('replacement', told + 3000, { untilDay: '2026-12-01' }),
    );
    expect(story.order.awaiting?.stage).toBe('AwaitShipment');
    await story.until(on('2026-12-01', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });
});

describe('a case', () => {
  it('in hand until a day: the customer hears it, and the clock moves to that day', async () => {
    const story = await complaint();
    await story.tell(outcome('in-hand', answered, { untilDay: '2026-12-04' }));
    expect(story.mails.at(-1)).toBe('announce-progress');
    expect(story.states.at(-1)).toBe('AwaitCaseOutcome');
    await story.until(on('2026-12-04', '17:00'));
    expect(story.mails.at(-1)).toBe('announce-progress');
    await story.until(on('2026-12-04', '18:00'));
    expect(story.mails.at(-1)).toBe('apologise-for-wait');
  });

  it('answered: said, settled, and done for staff', async () => {
    const story = await complaint();
    await story.tell(outcome('answered', answered));
    expect(story.mails.at(-1)).toBe('announce-settlement');
    expect(story.openTasks).toEqual([]);
    expect(story.order.closed?.how).toBe('settled');
  });

  it('a replacement is a new parcel to ship with its own promise', async () => {
    const story = await complaint('missing');
    await story.tell(outcome('replacement', answered));
    expect(story.mails.at(-1)).toBe('announce-settlement');
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-11-30', '18:00'));
    expect(story.sentAt.at(-1)).toBe('2026-11-30 18:00 warn-shipping-delay');
    await story.tell(shipment('p2', on('2026-12-01', '10:00')), delivery('p2', on('2026-12-03', '11:00')));
    expect(story.mails.slice(-2)).toEqual(['announce-shipment', 'ask-delivery-check']);
    await story.tell(word('received', on('2026-12-03', '19:00')));
    expect(story.order.closed?.how).toBe('received');
  });

  it('nobody says anything: reminded at half time, two honest words, then staff have it all', async () => {
    const story = await complaint();
    await story.until(on('2027-01-10', '10:00'));
    expect(story.mails.slice(3)).toEqual(['apologise-for-wait', 'apologise-for-wait', 'hand-to-staff']);
    expect(story.states).toContain('RemindStaff');
  });

  it('another complaint joins it; an outcome of a case that never was is on record', async () => {
    const story = await complaint();
    await story.tell(
      word('problem', answered, { about: 'wrong' }),
      outcome('answered', answered + 1, { of: 'case-7' }),
    );
    expect(story.order.told.at(-1)).toMatchObject({ message: 'ask-staff', case: { id: 'case-1' } });
    await story.until(on('2027-01-10', '10:00'));
    expect(story.fates).toContain('about a case that was never opened');
  });

  it('gives a promo where staff say so', async () => {
    const story = await complaint();
    await story.tell(outcome('answered', answered, { promo: true }));
    expect(story.order.told.at(-1)?.promo).toMatchObject({ code: expect.any(String) });
  });
});
