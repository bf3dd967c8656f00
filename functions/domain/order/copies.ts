import type { RecordedOrder, Told, ToldMessage } from './order.ts';
import { isUnreachable } from './claims/compose.ts';
import { dayMs } from '../calendar/day.ts';

/** What the recipient of a gift is told, where the shop asked for it: about parcels, never price, promo or case. */
const aboutParcels: readonly ToldMessage[] = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'announce-pickup',
  'remind-pickup',
  'correct-shipment',
];

/**
 * Older than that, what is said beside a message is no news any more. Longer than a day, so that a daily quota of mails
 * takes no copy away.
 */
export const newsForMs = 3 * dayMs;

/**
 * The copy of a message that the recipient of a gift has not got yet, as the entry that claims it: it promises and covers
 * nothing, so that nothing is derived from it. Undefined where none is owed. `message`: of that one, or of any.
 */
export function copyOwed(
  order: RecordedOrder,
  message: ToldMessage | 'any',
  owner: string,
  now: number,
): Told | undefined {
  if (order.placed.notifiesRecipient !== true) return undefined;
  const messages = message === 'any' ? aboutParcels : aboutParcels.filter((one) => one === message);
  const keys = new Set(order.told.map(({ key }) => key));
  const original = order.told.find(
    (told) =>
      messages.includes(told.message) &&
      told.copyOf === undefined &&
      told.isVoid !== true &&
      (told.unsent === undefined || isUnreachable(told.unsent)) &&
      told.at > now - newsForMs &&
      !keys.has(keyOfCopy(told)),
  );
  if (original === undefined) return undefined;
  return {
    key: keyOfCopy(original),
    message: original.message,
    cause: original.cause,
    copyOf: original.key,
    at: now,
    owner,
    seen: order.facts.length,
    covers: [],
    promises: [],
  };
}

const keyOfCopy = ({ key }: Told): string => `${key}@recipient`;
