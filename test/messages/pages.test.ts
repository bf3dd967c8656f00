import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { locales } from '../../messages/letter.ts';
import {
  contentSecurityPolicy,
  notFoundPage,
  textMaxLength,
  wordPage,
  answeredPage,
  choicePage,
} from '../../messages/pages.ts';
import { skeleton } from './hostile-values.ts';
import { answeredModel, choiceModel, pageSamples, pageShop, parcel, wordModel } from './page-samples.ts';
import { phone } from './samples.ts';

describe.each(locales.flatMap((locale) => pageSamples(locale).map((page) => ({ ...page, locale }))))(
  '$name',
  ({ html, locale, name }) => {
    test('is a whole document in its language, for a phone, without scripts', () => {
      expect(html.startsWith('<!doctype html>')).toBe(true);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).toContain('width=device-width');
      expect(html).toContain('name="color-scheme"');
      expect(html).toContain('noindex');
      expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|\sstyle=/iu);
      expect(html).not.toMatch(/undefined|\bnull\b|\[object|NaN/u);
    });

    test('says how to reach the shop, where it is known', () => {
      if (name.startsWith('not-found/locale')) expect(html).not.toContain(phone);
      else expect(html).toContain(phone);
    });

    test('has a style sheet that its content security policy lets through, to the byte', () => {
      const style = /<style>(?<css>[^]*?)<\/style>/u.exec(html)?.groups?.['css'] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(contentSecurityPolicy).toContain(`style-src 'sha256-${hash}'`);
    });
  },
);

describe('the page with the question', () => {
  test('takes each of the four words', () => {
    const html = wordPage(wordModel('en'));
    expect(html).toMatch(/<button[^>]*name="word"\s+value="received"/u);
    expect(html).toMatch(/<button[^>]*name="word"\s+value="not-yet"/u);
    expect(html).toMatch(/<input[^>]*name="word"\s+value="problem"/u);
    expect(html).toMatch(/<input[^>]*name="word"\s+value="question"/u);
    for (const about of ['damaged', 'wrong', 'missing', 'return', 'other']) {
      expect(html).toMatch(new RegExp(`name="about"\\s+value="${about}"`, 'u'));
    }
    expect(html).toContain(`maxlength="${textMaxLength}"`);
    expect(html.match(/<form[^>]*>/gu)).toEqual(Array.from({ length: 4 }, () => '<form method="post">'));
  });

  test('asks which parcel where there are several', () => {
    expect(wordPage(wordModel('en'))).not.toContain('name="parcel"');
    const html = wordPage(wordModel('en', { parcels: [parcel('en'), parcel('en', { id: 'P-2' })] }));
    expect(html.match(/<select name="parcel">/gu)).toHaveLength(2);
    expect(html).toMatch(/<option value="P-2">\s*Parcel 2 of 2: Linen tea towel/u);
  });

  test('before it is asked shows where the order stands and does not offer "not yet"', () => {
    const html = wordPage(wordModel('en', { asked: false, toCome: [{ title: 'Bowl', quantity: 1 }] }));
    expect(html).toContain('Where your order stands');
    expect(html).toContain('On its way');
    expect(html).toContain('1 × Bowl');
    expect(html).not.toContain('value="not-yet"');
    expect(html).toContain('value="problem"');
    expect(html).toContain('value="received"');
  });

  test('says what was answered before', () => {
    expect(wordPage(wordModel('en', { lastWord: 'question' }))).toContain('We have your question');
  });
});

test('the choice is to cancel or to be called', () => {
  const html = choicePage(choiceModel('fr'));
  expect(html).toMatch(/name="choice"\s+value="cancel-order"/u);
  expect(html).toMatch(/name="choice"\s+value="call"/u);
});

test('the answer says who sees to it and by when, or that a message will', () => {
  const next = { owner: 'Ida Blanc', by: { day: '2026-11-26' } };
  expect(answeredPage(answeredModel('en', { said: 'problem', next }))).toContain(
    'Ida Blanc is seeing to it and answers you by Thursday 26 November.',
  );
  expect(answeredPage(answeredModel('en', { said: 'not-yet' }))).toContain('It is for us to find it, not for you.');
  expect(answeredPage(answeredModel('en', { already: true }))).toContain('You have already answered');
});

describe('the page for a link that leads nowhere', () => {
  test('speaks every language when it does not know whose it is', () => {
    const html = notFoundPage();
    expect(html).toContain('Ce lien ne mène plus nulle part');
    expect(html).toContain('This link no longer leads anywhere');
  });

  test('says how to reach the shop where it is known', () => {
    expect(notFoundPage({ shop: pageShop })).toContain(phone);
    expect(notFoundPage({ shop: pageShop, locale: 'fr' })).not.toContain('no longer');
  });
});

function pageWith(typed: string): string {
  const goods = [{ title: typed, quantity: 1 }];
  return wordPage({
    ...wordModel('en'),
    shop: { ...pageShop, name: typed, address: typed },
    order: { number: typed },
    parcels: ['P-1', 'P-2'].map((id) =>
      parcel('en', { id, carrier: typed, trackingNumber: typed, trackingUrl: typed, goods }),
    ),
  });
}

test.each(['<script>alert(1)</script>', '" onfocus="x" autofocus="', "'><img src=x>", 'שלום', 'x'.repeat(10_000)])(
  'a hostile value changes nothing in a page but the words: %.30s',
  (value) => {
    expect(skeleton(pageWith(value))).toEqual(skeleton(pageWith('x')));
  },
);
