import * as z from 'zod/mini';
import { isDuration } from './calendar/duration.ts';
import { dayMs } from './calendar/day.ts';

export { factId, id, orderId, shopId } from './ids.ts';
export { currency, money } from './money.ts';
export { email, locale, phone, zone } from './people.ts';
export { day, dayOrInstant, instant, type DayOrInstant } from './times.ts';
export { webAddress } from './web-address.ts';

/**
 * The shapes that every boundary shares (api.md): instants, days, money, zones, languages. Those that are often asked for without
 * the others have files of their own: a function makes what it imports when it starts.
 */

/** One line of text: what is written about a person or a thing. Control characters would end up in mails. */
export const line = (longest = 200) =>
  z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(longest));
export const text = (longest = 2000) => z.string().check(z.trim(), z.maxLength(longest));

const longestWaitMs = 400 * dayMs;
export const duration = z.string().check(
  z.refine(isDuration, 'an ISO 8601 duration of days, hours, minutes or seconds, as P2D or PT48H'),
  z.refine((value: string) => !isDuration(value) || lengthOf(value) <= longestWaitMs, 'at most 400 days'),
);

const lengthOf = (value: string): number => {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(value);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? []).slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
};
