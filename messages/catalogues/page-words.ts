import type { CaseSubject, Channel, Tone } from '../letter.ts';
import type { CustomerChoice, CustomerWord, ParcelStatus } from '../pages/models.ts';
import type { Shown } from '../shown.ts';

/** For the plural; 0 where it is not known how many. */
type Count = { readonly count: number };

/** What the pages behind the links in mails say. */
export interface PageWords {
  help(say: { readonly phone: Shown }): Shown;

  readonly titleAsked: (parcels: number) => Shown;
  readonly titleOrder: Shown;
  readonly status: Readonly<Record<ParcelStatus, Shown>>;
  deliveredAt(say: { readonly at: Shown }): Shown;
  readonly nothingLeftYet: Shown;
  readonly yourAnswer: Shown;
  readonly somethingToSay: Shown;
  readonly saidBefore: Readonly<Record<CustomerWord, Shown>>;
  readonly word: Readonly<Record<CustomerWord, Shown>>;
  /** "Received" where nobody asked. */
  readonly receivedUnasked: Shown;
  readonly wordHint: Readonly<Record<CustomerWord, Shown>>;

  readonly aboutWhat: Shown;
  readonly about: Readonly<Record<CaseSubject, Shown>>;
  readonly whichParcel: Shown;
  readonly wholeOrder: Shown;
  readonly tellUs: Shown;
  readonly yourQuestion: Shown;
  readonly send: Shown;

  readonly titleChoice: Shown;
  /** Where the question is no longer asked. */
  readonly titleSettled: Shown;
  readonly settled: Shown;
  choiceOpening(say: Count & { readonly about: 'stock-out' | 'delay'; readonly partly: boolean }): Shown;
  readonly choice: {
    wait(say: Count & { readonly by: Shown | undefined }): Shown;
    replace(say: { readonly replacement: Shown | undefined }): Shown;
    'cancel-items'(say: Count): Shown;
    'cancel-order'(say: { readonly partly: boolean }): Shown;
    readonly call: Shown;
  };
  /** What each choice leads to; of a cancellation, what exactly is cancelled. */
  readonly choiceHint: {
    readonly wait: Shown;
    replace(say: { readonly by: Shown | undefined }): Shown;
    'cancel-items'(say: { readonly goods: Shown | undefined; readonly partly: boolean }): Shown;
    'cancel-order'(say: { readonly goods: Shown | undefined; readonly partly: boolean }): Shown;
    readonly call: Shown;
  };
  readonly chosenBefore: Readonly<Record<CustomerChoice, Shown>>;
  readonly orWait: Shown;

  readonly thanks: Shown;
  readonly alreadyAnswered: Shown;
  readonly alreadyNoted: Shown;
  readonly noted: Readonly<Record<CustomerWord | CustomerChoice, Shown>>;
  /** By when it leaves, for who waits or takes the replacement. */
  leavesBy(say: { readonly said: 'wait' | 'replace'; readonly by: Shown }): Shown;
  /** Who sees to it and by when. */
  nextBy(say: { readonly said: CustomerWord | CustomerChoice; readonly owner: Shown; readonly by: Shown }): Shown;
  /** The same where the message that follows says it. */
  readonly nextInMessage: Readonly<Record<CustomerWord | CustomerChoice, Shown>>;
  promo(say: { readonly discount: Shown; readonly by: Shown }): Shown;
  readonly promoCode: Shown;
  readonly mayClose: Shown;

  /** The language's own name, as its speakers look for it. */
  readonly ownName: Shown;
  readonly titlePreferences: Shown;
  readonly preferencesOpening: Shown;
  readonly saved: Shown;
  readonly whichLanguage: Shown;
  readonly whichTone: Shown;
  readonly toneHint: Shown;
  /** Each tone as a customer would name it; `''` leaves it to the shop. */
  readonly tone: Readonly<Record<Tone | '', Shown>>;
  readonly whichChannel: Shown;
  readonly channel: Readonly<Record<Channel, Shown>>;
  readonly whetherOffers: Shown;
  readonly offers: Readonly<Record<'yes' | 'no', Shown>>;
  readonly offersHint: Shown;
  readonly save: Shown;

  readonly titleUnsubscribe: Shown;
  readonly unsubscribeOpening: Shown;
  readonly unsubscribe: Shown;
  readonly titleUnsubscribed: Shown;
  readonly unsubscribed: Shown;
  /** Before and after: what is not an offer still comes. */
  readonly ordersStillCome: Shown;

  readonly titleNotFound: Shown;
  readonly notFound: Shown;
  readonly notFoundReach: Shown;
  reach(say: { readonly shop: Shown; readonly phone: Shown }): Shown;
}
