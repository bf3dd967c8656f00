import type { DelayCode, Locale, TaskReason } from '../letter.ts';
import type { Shown } from '../shown.ts';
import type { By, Order } from './mail-words/arguments.ts';
import type { CaseMails } from './mail-words/cases.ts';
import type { ChangeMails } from './mail-words/changes.ts';
import type { DeliveryMails } from './mail-words/deliveries.ts';
import type { MoneyMails } from './mail-words/money.ts';
import type { OfferMails } from './mail-words/offers.ts';
import type { OrderMails } from './mail-words/orders.ts';
import type { ShipmentMails } from './mail-words/shipments.ts';
import type { CollectedWords } from './collected-words.ts';
import type { GiftWords } from './gift-words.ts';
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
  readonly morning: MorningWords;
  readonly pages: PageWords;
  /** What is said instead of an order that is collected in the shop. */
  readonly collected: CollectedWords;
  readonly collectedPages: PageWords;
  /** What is said instead to whoever receives a gift. */
  readonly gifts: GiftWords;
}

export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** What whoever writes anything says: each function carries only the words that it writes. */
export type Said = Pick<Catalogue, 'common'>;
export type MailCatalogue = Pick<Catalogue, 'common' | 'mails' | 'collected' | 'gifts'>;
export type StaffCatalogue = Pick<Catalogue, 'common' | 'staff' | 'morning'>;
export type PageCatalogue = Pick<Catalogue, 'common' | 'pages'>;
export type OfferCatalogue = Said & { readonly mails: OfferMails };

/** What several messages say. */
export interface CommonWords {
  greeting(name: Shown): Shown;
  readonly greetingWithoutName: Shown;
  labelled(label: Shown, value: Shown): Shown;
  orderLine(say: { readonly order: Shown; readonly placedOn: Shown }): Shown;
  orderNumber(say: { readonly order: Shown }): Shown;
  readonly whatNext: Shown;
  /** The small line under every mail: a problem or a question. */
  help(say: { readonly phone: Shown }): Shown;
  phoneOpens(say: { readonly at: Shown }): Shown;
  /** Under the signatory's name. */
  roleAt(say: { readonly role: Shown; readonly shop: Shown }): Shown;
  phone(phone: Shown): Shown;
  readonly seeOrder: Shown;
  /** On the link at the foot of every mail to a customer. */
  readonly preferences: Shown;
  /** On the link beside it where the mail carries an offer. */
  readonly noOffers: Shown;

  quantityOf(say: { readonly quantity: number; readonly title: Shown }): Shown;
  priceEach(price: Shown): Shown;
  moreGoods(count: number): Shown;
  /** An enumeration that was cut. */
  andMore(say: { readonly named: Shown; readonly count: number }): Shown;
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

  /** Money that comes back: how much, where that is known, and by when. */
  refunds(say: { readonly amount: Shown | undefined } & By): Shown;
  readonly refundBy: Shown;
  readonly refundAmount: Shown;

  /** On the link to the page where a customer says more. */
  readonly sayMore: Shown;
  /** Above what a warning is about. */
  readonly whatIsLate: Shown;
  outOfStock(count: number): Shown;
  /** Until when it can be collected. */
  readonly keptUntil: Shown;

  readonly reasons: Readonly<Record<Exclude<DelayCode, 'other'>, Shown>>;
  reasonGiven(reason: Shown): Shown;
  /** The promise we make where there is no date: never invented, never nothing. */
  noDateYet(say: { readonly signatory: Shown } & By): Shown;
  noDateYetNorDay(say: { readonly signatory: Shown }): Shown;
}

/** What each message says, by its name. */
export type MailWords = OrderMails & OfferMails & ShipmentMails & DeliveryMails & ChangeMails & CaseMails & MoneyMails;

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

/** The list of the day, to staff. */
export interface MorningWords {
  subject(say: { readonly day: Shown; readonly orders: number; readonly tasks: number }): Shown;
  readonly title: Shown;
  /** How many orders should have left, and how many tasks are overdue: one of them at least. */
  behind(say: { readonly orders: number; readonly tasks: number }): Shown;
  readonly nothingBehind: Shown;
  readonly leaving: Shown;
  readonly overdue: Shown;
  readonly today: Shown;
  orderOf(say: { readonly customer: Shown } & Order): Shown;
  /** What is left to ship, in one line. */
  goods(titles: readonly Shown[]): Shown;
  promised(say: By): Shown;
  promisedLate(say: By): Shown;
  warned(say: { readonly on: Shown }): Shown;
  readonly notWarned: Shown;
  dueBy(say: By): Shown;
  dueSince(say: { readonly level: number } & By): Shown;
  moreOrders(count: number): Shown;
  moreTasks(count: number): Shown;
  readonly nextShip: Shown;
  readonly nextTasks: Shown;
}
