import { describe, expect, test } from 'vitest';
import { locales, tones, type Letterhead, type Locale, type Particulars } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { letterhead, sample } from './samples.ts';

type Visit = Particulars['confirm-order']['visit'];

function confirmation(
  visit: Visit,
  locale: Locale,
  head: Letterhead = letterhead(locale),
  situation = 'plain',
): string {
  const letter = sample('confirm-order', situation, locale, head);
  return renderLetter({ ...letter, body: { ...letter.body, visit } }).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}

/** The paragraph that a visit adds. */
function recognition(visit: Visit, locale: Locale): string {
  const without = confirmation(undefined, locale).split('\n\n');
  const added = confirmation(visit, locale)
    .split('\n\n')
    .filter((paragraph) => !without.includes(paragraph));
  expect(added).toHaveLength(1);
  return added.join();
}

describe('whoever orders', () => {
  test.each([
    [1, false, 'Welcome: this is your first order', 'c’est votre première commande'],
    [2, false, 'your second order', 'votre deuxième commande'],
    [3, false, 'your third order', 'votre troisième commande'],
    [4, false, 'your fourth order', 'votre quatrième commande'],
    [5, false, 'once more', 'de nouveau'],
    [3, true, 'good to see you again', 'plaisir de vous revoir'],
  ])('for the %s. time (after long: %s) is greeted as such', (nth, afterLong, english, french) => {
    expect(recognition({ nth, afterLong }, 'en')).toContain(english);
    expect(recognition({ nth, afterLong }, 'fr')).toContain(french);
  });

  test('is greeted before the thanks', () => {
    const text = confirmation({ nth: 2, afterLong: false }, 'en');
    expect(text.indexOf('Hello Zoë')).toBeLessThan(text.indexOf('your second order'));
    expect(text.indexOf('your second order')).toBeLessThan(text.indexOf('Thank you for choosing us'));
  });

  test('often, or not for long, is told no number and no date', () => {
    for (const locale of locales) {
      const visits = [5, 6, 17, 200].map((nth) => ({ nth, afterLong: false }));
      for (const visit of [...visits, { nth: 2, afterLong: true }, { nth: 40, afterLong: true }]) {
        const said = recognition(visit, locale);
        expect(said).not.toMatch(/\d|second|third|fourth|fifth|deuxième|troisième|quatrième|cinquième/u);
      }
    }
  });

  test('for the first time never comes back', () => {
    for (const locale of locales) {
      expect(recognition({ nth: 1, afterLong: true }, locale)).toBe(recognition({ nth: 1, afterLong: false }, locale));
    }
  });

  test('is not recognised in a mail that says first that we are late', () => {
    for (const locale of locales) {
      const late = (visit: Visit): string => confirmation(visit, locale, undefined, 'late');
      expect(late({ nth: 2, afterLong: true })).toBe(late(undefined));
    }
  });

  test('is told so once, whatever the tone of the thanks', () => {
    for (const locale of locales) {
      for (const tone of tones) {
        const head = letterhead(locale, { tone });
        const opening = confirmation(undefined, locale, head);
        expect(opening).not.toMatch(/again|come back|came back|welcome|de nouveau|revoir|retrouver|bienvenue/iu);
        for (const nth of [1, 2, 5]) {
          expect(confirmation({ nth, afterLong: false }, locale, head).length).toBeGreaterThan(opening.length);
        }
      }
    }
  });
});
