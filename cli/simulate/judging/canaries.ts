import type { SentMail } from '../../../local/virtual/memory-ports.ts';

/** Stand in everything personal that the simulation tells of its customers: where else it is found, something leaked. */
export const canary = 'Canarybird';
/** The same, where only digits may stand. */
export const canaryDigits = '98 76 54 32';
/** Stands in what a carrier says of a parcel. Only this may lie in an order's item, and so in the table's stream. */
export const trackingCanary = 'Parceldove';
const person = /canarybird|98(?: |%20)?76(?: |%20)?54(?: |%20)?32/i;
const any = new RegExp(`${person.source}|parceldove`, 'i');

const written = (held: unknown): string => (typeof held === 'string' ? held : JSON.stringify(held));
export const isSeenIn = (held: unknown): boolean => any.test(written(held));
export const isPersonIn = (held: unknown): boolean => person.test(written(held));

/** A mail says all of it to its reader; what SES notes and passes on beside the mail, and our own addresses in it, do not. */
export function isSeenBeside({ tags, headers = {}, html, text }: SentMail): boolean {
  const ours = `${html} ${text}`.match(/https:\/\/api\.example[^\s"<>]*/g);
  return isSeenIn([tags, headers, ours]);
}
