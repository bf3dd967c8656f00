import { describe, expect, it } from 'vitest';
import {
  cancellation,
  change,
  correction,
  delivery,
  mailFailed,
  on,
  outcome,
  payment,
  resend,
  shipment,
  shippingDelay,
  stockOut,
  word,
} from '../shop/facts.ts';
import type { Fact } from '../../functions/domain/order/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const next = on('2026-11-24', '09:00');
const later = on('2026-11-25', '09:00');
const theConfirmation = 'confirm-order:order:1001';
const theShipment = 'announce-shipment:shipment:p1';

/** The mail of a message that is sent again, and the fate of the wish. */
async function again(key: string, ...facts: Fact[]): Promise<{ story: Story; fate: string; sent: boolean }> {
  const story = await Story.ofOrder(placedAt);
  await story.tell(...facts);
  const mails = story.mails.length;
  const wish = resend(key, Math.max(later, facts.at(-1)?.learnedAt ?? 0) + 1000);
  await story.tell(wish);
  return { story, fate: story.order.fates[wish.id]!, sent: story.mails.length > mails };
}

describe('a message that staff want sent again', () => {
  it('goes out as it was said, once more, to the address of now, and promises nothing anew', async () => {
    const { story, sent } = await again(theConfirmation);
    expect(sent).toBe(true);
    const [first, second] = story.shop.mailer.sent;
    expect(second!.subject).toBe(first!.subject);
    expect(second!.tags['message']).toBe('confirm-order');
    expect(second!.tags['key']).not.toBe(first!.tags['key']);
    expect(story.order.told.at(-1)).toMatchObject({ message: 'resend-message', again: theConfirmation, promises: [] });
    expect(story.states.slice(-3)).toEqual(['ResendMessage', 'ResumeOrder', 'AwaitShipment']);
  });

  it('goes out as often as it is wanted, and after the end', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next), delivery('p1', later), word('received', later + 60_000));
    expect(story.order.closed?.how).toBe('received');
    await story.tell(resend(theConfirmation, later + 120_000), resend(theConfirmation, later + 180_000));
    expect(story.mails.slice(-2)).toEqual(['confirm-order', 'confirm-order']);
    expect(story.order.closed?.how).toBe('received');
  });

  it('says what was said though more is known by now', async () => {
    const { story } = await again(theShipment, shipment('p1', next));
    const texts = story.shop.mailer.sent.filter(({ tags }) => tags['message'] === 'announce-shipment');
    const withoutLinks = texts.map(({ text }) => text.replaceAll(/\/c\/\S+/g, ''));
    expect(withoutLinks[1]).toBe(withoutLinks[0]);
  });
});

describe('what is no longer true is not sent again', () => {
  const case1 = word('problem', later, { about: 'damaged' });
  it.each<[string, string, Fact[], string]>([
    ['a confirmation whose day has moved', theConfirmation, [shippingDelay(next, '2026-12-01')], 'another day'],
    ['a confirmation of what was changed', theConfirmation, [change(next, { kind: 'pickup-point' })], 'changed since'],
    ['a confirmation of what is cancelled', theConfirmation, [cancellation('customer', next)], 'cancelled'],
    [
      'a parcel that was told of by mistake',
      theShipment,
      [shipment('p1', next), correction('shipment:p1', later)],
      'mistake',
    ],
    ['a parcel on its way that has arrived', theShipment, [shipment('p1', next), delivery('p1', later)], 'arrived'],
    [
      'a question that is answered',
      'ask-delivery-check:delivery:p1',
      [shipment('p1', next), delivery('p1', later), word('received', later + 1000)],
      'answered',
    ],
    [
      'a case that is over',
      `open-case:${case1.id}`,
      [shipment('p1', next), case1, outcome('answered', later + 1000)],
      'over',
    ],
    [
      'a choice that is made',
      `warn-out-of-stock:${stockOut([{ id: 'vase', quantity: 1 }], next).id}`,
      [stockOut([{ id: 'vase', quantity: 1 }], next), shipment('p1', later)],
      'decided',
    ],
    [
      'a warning whose day of arrival was moved by a change, though the customer has a parcel that we never sent',
      'warn-shipping-delay:delay:D',
      [
        word('received', next, { parcel: 'p1' }),
        shippingDelay(next + 1000, '2026-11-30', 'delay:D'),
        change(later, { deliverBy: { until: on('2026-12-20', '20:00'), day: '2026-12-20' } }),
      ],
      'another day',
    ],
    ['a message nobody said', 'announce-refund:refund:r1', [], 'no such message'],
  ])('%s', async (_, key, facts, why) => {
    const { fate, sent } = await again(key, ...facts);
    expect(sent).toBe(false);
    expect(fate).toContain(why);
  });

  it('a warning after a later one, and a word about money that has come', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'awaited' });
    await story.tell(payment('failed', next), payment('paid', later));
    const asked = story.order.told.find(({ message }) => message === 'remind-payment')!.key;
    await story.tell(resend(asked, later + 1000));
    expect(Object.values(story.order.fates).at(-1)).toBe('not sent again: it is paid');
  });
});

describe('a mail that comes back', () => {
  it('for good: somebody calls and asks for another address', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(mailFailed(theConfirmation, placedAt + 60_000));
    expect(story.openTasks).toEqual(['mend-address']);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });

  it('one after the other is one task', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next), mailFailed(theConfirmation, later), mailFailed(theShipment, later + 1000));
    expect(story.openTasks).toEqual(['mend-address']);
  });

  it('for now: is sent again twice, then somebody calls', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(mailFailed(theConfirmation, placedAt + 60_000, 'bounced-for-now'));
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    const second = story.order.told.at(-1)!.key;
    await story.tell(mailFailed(second, placedAt + 120_000, 'bounced-for-now'));
    expect(story.mails).toHaveLength(3);
    const third = story.order.told.at(-1)!.key;
    await story.tell(mailFailed(third, placedAt + 180_000, 'bounced-for-now'));
    expect(story.mails).toHaveLength(3);
    expect(story.openTasks).toEqual(['mend-address']);
  });

  it('for now, with what is no longer true: is not sent again', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', next), mailFailed(theConfirmation, later, 'bounced-for-now'));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.openTasks).toEqual(['mend-address']);
  });
});
