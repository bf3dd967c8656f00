import type { CaseSubject } from '../letter.ts';
import type { CustomerChoice, CustomerWord, ParcelStatus } from '../pages/models.ts';
import type { Shown } from '../shown.ts';

/** For the plural; 0 where it is not known how many. */
type Count = { readonly count: number };

/** What the pages behind the links in mails say. */
export interface PageWords {
  orderLine(say: { readonly order: Shown }): Shown;
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

  readonly titleNotFound: Shown;
  readonly notFound: Shown;
  readonly notFoundReach: Shown;
  reach(say: { readonly shop: Shown; readonly phone: Shown }): Shown;
}
