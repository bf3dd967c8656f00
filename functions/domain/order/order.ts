import type { Discount, MessageName, StockChoice, TaskReason, Tone } from '../../../messages/letter.ts';
import type { Stage } from '../vocabulary.ts';
import type { Fact, OrderFact, PromisedBy, Share } from './facts.ts';
import { changedSince } from './changes.ts';
import { withoutStruck } from './struck.ts';
import { rememberedOf } from '../remembered.ts';

/** What the table holds of one order: the truth (architecture, section 1). Instants are milliseconds since the epoch. */
export interface Order {
  readonly shop: string;
  readonly order: string;
  /** Bumped by every write; a claim holds only on the version that was judged. */
  readonly version: number;
  readonly facts: readonly Fact[];
  readonly told: readonly Told[];
  /** Fact id → the key of the message it led to, or why nothing was said. Without one a fact is open. */
  readonly fates: { readonly [fact: string]: string };
  /** The execution that owns the order; none has begun to wait yet where it is absent. */
  readonly run?: number | undefined;
  /** `until`: when the wait ends in silence. */
  readonly awaiting?: { readonly token: string; readonly stage: Stage; readonly until: number } | undefined;
  readonly closed?: { readonly run: number; readonly how: string; readonly at?: number | undefined } | undefined;
  /** How many executions in a row died without anything said. */
  readonly stalled?: number | undefined;
  /** Since when nothing is kept of it but that it was there, and how it ended: the person asked for that. */
  readonly erased?: number | undefined;
  /** The sweep still looks at it. */
  readonly watched?: boolean | undefined;
  /** When it leaves, with all that is known of it; of facts that wait for their order: when they have waited enough. */
  readonly keptUntil?: number | undefined;
}

/** What a state says to nobody but staff. */
export type StaffMatter = 'ask-staff' | 'escalate-silent-delivery' | 'remind-staff';
/** A message that was said before, said once more: nothing new is promised by it. */
export type Repetition = 'resend-message';
export type ToldMessage = MessageName | StaffMatter | Repetition;

/** What is promised: kept by an event, moved by a newer promise of the same kind and parcel, or broken. */
export interface Made extends PromisedBy {
  /**
   * ship, deliver: leaves, arrives by. write: we write again by (of what: shipping or a parcel). answer: a case is
   * answered by. refund: money is back by. word: how long we wait for the customer's word, a promise to ourselves.
   */
  readonly promise: 'ship' | 'deliver' | 'write' | 'answer' | 'refund' | 'word';
  readonly of?: 'shipment' | 'delivery' | 'trace' | 'payment' | undefined;
  readonly parcel?: string | undefined;
  /** Of shipping: only these lines, which have a day of their own. */
  readonly lines?: readonly Share[] | undefined;
}

export interface OpenedTask {
  /** `{order}.{n}`: unique in the shop. */
  readonly task: string;
  readonly why: TaskReason;
  readonly dueAt: number;
  readonly level: number;
  /** Who has it in hand; absent: whoever reads it first. */
  readonly owner?: { readonly name: string; readonly email: string } | undefined;
  /** The fact whose text staff should read. */
  readonly about?: string | undefined;
  /** Set once the mail to staff is accepted. */
  readonly mailId?: string | undefined;
}

/** What we said, or are about to say: it counts like a fact. */
export interface Told {
  /** `message:cause`; unique in the order, so that one cause never leads to the same message twice. */
  readonly key: string;
  readonly message: ToldMessage;
  readonly cause: string;
  readonly at: number;
  /** The request that claimed it. */
  readonly owner: string;
  /** How many facts were known to it: what stands later in the list came after it, whatever the clocks say. */
  readonly seen: number;
  /** The parcels it is about. */
  readonly covers: readonly string[];
  readonly promises: readonly Made[];
  /** Of a warning about shipping. */
  readonly level?: number | undefined;
  /** Of a delivery check: the carrier says that it was delivered. */
  readonly scanned?: boolean | undefined;
  readonly case?:
    | {
        readonly id: string;
        readonly about: string;
        readonly parcels: readonly string[];
        /** This message opens it; others only belong to it. */
        readonly opens?: boolean | undefined;
      }
    | undefined;
  /** Of a question about what is out of stock: what it asked, and the days it named. */
  readonly stock?: StockQuestion | undefined;
  /** Of a message about money: what was still owed after it, in minor units; absent: nobody has said how much. */
  readonly owed?: number | undefined;
  readonly task?: OpenedTask | undefined;
  readonly promo?:
    | { readonly discount: Discount; readonly code?: string | undefined }
    /** `held`: it may be offered later, by a mail of its own. */
    | { readonly leftOut: string; readonly held?: Discount | undefined }
    | undefined;
  /** Why no mail goes to the customer, where none does. */
  readonly unsent?: string | undefined;
  /** Of a confirmation: which of the customer's orders it is. */
  readonly visit?: Visit | undefined;
  /** What it speaks to; absent: neutral. */
  readonly tone?: Tone | undefined;
  /** A warning to who prefers the phone: somebody says it to them as well. */
  readonly byPhone?: boolean | undefined;
  /** Said once more: the key of the message that was said first. */
  readonly again?: string | undefined;
  /** Of a copy for whoever receives the gift: the key of the message to the buyer. */
  readonly copyOf?: string | undefined;
  /** SES's id of the mail, once it was accepted. */
  readonly sesId?: string | undefined;
  /** Times that it was sent again because nobody could tell whether the first went out. */
  readonly resent?: number | undefined;
  /** When it was last handed over again. */
  readonly resentAt?: number | undefined;
  /** Never kept: it rested on a fact that was taken back, so that nothing is derived from it any more. */
  readonly isVoid?: boolean | undefined;
  /** Never kept: the case that a void message opened. Its number is not given again. */
  readonly caseNumber?: string | undefined;
}

/** Which of a customer's orders one is, and whether the one before was long ago. */
export interface Visit {
  readonly nth: number;
  readonly afterLong: boolean;
}

export interface StockQuestion {
  readonly lines: readonly Share[];
  /** Those that exist. */
  readonly choices: readonly StockChoice[];
  /** When it leaves if the customer waits, or takes the replacement. */
  readonly waitUntil?: PromisedBy | undefined;
  readonly replaceUntil?: PromisedBy | undefined;
}

/** An order that we know, not merely facts that came before it. */
export interface RecordedOrder extends Order {
  /** As it is now: as it was placed, with what was changed and paid since. */
  readonly placed: OrderFact;
}

/**
 * Facts may come before their order; until then there is nothing to do about them. What was taken back is struck
 * through in it: the fact keeps its place in the list, and nothing is derived from it.
 */
export const recorded = /* @__PURE__ */ rememberedOf((order: Order): RecordedOrder | undefined => {
  const { facts, told } = withoutStruck(order);
  const placed = facts.find((fact): fact is OrderFact => fact.name === 'order');
  return placed === undefined ? undefined : { ...order, facts, told, placed: changedSince(placed, facts) };
});

/** What its promo takes off, where it carries one. */
export function discountIn({ promo }: Told): Discount | undefined {
  return promo !== undefined && 'discount' in promo ? promo.discount : undefined;
}

/** The order as it stood in the write that claimed this message, which is the last told in it. */
export function asClaimed(order: Order, key: string): RecordedOrder | undefined {
  const index = order.told.findIndex((told) => told.key === key);
  const seen = order.told[index]?.seen;
  return seen === undefined
    ? undefined
    : recorded({ ...order, facts: order.facts.slice(0, seen), told: order.told.slice(0, index + 1) });
}

export function isOpen(order: Order, fact: Fact): boolean {
  return order.fates[fact.id] === undefined;
}
