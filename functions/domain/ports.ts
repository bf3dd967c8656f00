import type { Channel, Discount, Tone } from '../../messages/letter.ts';
import type { Dose, HeldOffer, OfferLedger } from './offers/ledger.ts';
import type { Fact } from './order/facts.ts';
import type { Claim } from './order/judge.ts';
import type { OffersPause } from './order/offers-paused.ts';
import type { Order, Told } from './order/order.ts';
import type { Settings } from './shop/settings.ts';

/** What the decisions need from the world. The adapters hold them to it; tests hold the fakes to the same. */

/** What became of a fact that was told to us. */
export type Appended =
  | { readonly result: 'recorded' }
  /** The same fact was there already. */
  | { readonly result: 'duplicate' }
  /** Its id was there with another body. */
  | { readonly result: 'conflict'; readonly first: string }
  /** The order has more than its share of facts. */
  | { readonly result: 'full' }
  /** The person of the order was erased: nothing more is kept of it. */
  | { readonly result: 'erased' };

/** Personal and bulky things beside a fact: never in the order item, hence in no stream and no execution. */
export type Details = { readonly [field: string]: unknown };

export interface Orders {
  /** The order as it is now (a consistent read), or facts that wait for it. */
  find(shop: string, order: string): Promise<Order | undefined>;
  /** Stores the details first, the fact last, in one conditional write: whoever gets an answer, the fact is there. */
  append(shop: string, order: string, fact: Fact, details?: Details): Promise<Appended>;
  /** All details of the order, by the fact they belong to. */
  details(order: Order): Promise<ReadonlyMap<string, Details>>;
  /**
   * Adds the told entry and the fates on the very version that was judged; false: judge again.
   * `progress`: the claim alone shows that the order's runs get somewhere (a mailed one shows it once SES has the mail).
   */
  claim(order: Order, claim: Claim, progress?: boolean): Promise<boolean>;
  /** Writes fates alone, on the version that was judged. */
  note(order: Order, notes: { readonly [fact: string]: string }): Promise<boolean>;
  /** Takes an unsent claim back: the facts it covered are open again. */
  withdraw(shop: string, order: string, key: string): Promise<void>;
  /**
   * Before an unsettled mail is handed over again: counts that, and makes the claim this request's, on the version that
   * was judged; false: judge again.
   */
  sendAgain(order: Order, key: string, owner: string, now: number): Promise<boolean>;
  /**
   * That handing over was surely refused: it does not count, and the claim is as `before` it, to be sent again at once.
   * Nothing where another request has made the claim its own meanwhile.
   */
  notSentAgain(order: Order, before: Told, owner: string): Promise<void>;
  /** Notes that the mail of a message was accepted. `place`: where in told the message was when it was last seen. */
  settle(shop: string, order: string, key: string, sesId: string, place?: number): Promise<void>;
  /** Notes that the mail to staff about a task was accepted. */
  settleTask(shop: string, order: string, key: string, mailId: string): Promise<void>;
  /**
   * An execution died: the order is to be taken up again, unless a newer run has it already. `counts` false: it is over, and
   * that is no sign that the order's executions get nowhere.
   */
  retake(shop: string, order: string, run: number, counts?: boolean): Promise<boolean>;
  /** The order goes on for long: it leaves then, not earlier. Never of an erased one, never earlier than it was to. */
  keepLonger(order: Order, until: number): Promise<void>;
  /** The order has ended and was checked: the sweep need not look at it again. */
  unwatch(order: Order): Promise<void>;
  /** Orders that should have moved before `instant` and did not. */
  overdue(instant: number): AsyncIterable<{ readonly shop: string; readonly order: string }>;
}

export interface Shops {
  settings(shop: string): Promise<Settings | undefined>;
}

/** How a customer chose to be written to, by the shop or on the page behind each mail. Absent: nobody has chosen. */
export interface Choices {
  /** A BCP 47 tag; which of them we speak is decided when we write. */
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly channel?: Channel | undefined;
}

/** Whether a customer agrees to offers, as last said: with an order, by the shop, or by themselves. */
export interface Consent {
  readonly offers: boolean;
  readonly at: number;
}

/** What is said about a customer's choices: null takes one back, what is absent stays as it was. */
export type ChoicesMade = { readonly [Choice in keyof Choices]?: Choices[Choice] | null };

/** One of a customer's orders, by when it was placed. */
export interface PlacedOrder {
  readonly order: string;
  readonly placedAt: number;
  /** When that leaves again, which the order does. */
  readonly keptUntil?: number | undefined;
}

/** An address that takes no mail, until another is known. */
export interface FailingAddress {
  /** Of the address itself. */
  readonly address: string;
  /** Since when. */
  readonly at: number;
}

/** An order, and until when it is kept: what is noted of its customer before they are known by name stays no longer. */
export interface KeptOrder {
  readonly order: string;
  readonly keptUntil?: number | undefined;
}

/** Who the customer is, for all orders. */
export interface Profile {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
  /** No order ever overwrites what was chosen. */
  readonly chosen?: Choices | undefined;
  /** When something was last chosen. */
  readonly chosenAt?: number | undefined;
  readonly consent?: Consent | undefined;
  readonly failing?: FailingAddress | undefined;
  /** The orders whose mails to it came back. */
  readonly failedOrders?: readonly string[] | undefined;
  /** Orders whose message SES has not taken yet: since when, and when it was last tried. */
  readonly waiting?: { readonly [order: string]: { readonly since: number; readonly at: number } } | undefined;
  /** When the order that told it was placed, or the shop changed it: an older order never overwrites it. */
  readonly asOf: number;
  /** The last time that the shop itself changed it: when, and which fields. */
  readonly change?: ContactChange | undefined;
  /** What pauses offers to the customer, by the order that does (charter, Dose and hours). */
  readonly pauses?: { readonly [order: string]: OffersPause } | undefined;
  /** When it leaves: with the last of the customer's orders. */
  readonly keptUntil?: number | undefined;
}

/** How to reach a customer, as far as the shop says so apart from any order. */
export type Contact = Partial<Pick<Profile, 'name' | 'email' | 'phone'>>;

export interface ContactChange {
  readonly at: number;
  readonly fields: readonly string[];
}

/** A customer as an order tells of them. */
export type ToldCustomer = Omit<
  Profile,
  'change' | 'pauses' | 'chosen' | 'chosenAt' | 'failing' | 'failedOrders' | 'waiting'
>;

export interface Customers {
  find(shop: string, customer: string): Promise<Profile | undefined>;
  /** A consent that is older than the known one changes nothing; nor does the rest of an older order. */
  keep(shop: string, customer: string, profile: ToldCustomer): Promise<void>;
  /** Whoever is known leaves then, not earlier. */
  keepLonger(shop: string, customer: string, until: number): Promise<void>;
  /** Notes that the customer placed this order. */
  placed(shop: string, customer: string, order: PlacedOrder): Promise<void>;
  /** The last orders that the customer placed before `instant`, the newest first; ten of them at most. */
  placedBefore(shop: string, customer: string, instant: number): Promise<readonly PlacedOrder[]>;
  /** Nothing more goes to that address of the customer, and mails of that order have to be sent again once it changes. */
  markFailing(shop: string, customer: string, failing: FailingAddress & KeptOrder): Promise<void>;
  /** Another address is known, and what had come back from that one was seen to. */
  unmarkFailing(shop: string, customer: string, address: string): Promise<void>;
  /** SES does not take the order's message now: the customer's later ones wait for it. */
  waits(shop: string, customer: string, order: KeptOrder, now: number): Promise<void>;
  waitsNoMore(shop: string, customer: string, order: string): Promise<void>;
  /** Writes what was chosen. False where nobody knows the customer. */
  choose(
    shop: string,
    customer: string,
    choices: ChoicesMade,
    consent: Consent | undefined,
    at: number,
  ): Promise<boolean>;
  /**
   * Writes the fields that are given and leaves the others, as of that instant; `change` is noted with them. False where
   * something newer is known, or nobody knows the customer.
   */
  reach(
    shop: string,
    customer: string,
    contact: Contact,
    asOf: number,
    change: ContactChange | undefined,
  ): Promise<boolean>;
  /** What that version of an order says about offers; undefined: nothing pauses them. An older never overwrites a newer. */
  pause(
    shop: string,
    customer: string,
    order: string,
    version: number,
    pause: OffersPause | undefined,
    keptUntil?: number,
  ): Promise<void>;
}

/** Persons who are to be forgotten, or were. */
export interface Erasures {
  /** When they were last erased; undefined: never. What was placed or learned before that instant is theirs. */
  erasedAt(shop: string, customer: string): Promise<number | undefined>;
  /** All that is known of them by now is to go. */
  wish(shop: string, customer: string, now: number): Promise<void>;
  /** Something of theirs turned up again: it is to go too. What they did since stays. */
  wishAgain(shop: string, customer: string, now: number): Promise<void>;
}

/** What each customer was offered, and what is held back for them (charter, Dose and hours). */
export interface Offers {
  find(shop: string, customer: string): Promise<OfferLedger>;
  /** Counts an offer against the cap, once for a key, however many ask at once; false: there is no room for it now. */
  take(shop: string, customer: string, key: string, dose: Dose, now: number): Promise<boolean>;
  /** Holds an order's promo back, once. */
  hold(shop: string, customer: string, held: HeldOffer): Promise<void>;
  /** On the ledger that was judged; false: it has changed since. `checkAt`: when what is held is to be looked at again. */
  change(
    shop: string,
    customer: string,
    before: OfferLedger,
    after: Pick<OfferLedger, 'sent' | 'held'> & { readonly checkAt: number },
  ): Promise<boolean>;
  /** Customers for whom something is held back that is to be looked at by now. */
  due(now: number): AsyncIterable<{ readonly shop: string; readonly customer: string }>;
}

/** `gift`: the page of whoever receives it, with no promo on it. `unsubscribe` can do that and nothing else. */
export const linkPurposes = ['word', 'choice', 'gift', 'preferences', 'unsubscribe'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** What stands behind an opaque address in a mail. */
export interface Link {
  readonly purpose: LinkPurpose;
  readonly shop: string;
  readonly order: string;
  /** The key of the message that carried it. */
  readonly message: string;
  readonly expiresAt: number;
}

export interface Links {
  /** The links of one mail: each has the mail's token before a secret of its own. */
  put(mail: string, secrets: LinkSecrets, about: Omit<Link, 'purpose'>): Promise<void>;
  find(token: string, now: number): Promise<Link | undefined>;
}

export type LinkSecrets = { readonly [purpose in LinkPurpose]?: string };

export interface Promo {
  readonly code: string;
  readonly discount: Discount;
  readonly order: string;
  readonly customer: string;
  readonly validUntil: number;
  /** One that the shop made itself: known to many, so it is not used up by the first. */
  readonly shared: boolean;
  readonly redeemedFor?: string | undefined;
  readonly redeemedAt?: number | undefined;
}

export interface Promos {
  put(shop: string, promo: Promo): Promise<void>;
  find(shop: string, code: string): Promise<Promo | undefined>;
  /** The promo after it; undefined where another order has it. */
  redeem(shop: string, code: string, order: string, now: number): Promise<Promo | undefined>;
}

export interface Mail {
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Beside those that SES writes itself; printable ASCII. */
  readonly headers?: { readonly [name: string]: string } | undefined;
  /** Names and values of A–Z a–z 0–9 _ - only. */
  readonly tags: { readonly [name: string]: string };
}

export interface Mailer {
  /** SES's id of the accepted mail. Throws MailRefused (surely not sent) or MailUncertain (nobody can tell). */
  send(mail: Mail): Promise<string>;
}

/**
 * What stands in the way. `busy`: the account's rate or its daily quota is used up, or SES is not reached. `sender`: SES
 * lets nobody send in this name, or this account send at all: an operator must see to it. `mail`: nothing but this mail.
 */
export type Refusal = 'busy' | 'sender' | 'mail';

/** SES said no, or was never reached: the mail surely did not go out. The message is the name of the error alone. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly because: Refusal;

  constructor(message: string, because: Refusal = 'busy') {
    super(message);
    this.because = because;
  }
}

/** The line broke after SES may have taken the mail. */
export class MailUncertain extends Error {
  override readonly name = 'MailUncertain';
}

/** Rings an order's doorbell again, later. */
export interface RingAgain {
  ring(shop: string, order: string): Promise<void>;
}

export type StartResult = 'started' | 'exists';
export type AnswerResult = 'taken' | 'timed-out' | 'unknown-token';

export interface Workflow {
  /** Starting the same run twice is harmless while it runs; `exists`: it has run and ended. */
  start(shop: string, order: string, run: number): Promise<StartResult>;
  succeed(token: string): Promise<AnswerResult>;
  fail(token: string, error: string, cause: string): Promise<AnswerResult>;
  isRunning(shop: string, order: string, run: number): Promise<boolean>;
  /** Executions that died since `instant`. */
  diedSince(instant: number): AsyncIterable<{ readonly shop: string; readonly order: string; readonly run: number }>;
}
