/**
 * Text that is fit to be shown. Catalogues and views take nothing else, so a value that somebody typed (a name, a
 * title, a note) cannot reach a message before it went through here: the compiler refuses it.
 *
 * Escaping for HTML is not done here: that is the templates' business, and plain text must not be escaped.
 */

declare const mark: unique symbol;

/** One line, free of control characters and of direction overrides, cut at a length a reader bears. */
export type Shown = string & { readonly [mark]: true };

/** How much of a value is shown, in characters as a reader counts them. */
export const limits = {
  name: 80,
  title: 200,
  number: 40,
  code: 60,
  address: 120,
  reason: 500,
  note: 2000,
} as const;

/** Around a value that is written from right to left, so that it cannot reorder the words beside it. */
export const isolateStart = '\u2068';
export const isolateEnd = '\u2069';

// Controls and the separators of lines and paragraphs become a space; what is invisible and changes how its
// neighbours are read (overrides, isolates, zero-width space, soft hyphen, byte order mark) goes. The joiners stay:
// emoji and several scripts need them.
const breaks = /[\p{Cc}\u2028\u2029 ]+/gu;
const invisible = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

// A reader's character may be dozens of code units long, if somebody wants it to.
const unitsPerCharacter = 4;

// Made when something is too long: it costs a cold start ten milliseconds.
let segmenter: Intl.Segmenter | undefined;

/**
 * Makes one line of anything, at most `limit` characters, ending in "…" where it was cut. Empty when nothing is left
 * that can be seen.
 */
export function show(value: string, limit: number = limits.name): Shown {
  const line = cut(oneLine(value), limit);
  return asShown(rightToLeft.test(line) ? `${isolateStart}${line}${isolateEnd}` : line);
}

/** What we wrote ourselves (a sentence, a date) and is one line; anything else throws. For typed values: `show`. */
export function asShown(text: string): Shown {
  if (isOneLine(text)) return text;
  throw new MoreThanOneLine('our own words must be one line');
}

/** Our own words with a line break in them: a defect of ours. */
export class MoreThanOneLine extends Error {
  override readonly name = 'MoreThanOneLine';
}

function isOneLine(text: string): text is Shown {
  return !/[\p{Cc}\u2028\u2029]/u.test(text);
}

/** Keeps the lines of a text of several (an address, a note), each made fit to be shown; empty ones go. */
export function showLines(value: string, { limit, lines }: { limit: number; lines: number }): readonly Shown[] {
  const kept: Shown[] = [];
  let room = limit;
  for (const piece of value.slice(0, limit * unitsPerCharacter + 1).split(/\r\n|[\n\r\u2028\u2029]/u)) {
    if (kept.length === lines || room <= 0) {
      kept.push(asShown('…'));
      break;
    }
    const line = show(piece, room);
    if (line !== '') kept.push(line);
    room -= line.length;
  }
  return kept;
}

/** For places that know no markup and no direction, such as a subject. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(isolateStart, '').replaceAll(isolateEnd, '');
}

/** Cuts what is too long, visibly and between characters; for text that is one line already. */
export function cut(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const within = line.slice(0, limit * unitsPerCharacter);
  let end = 0;
  let count = 0;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { index } of segmenter.segment(within)) {
    count += 1;
    if (count > limit) break;
    end = index;
  }
  if (count <= limit && within.length === line.length) return line;
  // Where the first character alone is too long, it is cut inside; no half of a pair is left behind.
  const kept = end > 0 ? within.slice(0, end) : within.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.trimEnd()}…`;
}

function oneLine(value: string): string {
  return value.toWellFormed().replace(breaks, ' ').replace(invisible, '').trim();
}
