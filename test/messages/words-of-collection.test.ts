import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../messages/letter.ts';
import { renderLetter } from '../../messages/render.ts';
import { collectedPageSamples } from './page-samples.ts';
import { collectedSamples, collectHead } from './reader-samples.ts';
import { samples, type Sample } from './samples.ts';

/** What is said of things that travel, and never of what is collected in the shop. */
const travelling: Record<Locale, RegExp> = {
  en: /\bparcels?\b|\bship|\bdeliver|\bcarrier|\bcourier|\bon (?:its|their|the) way\b|\bleft\b(?! to\b| for\b)|\bleav(?:es|ing)\b|\bleave\b(?! you without)|\barriv|\bsen[dt]\b|\bsending\b|\btrack|\bbrought\b|Colissimo|6A12345/iu,
  fr: /\bcolis\b|expédi|livr(?:é|er|ais)|transporteur|en route|en chemin|\bdéparts?\b|\bpar(?:ti|tis|tira|tir)\b|(?:est|pas|sont) parties?\b|\bpart (?:de|au|le)\b|arriv(?!e à)|envo[iy]|achemin|numéro de suivi|Colissimo|6A12345/iu,
};

/** What the shop itself typed into the samples is its own. */
const typed = [
  /^> .*$/gmu,
  /la raison : étiquette imprimée, colis resté ici/giu,
  /the reason: the label was printed, and the parcel stayed here/giu,
];

function ownWords(text: string): string {
  return typed.reduce((rest, pattern) => rest.replaceAll(pattern, ''), text.replaceAll(/[\u00A0\u202F]/gu, ' '));
}

function readable(html: string): string {
  return (
    html
      .replace(/<style>[^]*?<\/style>/gu, '')
      // The form is sent, nothing else.
      .replaceAll(/<button class="send">[^]*?<\/button>/gu, '')
      .replaceAll(/<[^>]+>/gu, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll(/[\s\u00A0\u202F]+/gu, ' ')
  );
}

function said(name: string, locale: Locale): string {
  const found = collectedSamples(locale).find((one) => one.name === `collected/${name}/${locale}`);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return renderLetter(found.letter).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}

function page(name: string, locale: Locale): string {
  return readable(collectedPageSamples(locale).find((one) => one.name === `collected/${name}/${locale}`)?.html ?? '');
}

function messagesOf(all: readonly Sample[]): ReadonlySet<string> {
  return new Set(all.map(({ letter }) => letter.message));
}

describe.each(locales)('of an order that is collected, in %s,', (locale) => {
  test.each(collectedSamples(locale))('$name says nothing that is said of parcels', ({ letter }) => {
    const { subject, html, text } = renderLetter(letter);
    expect(subject).not.toMatch(travelling[locale]);
    expect(ownWords(text)).not.toMatch(travelling[locale]);
    // The first line that a mail program shows is part of the document.
    const title = /<title>(?<title>[^<]*)/u.exec(html)?.groups?.['title'];
    expect(title).not.toMatch(travelling[locale]);
    expect(html).not.toMatch(/Colissimo|6A12345|carrier\.example/u);
  });

  test.each(collectedPageSamples(locale))('the page $name says nothing that is said of parcels', ({ html }) => {
    expect(readable(html)).not.toMatch(travelling[locale]);
  });

  test('every message that there is is walked', () => {
    expect(messagesOf(collectedSamples(locale))).toEqual(messagesOf(samples(locale)));
  });

  test('the words are found where something travels: the walk can fail', () => {
    const shipped = samples(locale).filter(({ letter }) =>
      /^(?:announce-shipment|warn-delivery-delay|trace-parcel|warn-out-of-stock)$/u.test(letter.message),
    );
    for (const { name, letter } of shipped) {
      if (name.includes('noDate')) continue;
      expect(ownWords(renderLetter(letter).text), name).toMatch(travelling[locale]);
    }
  });

  test('every subject is whole with an order number of ten characters', () => {
    for (const { letter } of collectedSamples(locale)) {
      const head = { ...letter.head, order: { ...letter.head.order, number: '1234567890' } };
      const { subject } = renderLetter({ ...letter, head });
      expect(subject.length, subject).toBeLessThanOrEqual(60);
    }
  });
});

describe('what is ready to collect', () => {
  test('is announced with where, until when and with what to come', () => {
    const text = said('announce-shipment/one', 'en');
    for (const part of [
      'Your order is ready to collect',
      'Good news: everything is ready, and is waiting for you in the shop.',
      'Where to collect it: 12 rue des Lilas, 69001 Lyon, France',
      'Kept for you until: Friday 27 November',
      'Ready since: Tuesday 24 November',
      'Ready for you\n- 2 × Linen tea towel, midnight blue',
      'You can come as of now, during our opening hours; if you are not sure of them, call us on +33 1 23 45 67 89.',
      'When you come, give us the order number.',
    ]) {
      expect(text).toContain(part);
    }
    expect(said('announce-shipment/one', 'fr')).toContain('Gardé pour vous jusqu’au : vendredi 27 novembre');
  });

  test('is not said to be kept until a day that nobody named', () => {
    expect(said('announce-shipment/bare', 'en')).not.toContain('Kept for you until');
    expect(said('announce-shipment/bare', 'fr')).not.toContain('Gardé pour vous');
  });

  test('while the shop is closed is announced with when it opens', () => {
    const opensAt = Date.parse('2026-11-25T09:00:00+01:00');
    for (const [locale, opening] of [
      ['en', 'You can come from Wednesday 25 November at 9 am: that is when we open again.'],
      ['fr', 'Nous rouvrons le mercredi 25 novembre à 9 h : vous pouvez venir dès ce moment.'],
    ] as const) {
      const head = collectHead(locale);
      const closed = { ...head, shop: { ...head.shop, opensAt } };
      for (const { name, letter } of samples(locale, closed)) {
        if (!/^announce-(?:partial-)?shipment/u.test(name)) continue;
        const text = renderLetter(letter).text.replaceAll(/[\u00A0\u202F]/gu, ' ');
        expect(text).toContain(opening);
        expect(text).not.toMatch(/as of now|dès maintenant/u);
      }
    }
  });

  test('in part says what is ready, and by when the rest is', () => {
    const text = said('announce-partial-shipment/dated', 'en');
    expect(text).toContain('The rest is ready by: Monday 30 November');
    expect(text).toContain('Still to be collected\n- 4 × Olive wood spoon');
  });

  test('is reminded of with the shop’s address, unless it waits elsewhere', () => {
    expect(said('remind-pickup/bare', 'fr')).toContain('Où venir : 12 rue des Lilas, 69001 Lyon, France');
    expect(said('remind-pickup/bare', 'en')).toContain('kept for you in the shop until Thursday 26 November');
    expect(said('remind-pickup/known', 'en')).toContain('Where to collect it: Tabac du Port');
    expect(said('remind-pickup/known', 'en')).not.toContain('Where to collect it: 12 rue');
  });

  test('and was collected is asked about as such, promo and all', () => {
    const text = said('ask-delivery-check/scanned', 'en');
    expect(text).toContain('According to our notes, you collected your order on Tuesday 24 November at 9:42 am');
    expect(text).toContain('Do you have everything, and is it as it should be?');
    expect(text).toContain('10% off your next order');
    expect(said('ask-delivery-check/neighbour', 'fr')).toContain('votre commande a été retirée pour vous');
  });
});

describe('an order that is to be collected', () => {
  test('and is late says by when it is ready, and promises no arrival', () => {
    const text = said('warn-shipping-delay/dated', 'en');
    expect(text).toContain('Your order will be ready later than planned');
    expect(text).toContain('Ready by: Tuesday 1 December');
    expect(text).not.toContain('4 December');
    // A day of arrival alone is no day for what is collected: the next word is promised instead.
    expect(said('warn-shipping-delay/ownWords', 'en')).toContain('We have no new date yet');
    expect(said('warn-shipping-delay/choiceInPart', 'fr')).toContain('Vous pouvez annuler ce qui n’est pas prêt');
  });

  test('with a replacement says by when that is ready', () => {
    const text = said('announce-settlement/replacement', 'en');
    expect(text).toContain('We are preparing a replacement: it is ready for you to collect by Friday 27 November.');
    expect(text).not.toContain('2 December');
    expect(said('announce-settlement/replacement', 'fr')).toContain(
      'il est prêt à retirer au plus tard le vendredi 27 novembre.',
    );
  });

  test('and is cancelled need not be collected, and what was is brought back with us', () => {
    expect(said('confirm-cancellation/whole', 'en')).toContain('There is nothing for you to collect any more.');
    expect(said('confirm-cancellation/toReturn', 'en')).toContain('Cancelled: not to be collected, or to return');
    expect(said('confirm-cancellation/hadLeft', 'fr')).toContain('était déjà prêt pour vous');
  });

  test('is corrected only in what was said of it', () => {
    const text = said('correct-shipment/everything', 'en');
    expect(text).toContain('We keep it for you until Friday 27 November; the day we gave you before does not hold.');
    expect(said('correct-what-we-said/shipment', 'en')).toContain('that told you everything was ready to collect');
  });

  test('is confirmed in its own words also where only its delivery says so', () => {
    const collect = samples('en').find(({ name }) => name === 'confirm-order/collect/en');
    expect(collect && renderLetter(collect.letter).text).toContain('To change or cancel it before you collect it');
  });
});

describe('the page of an order that is collected', () => {
  test('says what is ready and what was collected', () => {
    expect(page('word/several', 'en')).toContain('Collected on Tuesday 24 November at 9:42 am');
    expect(page('word/several', 'en')).toContain('Ready to collect Kept for you until: Friday 27 November');
    expect(page('word/order', 'fr')).toContain('Prêt à retirer');
    expect(page('word/order', 'fr')).toContain('Prêt au plus tard : lundi 30 novembre');
    expect(page('word/asked', 'en')).toContain('Yes, I have everything');
    expect(page('answered/wait', 'en')).toContain('We will write to you as soon as it is ready.');
  });
});
