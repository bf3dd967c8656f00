import type { CaseSubject } from '../letter.ts';
import type { CustomerChoice, CustomerWord, ParcelStatus } from '../pages/models.ts';
import type { Shown } from '../shown.ts';

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
  choiceOpening(say: { readonly partly: boolean }): Shown;
  readonly choice: Readonly<Record<CustomerChoice, Shown>>;
  readonly choiceHint: Readonly<Record<CustomerChoice, Shown>>;
  readonly chosenBefore: Readonly<Record<CustomerChoice, Shown>>;
  readonly orWait: Shown;

  readonly thanks: Shown;
  readonly alreadyAnswered: Shown;
  readonly alreadyNoted: Shown;
  readonly noted: Readonly<Record<CustomerWord | CustomerChoice, Shown>>;
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
