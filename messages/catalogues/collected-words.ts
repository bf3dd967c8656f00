import type { MessageName } from '../letter.ts';
import type { Shown } from '../shown.ts';
import type { CommonWords, MailWords } from './catalogue.ts';
import type { GiftWords } from './gift-words.ts';

/** What these say is as true of what is collected as of what travels. */
type SaidAlike = 'hand-to-staff' | 'announce-refund' | 'escalate-refund' | 'remind-payment' | 'offer-promo';

/**
 * The words of an order that is collected in the shop, each in place of its namesake: nothing of it is shipped, leaves, is
 * on its way, arrives or is delivered, and no carrier has it. A message that is missing here does not compile.
 *
 * Of the tones, the openings of the confirmation are as true here, and are kept; what is ready, was collected or is thanked
 * for is said in one way.
 */
export interface CollectedWords {
  readonly common: Pick<
    CommonWords,
    | 'moreParcels'
    | 'parcelOf'
    | 'inThisParcel'
    | 'stillToCome'
    | 'leftOn'
    | 'leavesBy'
    /** Of what is ready: until when it is kept. */
    | 'withYouBy'
    | 'keptUntil'
    | 'reasons'
  >;
  readonly mails: Pick<MailWords, Exclude<MessageName, SaidAlike>>;
  readonly gifts: GiftWords;
  /** Where it is collected. */
  readonly where: Shown;
  /** While the shop is open. */
  comeNow(say: { readonly phone: Shown }): Shown;
  /** While it is closed. */
  comeFrom(say: { readonly at: Shown }): Shown;
}
