import { describe, expect, it } from 'vitest';
import { locales, tones } from '../../messages/letter.ts';
import { renderOffer } from '../../messages/render-offer.ts';
import { renderLetter } from '../../messages/render.ts';
import { samples } from './samples.ts';

const offers = locales.flatMap((locale) =>
  samples(locale).flatMap(({ name, letter }) => (letter.message === 'offer-promo' ? [{ name, letter }] : [])),
);

describe('whoever writes offers alone', () => {
  it.each(offers)('writes $name as every other letter is written, in every tone', ({ letter }) => {
    for (const tone of tones) {
      // Of what is collected in the shop too.
      for (const collect of [undefined, true] as const) {
        const { head } = letter;
        const offer = { ...letter, head: { ...head, tone, order: { ...head.order, collect } } };
        expect(renderOffer(offer)).toEqual(renderLetter(offer));
      }
    }
  });

  it('has offers to write in every language', () => expect(offers.length).toBeGreaterThanOrEqual(2 * locales.length));
});
