import { parse, type HTMLElement } from 'node-html-parser';
import type { Locale, Words } from '../../../messages/letter.ts';
import type { AnyLetter } from '../matrix/cases.ts';
import { typedIn, withoutTyped } from './typed.ts';

/** What a rule found, and where: the part of the mail, and the words around it. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
}

/** Some words of ours, by the part of the mail that they stand in. */
export interface Line {
  readonly part: 'subject' | 'preheader' | 'html' | 'text';
  readonly words: string;
}

/** A mail as the rules look at it. */
export interface Seen {
  readonly letter: AnyLetter;
  readonly locale: Locale;
  readonly words: Words;
  readonly document: HTMLElement;
  readonly preheader: string;
  /** Each line a reader sees, as it is. */
  readonly lines: readonly Line[];
  /** The same without what somebody typed. */
  readonly ours: readonly Line[];
}

/** Takes a mail apart, once for all rules. */
export function see(words: Words, letter: AnyLetter): Seen {
  const document = parse(words.html, { comment: false });
  const hidden = document.querySelector('body > div[style*="display:none"]');
  const preheader = hidden?.textContent.trim() ?? '';
  const all: readonly Line[] = [
    { part: 'subject', words: words.subject },
    { part: 'preheader', words: preheader },
    ...linesOf(document).map((each): Line => ({ part: 'html', words: each })),
    ...words.text.split('\n').map((each): Line => ({ part: 'text', words: each })),
  ];
  const lines = all.filter((line) => line.words !== '');
  const typed = typedIn(letter);
  const ours = lines.map(({ part, words: said }): Line => ({ part, words: withoutTyped(said, typed) }));
  const locale = 'head' in letter ? letter.head.locale : letter.locale;
  return { letter, locale, words, document, preheader, lines, ours };
}

/** The visible part of a mail: what comes after the preheader. */
export function visible({ document }: Pick<Seen, 'document'>): HTMLElement {
  const article = document.querySelector('[role=article]');
  if (article === null) throw new NoArticle('a mail has one element with the role of an article');
  return article;
}

/** The layout has lost the element that everything visible stands in: nothing could be judged. */
export class NoArticle extends Error {
  override readonly name = 'NoArticle';
}

/** What is read in one breath: the text of each element that has no other block inside. */
function linesOf(document: HTMLElement): string[] {
  const article = visible({ document });
  return article.structuredText.split('\n').map((line) => line.trim());
}
