import { sha256 } from '../adapters/keys.ts';

/**
 * SES's events carry these back: by them a mail is known again, and found in the logs with what it follows from. Values
 * are A–Z a–z 0–9 _ - only.
 */
export function mailTags(
  shop: string,
  order: string,
  message: string,
  key: string,
  audience: 'customer' | 'staff',
  correlation?: string,
) {
  return { shop, order, message, key: keyTag(key), audience, ...(correlation === undefined ? {} : { correlation }) };
}

/** Of a mail to staff about a day, not an order: its send event settles nothing (infra/constructs/watch.ts). */
export function listTags(shop: string, day: string, address: string) {
  return { shop, message: 'morning-list', key: keyTag(`morning-list:${day}:${address}`), audience: 'staff' as const };
}

/** Message keys hold colons, which tags may not. */
export function keyTag(key: string): string {
  return sha256(key).slice(0, 32);
}
