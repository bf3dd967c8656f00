import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { giftHead, giftSamples } from './reader-samples.ts';
import { letterhead, link, noOffers, preferences, sample, samples } from './samples.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ');

describe.each(locales.flatMap((locale) => samples(locale)))('$name', ({ letter }) => {
  const { html, text } = renderLetter(letter);

  test('leads to what the customer may choose, at the foot and once', () => {
    for (const part of [html, text]) {
      expect(part.split(preferences)).toHaveLength(2);
      expect(part.indexOf(preferences)).toBeGreaterThan(part.indexOf(link));
      expect(part.indexOf(preferences)).toBeGreaterThan(part.indexOf('69001 Lyon'));
    }
    expect(text.match(/https?:\/\/\S+/gu)?.at(-1)).toBe(preferences);
  });

  test('says how to end all offers exactly where it carries one', () => {
    const carriesOffer = /% off|€\S* off|% sur votre|€ sur votre/u.test(plain(text));
    for (const part of [html, text]) {
      expect(part.split(noOffers)).toHaveLength(carriesOffer ? 2 : 1);
      if (carriesOffer) expect(part.indexOf(noOffers)).toBeGreaterThan(part.indexOf(link));
    }
  });
});

function thanksWithPromo(locale: Locale): string {
  return plain(renderLetter(sample('thank-customer', 'promo', locale)).text);
}

test('the two ways are whole sentences, each with its address', () => {
  expect(thanksWithPromo('en')).toContain(
    `\n\nRather no offers? One press here ends them: ${noOffers}\nChoose how we write to you: ${preferences}\n`,
  );
  expect(thanksWithPromo('fr')).toContain(
    `\n\nPlutôt pas d’offres ? Un seul geste ici y met fin : ${noOffers}\nChoisir comment nous vous écrivons : ${preferences}\n`,
  );
});

test('a mail that was given neither has neither', () => {
  const bare = sample('confirm-order', 'plain', 'en', letterhead('en', { preferences: undefined }));
  const { html, text } = renderLetter(bare);
  for (const part of [html, text]) expect(part).not.toMatch(/how we write|no offers|hello\.example\/[pu]\//iu);
});

test('whoever receives a gift is given nothing of the buyer’s to choose', () => {
  for (const locale of locales) {
    for (const { letter } of giftSamples(locale)) {
      const head = { ...letter.head, preferences, noOffers };
      const { html, text } = renderLetter({ ...letter, head });
      for (const part of [html, text]) expect(part).not.toMatch(/hello\.example\/[pu]\//u);
    }
    expect(giftHead(locale).preferences).toBeUndefined();
  }
});

test('what is no web address leads nowhere', () => {
  const head = letterhead('en', { preferences: 'javascript:alert(1)' });
  expect(renderLetter(sample('confirm-order', 'plain', 'en', head)).html).not.toContain('how we write');
});
