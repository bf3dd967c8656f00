import { describe, expect, test } from 'vitest';
import { toRecipients } from '../../messages/catalogues/gift-words.ts';
import { locales, type Locale } from '../../messages/letter.ts';
import { NotForRecipients, renderLetter } from '../../messages/render.ts';
import { giftHead, giftSamples } from './reader-samples.ts';
import { euros, goods } from './sample-values.ts';
import { sample, samples } from './samples.ts';

/** What is between the shop and the buyer. */
const buyersAlone =
  /€|\$|\bEUR\b|\bprice|\bprix\b|\btotal|promo|\bcode\b|discount|remise\b|next order|prochaine commande|% |Ida Blanc|your order\b|my order\b|votre commande|ma commande|commandé|refund|rembours|you paid|avez payé/iu;

function said(name: string, locale: Locale): string {
  const found = giftSamples(locale).find((one) => one.name === `${name}/${locale}`);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return renderLetter(found.letter).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}

describe.each(locales.flatMap((locale) => giftSamples(locale)))('$name', ({ letter }) => {
  const { subject, html, text } = renderLetter(letter);

  test('tells whoever receives it no price, no promo, no case, and of no order of theirs', () => {
    expect(subject).not.toMatch(buyersAlone);
    expect(text).not.toMatch(buyersAlone);
    expect(html.replaceAll(/<style[^]*?<\/style>|<[^>]+>|#\w{6}/gu, ' ')).not.toMatch(buyersAlone);
  });

  test('greets them, and says first whom it is from and by which shop', () => {
    const [, greeting, intro] = text.slice(text.indexOf('#1001')).split('\n\n').slice(0, 4);
    expect(`${greeting}${intro}`).toMatch(/Noé Lambert,/u);
    expect(text).toMatch(/(?:from|de la part de) Zoë Martin, (?:sent by|at|envoyé par|chez) Maison Zéphyr\./u);
    expect(text.indexOf('de la part de') + text.indexOf('from Zoë')).toBeLessThan(text.indexOf('https://'));
  });

  test('keeps the order’s number, and a whole subject with one of ten characters', () => {
    expect(text).toContain('#1001');
    const head = { ...letter.head, order: { ...letter.head.order, number: '1234567890' } };
    const long = renderLetter({ ...letter, head }).subject;
    expect(long.length, long).toBeLessThanOrEqual(60);
  });
});

test('the walk can fail: the buyer’s own mails say what theirs must not', () => {
  for (const locale of locales) {
    for (const name of ['confirm-order/plain', 'announce-shipment/one', 'warn-delivery-incident/lost']) {
      const letter = samples(locale).find((one) => one.name === `${name}/${locale}`)?.letter;
      expect(letter && renderLetter(letter).text, name).toMatch(buyersAlone);
    }
  }
});

test('a gift on its way is announced to whoever receives it', () => {
  const text = said('gift/announce-shipment/one', 'en');
  for (const part of [
    'A parcel for you is on its way',
    'This is about a parcel for you, from Zoë Martin, sent by Maison Zéphyr.',
    'With you by: Friday 27 November',
    'See where it is:\nhttps://',
    'We are watching it for you; if it runs late, we will write to you.',
  ]) {
    expect(text).toContain(part);
  }
  // Whether all is well is asked of the buyer alone.
  expect(text).not.toContain('whether all is well');
  expect(said('gift/announce-shipment/two', 'fr')).toContain('2 colis pour vous sont en route');
});

test('a gift that is collected is announced as such', () => {
  expect(said('collected gift/announce-shipment/one', 'en')).toContain(
    'This is about something for you to collect, from Zoë Martin, at Maison Zéphyr.',
  );
  expect(said('collected gift/announce-shipment/one', 'fr')).toContain('Quelque chose vous attend');
});

test('of a lost gift the buyer’s case stays the buyer’s', () => {
  const lost = sample('warn-delivery-incident', 'lost', 'en', giftHead('en'));
  expect(lost.body.case).toBeDefined();
  const { text } = renderLetter(lost);
  expect(text).toContain('We are seeing to it, and there is nothing you need to do about it.');
  expect(text).not.toContain('Answer by');
});

test('of a gift that the buyer asked after, its recipient is reminded and told nothing of the question', () => {
  for (const locale of locales) {
    expect(said('gift/remind-pickup/asked', locale)).toBe(said('gift/remind-pickup/known', locale));
  }
  expect(said('gift/remind-pickup/asked', 'en')).toContain('A short reminder: your parcel is kept for you');
});

test('a price that stands on the goods of a parcel is not passed on', () => {
  const [towel] = goods('en');
  const shipment = sample('announce-shipment', 'one', 'en', giftHead('en'));
  const priced = { ...shipment, body: { ...shipment.body, parcels: [{ goods: [{ ...towel, price: euros(1450) }] }] } };
  expect(renderLetter(priced).html).not.toContain('14.50');
});

test('a message that is the buyer’s alone is not written to whoever receives the gift', () => {
  for (const { letter } of samples('en', giftHead('en'))) {
    if (toRecipients.some((message) => message === letter.message)) continue;
    expect(() => renderLetter(letter)).toThrow(NotForRecipients);
  }
});
