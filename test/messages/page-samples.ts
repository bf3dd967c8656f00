import type { Locale } from '../../messages/letter.ts';
import {
  answeredPage,
  choicePage,
  customerChoices,
  customerWords,
  notFoundPage,
  wordPage,
  type AnsweredPage,
  type ChoicePage,
  type PageParcel,
  type PageShop,
  type WordPage,
} from '../../messages/pages.ts';
import { now, phone, zone } from './samples.ts';

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
  return { locale, shop: pageShop, order: { number: '#1001' }, partly: false, ...changes };
}

export function answeredModel(locale: Locale, changes: Partial<AnsweredPage> = {}): AnsweredPage {
  return { locale, shop: pageShop, order: { number: '#1001' }, said: 'received', already: false, ...changes };
}

export interface PageSample {
  readonly name: string;
  readonly html: string;
}

export function pageSamples(locale: Locale): readonly PageSample[] {
  const bowl = { title: locale === 'fr' ? 'Bol en grès, grand modèle' : 'Stoneware bowl, large', quantity: 1 };
  const two = [
    parcel(locale, { status: 'delivered', deliveredAt: Date.parse('2026-11-24T09:42:00+01:00') }),
    parcel(locale, { id: 'P-2', goods: [bowl], trackingUrl: undefined }),
  ];
  const next = { owner: 'Ida Blanc', by: { instant: Date.parse('2026-11-26T18:00:00+01:00') } };
  const pages: Record<string, string> = {
    'word/asked': wordPage(wordModel(locale)),
    'word/several': wordPage(wordModel(locale, { parcels: two })),
    'word/again': wordPage(wordModel(locale, { lastWord: 'not-yet' })),
    'word/order': wordPage(
      wordModel(locale, {
        asked: false,
        toCome: [bowl],
        toComeBy: { day: '2026-11-30' },
        shop: { ...pageShop, opensAt: Date.parse('2026-11-25T09:00:00+01:00') },
      }),
    ),
    'word/bare': wordPage(wordModel(locale, { asked: false, parcels: [{ id: 'P', goods: [], status: 'under-way' }] })),
    'choice/all': choicePage(choiceModel(locale)),
    'choice/part': choicePage(choiceModel(locale, { partly: true, late: [bowl], lastChoice: 'call' })),
    'answered/promo': answeredPage(
      answeredModel(locale, {
        promo: { code: 'MERCI-7Q2K', discount: { percent: 10 }, validUntil: { day: '2027-01-23' } },
      }),
    ),
    'answered/already': answeredPage(answeredModel(locale, { already: true })),
    'not-found/shop': notFoundPage({ locale, shop: pageShop }),
    'not-found/locale': notFoundPage({ locale }),
  };
  for (const said of [...customerWords, ...customerChoices]) {
    pages[`answered/${said}`] = answeredPage(answeredModel(locale, { said }));
    pages[`answered/${said}-next`] = answeredPage(answeredModel(locale, { said, next }));
  }
  return Object.entries(pages).map(([name, html]) => ({ name: `${name}/${locale}`, html }));
}
