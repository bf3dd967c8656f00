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
import { answeredModel, choiceModel, pageSamples, pageShop, parcel, stockOutModel, wordModel } from './page-samples.ts';
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

/** What a page says and what its choices are, as a reader sees them. */
function choicesOf(html: string): readonly string[] {
  return [...html.matchAll(/name="choice"\s+value="(?<choice>[a-z-]+)"/gu)].map(
    ({ groups }) => groups?.['choice'] ?? '',
  );
}

function readable(html: string): string {
  return html
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00A0\u202F]+/gu, ' ');
}

describe('the page with the choice', () => {
  test('after a long delay is to cancel or to be called; to wait needs no answer', () => {
    const html = choicePage(choiceModel('fr'));
    expect(choicesOf(html)).toEqual(['cancel-order', 'call']);
    expect(html).toContain('Vous préférez attendre');
  });

  test('offers only what exists, in the order given, and each in a form of its own', () => {
    const html = choicePage(stockOutModel('en', { choices: ['replace', 'cancel-items', 'call'] }));
    expect(choicesOf(html)).toEqual(['replace', 'cancel-items', 'call']);
    expect(html.match(/<form[^>]*>/gu)).toHaveLength(3);
    expect(html).not.toMatch(/wait/u);
  });

  test('says of each choice what it leads to and by when', () => {
    const said = readable(choicePage(stockOutModel('en')));
    expect(said).toContain('I’ll wait: it leaves by Friday 4 December');
    expect(said).toContain('Send me Stoneware bowl, medium instead it leaves by Friday 27 November');
    expect(said).toContain('Call me a person calls you to talk it over');
    const several = stockOutModel('fr', { late: [{ title: 'Bol', quantity: 2 }] });
    expect(readable(choicePage(several))).toContain('J’attends : départ au plus tard le vendredi 4 décembre');
    expect(readable(choicePage(several))).toContain('Ces articles de votre commande sont épuisés');
  });

  test('says exactly what is cancelled', () => {
    const said = readable(choicePage(stockOutModel('en')));
    expect(said).toContain('Cancel this item 1 × Stoneware bowl, large. The rest goes on;');
    expect(said).toContain(
      'Cancel everything that has not left 1 × Stoneware bowl, large, 2 × Linen tea towel, midnight blue and 4 × Olive wood spoon.',
    );
    const whole = readable(choicePage(stockOutModel('en', { partly: false, rest: undefined })));
    expect(whole).toContain('Cancel my whole order all of it;');
    expect(whole).not.toContain('The rest goes on');
    const unnamed = readable(choicePage(stockOutModel('en', { rest: undefined })));
    expect(unnamed).toContain(
      'Cancel everything that has not left all that is still with us, not only what this is about',
    );
    const late = readable(choicePage(choiceModel('en', { partly: true, late: [{ title: 'Bowl', quantity: 1 }] })));
    expect(late).toContain('Cancel everything that has not left 1 × Bowl.');
  });

  test('with nothing left to choose says that it is settled, and what was chosen', () => {
    const html = choicePage(stockOutModel('en', { choices: [], lastChoice: 'cancel-items' }));
    expect(html).not.toContain('<form');
    expect(html).toContain('This question is settled');
    expect(html).toContain('You asked to cancel what is out of stock');
    expect(html).not.toContain('What would you like');
  });
});

describe('the answer to a choice', () => {
  test('says by when it leaves, for who waits or takes the replacement', () => {
    const leavesBy = { day: '2026-12-04' };
    const waits = answeredPage(answeredModel('en', { said: 'wait', leavesBy }));
    expect(waits).toContain('It leaves us by Friday 4 December.');
    expect(waits).toContain('We will write to you as soon as it leaves.');
    const replaces = answeredPage(answeredModel('fr', { said: 'replace', leavesBy }));
    expect(replaces).toContain('Le remplacement part de chez nous au plus tard le vendredi 4 décembre.');
    expect(answeredPage(answeredModel('en', { said: 'call', leavesBy }))).not.toContain('4 December');
  });

  test('confirms nothing as cancelled before somebody cancelled it', () => {
    for (const said of ['cancel-items', 'cancel-order'] as const) {
      const html = answeredPage(answeredModel('en', { said }));
      expect(html).toContain('you would like to cancel');
      expect(html).toContain('A person is seeing to it and will confirm it to you.');
    }
  });
});

describe('a parcel on the page', () => {
  test('at a pickup point says where it waits and until when', () => {
    const waiting = parcel('en', {
      status: 'at-pickup',
      pickup: { name: 'Tabac du Port', address: '9 quai Ouest', keptUntil: { day: '2026-12-05' } },
    });
    const html = wordPage(wordModel('en', { asked: false, parcels: [waiting] }));
    for (const part of ['Tabac du Port', '9 quai Ouest', 'Kept until: Saturday 5 December'])
      expect(html).toContain(part);
    expect(html).not.toContain('With you by');
  });

  test('that is lost or comes back sends nobody to the carrier', () => {
    for (const status of ['lost', 'returned'] as const) {
      const html = wordPage(wordModel('en', { asked: false, parcels: [parcel('en', { status })] }));
      expect(html).toContain('we are taking care of it');
      expect(html).not.toContain('carrier.example');
    }
  });
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
      parcel('en', {
        id,
        status: 'at-pickup',
        carrier: typed,
        trackingNumber: typed,
        trackingUrl: typed,
        goods,
        pickup: { name: typed, address: typed },
      }),
    ),
  });
}

function choiceWith(typed: string): string {
  const goods = [{ title: typed, quantity: 1 }];
  return choicePage(
    stockOutModel('en', {
      late: goods,
      rest: goods,
      replacement: { titles: [typed], leavesBy: { day: '2026-11-27' } },
    }),
  );
}

test.each(['<script>alert(1)</script>', '" onfocus="x" autofocus="', "'><img src=x>", 'שלום', 'x'.repeat(10_000)])(
  'a hostile value changes nothing in a page but the words: %.30s',
  (value) => {
    expect(skeleton(pageWith(value))).toEqual(skeleton(pageWith('x')));
    expect(skeleton(choiceWith(value))).toEqual(skeleton(choiceWith('x')));
  },
);
