import { describe, expect, test } from 'vitest';
import { locales, type Letter, type Locale, type MessageName } from '../../messages/letter.ts';
import { wordPage } from '../../messages/pages.ts';
import { renderLetter } from '../../messages/render.ts';
import { said } from './said.ts';
import { letterhead, samples } from './samples.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ');
const collected = (locale: Locale): readonly { name: string; letter: Letter }[] =>
  samples(locale, letterhead(locale, { order: { ...letterhead(locale).order, collect: true } }));
const gifts = (locale: Locale): readonly { name: string; letter: Letter }[] =>
  samples(locale, letterhead(locale, { customer: { name: 'Rose Blanc' }, giftOf: 'Zoë Martin' }));

/** Messages that an order which is collected in the shop may lead to; the others are about parcels on their way. */
const ofCollected: readonly MessageName[] = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-shipping-delay',
  'ask-delivery-check',
  'remind-pickup',
  'thank-customer',
  'warn-out-of-stock',
  'announce-settlement',
];
const neverOfCollected: Readonly<Record<Locale, RegExp>> = {
  en: /shipped|has left|have left|leaves us|on its way|on their way|delivered|carrier:|with you by|tracking/i,
  fr: /expédi|(?:est|sont|toujours pas|pas encore) parti|partir|partira|en route|livr|transporteur|chez vous au plus tard|départ au plus tard/i,
};

const aboutParcels: readonly MessageName[] = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'announce-pickup',
  'remind-pickup',
  'correct-shipment',
];

describe('an order that is collected in the shop', () => {
  test.each(locales)('is ready and collected, never shipped and delivered (%s)', (locale) => {
    const wrong = collected(locale)
      .filter(({ letter }) => ofCollected.includes(letter.message))
      .flatMap(({ name, letter }) => {
        const words = renderLetter({ ...letter, body: withoutCarrier(letter.body) } as Letter);
        const found = neverOfCollected[locale].exec(`${words.subject}\n${words.text}`);
        return found === null ? [] : [`${name}: ${found[0]}`];
      });
    expect(wrong).toEqual([]);
  });

  test('is said to be ready, with the day until which it is kept', () => {
    const [ready] = collected('en').filter(({ name }) => name.startsWith('announce-shipment/one'));
    const text = plain(renderLetter({ ...ready!.letter, body: withoutCarrier(ready!.letter.body) } as Letter).text);
    expect(text).toContain('Your order is ready to collect');
    expect(text).toContain('Kept for you until: Friday 27 November');
  });
});

describe('the page of an order that is collected', () => {
  test.each([
    ['en', 'Ready to collect'],
    ['fr', 'Prêt à retirer'],
  ] as const)('says that it is ready (%s)', (locale, words) => {
    const page = wordPage({
      locale,
      shop: { name: 'Maison Zéphyr', phone: '+33 1 23 45 67 89', zone: 'Europe/Paris', now: 0 },
      order: { number: '#1001', collect: true },
      asked: false,
      parcels: [{ id: 'p1', goods: [], status: 'at-pickup' }],
    });
    expect(page).toContain(words);
    expect(page).not.toMatch(/pickup point|point de retrait/);
  });
});

describe('whoever receives a gift', () => {
  test.each(locales)(
    'is told of a parcel for them, by their own name, and never of a price or an order of theirs (%s)',
    (locale) => {
      for (const { name, letter } of gifts(locale).filter((each) => aboutParcels.includes(each.letter.message))) {
        const { subject, text } = renderLetter(letter);
        expect(text, name).toContain('Rose Blanc');
        expect(text, name).toContain('#1001');
        expect(`${subject}\n${text}`, name).not.toMatch(/your order|votre commande|€|\bEUR\b/i);
        expect(subject.length, name).toBeLessThanOrEqual(60);
      }
    },
  );
});

describe('the money that is still to come', () => {
  test('is asked for in the confirmation: how much, by when, where; and no day is promised before it', () => {
    const text = said('confirm-order', 'toPay', 'en');
    expect(text).toContain('by Monday 30 November.');
    expect(text).toContain('Pay €87.00 now: https://maison-zephyr.example/pay/1001');
    expect(text).toContain('The days count from your payment');
    expect(text).not.toMatch(/Leaves us by|With you by/);
    expect(said('confirm-order', 'toPay', 'fr')).toContain(
      'Régler 87,00 € maintenant : https://maison-zephyr.example/pay/1001',
    );
  });

  test('is reminded of without blame, and lets whoever wants it no more do nothing', () => {
    expect(said('remind-payment', 'withLink', 'en')).toContain('we let the order go');
    expect(said('remind-payment', 'failed', 'en')).toContain('your payment was refused. Your order still stands');
    expect(said('remind-payment', 'inYen', 'fr')).toContain('8 900');
  });

  test.each([
    ['reserved', 'reserved, and has not been taken'],
    ['onDelivery', 'when your order is brought to you'],
    ['invoiced', 'by invoice'],
  ])('is named where it was not taken yet: %s', (situation, words) => {
    expect(said('confirm-order', situation, 'en')).toContain(words);
  });

  test.each([
    ['notCharged', 'the reservation is released'],
    ['onDelivery', 'you owe us nothing'],
    ['invoiced', 'You owe us nothing'],
    ['neverPaid', 'you owe us nothing'],
  ])('is not given back by a cancellation that never took it: %s', (situation, words) => {
    const text = said('confirm-cancellation', situation, 'en');
    expect(text).toContain(words);
    expect(text).not.toContain('give you back');
  });
});

describe('a change', () => {
  test('is named, with the order as it is now and what comes back', () => {
    const text = said('confirm-change', 'everything', 'en');
    for (const part of [
      'What has changed\n- What you ordered',
      'Your order as it is now',
      '2 × Linen tea towel',
      'Leaves us by: Friday 27 November',
      'Refund: €32.00',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('confirm-change', 'dayOnly', 'en')).toContain('Ready by: Friday 27 November');
  });
});

/** What is collected has no carrier: whatever a shop tells beside it is not shown here. */
function withoutCarrier(body: Letter['body']): object {
  const { parcels, parcel } = body as { parcels?: object[]; parcel?: object };
  return { ...body, ...(parcels ? { parcels: parcels.map(bare) } : {}), ...(parcel ? { parcel: bare(parcel) } : {}) };
}

function bare(parcel: object): object {
  return { ...parcel, carrier: undefined, trackingNumber: undefined, trackingUrl: undefined };
}
