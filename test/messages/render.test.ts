import { describe, expect, test } from 'vitest';
import { locales } from '../../messages/letter.ts';
import { renderStaffLetter } from '../../messages/render-staff.ts';
import { renderLetter } from '../../messages/render.ts';
import { collectedSamples, giftSamples } from './reader-samples.ts';
import { letterhead, link, phone, sample, samples, staffSamples } from './samples.ts';
import { tonedSamples } from './tone-samples.ts';

const everyLetter = locales.flatMap((locale) => [
  ...samples(locale),
  ...collectedSamples(locale),
  ...giftSamples(locale),
  ...tonedSamples(locale),
]);
const everyTask = locales.flatMap((locale) => staffSamples(locale));

/** What a hole in a template or a forgotten value looks like to a customer. */
const holes = /undefined|\bnull\b|\[object|\{\{|\}\}|NaN|Invalid Date/u;

/** The text of a document as a reader sees it. */
function readable(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/u, '')
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('&ensp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'");
}

describe.each(everyLetter)('$name', ({ letter }) => {
  const { subject, html, text } = renderLetter(letter);

  test('has no holes', () => {
    for (const part of [subject, html, text]) expect(part).not.toMatch(holes);
  });

  test('carries order number, phone, postal address, signatory with role, and who is greeted', () => {
    const { role } = letter.head.shop.signatory;
    for (const part of [readable(html), text]) {
      expect(part).toContain('#1001');
      expect(part).toContain(phone);
      for (const line of ['12 rue des Lilas', '69001 Lyon', 'Camille Roux', role, 'Zoë Martin']) {
        expect(part).toContain(line);
      }
    }
    expect(subject).toContain('#1001');
  });

  test('has one button to the one link, before any other link', () => {
    expect(html.split(`href="${link}"`)).toHaveLength(2);
    expect(/href="(?<first>[^"]+)"/u.exec(html)?.groups?.['first']).toBe(link);
    expect(text.match(/https?:\/\/\S+/gu)?.[0]).toBe(link);
    expect(text.split(link)).toHaveLength(2);
  });

  test('fetches nothing from anywhere when it is opened', () => {
    expect(html).not.toMatch(/<(?:link|img|script|iframe)|@import|url\(|\ssrc=/iu);
  });

  test('says its subject on one line of at most 60 characters', () => {
    expect(subject).not.toMatch(/[\r\n\u2068\u2069]/u);
    expect(subject.length).toBeLessThanOrEqual(60);
  });

  test('is a document in its language that fits a phone, a dark room and a mail program', () => {
    expect(html).toContain(`<html lang="${letter.head.locale}"`);
    expect(html).toContain('name="viewport"');
    expect(html).toContain('prefers-color-scheme');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toMatch(/<title>[^<]+<\/title>/u);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  test('reads as plain text', () => {
    expect(text).not.toMatch(/<[a-z]|&[a-z]+;|[ \t]\n|\n{3}|\u2068/u);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('is typeset in its language', () => {
    const words = readable(html).replaceAll(/https?:\S+/gu, '');
    expect(words).not.toMatch(/\w'\w/u);
    if (letter.head.locale === 'fr') expect(words).not.toMatch(/[a-zé] [;!?]|[^\u00A0\d] :|« |[a-zé][;!?]/u);
    else expect(words).not.toMatch(/[\u00A0 ][;:!?](?!\d)/u);
  });
});

describe.each(everyTask)('$name', ({ letter }) => {
  const { subject, html, text } = renderStaffLetter(letter);

  test('has no holes and says what, for whom, by when, and how to close it', () => {
    for (const part of [subject, html, text]) expect(part).not.toMatch(holes);
    for (const part of [readable(html), text]) {
      for (const said of ['#1001', 'Ida Blanc', 'Zoë Martin', '06 12 34 56 78', 'zoe@example.com', letter.task.id]) {
        expect(part).toContain(said);
      }
      expect(part).toMatch(/26 novembre à 18|26 November at 6/u);
    }
    expect(html).toContain('href="tel:0612345678"');
    expect(subject).toContain('#1001');
  });

  test('quotes what the customer said, line by line', () => {
    const [first] = (letter.note ?? '').split('\n');
    expect(text).toContain(`> ${first}`);
  });

  test('says so when it is overdue', () => {
    expect(/^(?:En retard|Overdue)/u.test(subject)).toBe(letter.task.overdue > 0);
  });
});

test('a reason to act that staff can be mailed about has words of its own', () => {
  for (const locale of locales) {
    const titles = staffSamples(locale).map(({ letter }) => renderStaffLetter(letter).subject);
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('the phone number says when it is answered next, while it is not', () => {
  const head = letterhead('en');
  const opensAt = Date.parse('2026-11-25T09:00:00+01:00');
  const closed = sample('open-case', 'wrong', 'en', { ...head, shop: { ...head.shop, opensAt } });
  expect(renderLetter(closed).text).toContain('We answer the phone again on Wednesday 25 November at 9\u00A0am.');
  expect(renderLetter(sample('open-case', 'wrong', 'en')).text).not.toContain('again');
});

test('a customer without a name is greeted all the same', () => {
  const letter = sample('open-case', 'wrong', 'fr', letterhead('fr', { customer: { name: ' \u200B\n' } }));
  expect(renderLetter(letter).text).toContain('\nBonjour,\n');
});

test('the same letter gives the same words', () => {
  const letter = sample('confirm-order', 'plain', 'fr');
  expect(renderLetter(letter)).toEqual(renderLetter(letter));
});
