import type { Letter, Money, MorningLetter, MorningTask, StaffLetter } from '../../../messages/letter.ts';
import { rewritten } from './rewrite.ts';

/** What may differ from one order to the next under the same words: each case rewrites a letter. */

export interface Case<Kind> {
  readonly name: string;
  readonly of: (letter: Kind) => Kind;
}

export type AnyLetter = Letter | StaffLetter | MorningLetter;

/** The letter of the sample, unchanged. */
export const asItIs = 'as it is';

export const cases: readonly Case<Letter>[] = [
  ...casesOfAny<Letter>(),
  { name: 'USD', of: (letter) => rewritten(letter, { money: ({ amount }) => inCurrency('USD', amount * 100) }) },
  { name: 'JPY', of: (letter) => rewritten(letter, { money: ({ amount }) => inCurrency('JPY', amount) }) },
  { name: 'no tracking', of: withoutTracking },
  { name: 'shop closed', of: whileClosed },
];

export const staffCases: readonly Case<StaffLetter>[] = [
  ...casesOfAny<StaffLetter>(),
  { name: 'no phone', of: (letter) => ({ ...letter, customer: { ...letter.customer, phone: undefined } }) },
  { name: 'no e-mail', of: (letter) => ({ ...letter, customer: { ...letter.customer, email: undefined } }) },
  { name: 'no contact', of: (letter) => ({ ...letter, customer: { name: letter.customer.name } }) },
  { name: 'no note', of: (letter) => ({ ...letter, note: undefined, goods: [] }) },
];

export const morningCases: readonly Case<MorningLetter>[] = [
  ...casesOfAny<MorningLetter>(),
  {
    name: 'no phone',
    of: (letter) => ({
      ...letter,
      today: letter.today.map(withoutPhone),
      overdue: letter.overdue.map(withoutPhone),
    }),
  },
];

function withoutPhone(task: MorningTask): MorningTask {
  return { ...task, customer: { name: task.customer.name } };
}

function casesOfAny<Kind extends AnyLetter>(): readonly Case<Kind>[] {
  return [
    { name: asItIs, of: (letter) => letter },
    { name: 'one item', of: withOneItem },
    { name: 'many items', of: withManyItems },
    { name: 'long names', of: withLongNames },
  ];
}

/** Dearer in dollars, so that thousands are separated somewhere; in yen as it is, so that nothing comes after the point. */
function inCurrency(currency: string, amount: number): Money {
  return { amount, currency };
}

function withOneItem<Kind extends AnyLetter>(letter: Kind): Kind {
  return summed(rewritten(letter, { goods: (goods) => goods.slice(0, 1).map((only) => ({ ...only, quantity: 1 })) }));
}

function withManyItems<Kind extends AnyLetter>(letter: Kind): Kind {
  const many = rewritten(letter, {
    goods: (goods) =>
      Array.from({ length: 40 }, (_, index) => {
        const like = goods[index % goods.length]!;
        return { ...like, title: `${like.title} (${index + 1})`, quantity: 1 + ((index * 7) % 12) };
      }),
  });
  return summed(many);
}

/** Whoever looks at an order adds it up: its total, and what is to be paid, is that of its lines where all have a price. */
function summed<Kind extends AnyLetter>(letter: Kind): Kind {
  if (!('body' in letter) || !('total' in letter.body)) return letter;
  const { lines, total, toPay } = letter.body;
  if (lines.some(({ price }) => price === undefined)) return letter;
  const amount = {
    ...total,
    amount: lines.reduce((sum, { price, quantity }) => sum + (price?.amount ?? 0) * quantity, 0),
  };
  return { ...letter, body: { ...letter.body, total: amount, toPay: toPay && { ...toPay, amount } } };
}

const longName = 'Marie-Antoinette Wilhelmina de La Rochefoucauld-Montmorency d’Estienne d’Orves';
/** A word that no line has room for. */
const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2);
const longTexts: Readonly<Record<string, string>> = {
  name: longName,
  giftOf: longName,
  recipient: longName,
  owner: longName,
  reader: longName,
  customer: longName,
  role: 'Responsable des commandes, des expéditions, des retours et de la satisfaction des clients',
  title: `${longName} – ${longWord} – ${longName}`,
  titles: `${longName} – ${longWord}`,
  carrier: `${longName} Express`,
  trackingNumber: longWord,
  method: `${longName} – ${longWord}`,
  address: `${longName}\n${longWord}\n31000 ${longName}`,
  means: longName,
};

function withLongNames<Kind extends AnyLetter>(letter: Kind): Kind {
  return rewritten(letter, { text: (text, field) => longTexts[field] ?? text });
}

function withoutTracking(letter: Letter): Letter {
  return rewritten(letter, {
    parcel: (parcel) => ({ ...parcel, carrier: undefined, trackingNumber: undefined, trackingUrl: undefined }),
  });
}

/** Nobody answers the phone until tomorrow. */
function whileClosed(letter: Letter): Letter {
  const { head } = letter;
  return { ...letter, head: { ...head, shop: { ...head.shop, opensAt: head.now + 23 * 3_600_000 } } };
}
