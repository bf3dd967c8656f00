import { describe, expect, it } from 'vitest';
import { delivery, on, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

describe('an order that goes well', () => {
  it('enters exactly the eight states of the main path, with four mails', async () => {
    const story = await Story.ofOrder(on('2026-11-23', '10:00'));
    await story.tell(
      shipment('p1', on('2026-11-24', '15:00')),
      delivery('p1', on('2026-11-26', '11:00')),
      word('received', on('2026-11-26', '19:00')),
    );
    expect(story.states).toEqual([
      'ConfirmOrder',
      'AwaitShipment',
      'AnnounceShipment',
      'AwaitDelivery',
      'AskDeliveryCheck',
      'AwaitCustomerWord',
      'ThankCustomer',
      'CloseOrder',
    ]);
    expect(story.sentAt).toEqual([
      '2026-11-23 10:00 confirm-order',
      '2026-11-24 15:00 announce-shipment',
      '2026-11-26 11:00 ask-delivery-check',
      '2026-11-26 19:00 thank-customer',
    ]);
    expect(story.order.closed).toMatchObject({ run: 1, how: 'received' });
    expect(story.shop.failures).toEqual([]);
  });
});
