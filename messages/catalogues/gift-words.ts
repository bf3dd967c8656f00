import type { Shown } from '../shown.ts';
import type { CommonWords, MailWords } from './catalogue.ts';

/** What whoever receives a gift is told, where the shop asked for it: about its parcels, and of nothing else. */
export const toRecipients = [
  'announce-shipment',
  'announce-partial-shipment',
  'warn-delivery-delay',
  'warn-delivery-incident',
  'announce-pickup',
  'remind-pickup',
  'correct-shipment',
] as const;
export type ToRecipient = (typeof toRecipients)[number];

/** The words to whoever receives a gift, each in place of its namesake and in one tone: it is not their order. */
export interface GiftWords {
  readonly common: Pick<CommonWords, 'seeOrder' | 'reasons'>;
  readonly mails: Pick<MailWords, ToRecipient>;
  /** Whom it is from: the first thing that each of these mails says. */
  intro(say: { readonly from: Shown; readonly shop: Shown }): Shown;
}
