import { parse } from 'node-html-parser';
import type { Locale } from '../../../messages/letter.ts';
import { amounts, days, plurals } from './rules/figures.ts';
import { leftBehind } from './rules/holes.ts';
import { linesWith } from './rules/rule.ts';
import { typography } from './rules/typography.ts';
import type { Finding, Line } from './seen.ts';

/** Judges the words of a customer's page, in which whatever is typed is printed as it should be. */
export function lintPage(html: string, locale: Locale): readonly Finding[] {
  const body = parse(html).querySelector('body');
  const ours = (body?.structuredText ?? '')
    .split('\n')
    .map((line): Line => ({ part: 'html', words: line.trim() }))
    .filter(({ words }) => words !== '');
  return [
    ...(ours.length === 0 ? [{ rule: 'holes', where: 'html: nothing to read' }] : []),
    ...linesWith(ours, leftBehind).map((where) => ({ rule: 'holes', where })),
    ...[typography, amounts, days, plurals].flatMap(({ name, broken }) =>
      broken({ ours, locale }).map((where) => ({ rule: name, where })),
    ),
  ];
}
