import * as z from 'zod/mini';
import { isDuration } from './calendar/duration.ts';
import { remembered } from './remembered.ts';

export { factId, id, orderId, shopId } from './ids.ts';
export { currency, money } from './money.ts';
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

const longestWaitMs = 400 * 24 * 3600 * 1000;
export const duration = z.string().check(
  z.refine(isDuration, 'an ISO 8601 duration of days, hours, minutes or seconds, as P2D or PT48H'),
  z.refine((value: string) => !isDuration(value) || lengthOf(value) <= longestWaitMs, 'at most 400 days'),
);

const lengthOf = (value: string): number => {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(value);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? []).slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
};

// Zones and languages take the machine a hundredth of a millisecond and more each; every call reads a shop's.
const longestZone = 64;
const isZone = (value: string): boolean => value.length <= longestZone && isZoneKnown(value);
const isZoneKnown = remembered((value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});
export const zone = z.string().check(z.maxLength(longestZone), z.refine(isZone, 'an IANA time zone, as Europe/Paris'));

const longestLocale = 35;
const isLocale = (value: string): boolean => value.length <= longestLocale && isLocaleKnown(value);
const isLocaleKnown = remembered((value: string): boolean => {
  try {
    return new Intl.Locale(value).language.length >= 2;
  } catch {
    return false;
  }
});
/** A BCP 47 tag; which of them we speak is decided when we write. */
export const locale = z
  .string()
  .check(z.maxLength(longestLocale), z.refine(isLocale, 'a language tag, as fr or en-GB'));

/** One address, plain: what SES takes in a header without quoting. */
export const email = z
  .string()
  .check(
    z.trim(),
    z.maxLength(254),
    z.regex(
      /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/,
      'an e-mail address',
    ),
  );
export const phone = z
  .string()
  .check(z.trim(), z.regex(/^[+0-9][0-9 ()./-]{2,38}[0-9]$/, 'a phone number, as +33 1 23 45 67 89'));
