import type { Tone } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** Thanks by a mail of their own. */
export interface OfferMails {
  readonly 'offer-promo': {
    /** `others`: it thanks for other orders too. */
    subject(say: Order & { readonly others: boolean }): Shown;
    readonly title: Shown;
    opening(say: { readonly promos: number; readonly tone: Tone }): Shown;
    codeFor(say: Order): Shown;
    /** Under the code. */
    terms(say: { readonly discount: Shown } & By): Shown;
    howTo(promos: number): Shown;
    notNeeded(promos: number): Shown;
  };
}
