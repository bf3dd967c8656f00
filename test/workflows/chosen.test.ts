import { describe, expect, it } from 'vitest';
import type { OrderFact } from '../../functions/domain/order/facts.ts';
import type { ChoicesMade } from '../../functions/domain/ports.ts';
import { completion, delivery, on, orderDetails, shipment, shippingDelay, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const monday = '2026-11-23';
const placedAt = on(monday, '10:00');
const year = 365 * 24 * 3600_000;

/** An order of a customer who is known, chose this, and placed orders before. */
async function storyOf(
  choices: ChoicesMade,
  { before = [], more = {}, offers }: { before?: number[]; more?: Partial<OrderFact>; offers?: boolean } = {},
): Promise<Story> {
  const story = new Story(placedAt);
  const { customers } = story.shop;
  await customers.keep('demo', 'anne', { ...orderDetails.customer, asOf: placedAt });
  await customers.choose(
    'demo',
    'anne',
    choices,
    offers === undefined ? undefined : { offers, at: placedAt },
    placedAt,
  );
  for (const at of before) await customers.placed('demo', 'anne', { order: String(at), placedAt: at });
  await story.place(placedAt, more);
  return story;
}

const toneOf = (story: Story) => story.order.told.at(-1)?.tone;

describe('who prefers the phone', () => {
  it('is called about each warning in opening hours, and has the mail as a record', async () => {
    const story = await storyOf({ channel: 'phone' });
    await story.until(on('2026-11-25', '18:00'));
    expect(story.mails).toEqual(['confirm-order', 'warn-shipping-delay']);
    const call = story.order.told.at(-1);
    expect(call).toMatchObject({ message: 'ask-staff', task: { why: 'call-back', dueAt: on('2026-11-26', '09:00') } });
    expect(story.openTasks).toEqual(['call-back']);
  });

  it('is called once for all that went wrong until the call is made, and again for what comes after it', async () => {
    const story = await storyOf({ channel: 'phone' });
    await story.tell(shippingDelay(on('2026-11-24', '10:00'), '2026-11-27'));
    await story.tell(shippingDelay(on('2026-11-24', '11:00'), '2026-11-28'));
    expect(story.openTasks).toEqual(['call-back']);
    const { task } = story.order.told.at(-1)!.task!;
    await story.tell(
      completion(task, on('2026-11-24', '12:00')),
      shippingDelay(on('2026-11-24', '15:00'), '2026-12-01'),
    );
    expect(story.openTasks).toEqual(['call-back']);
    expect(story.order.told.at(-1)?.task?.task).not.toBe(task);
  });

  it('is not called where all is well', async () => {
    const story = await storyOf({ channel: 'phone' });
    await story.tell(shipment('p1', on('2026-11-24', '09:00')), delivery('p1', on('2026-11-25', '11:00')));
    expect(story.tasks).toEqual([]);
  });

  it('is called from the next message on', async () => {
    const story = await storyOf({});
    await story.tell(shippingDelay(on('2026-11-24', '10:00'), '2026-11-27'));
    expect(story.tasks).toEqual([]);
    await story.shop.customers.choose('demo', 'anne', { channel: 'phone' }, undefined, on('2026-11-24', '10:30'));
    await story.tell(shippingDelay(on('2026-11-24', '11:00'), '2026-11-28'));
    expect(story.openTasks).toEqual(['call-back']);
  });
});

describe('who has no address to write to', () => {
  it('is called about a warning though somebody has another task with it', async () => {
    const story = await Story.ofOrder(placedAt, { mailable: false });
    await story.until(on('2026-11-25', '18:00'));
    const { task } = story.order.told.at(-1)!.task!;
    await story.tell(completion(task, on('2026-11-25', '18:30')));
    await story.until(on('2026-11-27', '18:00'));
    expect(story.openTasks).toEqual(['find-ship-date', 'call-customer']);
  });
});

describe('a message speaks', () => {
  const lines: OrderFact['lines'] = [
    { id: 'vase', quantity: 1, ships: true, price: 4900, tone: 'pride' },
    { id: 'bowl', quantity: 4, ships: true, price: 1500, tone: 'comfort' },
  ];

  it('to what the customer chose, whatever the shop marked', async () => {
    expect(toneOf(await storyOf({ tone: 'novelty' }, { more: { lines } }))).toBe('novelty');
    expect(toneOf(await storyOf({ tone: 'neutral' }, { more: { lines } }))).toBeUndefined();
  });

  it('else to what the shop marked on the dearest line', async () => {
    expect(toneOf(await storyOf({}, { more: { lines } }))).toBe('comfort');
  });

  it('else with sympathy to who comes back, and to nothing in particular the first time', async () => {
    const before = [placedAt - year / 2];
    const story = await storyOf({}, { before });
    expect(toneOf(story)).toBe('sympathy');
    await story.tell(shipment('p1', on('2026-11-24', '09:00')));
    expect(toneOf(story)).toBe('sympathy');
    expect(toneOf(await storyOf({}))).toBeUndefined();
  });

  it('to security alone where something goes wrong', async () => {
    const story = await storyOf({ tone: 'novelty' });
    await story.tell(shippingDelay(on('2026-11-24', '10:00'), '2026-11-27'));
    expect(toneOf(story)).toBeUndefined();
  });
});

describe('a customer is recognised', () => {
  const visitOf = async (...before: number[]) => (await storyOf({}, { before })).order.told[0]?.visit;

  it('the first time, the third, and after a long time', async () => {
    expect(await visitOf()).toEqual({ nth: 1, afterLong: false });
    expect(await visitOf(placedAt - year / 2, placedAt - year / 4)).toEqual({ nth: 3, afterLong: false });
    expect(await visitOf(placedAt - 2 * year)).toEqual({ nth: 2, afterLong: true });
  });
});

describe('consent to offers', () => {
  const delivered = [shipment('p1', on('2026-11-24', '09:00')), delivery('p1', on('2026-11-25', '11:00'))];

  it('that was refused since leaves the promo out, given since it is offered', async () => {
    const refused = await storyOf({}, { offers: false });
    await refused.tell(...delivered);
    expect(refused.order.told.at(-1)?.promo).toEqual({ leftOut: 'the customer refuses offers' });
    const given = await storyOf({}, { offers: true, more: { offersRefused: true } });
    await given.tell(...delivered, word('received', on('2026-11-26', '10:00')));
    expect(given.order.told.at(-1)?.promo).toMatchObject({ discount: { percent: 10 } });
  });
});
