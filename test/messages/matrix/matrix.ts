import { locales, tones, type Letter, type Locale, type Tone, type Words } from '../../../messages/letter.ts';
import { renderMorningLetter, renderStaffLetter } from '../../../messages/render-staff.ts';
import { renderLetter } from '../../../messages/render.ts';
import { collectedSamples, giftSamples } from '../reader-samples.ts';
import { samples, staffSamples } from '../samples.ts';
import { asItIs, cases, morningCases, staffCases, type AnyLetter, type Case } from './cases.ts';
import { morningLetters } from './morning-letters.ts';

/** Whom a mail is written to, and of what kind of order. */
export const readers = ['buyer', 'who collects', 'recipient', 'recipient who collects', 'staff'] as const;
export type Reader = (typeof readers)[number];

/** A mail, with where it stands among all that we may ever write. */
export interface MatrixMail {
  readonly message: AnyLetter['message'];
  readonly situation: string;
  readonly locale: Locale;
  readonly reader: Reader;
  readonly tone: Tone;
  readonly case: string;
  readonly letter: AnyLetter;
  readonly words: Words;
}

type Place = Pick<MatrixMail, 'message' | 'situation' | 'locale' | 'reader'>;

/**
 * Every message × situation × language × reader × tone × case that reads differently from those before it: a case that
 * changes nothing about a mail, or a tone that has no words of its own for it, is not repeated.
 */
export function* matrix(spoken: readonly Locale[] = locales): Generator<MatrixMail> {
  for (const locale of spoken) {
    for (const { name, letter, reader } of customerSamples(locale)) {
      const place = { message: letter.message, situation: situationOf(name), locale, reader };
      yield* customerMails(place, asSent(letter));
    }
    for (const { name, letter } of staffSamples(locale)) {
      const place = { message: letter.message, situation: situationOf(name), locale, reader: 'staff' } as const;
      yield* casesOf(place, letter, staffCases, renderStaffLetter);
    }
    for (const [situation, letter] of Object.entries(morningLetters(locale))) {
      const place = { message: letter.message, situation, locale, reader: 'staff' } as const;
      yield* casesOf(place, letter, morningCases, renderMorningLetter);
    }
  }
}

function customerSamples(locale: Locale): { name: string; letter: Letter; reader: Reader }[] {
  return [
    ...samples(locale).map((sample) => ({ ...sample, reader: 'buyer' as const })),
    ...collectedSamples(locale).map((sample) => ({ ...sample, reader: 'who collects' as const })),
    ...giftSamples(locale).map((sample) => ({
      ...sample,
      reader: sample.name.startsWith('collected') ? ('recipient who collects' as const) : ('recipient' as const),
    })),
  ];
}

/** The sample's name is `message/situation/locale`, after what kind of order it is. */
function situationOf(name: string): string {
  return name.split('/').at(-2) ?? name;
}

/** With the links that stand on every mail once the shop sends it. */
function asSent(letter: Letter): Letter {
  const { head, body } = letter;
  if (head.giftOf !== undefined) return letter;
  const noOffers =
    'promo' in body && body.promo !== undefined ? 'https://hello.example/o/9cVb2xYt5nQw8rLk0aSd3f' : undefined;
  const links = { preferences: 'https://hello.example/p/4Rt7mWq1zXc6vBn9kLp2hJ', noOffers };
  return { ...letter, head: { ...links, ...head } };
}

function* customerMails(place: Place, letter: Letter): Generator<MatrixMail> {
  // A sample may be about one tone already.
  if (letter.head.tone !== undefined) {
    yield* casesOf(place, letter, cases, renderLetter, letter.head.tone);
    return;
  }
  const neutral = renderLetter(letter).html;
  for (const tone of tones) {
    const toned = withTone(letter, tone);
    if (tone !== 'neutral' && renderLetter(toned).html === neutral) continue;
    // What a case changes it changes in every tone; one tone shows it.
    const shown = tone === 'neutral' ? cases : cases.filter(({ name }) => name === asItIs);
    yield* casesOf(place, toned, shown, renderLetter, tone);
  }
}

function withTone<One extends Letter>(letter: One, tone: Tone): One {
  return { ...letter, head: { ...letter.head, tone } };
}

function* casesOf<Kind extends AnyLetter>(
  place: Place,
  letter: Kind,
  among: readonly Case<Kind>[],
  render: (letter: Kind) => Words,
  tone: Tone = 'neutral',
): Generator<MatrixMail> {
  const seen = new Set<string>();
  for (const one of among) {
    const rewrittenLetter = one.of(letter);
    const words = render(rewrittenLetter);
    if (seen.has(words.html)) continue;
    seen.add(words.html);
    yield { ...place, tone, case: one.name, letter: rewrittenLetter, words };
  }
}
