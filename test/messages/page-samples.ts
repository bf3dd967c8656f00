import { locales, tones, type Locale } from '../../messages/letter.ts';
import {
  answeredPage,
  choicePage,
  customerChoices,
  customerWords,
  notFoundPage,
  preferencesPage,
  unsubscribePage,
  wordPage,
  type AnsweredPage,
  type ChoicePage,
  type PageParcel,
  type PageShop,
  type PreferencesPage,
  type UnsubscribePage,
  type WordPage,
} from '../../messages/pages.ts';
import { goods, now, phone, zone } from './sample-values.ts';

/** Every page in every situation that has words of its own. */

export const pageShop: PageShop = {
  name: 'Maison Zéphyr',
  phone,
  address: '12 rue des Lilas\n69001 Lyon\nFrance',
  zone,
  now,
};

export function parcel(locale: Locale, changes: Partial<PageParcel> = {}): PageParcel {
  return {
    id: 'P-1',
    goods: [{ title: locale === 'fr' ? 'Torchon en lin, bleu nuit' : 'Linen tea towel, midnight blue', quantity: 2 }],
    status: 'under-way',
    carrier: 'Colissimo',
    trackingNumber: '6A12345678901',
    trackingUrl: 'https://carrier.example/track?number=6A12345678901',
    deliverBy: { day: '2026-11-27' },
    ...changes,
  };
}

export function wordModel(locale: Locale, changes: Partial<WordPage> = {}): WordPage {
  return { locale, shop: pageShop, order: { number: '#1001' }, asked: true, parcels: [parcel(locale)], ...changes };
}

export function choiceModel(locale: Locale, changes: Partial<ChoicePage> = {}): ChoicePage {
  return {
    locale,
    shop: pageShop,
    order: { number: '#1001' },
    about: 'delay',
    partly: false,
    choices: ['cancel-order', 'call'],
    ...changes,
  };
}

export function stockOutModel(locale: Locale, changes: Partial<ChoicePage> = {}): ChoicePage {
  const [towel, bowl, spoon] = goods(locale);
  return choiceModel(locale, {
    about: 'stock-out',
    late: [bowl],
    rest: [towel, spoon],
    partly: true,
    choices: ['wait', 'replace', 'cancel-items', 'cancel-order', 'call'],
    waitUntil: { day: '2026-12-04' },
    replacement: {
      titles: [locale === 'fr' ? 'Bol en grès, moyen modèle' : 'Stoneware bowl, medium'],
      leavesBy: { day: '2026-11-27' },
    },
    ...changes,
  });
}

export function answeredModel(locale: Locale, changes: Partial<AnsweredPage> = {}): AnsweredPage {
  return { locale, shop: pageShop, order: { number: '#1001' }, said: 'received', already: false, ...changes };
}

export function preferencesModel(locale: Locale, changes: Partial<PreferencesPage> = {}): PreferencesPage {
  return {
    locale,
    shop: pageShop,
    order: { number: '#1001' },
    locales,
    channel: 'email',
    saved: false,
    ...changes,
  };
}

export function unsubscribeModel(locale: Locale, changes: Partial<UnsubscribePage> = {}): UnsubscribePage {
  return { locale, shop: pageShop, order: { number: '#1001' }, done: false, ...changes };
}

export interface PageSample {
  readonly name: string;
  readonly html: string;
}

export function pageSamples(locale: Locale): readonly PageSample[] {
  return samplesOf(locale, {});
}

/** Every page of an order that is collected in the shop. */
export function collectedPageSamples(locale: Locale): readonly PageSample[] {
  return samplesOf(locale, { order: { number: '#1001', collect: true } })
    .filter(({ name }) => !name.startsWith('not-found'))
    .map(({ name, html }) => ({ name: `collected/${name}`, html }));
}

/** Every page, of one kind of order. */
function samplesOf(locale: Locale, order: Partial<Pick<WordPage, 'order'>>): readonly PageSample[] {
  const bowl = { title: locale === 'fr' ? 'Bol en grès, grand modèle' : 'Stoneware bowl, large', quantity: 1 };
  const two = [
    parcel(locale, { status: 'delivered', deliveredAt: Date.parse('2026-11-24T09:42:00+01:00') }),
    parcel(locale, { id: 'P-2', goods: [bowl], trackingUrl: undefined }),
  ];
  const waiting = parcel(locale, {
    status: 'at-pickup',
    pickup: { name: 'Tabac du Port', address: '9 quai Ouest\n31000 Toulouse', keptUntil: { day: '2026-12-05' } },
  });
  const next = { owner: 'Ida Blanc', by: { instant: Date.parse('2026-11-26T18:00:00+01:00') } };
  const pages: Record<string, string> = {
    'word/asked': wordPage(wordModel(locale, { ...order })),
    'word/several': wordPage(wordModel(locale, { ...order, parcels: two })),
    'word/again': wordPage(wordModel(locale, { ...order, lastWord: 'not-yet' })),
    'word/order': wordPage(
      wordModel(locale, {
        ...order,
        asked: false,
        toCome: [bowl],
        toComeBy: { day: '2026-11-30' },
        shop: { ...pageShop, opensAt: Date.parse('2026-11-25T09:00:00+01:00') },
      }),
    ),
    'word/bare': wordPage(
      wordModel(locale, { ...order, asked: false, parcels: [{ id: 'P', goods: [], status: 'under-way' }] }),
    ),
    'word/at-pickup': wordPage(wordModel(locale, { ...order, asked: false, parcels: [waiting] })),
    'word/lost': wordPage(
      wordModel(locale, {
        ...order,
        asked: false,
        parcels: [parcel(locale, { status: 'lost' }), parcel(locale, { id: 'P-2', goods: [bowl], status: 'returned' })],
      }),
    ),
    'choice/all': choicePage(choiceModel(locale, { ...order })),
    'choice/stock-out': choicePage(stockOutModel(locale, { ...order })),
    'choice/stock-out-whole': choicePage(
      stockOutModel(locale, { ...order, partly: false, rest: undefined, choices: ['replace', 'cancel-order', 'call'] }),
    ),
    'choice/stock-out-several': choicePage(
      stockOutModel(locale, { ...order, late: [bowl, { ...bowl, quantity: 3 }], rest: undefined, lastChoice: 'wait' }),
    ),
    'choice/no-date': choicePage(
      stockOutModel(locale, { ...order, choices: ['cancel-items', 'cancel-order', 'call'] }),
    ),
    'choice/settled': choicePage(stockOutModel(locale, { ...order, choices: [], lastChoice: 'cancel-items' })),
    'choice/settled-otherwise': choicePage(stockOutModel(locale, { ...order, choices: [] })),
    'choice/part': choicePage(choiceModel(locale, { ...order, partly: true, late: [bowl], lastChoice: 'call' })),
    'answered/promo': answeredPage(
      answeredModel(locale, {
        ...order,
        promo: { code: 'MERCI-7Q2K', discount: { percent: 10 }, validUntil: { day: '2027-01-23' } },
      }),
    ),
    'answered/waits': answeredPage(answeredModel(locale, { ...order, said: 'wait', leavesBy: { day: '2026-12-04' } })),
    'answered/replaces': answeredPage(
      answeredModel(locale, { ...order, said: 'replace', leavesBy: { day: '2026-12-04' } }),
    ),
    'answered/already': answeredPage(answeredModel(locale, { ...order, already: true })),
    'preferences/unasked': preferencesPage(preferencesModel(locale, { ...order })),
    'preferences/one-language': preferencesPage(preferencesModel(locale, { ...order, locales: [locale] })),
    'preferences/saved': preferencesPage(
      preferencesModel(locale, { ...order, tone: 'sympathy', channel: 'phone', offers: false, saved: true }),
    ),
    'unsubscribe/asks': unsubscribePage(unsubscribeModel(locale, { ...order })),
    'unsubscribe/done': unsubscribePage(unsubscribeModel(locale, { ...order, done: true })),
    'not-found/shop': notFoundPage({ locale, shop: pageShop }),
    'not-found/locale': notFoundPage({ locale }),
  };
  for (const said of [...customerWords, ...customerChoices]) {
    pages[`answered/${said}`] = answeredPage(answeredModel(locale, { ...order, said }));
    pages[`answered/${said}-next`] = answeredPage(answeredModel(locale, { ...order, said, next }));
  }
  for (const tone of tones) {
    pages[`preferences/${tone}`] = preferencesPage(preferencesModel(locale, { ...order, tone, offers: true }));
  }
  return Object.entries(pages).map(([name, html]) => ({ name: `${name}/${locale}`, html }));
}
