import type { Goods, Letter, Letterhead, Locale } from '../../messages/letter.ts';
import { toRecipients } from '../../messages/catalogues/gift-words.ts';
import { letterhead, sample } from './samples.ts';

/** Letters in which everything that somebody outside may type is the same value. */

export function headWith(locale: Locale, value: string): Letterhead {
  const head = letterhead(locale);
  return {
    ...head,
    shop: { ...head.shop, name: value, signatory: { name: value, role: value } },
    order: { ...head.order, number: value },
    customer: { name: value },
  };
}

export function lettersWith(locale: Locale, value: string): readonly Letter[] {
  const head = headWith(locale, value);
  const goods: readonly Goods[] = [{ title: value, quantity: 1 }];
  const parcel = { carrier: value, trackingNumber: value, trackingUrl: value, goods };
  const confirm = sample('confirm-order', 'gift', locale, head);
  const thanks = sample('thank-customer', 'promo', locale, head);
  return [
    {
      ...confirm,
      body: {
        ...confirm.body,
        lines: goods,
        recipient: value,
        delivery: { kind: 'parcel', method: value, address: value },
      },
    },
    { message: 'announce-shipment', head, body: { parcels: [parcel], extra: false } },
    { message: 'announce-partial-shipment', head, body: { parcels: [parcel], toCome: goods } },
    {
      message: 'warn-shipping-delay',
      head,
      body: { level: 3, reason: { text: value }, writeBy: { day: '2026-11-26' }, onlyThese: goods },
    },
    { message: 'ask-delivery-check', head, body: { scanned: true, toNeighbour: false, parcels: [parcel] } },
    {
      message: 'warn-delivery-delay',
      head,
      body: { parcel, reason: { text: value }, deliverBy: { day: '2026-11-30' } },
    },
    {
      ...thanks,
      body: {
        toCome: goods,
        promo: { code: value, discount: { percent: 10 }, validUntil: { day: '2027-01-23' } },
      },
    },
    {
      message: 'offer-promo',
      head,
      body: {
        promos: [{ code: value, discount: { percent: 10 }, validUntil: { day: '2027-01-23' }, order: value }],
      },
    },
    { message: 'trace-parcel', head, body: { parcel, writeBy: { day: '2026-11-27' } } },
    { message: 'open-case', head, body: { about: 'wrong', owner: value, answerBy: { day: '2026-11-26' } } },
    { message: 'hand-to-staff', head, body: { owner: value, callBy: { day: '2026-11-26' } } },
    ...changedLettersWith(locale, value, head),
    ...troubledLettersWith(value, head),
  ];
}

/** The same in the words to whoever receives a gift, and in those of what is collected. */
export function readersLettersWith(locale: Locale, value: string): readonly Letter[] {
  const letters = lettersWith(locale, value);
  const head = headWith(locale, value);
  const collect: Letterhead = { ...head, order: { ...head.order, collect: true } };
  return [
    ...letters.filter(isCopied).map((letter) => withHead(letter, { ...head, giftOf: value })),
    ...letters.map((letter) => withHead(letter, collect)),
    ...letters.filter(isCopied).map((letter) => withHead(letter, { ...collect, giftOf: value })),
  ];
}

function isCopied({ message }: Letter): boolean {
  return toRecipients.some((one) => one === message);
}

function withHead<One extends Letter>(letter: One, head: Letterhead): One {
  return { ...letter, head };
}

function changedLettersWith(locale: Locale, value: string, head: Letterhead): readonly Letter[] {
  const goods: readonly Goods[] = [{ title: value, quantity: 1 }];
  const outOfStock = sample('warn-out-of-stock', 'oneOfSeveral', locale, head);
  const cancelled = sample('confirm-cancellation', 'partHadLeft', locale, head);
  const corrected = sample('correct-shipment', 'everything', locale, head);
  const answerBy = { day: '2026-11-26' };
  return [
    {
      ...outOfStock,
      body: {
        ...outOfStock.body,
        lines: goods,
        rest: goods,
        replacement: { titles: [value, value, value, value, value, value, value], leavesBy: answerBy },
      },
    },
    {
      ...cancelled,
      body: {
        ...cancelled.body,
        reason: value,
        cancelled: goods,
        toReturn: goods,
        stays: goods,
        case: { owner: value, answerBy },
      },
    },
    {
      ...corrected,
      body: {
        ...corrected.body,
        parcel: { ...corrected.body.parcel, carrier: value, trackingNumber: value, trackingUrl: value, goods },
      },
    },
    {
      message: 'remind-payment',
      head,
      body: { toPay: { amount: { amount: 8700, currency: 'EUR' }, by: answerBy, url: value }, failed: true },
    },
    {
      message: 'confirm-change',
      head,
      body: {
        changed: ['lines', 'total', 'delivery', 'ship-by'],
        lines: goods,
        total: { amount: 8700, currency: 'EUR' },
        delivery: { kind: 'parcel', method: value, address: value },
        recipient: value,
        shipBy: answerBy,
      },
    },
    {
      message: 'correct-what-we-said',
      head,
      body: { said: [{ message: 'announce-shipment', at: head.now }], reason: value, toCome: goods },
    },
  ];
}

function troubledLettersWith(value: string, head: Letterhead): readonly Letter[] {
  const goods: readonly Goods[] = [{ title: value, quantity: 1 }];
  const parcel = { carrier: value, trackingNumber: value, trackingUrl: value, goods };
  const answerBy = { day: '2026-11-26' };
  const pickup = { parcel, name: value, address: value, keptUntil: answerBy };
  const owner = value;
  return [
    {
      message: 'warn-delivery-incident',
      head,
      body: { kind: 'damaged', parcel, note: value, case: { owner, answerBy } },
    },
    { message: 'announce-pickup', head, body: pickup },
    { message: 'remind-pickup', head, body: { ...pickup, asked: true } },
    { message: 'announce-progress', head, body: { about: 'wrong', owner, text: value, answerBy } },
    {
      message: 'announce-settlement',
      head,
      body: {
        about: 'wrong',
        owner,
        outcome: 'replacement',
        text: value,
        replacement: { goods, leavesBy: answerBy, withYouBy: answerBy },
        promo: { code: value, discount: { percent: 10 }, validUntil: answerBy },
      },
    },
    {
      message: 'announce-refund',
      head,
      body: { amount: { amount: 8700, currency: 'EUR' }, means: value, refundedAt: head.now },
    },
    { message: 'escalate-refund', head, body: { refund: { by: answerBy }, owner, times: 1 } },
  ];
}

/**
 * The tags of a document with the names of their attributes, in order: what a value could only change by escaping
 * from its place. Isolation is left out, it comes and goes with the script of the value.
 */
export function skeleton(html: string): readonly string[] {
  const tags = html.match(/<[a-z!/](?:"[^"]*"|'[^']*'|[^'">])*>/giu) ?? [];
  return tags
    .filter((tag) => !/^<\/?bdi>$/u.test(tag))
    .map((tag) => tag.replaceAll(/="[^"]*"/gu, '=').replaceAll(/\s+/gu, ' '));
}
