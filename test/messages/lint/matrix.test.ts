import { describe, expect, test } from 'vitest';
import { locales } from '../../../messages/letter.ts';
import { matrix, readers, type MatrixMail } from '../matrix/matrix.ts';
import { collectedPageSamples, pageSamples } from '../page-samples.ts';
import { lintPage } from './lint-page.ts';
import { lintMail, rules } from './lint-mail.ts';

describe.each(locales)('every mail in %s, to whomever and whatever the order is like', (locale) => {
  const broken = new Map<string, string[]>();
  const mails: Omit<MatrixMail, 'letter' | 'words'>[] = [];
  for (const { letter, words, ...place } of matrix([locale])) {
    mails.push(place);
    for (const { rule, where } of lintMail(words, letter)) {
      broken.set(rule, [...(broken.get(rule) ?? []), `${nameOf(place)}: ${where}`]);
    }
  }

  test.each(rules.map(({ name }) => name))('%s', (rule) => {
    // A few are enough to begin with, and can be read.
    expect((broken.get(rule) ?? []).slice(0, 10)).toEqual([]);
  });

  test('and every page', () => {
    const pages = [...pageSamples(locale), ...collectedPageSamples(locale)];
    expect(pages.flatMap(({ name, html }) => lintPage(html, locale).map((found) => ({ name, ...found })))).toEqual([]);
    const [page] = pages;
    expect(lintPage(page!.html.replace('</h1>', ' : undefined  1 items?</h1>'), locale)).not.toEqual([]);
  });

  test('no reader and no case is forgotten', () => {
    expect(new Set(mails.map(({ reader }) => reader))).toEqual(new Set(readers));
    for (const one of ['one item', 'many items', 'long names', 'USD', 'JPY', 'no tracking', 'no phone', 'shop closed'])
      expect(
        mails.some((mail) => mail.case === one),
        one,
      ).toBe(true);
    expect(mails.length).toBeGreaterThan(1500);
  });
});

function nameOf(mail: Omit<MatrixMail, 'letter' | 'words'>): string {
  return [mail.message, mail.situation, mail.locale, mail.reader, mail.tone, mail.case].join(' / ');
}
