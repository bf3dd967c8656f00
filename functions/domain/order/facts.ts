import type { CaseSubject, DelayCode } from '../../../messages/letter.ts';

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
}

export interface OrderFact extends Known {
  readonly name: 'order';
  readonly number: string;
  readonly customer: string;
  /** The customer's zone, for the hours at which we may ask. */
  readonly zone: string;
  readonly lines: readonly OrderLine[];
  readonly shipBy: PromisedBy;
  readonly deliverBy: PromisedBy;
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

/** What the customer chose when a third warning offered the choice. */
export interface ChoiceFact extends Known {
  readonly name: 'choice';
  readonly choice: 'cancel-order' | 'call';
}

/** Staff have done a task. */
export interface CompletionFact extends Known {
  readonly name: 'completion';
  readonly task: string;
}

export type Fact = OrderFact | ShipmentFact | DeliveryFact | DelayFact | WordFact | ChoiceFact | CompletionFact;
export type FactName = Fact['name'];
