import type {
  CaseSubject,
  DelayCode,
  DeliveryKind,
  IncidentKind,
  Money,
  Payment,
  StockChoice,
  Tone,
} from '../../../messages/letter.ts';

/**
 * Facts: what happened to an order, each told once, never changed. They carry ids, quantities and instants; names,
 * addresses and texts lie beside the order under DETAILS, so that neither stream nor relay ever sees a person.
 *
 * Instants are milliseconds since the epoch.
 */
interface Known {
  /** `name:natural id` where api.md gives one, else `name:hash`. */
  readonly id: string;
  /** When it happened. */
  readonly at: number;
  /** When we learned it. The order in the list, not this, is the order in which facts were learned. */
  readonly learnedAt: number;
  /** Of the body that told it: the same id with another body is a mistake that the teller must hear of. */
  readonly hash: string;
  /** So old when we learned it that it is history, where its order is. */
  readonly old?: boolean | undefined;
  /** The details item that belongs to it, where there is one. */
  readonly details?: string | undefined;
}

/** Some of an order's line. */
export interface Share {
  readonly id: string;
  readonly quantity: number;
}

/** A promised time with the instant at which it is broken, and its day where it was promised as a day. */
export interface PromisedBy {
  readonly until: number;
  readonly day?: string | undefined;
}

export interface OrderLine extends Share {
  /** False for what does not travel: a gift card, a download, a service. */
  readonly ships: boolean;
  /** Of one unit, tax included, in minor units of the order's currency. */
  readonly price?: number | undefined;
  /** What the shop would have us speak to. */
  readonly tone?: Tone | undefined;
}

/** The order's life waits for `awaited`; `authorised`, `on-delivery`, `invoice`: nothing is owed on cancelling. */
export type { Payment } from '../../../messages/letter.ts';

export interface OrderFact extends Known {
  readonly name: 'order';
  readonly number: string;
  readonly customer: string;
  /** The customer's zone, for the hours at which we may ask. */
  readonly zone: string;
  readonly lines: readonly OrderLine[];
  /** Absent on orders of an earlier release: then they were paid, and of how much nobody knows. */
  readonly total?: Money | undefined;
  readonly payment?: Payment | undefined;
  /** Of an awaited payment: by when it is hoped for. Until it comes no promise to ship runs. */
  readonly payBy?: PromisedBy | undefined;
  /** How it reaches the customer; absent on orders of an earlier release: a parcel. */
  readonly kind?: DeliveryKind | undefined;
  /** Somebody else receives it, has an e-mail address, and is to be written to about parcels. */
  readonly notifiesRecipient?: boolean | undefined;
  readonly shipBy: PromisedBy;
  readonly deliverBy: PromisedBy;
  /** Ship-by was named by the shop, not computed from when it was placed. */
  readonly shipByNamed?: boolean | undefined;
  /** Deliver-by was named by the shop, not computed from shipping. */
  readonly deliverByNamed: boolean;
  /** Placed so long before it was told that nobody is written to. */
  readonly history: boolean;
  readonly mailable: boolean;
  /** The customer said no to offers. */
  readonly offersRefused: boolean;
}

export interface ShipmentFact extends Known {
  readonly name: 'shipment';
  readonly parcel: string;
  /** Absent: all that no other parcel names. */
  readonly lines?: readonly Share[] | undefined;
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly trackingUrl?: string | undefined;
  readonly deliverBy?: PromisedBy | undefined;
}

export interface DeliveryFact extends Known {
  readonly name: 'delivery';
  readonly parcel: string;
  readonly toNeighbour: boolean;
}

export interface DelayFact extends Known {
  readonly name: 'delay';
  readonly of: 'shipment' | 'delivery';
  readonly parcel?: string | undefined;
  readonly code?: DelayCode | undefined;
  readonly until?: PromisedBy | undefined;
}

export const words = ['received', 'not-yet', 'problem', 'question'] as const;
export type Word = (typeof words)[number];

export interface WordFact extends Known {
  readonly name: 'word';
  readonly word: Word;
  readonly about?: CaseSubject | undefined;
  readonly parcel?: string | undefined;
  readonly by: 'customer' | 'phone' | 'email' | 'chat';
}

/**
 * Some of the order cannot be shipped as promised (charter, row "stock-out"). What replaces it stands in the details;
 * the choices that exist follow from the two fields here.
 */
export interface StockOutFact extends Known {
  readonly name: 'stock-out';
  readonly lines: readonly Share[];
  /** When it is back: ends like a shipping day. */
  readonly restockOn?: PromisedBy | undefined;
  readonly hasReplacement: boolean;
}

/** What the customer chose after a stock-out, or when a third warning offered it. No lines: all that was asked about. */
export interface ChoiceFact extends Known {
  readonly name: 'choice';
  readonly choice: StockChoice;
  readonly lines?: readonly Share[] | undefined;
}

/** What befell a parcel on its way. The note and the pickup point's name and address stand in the details. */
export interface IncidentFact extends Known {
  readonly name: 'incident';
  readonly parcel: string;
  readonly kind: IncidentKind;
  /** Until when a pickup point keeps it: ends like a delivery day. */
  readonly keptUntil?: PromisedBy | undefined;
}

/** No lines: the whole order. The reason stands in the details. */
export interface CancellationFact extends Known {
  readonly name: 'cancellation';
  readonly by: 'customer' | 'shop';
  readonly lines?: readonly Share[] | undefined;
}

/** Money that went back. The means stands in the details. */
export interface RefundFact extends Known {
  readonly name: 'refund';
  readonly refund: string;
  /** In minor units of the order's currency. */
  readonly amount: number;
  readonly lines?: readonly Share[] | undefined;
}

export const outcomes = ['refund', 'replacement', 'answered', 'in-hand'] as const;

/** What a person of the shop said about a case. The words themselves stand in the details. */
export interface OutcomeFact extends Known {
  readonly name: 'outcome';
  readonly case: string;
  readonly outcome: (typeof outcomes)[number];
  /** Of a refund, in minor units of the order's currency; absent: whatever comes back settles it. */
  readonly amount?: number | undefined;
  /** When the customer hears again (in hand), or the replacement leaves. */
  readonly until?: PromisedBy | undefined;
  /** Staff give the promo, which a problem otherwise leaves out. */
  readonly promo: boolean;
}

/** A shipment's particulars as they are now: what is absent stays as it was told. */
export interface ShipmentCorrectionFact extends Known {
  readonly name: 'shipment-correction';
  readonly parcel: string;
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly trackingUrl?: string | undefined;
  readonly deliverBy?: PromisedBy | undefined;
}

/** That fact was a mistake: it stays on the timeline, struck through, and everything is derived without it. */
export interface CorrectionFact extends Known {
  readonly name: 'correction';
  readonly fact: string;
}

/** Money came, or a card was refused. Paid: the days that count from it, reckoned with the settings of that moment. */
export interface PaymentFact extends Known {
  readonly name: 'payment';
  readonly status: 'paid' | 'failed';
  readonly shipBy?: PromisedBy | undefined;
  readonly deliverBy?: PromisedBy | undefined;
}

/** The order as it is now: what is absent stays as it was. Titles and addresses stand in the details. */
export interface ChangeFact extends Known {
  readonly name: 'change';
  readonly lines?: readonly OrderLine[] | undefined;
  readonly total?: Money | undefined;
  readonly kind?: DeliveryKind | undefined;
  /** A new address or way of delivery: the words stand in the details. */
  readonly movesDelivery: boolean;
  readonly shipBy?: PromisedBy | undefined;
  readonly deliverBy?: PromisedBy | undefined;
}

/** The carrier reports a failure without saying which: a person looks into it. */
export interface NoticeFact extends Known {
  readonly name: 'notice';
  readonly parcel?: string | undefined;
}

/** Staff have done a task. */
export interface CompletionFact extends Known {
  readonly name: 'completion';
  readonly task: string;
}

/**
 * A message is wanted once more: by staff (who and why stand in the details), or because its address was corrected after
 * the mail had come back.
 */
export interface ResendFact extends Known {
  readonly name: 'resend';
  /** The message's key. */
  readonly message: string;
}

export const mailFailures = ['bounced', 'bounced-for-now', 'complained', 'rejected'] as const;
type MailFailure = (typeof mailFailures)[number];

/** The address takes nothing any more, or its owner wants nothing: until it changes, nothing goes there. */
export const isForGood = (why: MailFailure | undefined): boolean => why === 'bounced' || why === 'complained';

/**
 * A mail did not reach its reader, as SES has it. Bounced: the address does not exist, or takes nothing. For now: it took
 * nothing for hours. Complained: its owner called it spam. Rejected: SES would not deliver it.
 */
export interface MailFailedFact extends Known {
  readonly name: 'mail-failed';
  readonly message: string;
  readonly why: MailFailure;
}

/** What stands in the place of a fact that was taken back: nothing is derived from it. */
export interface StruckFact extends Known {
  readonly name: 'struck';
  readonly was: Fact;
}

export type Fact =
  | OrderFact
  | ShipmentFact
  | DeliveryFact
  | DelayFact
  | WordFact
  | StockOutFact
  | ChoiceFact
  | IncidentFact
  | CancellationFact
  | RefundFact
  | OutcomeFact
  | ShipmentCorrectionFact
  | CorrectionFact
  | NoticeFact
  | PaymentFact
  | ChangeFact
  | CompletionFact
  | ResendFact
  | MailFailedFact
  | StruckFact;
export type FactName = Fact['name'];
