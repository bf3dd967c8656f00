import type { CaseSubject, DelayCode, Locale, TaskReason } from '../letter.ts';
import type { Shown } from '../shown.ts';
import type { PageWords } from './page-words.ts';

/**
 * Everything that is said in one language. A language that lacks a key, has one too many, or reads an argument that
 * nobody gives does not compile. Arguments are fit to be shown already; a sentence is whole, never glued from pieces,
 * so that each language orders its own words.
 */
export interface Catalogue {
  readonly common: CommonWords;
  readonly mails: MailWords;
  readonly staff: StaffWords;
  readonly pages: PageWords;
}

export type Catalogues = Readonly<Record<Locale, Catalogue>>;

type Order = { readonly order: Shown };
type By = { readonly by: Shown };

/** What several messages say. */
export interface CommonWords {
  greeting(name: Shown): Shown;
  readonly greetingWithoutName: Shown;
  labelled(label: Shown, value: Shown): Shown;
  orderLine(say: { readonly order: Shown; readonly placedOn: Shown }): Shown;
  readonly whatNext: Shown;
  /** The small line under every mail: a problem or a question. */
  help(say: { readonly phone: Shown }): Shown;
  phoneOpens(say: { readonly at: Shown }): Shown;
  /** Under the signatory's name. */
  roleAt(say: { readonly role: Shown; readonly shop: Shown }): Shown;
  phone(phone: Shown): Shown;
  readonly seeOrder: Shown;

  quantityOf(say: { readonly quantity: number; readonly title: Shown }): Shown;
  priceEach(price: Shown): Shown;
  moreGoods(count: number): Shown;
  moreParcels(count: number): Shown;
  parcelOf(say: { readonly index: number; readonly count: number }): Shown;
  readonly inThisParcel: Shown;
  readonly stillToCome: Shown;
  readonly carrier: Shown;
  readonly trackingNumber: Shown;
  readonly followParcel: Shown;
  readonly leftOn: Shown;

  readonly leavesBy: Shown;
  readonly withYouBy: Shown;
  readonly readyBy: Shown;
  readonly newsBy: Shown;

  readonly reasons: Readonly<Record<Exclude<DelayCode, 'other'>, Shown>>;
  reasonGiven(reason: Shown): Shown;
  /** The promise we make where there is no date: never invented, never nothing. */
  noDateYet(say: { readonly signatory: Shown } & By): Shown;
  noDateYetNorDay(say: { readonly signatory: Shown }): Shown;
}

/** What each message says, by its name. */
export interface MailWords {
  readonly 'confirm-order': {
    subject(say: Order): Shown;
    subjectLate(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    lateAlready(say: { readonly shipBy: Shown }): Shown;
    readonly lateAlreadyNoDay: Shown;
    deliveryMoves(say: { readonly deliverBy: Shown }): Shown;
    readonly goods: Shown;
    readonly total: Shown;
    readonly deliveryTo: Readonly<Record<'parcel' | 'pickup-point' | 'collect', Shown>>;
    readonly recipient: Shown;
    readonly nextShip: Shown;
    readonly nextCollect: Shown;
    readonly nextNothingToShip: Shown;
    readonly nextAlreadyShipped: Shown;
    readonly warnedBefore: Shown;
    readonly changeBeforeItLeaves: Shown;
    readonly change: Shown;
  };
  readonly 'announce-shipment': {
    subject(say: Order): Shown;
    subjectExtra(say: Order): Shown;
    title(parcels: number): Shown;
    readonly titleExtra: Shown;
    opening(parcels: number): Shown;
    readonly openingExtra: Shown;
    next(parcels: number): Shown;
  };
  readonly 'announce-partial-shipment': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly restLeavesBy: Shown;
    nextRest(say: Partial<By>): Shown;
    next(parcels: number): Shown;
  };
  readonly 'warn-shipping-delay': {
    subject(say: Order & { readonly level: 1 | 2 | 3 }): Shown;
    title(level: 1 | 2 | 3): Shown;
    opening(say: { readonly level: 1 | 2 | 3; readonly partly: boolean }): Shown;
    readonly newDates: Shown;
    choice(say: { readonly partly: boolean }): Shown;
    readonly choose: Shown;
    readonly late: Shown;
    nextWithDate(say: Partial<By>): Shown;
    nextWithoutDate(say: Partial<By>): Shown;
    readonly nextChoice: Shown;
  };
  readonly 'ask-delivery-check': {
    subject(say: Order & { readonly scanned: boolean }): Shown;
    title(parcels: number): Shown;
    scanned(say: {
      readonly parcels: number;
      readonly toNeighbour: boolean;
      readonly carrier?: Shown | undefined;
      readonly at?: Shown | undefined;
    }): Shown;
    isAllWell(parcels: number): Shown;
    unscannedToday(parcels: number): Shown;
    unscannedSince(say: { readonly parcels: number } & By): Shown;
    promo(say: { readonly discount: Shown }): Shown;
    readonly answer: Shown;
    readonly next: Shown;
    readonly nextNotThere: Shown;
  };
  readonly 'warn-delivery-delay': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly next: Shown;
    readonly nextWithDate: Shown;
  };
  readonly 'thank-customer': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly openingMore: Shown;
    promo(say: { readonly discount: Shown } & By): Shown;
    readonly promoCode: Shown;
    readonly done: Shown;
    notDone(say: { readonly by: Shown | undefined }): Shown;
    readonly sayMore: Shown;
  };
  readonly 'trace-parcel': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    whatWeKnow(say: {
      readonly carrier?: Shown | undefined;
      readonly leftOn?: Shown | undefined;
      readonly trackingNumber?: Shown | undefined;
    }): Shown;
    readonly asking: Shown;
    writes(say: { readonly signatory: Shown } & By): Shown;
    readonly next: Shown;
    readonly itTurnedUp: Shown;
  };
  readonly 'open-case': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(about: CaseSubject): Shown;
    answers(say: { readonly owner: Shown } & By): Shown;
    readonly owner: Shown;
    readonly answerBy: Shown;
    next(about: CaseSubject): Shown;
  };
  readonly 'apologise-for-wait': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(about: CaseSubject): Shown;
    answers(say: { readonly owner: Shown } & By): Shown;
    readonly next: Shown;
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

/** The mail to staff about a task. */
export interface StaffWords {
  subject(say: { readonly todo: Shown } & Order): Shown;
  subjectOverdue(say: { readonly todo: Shown } & Order): Shown;
  overdue(times: number): Shown;
  readonly todo: Readonly<Record<TaskReason, Shown>>;
  why(say: { readonly why: TaskReason; readonly customer: Shown }): Shown;
  readonly dueBy: Shown;
  readonly order: Shown;
  readonly customer: Shown;
  readonly phone: Shown;
  readonly email: Shown;
  readonly noContact: Shown;
  readonly note: Shown;
  readonly goods: Shown;
  readonly reference: Shown;
  readonly whenDone: Shown;
  footer(say: { readonly shop: Shown }): Shown;
}
