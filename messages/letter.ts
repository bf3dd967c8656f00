/**
 * What each message says, as data: the contract between the decision to write (functions/) and the words (messages/).
 *
 * Instants are milliseconds since the epoch, days `YYYY-MM-DD` in the shop's zone, money in minor units with its
 * ISO 4217 code. Nothing here is formatted or translated: that is the words' business.
 */

export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A promised time as it was given: a whole day, or an instant for same-day promises and hours by which we write. */
export type PromisedTime = { readonly day: string } | { readonly instant: number };

/** Some of an order line. */
export interface Goods {
  readonly title: string;
  readonly quantity: number;
  /** Of one unit, tax included. */
  readonly price?: Money | undefined;
}

/** A parcel as the customer knows it: everything may be missing but what is in it. */
export interface ParcelNews {
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly trackingUrl?: string | undefined;
  readonly shippedAt?: number | undefined;
  readonly goods: readonly Goods[];
  readonly deliverBy?: PromisedTime | undefined;
}

export const delayCodes = ['supplier', 'weather', 'strike', 'stock', 'address', 'carrier', 'other'] as const;
export type DelayCode = (typeof delayCodes)[number];

/** Why something is late, in the shop's own words or by its code; neither: not known, and never invented. */
export interface Reason {
  readonly text?: string | undefined;
  readonly code?: DelayCode | undefined;
}

export type Discount = { readonly percent: number } | { readonly amount: Money };

export const caseSubjects = ['damaged', 'wrong', 'missing', 'return', 'other'] as const;
export type CaseSubject = (typeof caseSubjects)[number];

/** What stands on every message (charter, invariant 9). */
export interface Letterhead {
  readonly locale: Locale;
  /** The shop's zone: the days and hours that we promise are the shop's. */
  readonly zone: string;
  /** When the message is written. */
  readonly now: number;
  readonly shop: {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly url: string;
    readonly signatory: { readonly name: string; readonly role: string };
    /** When the phone is answered next; absent while it is answered. */
    readonly opensAt?: number | undefined;
  };
  readonly order: { readonly number: string; readonly placedAt: number };
  readonly customer: { readonly name: string };
  /** The address behind the one link that this message asks for: absolute, opaque. */
  readonly link: string;
}

/** The particulars of each message to the customer, by its name. */
export interface Particulars {
  'confirm-order': {
    readonly lines: readonly Goods[];
    readonly total: Money;
    readonly delivery: {
      readonly kind: 'parcel' | 'pickup-point' | 'collect' | 'none';
      readonly method?: string | undefined;
      readonly address?: string | undefined;
    };
    /** Who receives it, when that is not who bought it. */
    readonly recipient?: string | undefined;
    /** Absent where nothing is to be shipped. */
    readonly shipBy?: PromisedTime | undefined;
    readonly deliverBy?: PromisedTime | undefined;
    /** Everything had left already when we learned of the order: the particulars follow in the next message. */
    readonly alreadyShipped: boolean;
    /** The ship-by day was past when we learned of the order: the first warning, with the day we write again. */
    readonly lateAlready?: { readonly writeBy: PromisedTime } | undefined;
  };
  'announce-shipment': {
    readonly parcels: readonly ParcelNews[];
    /** Nothing of the order was left to carry: a parcel more than expected. */
    readonly extra: boolean;
  };
  'announce-partial-shipment': {
    readonly parcels: readonly ParcelNews[];
    readonly toCome: readonly Goods[];
    /** By when the rest leaves, where that is known. */
    readonly toComeBy?: PromisedTime | undefined;
  };
  'warn-shipping-delay': {
    /** 1: a warning. 2: an apology. 3 and more: also the choice to cancel or be called (the link leads to it). */
    readonly level: number;
    readonly reason: Reason;
    /** The new promises, where there is a new date… */
    readonly shipBy?: PromisedTime | undefined;
    readonly deliverBy?: PromisedTime | undefined;
    /** …and where there is none, when we write again. */
    readonly writeBy?: PromisedTime | undefined;
    /** What is late, when some of the order has left already; otherwise all of it. */
    readonly onlyThese?: readonly Goods[] | undefined;
  };
  'ask-delivery-check': {
    /** True: the carrier says that it was delivered. False: it should be with you by today and nobody has confirmed it. */
    readonly scanned: boolean;
    readonly deliveredAt?: number | undefined;
    readonly toNeighbour: boolean;
    readonly parcels: readonly ParcelNews[];
    /** The thanks for an answer, any answer; absent where it is left out. */
    readonly promo?: Discount | undefined;
  };
  'warn-delivery-delay': {
    readonly parcel: ParcelNews;
    readonly reason: Reason;
    readonly deliverBy?: PromisedTime | undefined;
    readonly writeBy?: PromisedTime | undefined;
  };
  'thank-customer': {
    /** What is still on its way or still to leave; empty when all is well. */
    readonly toCome: readonly Goods[];
    /** By when the next of it leaves or arrives, where that is known. */
    readonly toComeBy?: PromisedTime | undefined;
    readonly promo?:
      | { readonly code: string; readonly discount: Discount; readonly validUntil: PromisedTime }
      | undefined;
  };
  'trace-parcel': {
    readonly parcel: ParcelNews;
    readonly writeBy: PromisedTime;
  };
  'open-case': {
    readonly about: CaseSubject;
    readonly owner: string;
    readonly answerBy: PromisedTime;
  };
  'apologise-for-wait': {
    readonly about: CaseSubject;
    readonly owner: string;
    readonly answerBy: PromisedTime;
  };
  'hand-to-staff': {
    readonly owner: string;
    readonly callBy: PromisedTime;
  };
}

export type MessageName = keyof Particulars;

/** A message to the customer, ready for the words. */
export type Letter = {
  [Name in MessageName]: { readonly message: Name; readonly head: Letterhead; readonly body: Particulars[Name] };
}[MessageName];

/** Why a person in the shop must do something. Each has its own words in the mail to staff. */
export const taskReasons = [
  'find-ship-date', // the second silence about shipping: find out when it leaves
  'customer-chose', // the customer asked to cancel or to be called
  'answer-question',
  'answer-case', // a problem was reported: answer the customer
  'trace-parcel', // the customer has not got it: ask the carrier
  'record-shipment', // received, though no shipment was told
  'call-about-delivery', // no scan and no word: call and ask
  'take-over', // everything from here is in the hands of staff
  'call-customer', // a message could not be mailed: say it by phone
  'unstick-order', // the workflow died three times in a row
] as const;
export type TaskReason = (typeof taskReasons)[number];

/** The mail to staff about a task. In the shop's language. */
export interface StaffLetter {
  readonly message: 'staff-task';
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly shop: { readonly name: string; readonly url: string };
  readonly owner: string;
  readonly task: {
    readonly id: string;
    readonly why: TaskReason;
    readonly dueAt: number;
    /** 1 at first, one more each time it was raised. */
    readonly level: number;
    /** How many times its hour has passed undone. */
    readonly overdue: number;
  };
  readonly order: { readonly number: string };
  readonly customer: {
    readonly name: string;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
  };
  /** What the customer said, in their own words, or what else helps; untrusted text. */
  readonly note?: string | undefined;
  readonly goods: readonly Goods[];
}

/** A message in words, ready to send. Subject without line breaks. */
export interface Words {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
