import { describe, expect, it } from 'vitest';
import { delivery, incident, notice, on, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const shippedAt = on('2026-11-24', '09:00');
const later = on('2026-11-25', '10:00');
const underWay = async (): Promise<Story> => (await Story.ofOrder(placedAt)).tell(shipment('p1', shippedAt));

describe('what befalls a parcel', () => {
  it.each(['failed-attempt', 'customs'] as const)('%s: is told, and the wait goes on', async (kind) => {
    const story = await underWay();
    await story.tell(incident('p1', kind, later));
    expect(story.mails.at(-1)).toBe('warn-delivery-incident');
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    expect(story.tasks).toEqual([]);
  });

  it.each([
    ['damaged', 'damaged'],
    ['lost', 'missing'],
    ['returned', 'return'],
    ['refused', 'return'],
  ] as const)('%s: the same message opens a case about “%s”, and nobody waits for it any more', async (kind, about) => {
    const story = await underWay();
    await story.tell(incident('p1', kind, later));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'warn-delivery-incident']);
    expect(story.order.told.at(-1)?.case).toMatchObject({ id: 'case-1', about, parcels: ['p1'] });
    expect(story.states.at(-1)).toBe('AwaitCaseOutcome');
    expect(story.tasks).toEqual(['answer-case']);
    await story.until(on('2026-11-30', '10:00'));
    expect(story.mails).not.toContain('ask-delivery-check');
  });

  it('during a case is told too, and joins it', async () => {
    const story = await underWay();
    await story.tell(
      word('problem', later, { about: 'missing', parcel: 'p1' }),
      incident('p1', 'lost', later + 3_600_000),
    );
    expect(story.mails.slice(2)).toEqual(['open-case', 'warn-delivery-incident']);
    expect(story.order.told.at(-1)).toMatchObject({ case: { id: 'case-1' }, task: { level: 2 } });
  });

  it('before its parcel is known waits for it', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(incident('p1', 'failed-attempt', on('2026-11-23', '12:00')), shipment('p1', shippedAt));
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment', 'warn-delivery-incident']);
  });

  it('after the customer has it is on record; on its way back, staff hear of it', async () => {
    const story = await underWay();
    await story.tell(word('received', later), incident('p1', 'lost', later + 1000));
    expect(story.tasks).toEqual([]);
    await story.tell(incident('p1', 'returned', on('2026-12-01', '10:00')));
    expect(story.tasks).toEqual(['settle-return']);
    expect(story.mails).not.toContain('warn-delivery-incident');
  });

  it('a failure that the carrier does not name is a matter for staff', async () => {
    const story = await underWay();
    await story.tell(notice('p1', later));
    expect(story.tasks).toEqual(['look-into-delivery']);
    expect(story.states.at(-1)).toBe('AwaitDelivery');
  });
});

describe('a parcel at a pickup point', () => {
  it('is good news; two days before its time is over it is named once more, then somebody calls, then staff', async () => {
    const story = await underWay();
    await story.tell(incident('p1', 'held-at-pickup', later, '2026-12-04'));
    await story.until(on('2027-01-10', '10:00'));
    expect(story.sentAt.slice(2)).toEqual([
      '2026-11-25 10:00 announce-pickup',
      '2026-12-02 20:00 remind-pickup',
      '2026-12-06 20:00 hand-to-staff',
    ]);
    expect(story.tasks).toEqual(['call-about-pickup', 'take-over']);
    expect(story.mails).not.toContain('ask-delivery-check');
  });

  it('is kept ten opening days where nobody says until when', async () => {
    const story = await underWay();
    await story.tell(incident('p1', 'held-at-pickup', later));
    expect(story.order.told.at(-1)?.promises[0]?.day).toBe('2026-12-07');
  });

  it('collected: the check follows', async () => {
    const story = await underWay();
    await story.tell(incident('p1', 'held-at-pickup', later, '2026-12-04'), delivery('p1', on('2026-11-27', '11:00')));
    expect(story.mails.slice(2)).toEqual(['announce-pickup', 'ask-delivery-check']);
  });

  it('told twice with the same day is told once; with another day again', async () => {
    const story = await underWay();
    await story.tell(
      incident('p1', 'held-at-pickup', later, '2026-12-04'),
      incident('p1', 'held-at-pickup', later + 1000, '2026-12-04'),
      incident('p1', 'held-at-pickup', later + 2000, '2026-12-05'),
    );
    expect(story.mails.slice(2)).toEqual(['announce-pickup', 'announce-pickup']);
  });

  it('“not yet” is answered by where it waits; a second time it is a case', async () => {
    const story = await underWay();
    await story.tell(
      incident('p1', 'held-at-pickup', later, '2026-12-04'),
      word('not-yet', on('2026-11-26', '10:00')),
      word('not-yet', on('2026-11-27', '10:00')),
    );
    expect(story.mails.slice(2)).toEqual(['announce-pickup', 'remind-pickup', 'open-case']);
  });

  it('after a check that nobody answered is no longer asked about', async () => {
    const story = await underWay();
    await story.until(on('2026-11-27', '20:00'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
    await story.tell(incident('p1', 'held-at-pickup', on('2026-11-28', '10:00'), '2026-12-10'));
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    await story.until(on('2026-12-07', '10:00'));
    expect(story.mails.at(-1)).toBe('announce-pickup');
  });
});
