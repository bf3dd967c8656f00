import * as z from 'zod/mini';
import { remembered } from './remembered.ts';

/** Where people live and how they are reached (api.md). */

// Zones and languages take the machine a hundredth of a millisecond and more each; the same are told over and over.
const longestZone = 64;
const isZone = (value: string): boolean => value.length <= longestZone && isZoneKnown(value);
const isZoneKnown = /* @__PURE__ */ remembered((value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});
export const zone = z.string().check(z.maxLength(longestZone), z.refine(isZone, 'an IANA time zone, as Europe/Paris'));

const longestLocale = 35;
const isLocale = (value: string): boolean => value.length <= longestLocale && isLocaleKnown(value);
const isLocaleKnown = /* @__PURE__ */ remembered((value: string): boolean => {
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
