import type { Words } from '../../../messages/letter.ts';
import type { AnyLetter } from '../matrix/cases.ts';
import { pictures, sameWords, size, structure } from './rules/document.ts';
import { amounts, days, gifts, plurals } from './rules/figures.ts';
import { holes } from './rules/holes.ts';
import { letterhead } from './rules/letterhead.ts';
import { links } from './rules/links.ts';
import type { Rule } from './rules/rule.ts';
import { subject } from './rules/subject.ts';
import { typography } from './rules/typography.ts';
import { see, type Finding } from './seen.ts';

/** What holds of every mail, whatever it says. Contrast needs eyes: `test/e2e/accessibility-browser.test.ts`. */
export const rules: readonly Rule[] = [
  letterhead,
  holes,
  links,
  subject,
  pictures,
  structure,
  sameWords,
  size,
  typography,
  amounts,
  gifts,
  days,
  plurals,
];

/** Judges a mail by every rule. What a shop or a customer typed is not judged, only the words around it. */
export function lintMail(words: Words, letter: AnyLetter): readonly Finding[] {
  const seen = see(words, letter);
  return rules.flatMap(({ name, broken }) => broken(seen).map((where) => ({ rule: name, where })));
}
