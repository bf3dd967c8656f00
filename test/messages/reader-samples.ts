import { toRecipients } from '../../messages/catalogues/gift-words.ts';
import type { Letter, Letterhead, Locale } from '../../messages/letter.ts';
import { letterhead, samples, type Sample } from './samples.ts';

/** Every message of an order that is collected in the shop, and every copy for whoever receives a gift. */

export function collectHead(locale: Locale): Letterhead {
  const head = letterhead(locale);
  return { ...head, order: { ...head.order, collect: true } };
}

export function giftHead(locale: Locale): Letterhead {
  return letterhead(locale, { customer: { name: 'Noé Lambert' }, giftOf: 'Zoë Martin', preferences: undefined });
}

/** All that may be said of an order, of one that is collected. */
export function collectedSamples(locale: Locale): readonly Sample[] {
  return samples(locale, collectHead(locale)).map(({ name, letter }) => ({
    name: `collected/${name}`,
    letter: delivered(letter),
  }));
}

/** What whoever receives a gift is told; also of one that is collected. */
export function giftSamples(locale: Locale): readonly Sample[] {
  const head = giftHead(locale);
  const collect = { ...head, order: { ...head.order, collect: true } };
  return [
    ...samples(locale, head).map((one) => ({ ...one, name: `gift/${one.name}` })),
    ...samples(locale, collect).map((one) => ({ ...one, name: `collected gift/${one.name}` })),
  ].filter(isCopied);
}

function isCopied({ letter }: Sample): boolean {
  return toRecipients.some((message) => message === letter.message);
}

/** A confirmation says itself how the order reaches the customer. */
function delivered(letter: Letter): Letter {
  const delivery = { kind: 'collect' } as const;
  if (letter.message === 'confirm-order') return { ...letter, body: { ...letter.body, delivery } };
  if (letter.message === 'confirm-change') return { ...letter, body: { ...letter.body, delivery } };
  return letter;
}
