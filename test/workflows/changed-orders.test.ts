import { describe, expect, it } from 'vitest';
import {
  cancellation,
  change,
  on,
  order,
  payment,
  refund,
  shipment,
  shippingDelay,
  stockOut,
  outcome,
  word,
} from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const next = on('2026-11-24', '09:00');

describe('an order that is changed', () => {
  it('is confirmed anew, once for each change, and its new day counts', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(change(next, { shipBy: { until: on('2026-12-02', '18:00'), day: '2026-12-02' } }));
    expect(story.mails).toEqual(['confirm-order', 'confirm-change']);
    await story.until(on('2026-12-02', '17:00'));
    expect(story.mails).toHaveLength(2);
    await story.until(on('2026-12-02', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('to a later day of leaving arrives as many days later', async () => {
    const named = { deliverBy: { until: on('2026-11-30', '20:00'), day: '2026-11-30' }, deliverByNamed: true };
    const story = await Story.ofOrder(placedAt, named);
    await story.tell(change(next, { shipBy: { until: on('2026-12-02', '18:00'), day: '2026-12-02' } }));
    expect(story.order.told.at(-1)?.promises).toMatchObject([
      { promise: 'ship', day: '2026-12-02' },
      { promise: 'deliver', day: '2026-12-07' },
    ]);
  });

  it('to a day of arrival, which shipping had moved already, arrives on that day', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shippingDelay(next, '2026-12-02'),
      change(next + 1000, { deliverBy: { until: on('2026-12-05', '20:00'), day: '2026-12-05' } }),
      shipment('p1', on('2026-12-02', '10:00')),
    );
    expect(story.order.told.at(-1)?.promises).toMatchObject([{ promise: 'deliver', day: '2026-12-05' }]);
  });

  it('to another day of arrival once it has left is asked about on that day', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', next),
      change(next + 1000, { deliverBy: { until: on('2026-12-05', '20:00'), day: '2026-12-05' } }),
    );
    await story.until(on('2026-12-05', '19:00'));
    expect(story.mails.at(-1)).toBe('confirm-change');
    await story.until(on('2026-12-05', '20:00'));
    expect(story.mails.at(-1)).toBe('ask-delivery-check');
  });

  it('to a day of leaving after something was out of stock leaves by that day: nobody need choose any more', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      stockOut([{ id: 'vase', quantity: 1 }], next),
      change(next + 1000, { shipBy: { until: on('2026-12-02', '18:00'), day: '2026-12-02' } }),
    );
    expect(story.mails).toEqual(['confirm-order', 'warn-out-of-stock', 'confirm-change']);
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-12-02', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('before it could be confirmed is confirmed as it is then, and once', async () => {
    const story = new Story(placedAt);
    await story.tell(change(placedAt, { lines: [{ id: 'vase', quantity: 2, ships: true }] }), order(placedAt));
    expect(story.mails).toEqual(['confirm-order']);
  });

  it('to fewer things waits only for those', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      change(next, { lines: [{ id: 'vase', quantity: 1, ships: true, price: 4900 }] }),
      shipment('p1', on('2026-11-24', '12:00'), { lines: [{ id: 'vase', quantity: 1 }] }),
    );
    expect(story.mails).toEqual(['confirm-order', 'confirm-change', 'announce-shipment']);
  });

  it('to more things waits for those too', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(shipment('p1', next));
    expect(story.states.at(-1)).toBe('AwaitDelivery');
    const lines = [
      { id: 'vase', quantity: 1, ships: true },
      { id: 'bowl', quantity: 4, ships: true },
    ];
    await story.tell(change(on('2026-11-24', '12:00'), { lines }));
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });

  it('that costs less owes the difference', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(change(next, { total: { amount: 5000, currency: 'EUR' } }));
    expect(story.order.told.at(-1)?.owed).toBe(2900);
    await story.tell(refund('r1', 2900, on('2026-11-24', '15:00')));
    expect(story.order.told.at(-1)?.promises).toEqual([]);
  });

  it('to a lower price owes nothing of what has gone back already, nor what a cancellation owes twice', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      cancellation('customer', next, [{ id: 'vase', quantity: 1 }]),
      change(next + 1000, { total: { amount: 3000, currency: 'EUR' } }),
    );
    expect(story.order.told.at(-1)?.owed).toBe(4900);
    await story.tell(
      refund('r1', 4900, on('2026-11-24', '15:00')),
      change(on('2026-11-24', '16:00'), { total: { amount: 2900, currency: 'EUR' } }),
    );
    expect(story.order.told.at(-1)?.owed).toBe(100);
  });

  it('to a lower price does not make of an earlier refund the whole price', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      refund('r1', 4900, next),
      change(next + 1000, { total: { amount: 4900, currency: 'EUR' } }),
      shipment('p1', on('2026-11-24', '12:00')),
    );
    expect(story.mails).toEqual(['confirm-order', 'announce-refund', 'confirm-change', 'announce-shipment']);
  });

  it('to a lower price and then cancelled owes all that was paid, and says by when it is back', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(change(next, { total: { amount: 5000, currency: 'EUR' } }), cancellation('shop', next + 1000));
    expect(story.order.told.at(-1)).toMatchObject({ message: 'confirm-cancellation', owed: 7900 });
    expect(story.order.told.at(-1)?.promises).toMatchObject([{ promise: 'refund' }]);
    expect(story.states.at(-1)).toBe('AwaitRefund');
  });

  it('to other things still owes what was cancelled of the first ones', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      cancellation('customer', next, [{ id: 'vase', quantity: 1 }]),
      refund('r1', 100, next + 1000),
      change(next + 2000, { lines: [{ id: 'bowl', quantity: 1, ships: true }] }),
    );
    await story.until(on('2026-12-20', '10:00'));
    expect(story.mails).toContain('escalate-refund');
    expect(story.tasks).toContain('find-refund');
  });

  it('to a lower price and paid only then owes nothing', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'awaited' });
    await story.tell(
      change(next, { total: { amount: 5000, currency: 'EUR' } }),
      payment('paid', next + 1000),
      refund('r1', 500, next + 2000),
    );
    expect(story.order.told.at(-1)).toMatchObject({ message: 'announce-refund', promises: [] });
    expect(story.tasks).toEqual([]);
  });

  it('to more of what was out of stock when it left leaves by its day: nobody was asked', async () => {
    const story = new Story(placedAt);
    await story.tell(
      stockOut([{ id: 'vase', quantity: 1 }], placedAt),
      shipment('p1', placedAt),
      order(placedAt),
      change(next, { lines: [{ id: 'vase', quantity: 2, ships: true }] }),
    );
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.until(on('2026-11-25', '18:00'));
    expect(story.mails.at(-1)).toBe('warn-shipping-delay');
  });

  it('to more of what was replaced waits for that too', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(
      shipment('p1', next),
      word('problem', next + 1000, { about: 'damaged', parcel: 'p1' }),
      outcome('replacement', next + 2000),
      shipment('p2', next + 3000),
      change(next + 4000, { lines: [{ id: 'vase', quantity: 2, ships: true }] }),
    );
    expect(story.states.at(-1)).toBe('AwaitShipment');
  });

  it('to things that are wanted after all is cancelled no more', async () => {
    const story = await Story.ofOrder(placedAt, { payment: 'invoice' });
    const lines = [{ id: 'vase', quantity: 1, ships: true }];
    await story.tell(cancellation('customer', next), change(next + 1000, { lines }));
    expect(story.states.at(-1)).toBe('AwaitShipment');
    await story.tell(change(next + 2000, { kind: 'none' }));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation', 'confirm-change', 'confirm-change']);
    expect(story.order.closed?.how).toBe('nothing-to-ship');
  });

  it('once it is cancelled is on record', async () => {
    const story = await Story.ofOrder(placedAt);
    await story.tell(cancellation('customer', next), change(next + 1000, { total: { amount: 1, currency: 'EUR' } }));
    expect(story.mails).toEqual(['confirm-order', 'confirm-cancellation']);
  });
});
