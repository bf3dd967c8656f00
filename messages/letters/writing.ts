import type { MailCatalogue, Said } from '../catalogues/catalogue.ts';
import type { Format } from '../format.ts';
import type { Locale, PromisedTime, Reason, RefundToCome, Tone } from '../letter.ts';
import { limits, show, showLines, type Shown } from '../shown.ts';
import type { GoodsRoom } from './goods.ts';

/**
 * All that a letter is written with: the language, its ways with dates and money, and the names on the letterhead. The words are
 * those that its readers are written.
 */
export interface Writing<Words extends Said = MailCatalogue> {
  readonly locale: Locale;
  readonly words: Words;
  readonly format: Format;
  readonly order: Shown;
  readonly signatory: Shown;
  readonly room: GoodsRoom;
  /** Where and when it is collected, of an order that is. */
  readonly collect:
    | { readonly address: Shown; readonly phone: Shown; readonly opensAt: number | undefined }
    | undefined;
  /** Who sends it, in a mail to whoever receives the gift. */
  readonly giftOf: Shown | undefined;
  /** What the message speaks to. Only where all is well do the words depend on it. */
  readonly tone: Tone;
}

/** A line of the small table with what matters most: a date, a name, a code. */
export interface Fact {
  readonly label: Shown;
  readonly value: Shown;
  /** Both in one line, as the plain text has it. */
  readonly labelled: Shown;
  /** Where a thumb on the value leads, such as a phone number's. */
  readonly url: Shown | undefined;
}

/** Makes a line of the table. */
export function fact({ words }: Writing<Said>, label: Shown, value: Shown, url?: Shown): Fact {
  return { label, value, labelled: words.common.labelled(label, value), url };
}

/** A line of the table for what somebody typed; none when nothing of it can be seen. */
export function named(writing: Writing<Said>, label: Shown, value: string | undefined, limit: number): readonly Fact[] {
  const shown = show(value ?? '', limit);
  return shown === '' ? [] : [fact(writing, label, shown)];
}

/** A link beside the one button. */
export interface Link {
  readonly label: Shown;
  /** With its address, in one line, as the plain text has it. */
  readonly labelled: Shown;
  readonly url: Shown;
}

/** What every mail has; each message adds its own. */
export interface Mail {
  readonly subject: Shown;
  readonly title: Shown;
  readonly paragraphs: readonly Shown[];
  readonly facts: readonly Fact[];
  /** The words on the one button. */
  readonly button: Shown;
  readonly next: readonly Shown[];
}

/** A promised date as a line of the table; none where it is not known. */
export function promised(writing: Writing<Said>, label: Shown, by: PromisedTime | undefined): readonly Fact[] {
  return by === undefined ? [] : [fact(writing, label, writing.format.promise(by))];
}

/** Money that comes back, as a sentence. */
export function refundOf({ words, format }: Writing<Said>, { amount, by }: RefundToCome): Shown {
  return words.common.refunds({ amount: amount && format.money(amount), by: format.promise(by) });
}

/** The same as lines of the table: how much, where that is known, and by when. */
export function refundFacts(writing: Writing<Said>, refund: RefundToCome | undefined): readonly Fact[] {
  if (refund === undefined) return [];
  const { common } = writing.words;
  return [
    ...(refund.amount ? [fact(writing, common.refundAmount, writing.format.money(refund.amount))] : []),
    ...promised(writing, common.refundBy, refund.by),
  ];
}

/** Somebody's own words as a quotation of several lines; none when nothing of them can be seen. */
export interface Note {
  readonly title: Shown;
  readonly lines: readonly Shown[];
}

export function noteOf(title: Shown, text: string | undefined): Note | undefined {
  const lines = showLines(text ?? '', { limit: limits.note, lines: 60 });
  return lines.length > 0 ? { title, lines } : undefined;
}

/** A short list with a title, such as of choices. */
export interface Points {
  readonly title: Shown;
  readonly lines: readonly Shown[];
}

/** The reason where one is known: the shop's own words before the code's. Never invented. */
export function reasonOf({ words }: Writing<Said>, { text, code }: Reason): readonly Shown[] {
  const own = show(text ?? '', limits.reason);
  if (own !== '') return [words.common.reasonGiven(own)];
  return code === undefined || code === 'other' ? [] : [words.common.reasons[code]];
}

/** "We have no new date yet…", with the day we write again. */
export function noDateYet({ words, format, signatory }: Writing<Said>, writeBy: PromisedTime | undefined): Shown {
  return writeBy === undefined
    ? words.common.noDateYetNorDay({ signatory })
    : words.common.noDateYet({ signatory, by: format.promise(writeBy) });
}
