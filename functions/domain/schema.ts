import * as z from 'zod/mini';
import { isDuration } from './calendar/duration.ts';
import { remembered } from './remembered.ts';

export { factId, id, orderId, shopId } from './ids.ts';
export { currency, money } from './money.ts';

/** The shapes that every boundary shares (api.md): instants, days, money, zones, languages. */

/** One line of text: what is written about a person or a thing. Control characters would end up in mails. */
export const line = (longest = 200) =>
  z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(longest));
export const text = (longest = 2000) => z.string().check(z.trim(), z.maxLength(longest));

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

const isDay = (value: string): boolean => dayPattern.test(value) && exists(value);

/** A shop's settings hold a hundred days, and are read by every call. */
const exists = remembered((value: string): boolean => {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) && isReachable(parsed.getTime());
});

const isInstant = (value: string): boolean => {
  if (!instantPattern.test(value) || !isDay(value.slice(0, 10))) return false;
  return isReachable(Date.parse(value));
};

/** Between 1970 and 2200: outside of it somebody mistook seconds for milliseconds. */
const isReachable = (instant: number): boolean => instant >= 0 && instant < Date.UTC(2200, 0, 1);

export const day = z.string().check(z.refine(isDay, 'a day that exists, as YYYY-MM-DD'));

/** An ISO 8601 instant with an offset; milliseconds since the epoch inside. */
export const instant = z.pipe(
  z.string().check(z.refine(isInstant, 'an instant with an offset, as 2026-11-24T18:00:00+01:00')),
  z.transform((value: string) => Date.parse(value)),
);

/** A promised time: a day stays a day, an instant becomes milliseconds. */
export const dayOrInstant = z.pipe(
  z
    .string()
    .check(
      z.refine((value: string) => isDay(value) || isInstant(value), 'a day (YYYY-MM-DD) or an instant with an offset'),
    ),
  z.transform((value: string): { day: string } | { instant: number } =>
    dayPattern.test(value) ? { day: value } : { instant: Date.parse(value) },
  ),
);
export type DayOrInstant = z.infer<typeof dayOrInstant>;

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

const isWebAddress = (value: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
};
export const webAddress = z.string().check(z.maxLength(1000), z.refine(isWebAddress, 'an http or https address'));
