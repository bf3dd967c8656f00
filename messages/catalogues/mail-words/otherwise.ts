import type { CommonWords, MailWords } from '../catalogue.ts';
import type { PageWords } from '../page-words.ts';

/**
 * The words of mails that say the same of other circumstances: each takes the place of its namesake, whole, so that no
 * letter has to know.
 */
interface Otherwise<Common extends keyof CommonWords, Mails extends keyof MailWords> {
  readonly common: Pick<CommonWords, Common>;
  readonly mails: Pick<MailWords, Mails>;
}

/** Of an order that is collected in the shop: nothing is ever shipped, on its way or delivered. */
export type CollectedWords = {
  readonly pages: Pick<PageWords, 'titleAsked' | 'status' | 'word' | 'receivedUnasked' | 'saidBefore'>;
} & Otherwise<
  'leavesBy' | 'withYouBy' | 'inThisParcel' | 'leftOn' | 'parcelOf' | 'moreParcels' | 'reasons',
  | 'confirm-order'
  | 'announce-shipment'
  | 'announce-partial-shipment'
  | 'warn-shipping-delay'
  | 'ask-delivery-check'
  | 'announce-pickup'
  | 'remind-pickup'
  | 'thank-customer'
  | 'warn-out-of-stock'
  | 'confirm-cancellation'
  | 'correct-shipment'
  | 'announce-settlement'
>;

/** Of a mail to whoever receives a gift: it is the buyer's order, and nobody speaks of what it cost. */
export type GiftWords = Otherwise<
  'seeOrder',
  | 'announce-shipment'
  | 'announce-partial-shipment'
  | 'warn-delivery-delay'
  | 'warn-delivery-incident'
  | 'announce-pickup'
  | 'remind-pickup'
  | 'correct-shipment'
>;
