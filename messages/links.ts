import { asShown, type Shown } from './shown.ts';

/** Longer than this is no address that a carrier gives; mail programs cut it. */
const longestUrl = 2048;

/** The address as a link may carry it, or nothing: only http and https lead anywhere from our messages. */
export function webAddress(address: string | undefined): Shown | undefined {
  if (address === undefined || address.length > longestUrl || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? asShown(url.href) : undefined;
}

/** The address behind a phone number that a thumb can press, or nothing where it is not only a number. */
export function phoneAddress(phone: string): Shown | undefined {
  const digits = phone.replaceAll(/\(0\)|[\s()./\u00A0\u202F-]/gu, '');
  return /^\+?\d{3,20}$/u.test(digits) ? asShown(`tel:${digits}`) : undefined;
}
