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

export const incidentKinds = [
  'failed-attempt',
  'held-at-pickup',
  'customs',
  'damaged',
  'lost',
  'returned',
  'refused',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** What the customer can answer to a stock-out or a third warning; only what exists is ever offered. */
export const stockChoices = ['wait', 'replace', 'cancel-items', 'cancel-order', 'call'] as const;
export type StockChoice = (typeof stockChoices)[number];

/** Where the money stands: `awaited` is still to come, `authorised`, `on-delivery` and `invoice` were not taken yet. */
export const payments = ['paid', 'authorised', 'awaited', 'on-delivery', 'invoice'] as const;
export type Payment = (typeof payments)[number];

/** Collect: made ready in the shop, and fetched there. None: nothing travels. */
export const deliveryKinds = ['parcel', 'pickup-point', 'collect', 'none'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/**
 * What a message speaks to (charter, Vocabulary): one of six motives, or none. What the customer chose, else what the shop
 * marked on the dearest line, else sympathy for someone who comes back, else neutral; never a profile.
 */
export const tones = ['security', 'pride', 'novelty', 'comfort', 'money', 'sympathy', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** How a customer wants to hear of what goes wrong: who prefers the phone is called, and has the mail as a record. */
export const channels = ['email', 'phone'] as const;
export type Channel = (typeof channels)[number];

/** How and by when the customer pays. */
export interface PaymentToCome {
  readonly amount: Money;
  readonly by: PromisedTime;
  /** Where to pay, where the shop named it. */
  readonly url?: string | undefined;
}

/** Money that comes back: how much, where that is known, and by when. */
export interface RefundToCome {
  readonly amount?: Money | undefined;
  readonly by: PromisedTime;
}

/** A case that a message acknowledges: who has it in hand, and by when there is an answer. */
export interface CaseInHand {
  readonly owner: string;
  readonly answerBy: PromisedTime;
}

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
  readonly order: {
    readonly number: string;
    readonly placedAt: number;
    /** It is collected in the shop: nothing of it is ever "shipped", "on its way" or "delivered". */
    readonly collect?: boolean | undefined;
  };
  readonly customer: { readonly name: string };
  /**
   * The mail goes to whoever receives the gift: `customer` is their name, and this who sends it. It bears no price, no
   * promo and no case.
   */
  readonly giftOf?: string | undefined;
  /** The address behind the one link that this message asks for: absolute, opaque. */
  readonly link: string;
  /** Absent: neutral. Warnings, incidents, cases and refunds speak to security whatever it is. */
  readonly tone?: Tone | undefined;
  /** Where the customer chooses language, tone, channel and offers. Absent for whoever receives a gift. */
  readonly preferences?: string | undefined;
  /** Where one press ends all offers: present exactly where the message carries a promo. */
  readonly noOffers?: string | undefined;
}

/** The particulars of each message to the customer, by its name. */
export interface Particulars {
  'confirm-order': {
    readonly lines: readonly Goods[];
    readonly total: Money;
    readonly delivery: {
      readonly kind: DeliveryKind;
      readonly method?: string | undefined;
      readonly address?: string | undefined;
    };
    /** Absent: paid. */
    readonly payment?: Payment | undefined;
    /** Of an awaited payment: how to pay; then the days count from it, and `shipBy` and `deliverBy` are absent. */
    readonly toPay?: PaymentToCome | undefined;
    /** Who receives it, when that is not who bought it. */
    readonly recipient?: string | undefined;
    /** Absent where nothing is to be shipped. */
    readonly shipBy?: PromisedTime | undefined;
    readonly deliverBy?: PromisedTime | undefined;
    /** Everything had left already when we learned of the order: the particulars follow in the next message. */
    readonly alreadyShipped: boolean;
    /** The ship-by day was past when we learned of the order: the first warning, with the day we write again. */
    readonly lateAlready?: { readonly writeBy: PromisedTime } | undefined;
    /** Which of the customer's orders this is, and whether the last was long ago; absent: nobody knows. */
    readonly visit?: { readonly nth: number; readonly afterLong: boolean } | undefined;
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
  'warn-out-of-stock': {
    /** What cannot be shipped as promised. */
    readonly lines: readonly Goods[];
    /** What else of the order has not left and is not concerned; empty: everything left is out of stock. */
    readonly rest: readonly Goods[];
    /** In this order, only those that exist. The link leads to them. */
    readonly choices: readonly StockChoice[];
    /** If the customer waits: it leaves by then. Present exactly where `wait` is among the choices. */
    readonly waitUntil?: PromisedTime | undefined;
    /** What replaces it, and by when that leaves. Present exactly where `replace` is among the choices. */
    readonly replacement?: { readonly titles: readonly string[]; readonly leavesBy: PromisedTime } | undefined;
    /** By when we hope for the answer; after that a person sees to it. */
    readonly answerBy: PromisedTime;
    /** Asked once before, in vain. */
    readonly again: boolean;
  };
  'confirm-cancellation': {
    /** Who wanted it: the customer (also by a choice), or the shop. */
    readonly by: 'customer' | 'shop';
    readonly reason?: string | undefined;
    /** Nothing of the order is left that is still to come or stays with the customer. */
    readonly whole: boolean;
    /** What goes and never left. */
    readonly cancelled: readonly Goods[];
    /** What is under way or delivered and is cancelled by the shop: to refuse or to return. */
    readonly toReturn: readonly Goods[];
    /** What stays: still to leave, under way, or with the customer. */
    readonly stays: readonly Goods[];
    /** What comes back; absent where nothing was paid. */
    readonly refund?: RefundToCome | undefined;
    /** Absent: paid. Otherwise nothing was taken, and the words say so: `authorised` is released, an invoice is void. */
    readonly payment?: Payment | undefined;
    /** The customer cancels what has left already: a case about its return is opened with this message. */
    readonly case?: CaseInHand | undefined;
  };
  'warn-delivery-incident': {
    readonly kind: Exclude<IncidentKind, 'held-at-pickup'>;
    readonly parcel: ParcelNews;
    /** What the carrier or the shop noted about it. */
    readonly note?: string | undefined;
    /** Damaged, lost, returned, refused: the case that this message opens or adds to. */
    readonly case?: CaseInHand | undefined;
  };
  'announce-pickup': {
    readonly parcel: ParcelNews;
    /** The pickup point, where it is known. */
    readonly name?: string | undefined;
    readonly address?: string | undefined;
    readonly keptUntil: PromisedTime;
  };
  'remind-pickup': {
    readonly parcel: ParcelNews;
    readonly name?: string | undefined;
    readonly address?: string | undefined;
    readonly keptUntil: PromisedTime;
    /** The customer just told us that it has not arrived: this answers where it is. */
    readonly asked: boolean;
  };
  'announce-progress': {
    readonly about: CaseSubject;
    readonly owner: string;
    /** What the owner says, in their own words. */
    readonly text: string;
    readonly answerBy: PromisedTime;
  };
  'announce-settlement': {
    readonly about: CaseSubject;
    readonly owner: string;
    readonly outcome: 'answered' | 'refund' | 'replacement';
    readonly text: string;
    readonly refund?: RefundToCome | undefined;
    readonly replacement?:
      | { readonly goods: readonly Goods[]; readonly leavesBy: PromisedTime; readonly withYouBy: PromisedTime }
      | undefined;
    readonly promo?:
      | { readonly code: string; readonly discount: Discount; readonly validUntil: PromisedTime }
      | undefined;
  };
  'announce-refund': {
    readonly amount: Money;
    /** Such as "card" or "bank transfer": the shop's own word. */
    readonly means?: string | undefined;
    readonly refundedAt: number;
    /** What is still owed after it. */
    readonly rest?: RefundToCome | undefined;
  };
  'escalate-refund': {
    /** What is still owed, and the new day by which it comes or we write again. */
    readonly refund: RefundToCome;
    readonly owner: string;
    /** 1 the first time it is late. */
    readonly times: number;
  };
  'remind-payment': {
    readonly toPay: PaymentToCome;
    /** The payment was tried and refused. */
    readonly failed: boolean;
  };
  'confirm-change': {
    /** What changed, in this order. */
    readonly changed: readonly ('lines' | 'total' | 'delivery' | 'ship-by' | 'deliver-by')[];
    /** The order as it is now. */
    readonly lines: readonly Goods[];
    readonly total: Money;
    readonly delivery: {
      readonly kind: DeliveryKind;
      readonly method?: string | undefined;
      readonly address?: string | undefined;
    };
    readonly recipient?: string | undefined;
    readonly shipBy?: PromisedTime | undefined;
    readonly deliverBy?: PromisedTime | undefined;
    /** What comes back because it costs less now. */
    readonly refund?: RefundToCome | undefined;
    /** While the payment is awaited: until then no day runs. */
    readonly toPay?: PaymentToCome | undefined;
  };
  'correct-shipment': {
    /** As it is now. */
    readonly parcel: ParcelNews;
    /** What changed about it, in this order. */
    readonly changed: readonly ('carrier' | 'tracking' | 'deliver-by')[];
  };
  /**
   * The one offer of ours that travels alone: promos that were held back from their own messages, all of a customer's in one
   * mail. The head is that of the first one's order.
   */
  'offer-promo': {
    readonly promos: readonly {
      readonly code: string;
      readonly discount: Discount;
      readonly validUntil: PromisedTime;
      /** The number of the order that it thanks for. */
      readonly order: string;
    }[];
  };
  'correct-what-we-said': {
    /** What we wrote that was not so: the messages, and when each was sent. */
    readonly said: readonly { readonly message: MessageName; readonly at: number }[];
    readonly reason?: string | undefined;
    /** Where it stands now: what is still to leave and by when, and what is under way; empty where nothing is. */
    readonly toCome: readonly Goods[];
    readonly toComeBy?: PromisedTime | undefined;
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
  'settle-stock-out', // the customer did not answer which choice: ask or decide
  'recall-shipment', // something cancelled was shipped all the same
  'customer-chose', // the customer asked to cancel or to be called
  'answer-question',
  'settle-payment', // the order is not paid: ask, or let it go
  'look-into-payment', // a payment failed that counted as made
  'return-payment', // money came for an order that is cancelled
  'answer-case', // a problem was reported: answer the customer
  'settle-return', // a parcel that the customer had is on its way back
  'refund-rest', // less was refunded than is owed
  'find-refund', // a promised refund has not been told
  'trace-parcel', // the customer has not got it: ask the carrier
  'record-shipment', // received, though no shipment was told
  'call-about-delivery', // no scan and no word: call and ask
  'call-about-pickup', // the pickup point's time is over and nobody collected it
  'look-into-delivery', // the carrier reports a failure that nobody has named
  'take-over', // everything from here is in the hands of staff
  'call-customer', // a message could not be mailed: say it by phone
  'mend-address', // mails to the customer come back: call, and ask for another address
  'call-back', // something went wrong for who prefers the phone: say it, the mail is the record
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

/** The list of the day, to the staff of a shop when it opens. In the shop's language. */
export interface MorningLetter {
  readonly message: 'morning-list';
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
  readonly shop: { readonly name: string; readonly url: string };
  /** Who gets this copy. */
  readonly reader: string;
  /** The shop's day, `YYYY-MM-DD`. */
  readonly day: string;
  /** What must leave today or should have left, the latest first. */
  readonly leaving: readonly LeavingOrder[];
  /** How many orders there are besides. */
  readonly moreLeaving: number;
  /** The most overdue first. */
  readonly overdue: readonly MorningTask[];
  readonly today: readonly MorningTask[];
}

export interface LeavingOrder {
  readonly number: string;
  readonly customer: string;
  /** What is left to ship. */
  readonly goods: readonly Goods[];
  /** When it was promised to leave. */
  readonly by: PromisedTime;
  readonly late: boolean;
  /** When the customer was last told that it is late; absent: never. */
  readonly warnedAt?: number | undefined;
}

export interface MorningTask {
  readonly why: TaskReason;
  /** The order's number. */
  readonly order: string;
  readonly customer: { readonly name: string; readonly phone?: string | undefined };
  readonly dueAt: number;
  /** 1 at first, one more each time it was raised, and each morning since it fell due. */
  readonly level: number;
}

/** A message in words, ready to send. Subject without line breaks. */
export interface Words {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
