import { describe, expect, test } from 'vitest';
import { locales, tones, type Letter, type Locale, type Tone } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { collectedSamples, giftSamples } from './reader-samples.ts';
import { sample, samples, type Sample } from './samples.ts';
import { motives, toned, untoned, type Situation } from './tone-samples.ts';

function inTone(letter: Letter, tone: Tone | undefined): string {
  return renderLetter({ ...letter, head: { ...letter.head, tone } }).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}

/** What one tone says that the neutral words do not. */
function ownWords([message, situation]: Situation, locale: Locale, tone: Tone): string {
  const letter = sample(message, situation, locale);
  const neutral = inTone(letter, 'neutral').split('\n');
  return inTone(letter, tone)
    .split('\n')
    .filter((line) => !neutral.includes(line))
    .join('\n');
}

function isToned({ name }: Sample): boolean {
  return toned.some(([message, situation]) => name.includes(`${message}/${situation}/`));
}

const everySituation = locales.flatMap((locale) =>
  toned.map((situation) => ({ locale, situation, name: `${situation.join('/')}/${locale}` })),
);

describe.each(everySituation)('$name, in the six tones', ({ locale, situation }) => {
  const [message, variant] = situation;
  const letter = sample(message, variant, locale);

  test('differs from the neutral words and from each other', () => {
    const texts = tones.map((tone) => inTone(letter, tone));
    expect(new Set(texts).size).toBe(tones.length);
    expect(inTone(letter, undefined)).toBe(inTone(letter, 'neutral'));
  });

  test('changes one paragraph, and no fact', () => {
    for (const tone of motives) {
      const own = ownWords(situation, locale, tone);
      expect(own, tone).not.toBe('');
      expect(own.split('\n'), tone).toHaveLength(1);
      // No date, price, code or link comes with a tone.
      expect(own, tone).not.toMatch(/\d|http/u);
    }
  });

  test('has the subject of the neutral words', () => {
    for (const tone of motives) {
      const { subject } = renderLetter({ ...letter, head: { ...letter.head, tone } });
      expect(subject).toBe(renderLetter(letter).subject);
    }
  });
});

describe.each(locales)('in %s', (locale) => {
  test('no two messages say the same in a tone', () => {
    const once: readonly Situation[] = [
      ['confirm-order', 'plain'],
      ['announce-shipment', 'one'],
      ['ask-delivery-check', 'scannedWithoutPromo'],
      ['thank-customer', 'plain'],
      ['offer-promo', 'one'],
    ];
    const said = once.flatMap((situation) => motives.map((tone) => ownWords(situation, locale, tone)));
    expect(new Set(said).size).toBe(said.length);
  });

  test('what is wrong, unsure or still to come is said in one tone', () => {
    for (const [message, situation] of untoned) {
      const letter = sample(message, situation, locale);
      for (const tone of motives)
        expect(inTone(letter, tone), `${message}/${situation}`).toBe(inTone(letter, 'neutral'));
    }
  });

  test('so is every other message', () => {
    const withTones = new Set(toned.map(([message]) => message));
    const others = samples(locale).filter(({ letter }) => !withTones.has(letter.message));
    expect(others.length).toBeGreaterThan(50);
    for (const { name, letter } of others) {
      for (const tone of motives) expect(inTone(letter, tone), name).toBe(inTone(letter, 'neutral'));
    }
  });

  test('so is whatever goes to whoever receives a gift', () => {
    for (const { name, letter } of giftSamples(locale)) {
      for (const tone of motives) expect(inTone(letter, tone), name).toBe(inTone(letter, 'neutral'));
    }
  });

  test('of what is collected only the confirmation and the offer have tones', () => {
    for (const sampled of collectedSamples(locale).filter(isToned)) {
      const texts = new Set(tones.map((tone) => inTone(sampled.letter, tone)));
      const alike = sampled.letter.message === 'confirm-order' || sampled.letter.message === 'offer-promo';
      expect(texts.size, sampled.name).toBe(alike ? tones.length : 1);
    }
  });
});

/** The question after a scan, in one tone. */
function check(tone: Tone): string {
  return ownWords(['ask-delivery-check', 'scannedWithoutPromo'], 'en', tone);
}

test('each tone speaks to its motive, side by side', () => {
  expect(check('security')).toContain('whole and complete');
  expect(check('pride')).toContain('live up to your choice');
  expect(check('novelty')).toContain('curious');
  expect(check('comfort')).toContain('takes but a moment');
  expect(check('money')).toContain('all that is due to you');
  expect(check('sympathy')).toContain('good to hear from you');
});
