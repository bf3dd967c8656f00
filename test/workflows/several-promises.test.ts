import { describe, expect, it } from 'vitest';
import { cancellation, delivery, incident, on, outcome, refund, shipment, shippingDelay, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const vase = [{ id: 'vase', quantity: 1 }];

describe('several promises open at once', () => {
  it('a parcel goes astray while the rest leaves late and a case runs: each is kept in sight', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', on('2026-11-24', '09:00'), { lines: vase }),
      incident('p1', 'lost', on('2026-11-25', '09:00')),
    );
    expect(story.states.at(-1)).toBe('AwaitCaseOutcome');
    await story.until(on('2026-11-26', '12:00'));
    expect(story.sentAt.slice(3)).toEqual(['2026-11-25 18:00 warn-shipping-delay']);
    expect(story.states).toContain('RemindStaff');
    await story.tell(shippingDelay(on('2026-11-26', '14:00'), '2026-12-02'));
    await story.until(on('2026-11-27', '10:00'));
    expect(story.sentAt.slice(4)).toEqual([
      '2026-11-26 14:00 warn-shipping-delay',
      '2026-11-27 09:00 apologise-for-wait',
    ]);
    await story.tell(outcome('replacement', on('2026-11-27', '12:00'), { untilDay: '2026-12-03' }));
    expect(story.states.at(-1)).toBe('AwaitShipment');
    // The bowls are promised for the 2nd, the new vase for the 3rd.
    await story.tell(shipment('p2', on('2026-12-02', '10:00'), { lines: [{ id: 'bowl', quantity: 2 }] }));
    expect(story.mails.at(-1)).toBe('announce-partial-shipment');
    await story.until(on('2026-12-03', '18:00'));
    expect(story.sentAt.at(-1)).toBe('2026-12-03 18:00 warn-shipping-delay');
    await story.tell(shipment('p3', on('2026-12-04', '10:00')));
    await story.tell(delivery('p2', on('2026-12-04', '11:00')), delivery('p3', on('2026-12-07', '11:00')));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
    await story.tell(word('received', on('2026-12-07', '19:00')));
    expect(story.order.closed?.how).toBe('received');
  });

  it('money is owed while the rest travels and nobody says that it arrived', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('shop', on('2026-11-23', '15:00'), vase), shipment('p1', on('2026-11-24', '09:00')));
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    await story.until(on('2026-11-27', '21:00'));
    expect(story.sentAt.slice(3)).toEqual([
      '2026-11-25 18:00 escalate-refund',
      '2026-11-27 18:00 escalate-refund',
      '2026-11-27 20:00 ask-delivery-check',
    ]);
    await story.tell(word('received', on('2026-11-28', '10:00')));
    expect(story.states.at(-1)).toBe('AwaitRefund');
    await story.tell(refund('r1', 4900, on('2026-11-28', '12:00')));
    expect(story.order.closed?.how).toBe('received');
  });
});

describe('what goes wrong while a case is open', () => {
  it('joins it, and the customer hears of it: a search whose day passes', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', on('2026-11-24', '09:00'), { lines: vase }),
      shipment('p2', on('2026-11-24', '10:00')),
      word('not-yet', on('2026-11-26', '10:00'), { parcel: 'p2' }),
      word('problem', on('2026-11-27', '10:00'), { parcel: 'p1', about: 'damaged' }),
    );
    await story.until(on('2026-11-30', '18:00'));
    const joining = story.order.told.filter(({ message }) => message === 'open-case');
    expect(joining.map(({ case: ofCase }) => ofCase?.id)).toEqual(['case-1', 'case-1']);
    await story.until(on('2027-03-01', '10:00'));
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('is not searched for by whoever said that it had come: a person looks into it', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', on('2026-11-24', '09:00')),
      word('received', on('2026-11-26', '10:00'), { parcel: 'p1' }),
      word('not-yet', on('2026-11-26', '11:00'), { parcel: 'p1' }),
    );
    expect(story.mails.slice(2)).toEqual(['thank-customer', 'open-case']);
  });
});

describe('a search that begins after the order went to staff', () => {
  it('keeps its own promise', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', on('2026-11-24', '09:00')));
    await story.until(on('2027-01-10', '10:00'));
    expect(story.order.closed?.how).toBe('handed-to-staff');
    await story.tell(word('not-yet', on('2027-01-11', '10:00'), { parcel: 'p1' }));
    expect(story.mails.at(-1)).toBe('trace-parcel');
    expect(story.order.awaiting?.stage).toBe('AwaitDelivery');
    await story.until(on('2027-01-14', '18:00'));
    expect(story.mails.at(-1)).toBe('open-case');
  });
});
