import { describe, expect, it } from 'vitest';
import { MailRefused, MailUncertain } from '../../functions/domain/ports.ts';
import { cancellation, delivery, on, order, orderDetails, shipment } from '../shop/facts.ts';
import { Story } from './story.ts';

const placed = on('2026-11-23', '10:00');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const quotaUsedUp = new MailRefused('TooManyRequestsException', 'busy');
const notVerified = new MailRefused('MessageRejected', 'sender');

/** A shop that SES takes no mail of. */
function withoutMail(because: Error): Story {
  const story = new Story(placed);
  story.shop.mailer.down = because;
  return story;
}

describe('a day’s quota is used up', () => {
  it('for twenty-six hours: the customer hears late, once, and the same execution is still trying', async () => {
    const story = withoutMail(quotaUsedUp);
    await story.tell(order(placed));
    await story.until(placed + 26 * hour);
    expect(story.order).toMatchObject({ told: [], fates: {} });
    story.shop.mailer.down = undefined;
    await story.until(placed + 27 * hour);
    expect(story.mails).toEqual(['confirm-order']);
    expect(story.order).toMatchObject({ run: 1, awaiting: { stage: 'AwaitShipment' } });
  });

  it('for a fortnight: one execution hands over to the next, nobody is given up, and each is told in the end', async () => {
    const story = withoutMail(quotaUsedUp);
    await story.tell(order(placed));
    await story.until(placed + 14 * day);
    expect(story.order.run ?? 1).toBeGreaterThan(3);
    expect(story.tasks).toEqual([]);
    story.shop.mailer.down = undefined;
    await story.until(placed + 14 * day + hour);
    expect(story.mails.slice(0, 1)).toEqual(['confirm-order']);
    expect(story.tasks).not.toContain('unstick-order');
  });

  it('while more happens to the order: when it lifts, its messages go out in their order, and one covers both parcels', async () => {
    const story = withoutMail(quotaUsedUp);
    await story.tell(order(placed), shipment('p1', placed + 2 * hour, { lines: [{ id: 'vase', quantity: 1 }] }));
    await story.tell(shipment('p2', placed + 20 * hour));
    await story.until(placed + 26 * hour);
    story.shop.mailer.down = undefined;
    await story.until(placed + 27 * hour);
    expect(story.mails).toEqual(['confirm-order', 'announce-shipment']);
    expect(story.order.told.at(-1)?.covers).toEqual(['p1', 'p2']);
  });

  // Each order is tried at hours of its own: whenever it lifts, another may be the first to be tried.
  it.each([0, 5, 10, 15, 20, 25])(
    'of one customer with several orders, lifted %i minutes later: who began to wait first goes first',
    async (minutes) => {
      const story = withoutMail(quotaUsedUp);
      await story.shop.customers.keep('demo', 'anne', { ...orderDetails.customer, asOf: placed });
      const ids = ['1001', '1002', '1003'];
      for (const [index, id] of ids.entries()) {
        const at = placed + index * (7 * hour + 17 * 60_000);
        await story.until(at);
        await story.shop.tell('demo', id, order(at, { number: `#${id}` }), { ...orderDetails });
        await story.until(at + 3 * hour);
        await story.shop.tell('demo', id, shipment('p1', at + 3 * hour));
      }
      await story.until(placed + 26 * hour + minutes * 60_000);
      story.shop.mailer.down = undefined;
      await story.until(placed + 32 * hour);
      for (const id of ids) {
        const sent = story.shop.mailer.sent.filter(({ tags }) => tags['order'] === id);
        expect(sent.map(({ tags }) => tags['message'])).toEqual(['confirm-order', 'announce-shipment']);
      }
      const confirmed = story.shop.mailer.sent.filter(({ tags }) => tags['message'] === 'confirm-order');
      expect(confirmed.map(({ tags }) => tags['order'])).toEqual(ids);
      expect((await story.shop.customers.find('demo', 'anne'))?.waiting).toEqual({});
    },
  );

  it('of an order that is never heard of again: the others wait for it an hour and a half, and no longer', async () => {
    const story = new Story(placed);
    await story.shop.customers.keep('demo', 'anne', { ...orderDetails.customer, asOf: placed });
    await story.shop.customers.waits('demo', 'anne', { order: 'gone' }, placed - 1000);
    await story.tell(order(placed));
    await story.until(placed + 60 * 60_000);
    expect(story.mails).toEqual([]);
    await story.until(placed + 3 * hour);
    expect(story.mails).toEqual(['confirm-order']);
  });

  it('just when nobody can tell of a mail: it is sent again once, a day later, and counted once', async () => {
    const story = new Story(placed);
    story.shop.mailer.failNext(new MailUncertain('the line broke'), true);
    await story.tell(order(placed));
    story.shop.mailer.down = quotaUsedUp;
    await story.until(placed + 26 * hour);
    expect(story.order.told[0]?.resent).toBeUndefined();
    story.shop.mailer.down = undefined;
    await story.until(placed + 27 * hour);
    expect(story.mails).toEqual(['confirm-order', 'confirm-order']);
    expect(story.order.told).toMatchObject([{ resent: 1, sesId: 'mail-2' }]);
    expect(story.tasks).toEqual([]);
  });
});

describe('the sender is not verified', () => {
  it('for two days: what is still true then goes out, and what is not is not sent', async () => {
    const story = withoutMail(notVerified);
    const arrived = on('2026-11-24', '11:00');
    await story.tell(order(placed), shipment('p1', placed + 5 * hour), delivery('p1', arrived));
    await story.shop.tell('demo', '1002', order(story.shop.clock.now(), { number: '#1002' }), { ...orderDetails });
    await story.shop.tell('demo', '1002', cancellation('customer', arrived + hour));
    await story.until(placed + 2 * day);
    expect(story.mails).toEqual([]);
    story.shop.mailer.down = undefined;
    await story.until(placed + 2 * day + 2 * hour);
    const told = (id: string) =>
      story.shop.mailer.sent.flatMap(({ tags }) => (tags['order'] === id ? [tags['message']] : []));
    expect(told('1001')).toEqual(['confirm-order', 'ask-delivery-check']);
    expect(told('1002')).toEqual(['confirm-cancellation']);
  });

  it('and the record of the hand-over to the next execution is lost: the sweep takes the order up', async () => {
    const story = withoutMail(notVerified);
    await story.tell(order(placed));
    story.shop.stream = 'loses';
    await story.until(placed + 4 * day);
    expect(story.order.closed).toMatchObject({ run: 1, how: 'held-up' });
    story.shop.stream = 'delivers';
    story.shop.mailer.down = undefined;
    await story.shop.sweep();
    expect(story.mails.slice(0, 1)).toEqual(['confirm-order']);
  });
});

describe('SES takes all mail but one', () => {
  it('whose address it cannot read: it is tried for hours, then a person is asked to look', async () => {
    const story = withoutMail(new MailRefused('BadRequestException', 'mail'));
    await story.tell(order(placed));
    await story.until(placed + 2 * hour);
    expect(story.tasks).toEqual([]);
    await story.until(placed + day);
    expect(story.tasks).toEqual(['unstick-order']);
  });
});

describe('all messengers that may run at once are at work', () => {
  it.each([10 * minute, 5 * hour, 3 * day])(
    'for %i ms: the order waits its turn, and is given up by nobody',
    async (busyMs) => {
      const story = new Story(placed);
      story.shop.messengerIsFull = true;
      await story.tell(order(placed));
      await story.until(placed + busyMs);
      story.shop.messengerIsFull = false;
      await story.until(placed + busyMs + 2 * minute);
      expect(story.mails.slice(0, 1)).toEqual(['confirm-order']);
      expect(story.tasks).toEqual([]);
    },
  );
});
