import { describe, expect, it } from 'vitest';
import { MailRefused } from '../../functions/domain/ports.ts';
import { delivery, deliveryDelay, on, order, orderDetails, shipment, word } from '../shop/facts.ts';
import { Story } from './story.ts';

const placedAt = on('2026-11-23', '10:00');
const recipient = { name: 'Rose Blanc', email: 'rose@customers.example' };

async function gift(notifiesRecipient: boolean): Promise<Story> {
  const story = new Story(placedAt);
  await story.shop.tell('demo', '1001', order(placedAt, { notifiesRecipient }), { ...orderDetails, recipient });
  return story;
}
const mailsTo = (story: Story, address: string): string[] =>
  story.shop.mailer.sent.filter(({ to }) => to === address).map(({ tags }) => tags['message']!);

describe('a gift', () => {
  it('is told to whoever receives it where the shop asked for that: parcels only, once each', async () => {
    const story = await gift(true);
    await story.tell(
      shipment('p1', on('2026-11-24', '09:00')),
      deliveryDelay(on('2026-11-25', '09:00'), 'p1', '2026-12-01'),
      delivery('p1', on('2026-11-30', '11:00')),
      word('received', on('2026-11-30', '19:00')),
    );
    expect(mailsTo(story, recipient.email)).toEqual(['announce-shipment', 'warn-delivery-delay']);
    expect(mailsTo(story, 'anne@customers.example')).toEqual([
      'confirm-order',
      'announce-shipment',
      'warn-delivery-delay',
      'ask-delivery-check',
      'thank-customer',
    ]);
    expect(story.order.closed?.how).toBe('received');
  });

  it.each(['goes on trying', 'dies meanwhile'])(
    'is told late where the quota of mails ended between a message and its copy, and its execution %s',
    async (fate) => {
      const story = await gift(true);
      const { mailer, stepFunctions, clock } = story.shop;
      const send = mailer.send.bind(mailer);
      let isUsedUp = true;
      mailer.send = async (mail) => {
        if (isUsedUp && mail.to === recipient.email) throw new MailRefused('TooManyRequestsException');
        return send(mail);
      };
      await story.tell(shipment('p1', on('2026-11-24', '09:00')));
      if (fate === 'dies meanwhile')
        stepFunctions.stopExecution({
          executionArn: 'arn:aws:states:eu-west-1:000000000000:execution:Order:demo.1001',
        });
      await story.until(on('2026-11-25', '11:00'));
      expect(mailsTo(story, recipient.email)).toEqual([]);
      isUsedUp = false;
      await story.until(clock.now() + 3600_000);
      expect(mailsTo(story, recipient.email)).toEqual(['announce-shipment']);
      expect(mailsTo(story, 'anne@customers.example')).toEqual(['confirm-order', 'announce-shipment']);
    },
  );

  it('goes to the buyer alone otherwise', async () => {
    const story = await gift(false);
    await story.tell(shipment('p1', on('2026-11-24', '09:00')));
    expect(mailsTo(story, recipient.email)).toEqual([]);
  });
});
