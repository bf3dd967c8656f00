import { tones, type Locale, type MessageName, type Tone } from '../../messages/letter.ts';
import { letterhead, sample, type Sample } from './samples.ts';

/** What has words of its own for each tone, and what looks as if it might and has not. */

/** A message and its situation. */
export type Situation = readonly [MessageName, string];

/** All is well, and the words depend on whom they speak to. */
export const toned: readonly Situation[] = [
  ['confirm-order', 'plain'],
  ['confirm-order', 'gift'],
  ['confirm-order', 'alreadyShipped'],
  ['confirm-order', 'collect'],
  ['confirm-order', 'toPay'],
  ['confirm-order', 'nothingToShip'],
  ['announce-shipment', 'one'],
  ['announce-shipment', 'two'],
  ['announce-shipment', 'bare'],
  ['ask-delivery-check', 'scanned'],
  ['ask-delivery-check', 'neighbour'],
  ['ask-delivery-check', 'several'],
  ['thank-customer', 'plain'],
  ['thank-customer', 'promo'],
  ['offer-promo', 'one'],
  ['offer-promo', 'several'],
];

/** Something is wrong or still to come, or it is a parcel that nobody expected. */
export const untoned: readonly Situation[] = [
  ['confirm-order', 'late'],
  ['confirm-order', 'lateWithoutDay'],
  ['announce-shipment', 'extra'],
  ['announce-partial-shipment', 'dated'],
  ['ask-delivery-check', 'unscanned'],
  ['ask-delivery-check', 'unscannedSince'],
  ['ask-delivery-check', 'bare'],
  ['thank-customer', 'more'],
];

export const motives: readonly Tone[] = tones.filter((tone) => tone !== 'neutral');

/** Every message that has tones, in each of them but the neutral one. */
export function tonedSamples(locale: Locale): readonly Sample[] {
  return motives.flatMap((tone) =>
    toned.map(([message, situation]) => ({
      name: `${tone}/${message}/${situation}/${locale}`,
      letter: sample(message, situation, locale, letterhead(locale, { tone })),
    })),
  );
}
