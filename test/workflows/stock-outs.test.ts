import { describe, expect, it } from 'vitest';
import { choice, on, order, shipment, stockOut } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const vase = [{ id: 'vase', quantity: 1 }];
const everything = [...vase, { id: 'bowl', quantity: 2 }];
const soon = on('2026-11-23', '15:00');

describe('what is out of stock', () => {
  it('is told at once, with only the choices that exist', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(everything, soon, { restockOn: '2026-12-04' }));
    expect(story.mails).toEqual(['confirm-order', 'warn-out-of-stock']);
    expect(story.order.told.at(-1)?.stock?.choices).toEqual(['wait', 'cancel-order', 'call']);
    expect(story.states.at(-1)).toBe('AwaitStockChoice');
  });

  it('cannot be waited for without a day, and a replacement is offered where there is one', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(vase, soon, { hasReplacement: true }));
    expect(story.order.told.at(-1)?.stock?.choices).toEqual(['replace', 'cancel-items', 'cancel-order', 'call']);
  });

  it('stops the promise to ship where it is all that is left', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(everything, soon, { restockOn: '2026-12-04' }));
    await story.until(on('2026-11-25', '17:00'));
    expect(story.mails).toEqual(['confirm-order', 'warn-out-of-stock']);
  });

  it('leaves the promise for the rest of the order as it was', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(vase, soon, { restockOn: '2026-12-04' }));
    await story.until(on('2026-11-25', '18:00'));
    expect(story.sentAt).toContain('2026-11-25 18:00 warn-shipping-delay');
  });

  it('is asked about once more when no answer comes, by mail and by a person, and then goes to staff', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(everything, soon));
    await story.until(on('2026-12-10', '18:00'));
    expect(story.sentAt).toEqual([
      '2026-11-23 10:00 confirm-order',
      '2026-11-23 15:00 warn-out-of-stock',
      '2026-11-25 18:00 warn-out-of-stock',
      '2026-11-27 18:00 hand-to-staff',
    ]);
    expect(story.tasks).toEqual(['settle-stock-out', 'take-over']);
    expect(story.order.closed?.how).toBe('handed-to-staff');
  });

  it('left all the same: nobody is asked any more', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(vase, soon, { restockOn: '2026-12-04' }), shipment('p1', on('2026-11-24', '10:00')));
    await story.until(on('2026-11-26', '18:00'));
    expect(story.mails).toEqual(['confirm-order', 'warn-out-of-stock', 'announce-shipment']);
  });
});

const asked = async (): Promise<Story> => {
  const story = await Story.ofOrder(placedAt);
  await story.tell(stockOut(everything, soon, { restockOn: '2026-12-04', hasReplacement: true }));
  return story;
};

describe('the customer chooses', () => {
  const next = on('2026-11-24', '09:00');

  it('to cancel these before we knew of the order: the rest goes on all the same', async () => {
    const story = new Story(placedAt);
    await story.tell(stockOut(vase, placedAt), choice('cancel-items', placedAt), order(placedAt));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-11-25', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('to wait: the order has the day that the question named, and staff hear of it', async () => {
    const story = await asked();
    await story.tell(choice('wait', next));
    expect(story.states.at(-1)).toBe('AwaitShipment');
    expect(story.tasks).toEqual(['customer-chose']);
    await story.until(on('2026-12-04', '17:00'));
    expect(story.mails).toEqual(['confirm-order', 'warn-out-of-stock']);
    await story.until(on('2026-12-04', '18:00'));
    expect(story.sentAt.at(-1)).toBe('2026-12-04 18:00 warn-shipping-delay');
  });

  it('the replacement: it leaves soon', async () => {
    const story = await asked();
    await story.tell(choice('replace', next), shipment('p1', on('2026-11-25', '10:00')));
    expect(story.mails.at(-1)).toBe('announce-shipment');
    expect(story.states.at(-1)).toBe('AwaitDelivery');
  });

  it('to cancel these: the rest goes on, and money is owed', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(stockOut(vase, soon), choice('cancel-items', next));
    expect(story.mails.at(-1)).toBe('confirm-cancellation');
    expect(story.order.told.at(-1)?.owed).toBe(4900);
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.tell(shipment('p1', on('2026-11-24', '15:00')));
    expect(story.mails.at(-1)).toBe('announce-shipment');
  });

  it('to cancel all: confirmed, all money is owed, and staff are to do it', async () => {
    const story = await asked();
    await story.tell(choice('cancel-order', next));
    expect(story.mails.at(-1)).toBe('confirm-cancellation');
    expect(story.order.told.at(-1)?.owed).toBe(7900);
    expect(story.tasks).toEqual(['customer-chose']);
    expect(story.states.at(-1)).toBe('AwaitRefund');
  });

  it('to be called: a person calls, or we write by the time that was promised', async () => {
    const story = await asked();
    await story.tell(choice('call', next));
    expect(story.tasks).toEqual(['customer-chose']);
    await story.until(on('2026-11-26', '10:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('for some of the lines: what is not answered is still asked', async () => {
    const story = await asked();
    await story.tell(choice('cancel-items', next, vase));
    expect(story.states.at(-1)).toBe('AwaitStockChoice');
    await story.tell(choice('wait', next + 1000));
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });
});
