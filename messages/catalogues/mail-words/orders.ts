import type { DeliveryKind, Tone } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about an order as a whole say, by their names. */
export interface OrderMails {
  readonly 'confirm-order': {
    subject(say: Order): Shown;
    subjectLate(say: Order): Shown;
    readonly title: Shown;
    /** Neutral where it is late already. */
    opening(tone: Tone): Shown;
    /** Recognises whoever comes back, and welcomes who is new: no dates, and no number beyond what is natural to remember. */
    visit(say: { readonly nth: number; readonly afterLong: boolean }): Shown;
    lateAlready(say: { readonly shipBy: Shown }): Shown;
    readonly lateAlreadyNoDay: Shown;
    deliveryMoves(say: { readonly deliverBy: Shown }): Shown;
    /** The money is reserved, and was not taken. */
    authorised(say: { readonly amount: Shown }): Shown;
    /** It is paid when it is handed over. */
    onDelivery(say: { readonly amount: Shown; readonly kind: DeliveryKind }): Shown;
    onInvoice(say: { readonly amount: Shown }): Shown;
    readonly goods: Shown;
    readonly total: Shown;
    readonly deliveryTo: Readonly<Record<'parcel' | 'pickup-point' | 'collect', Shown>>;
    readonly recipient: Shown;
    readonly nextShip: Shown;
    readonly nextCollect: Shown;
    readonly nextNothingToShip: Shown;
    /** What comes once the payment is there. */
    nextPaid(kind: DeliveryKind): Shown;
    readonly nextAlreadyShipped: Shown;
    readonly warnedBefore: Shown;
    readonly changeBeforeItLeaves: Shown;
    readonly change: Shown;
  };
  readonly 'thank-customer': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(tone: Tone): Shown;
    readonly openingMore: Shown;
    promo(say: { readonly discount: Shown } & By): Shown;
    readonly promoCode: Shown;
    readonly done: Shown;
    notDone(say: { readonly by: Shown | undefined }): Shown;
  };
  readonly 'hand-to-staff': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    calls(say: { readonly owner: Shown } & By): Shown;
    readonly owner: Shown;
    readonly callBy: Shown;
    readonly next: Shown;
  };
}
