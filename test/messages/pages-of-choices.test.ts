import { describe, expect, test } from 'vitest';
import { channels, locales, tones } from '../../messages/letter.ts';
import { preferencesPage, unsubscribePage, type PreferencesPage } from '../../messages/pages.ts';
import { skeleton } from './hostile-values.ts';
import { pageShop, preferencesModel, unsubscribeModel } from './page-samples.ts';

/** What a form would send as it stands. */
function sends(html: string): Readonly<Record<string, string>> {
  const checked = [...html.matchAll(/<input[^>]*name="(?<name>[a-z]+)"\s+value="(?<value>[^"]*)"\s+checked/gu)];
  const selected = /<select name="(?<name>[a-z]+)"[^]*?<option value="(?<value>[^"]*)" selected>/u.exec(html);
  return Object.fromEntries(
    [...checked, ...(selected === null ? [] : [selected])].map(({ groups }) => [groups?.['name'], groups?.['value']]),
  );
}

function offered(html: string, name: string): readonly string[] {
  const field = new RegExp(`<input[^>]*name="${name}"\\s+value="(?<value>[^"]*)"`, 'gu');
  return [...html.matchAll(field)].map(({ groups }) => groups?.['value'] ?? '');
}

describe('the page of preferences', () => {
  test('is one form to where it came from, with each choice that there is', () => {
    const html = preferencesPage(preferencesModel('en'));
    expect(html.match(/<form[^>]*>/gu)).toEqual(['<form method="post">']);
    expect(offered(html, 'locale')).toEqual(locales);
    expect(offered(html, 'channel')).toEqual(channels);
    expect(offered(html, 'offers')).toEqual(['yes', 'no']);
    const options = [...html.matchAll(/<option value="(?<value>[^"]*)"/gu)].map(({ groups }) => groups?.['value']);
    expect(options).toEqual(['', ...tones]);
  });

  test('shows what holds, so that sending it unchanged changes nothing', () => {
    expect(sends(preferencesPage(preferencesModel('en')))).toEqual({ locale: 'en', tone: '', channel: 'email' });
    for (const locale of locales) {
      for (const tone of tones) {
        const page = preferencesModel(locale, { tone, channel: 'phone', offers: false });
        expect(sends(preferencesPage(page))).toEqual({ locale, tone, channel: 'phone', offers: 'no' });
      }
    }
    expect(sends(preferencesPage(preferencesModel('fr', { offers: true })))['offers']).toBe('yes');
  });

  test('names each language in that language, and asks for none where there is one', () => {
    const html = preferencesPage(preferencesModel('en'));
    expect(html).toContain('<span lang="fr">Français</span>');
    expect(html).toContain('<span lang="en">English</span>');
    expect(preferencesPage(preferencesModel('en', { locales: ['en'] }))).not.toContain('name="locale"');
  });

  test('says that it was saved, once it was', () => {
    expect(preferencesPage(preferencesModel('en'))).not.toContain('role="status"');
    expect(preferencesPage(preferencesModel('en', { saved: true }))).toContain('Saved. This is how we write to you');
    expect(preferencesPage(preferencesModel('fr', { saved: true }))).toContain('C’est noté.');
  });

  test('labels every field, and names every tone once', () => {
    for (const locale of locales) {
      const html = preferencesPage(preferencesModel(locale));
      const radios = html.match(/<input/gu) ?? [];
      expect(html.match(/<label class="radio"\s*><input/gu)).toHaveLength(radios.length);
      expect(html.match(/<legend>[^<]+<\/legend>/gu)).toHaveLength(3);
      const named = [...html.matchAll(/<option[^>]*>(?<label>[^<]+)</gu)].map(({ groups }) => groups?.['label']);
      expect(new Set(named).size).toBe(tones.length + 1);
    }
  });
});

describe('the page that ends offers', () => {
  test('takes one press without any field', () => {
    const html = unsubscribePage(unsubscribeModel('en'));
    expect(html.match(/<form[^>]*>/gu)).toEqual(['<form method="post">']);
    expect(html).toMatch(/<button class="send">End all offers<\/button>/u);
    expect(html).not.toMatch(/<input|<select|<textarea|name="(?!viewport|color-scheme|robots|referrer)/u);
  });

  test('says that it is done, and asks no more', () => {
    expect(unsubscribePage(unsubscribeModel('en', { done: true }))).toContain('Done: we make you no more offers.');
    expect(unsubscribePage(unsubscribeModel('fr', { done: true }))).not.toContain('<form');
  });

  test('says before and after that messages about orders still come', () => {
    for (const done of [false, true]) {
      const english = unsubscribePage(unsubscribeModel('en', { done }));
      expect(english).toContain('Messages about your orders still come.');
      expect(unsubscribePage(unsubscribeModel('fr', { done }))).toContain(
        'au sujet de vos commandes continuent de venir',
      );
    }
  });
});

function typed(value: string): Pick<PreferencesPage, 'shop' | 'order'> {
  return { shop: { ...pageShop, name: value, address: value }, order: { number: value } };
}

test.each(['<script>alert(1)</script>', '" onfocus="x" autofocus="', "'><img src=x>", 'שלום', 'x'.repeat(10_000)])(
  'a hostile value changes nothing in either page but the words: %.30s',
  (value) => {
    for (const locale of locales) {
      const choices = preferencesPage(preferencesModel(locale, typed(value)));
      expect(skeleton(choices)).toEqual(skeleton(preferencesPage(preferencesModel(locale, typed('x')))));
      const end = unsubscribePage(unsubscribeModel(locale, typed(value)));
      expect(skeleton(end)).toEqual(skeleton(unsubscribePage(unsubscribeModel(locale, typed('x')))));
    }
  },
);
