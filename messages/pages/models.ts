import {
  stockChoices,
  type CaseSubject,
  type Channel,
  type Discount,
  type Goods,
  type Locale,
  type PromisedTime,
  type StockChoice,
  type Tone,
} from '../letter.ts';

/** What the customer's pages show, as data: the contract between the link's function and the words. */

export const customerWords = ['received', 'not-yet', 'problem', 'question'] as const;
export type CustomerWord = (typeof customerWords)[number];

export const customerChoices = stockChoices;
export type CustomerChoice = StockChoice;

export const parcelStatuses = ['under-way', 'at-pickup', 'delivered', 'with-neighbour', 'lost', 'returned'] as const;
export type ParcelStatus = (typeof parcelStatuses)[number];

/** The longest text that a form takes, in characters. */
export const textMaxLength = 2000;

export interface PageShop {
  readonly name: string;
  readonly phone: string;
  readonly address?: string | undefined;
  /** When the phone is answered next; absent while it is answered. */
  readonly opensAt?: number | undefined;
  readonly zone: string;
  /** When the page is written. */
  readonly now: number;
}

interface OrderPage {
  readonly locale: Locale;
  readonly shop: PageShop;
  readonly order: {
    readonly number: string;
    /** It is collected in the shop: nothing of it is ever "shipped", "on its way" or "delivered". */
    readonly collect?: boolean | undefined;
  };
}

export interface PageParcel {
  /** The value of the form's field `parcel`. */
  readonly id: string;
  readonly goods: readonly Goods[];
  readonly status: ParcelStatus;
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly trackingUrl?: string | undefined;
  readonly deliverBy?: PromisedTime | undefined;
  readonly deliveredAt?: number | undefined;
  /** Where it waits for the customer, while it is at a pickup point. */
  readonly pickup?:
    | {
        readonly name?: string | undefined;
        readonly address?: string | undefined;
        readonly keptUntil?: PromisedTime | undefined;
      }
    | undefined;
}

/** Where the order stands, and the question whether it arrived once that was asked. */
export interface WordPage extends OrderPage {
  readonly asked: boolean;
  readonly parcels: readonly PageParcel[];
  /** What has not left yet, and by when it does, where that is known. */
  readonly toCome?: readonly Goods[] | undefined;
  readonly toComeBy?: PromisedTime | undefined;
  readonly lastWord?: CustomerWord | undefined;
  /** What a problem may be about; all there is, unless said. */
  readonly about?: readonly CaseSubject[] | undefined;
}

/** The choice that comes with a stock-out or with the third warning. */
export interface ChoicePage extends OrderPage {
  /** Why we ask. */
  readonly about: 'stock-out' | 'delay';
  /** What it is about: what is out of stock, or what has not left; empty or absent: all of the order. */
  readonly late?: readonly Goods[] | undefined;
  /** Of a stock-out: what else has not left, and goes too if everything is cancelled. */
  readonly rest?: readonly Goods[] | undefined;
  /** Something else of the order has left, or will. */
  readonly partly: boolean;
  /** In this order, only those that exist; none: the question is settled, and nothing is asked. */
  readonly choices: readonly CustomerChoice[];
  /** By when it leaves if the customer waits. */
  readonly waitUntil?: PromisedTime | undefined;
  readonly replacement?: { readonly titles: readonly string[]; readonly leavesBy: PromisedTime } | undefined;
  readonly lastChoice?: CustomerChoice | undefined;
}

/** What the customer said, and what happens next. */
export interface AnsweredPage extends OrderPage {
  readonly said: CustomerWord | CustomerChoice;
  /** Of `wait` and `replace`: by when it leaves. */
  readonly leavesBy?: PromisedTime | undefined;
  /** It was said before: nothing more happens. */
  readonly already: boolean;
  /** Who sees to it and by when, where that is known already; otherwise a message that says so is announced. */
  readonly next?: { readonly owner: string; readonly by: PromisedTime } | undefined;
  readonly promo?:
    | { readonly code: string; readonly discount: Discount; readonly validUntil: PromisedTime }
    | undefined;
}

/** How the customer wants to be written to. Its form sends `locale`, `tone` (empty: as the shop does), `channel`, `offers`. */
export interface PreferencesPage extends OrderPage {
  /** Those that both the shop and we speak; one alone is not asked for. */
  readonly locales: readonly Locale[];
  /** Absent: none was chosen. */
  readonly tone?: Tone | undefined;
  readonly channel: Channel;
  /** `yes` or `no` in the form. Absent: nobody has asked yet. */
  readonly offers?: boolean | undefined;
  /** The form was just sent, and this is what holds now. */
  readonly saved: boolean;
}

/** One press ends all offers; nothing else can be done here. */
export interface UnsubscribePage extends OrderPage {
  /** Offers have ended. */
  readonly done: boolean;
}

/** The same page for every token that opens nothing. */
export interface NotFoundPage {
  /** Unknown: the page is written in every language. */
  readonly locale?: Locale | undefined;
  /** Whom to reach, where that is known. */
  readonly shop?: PageShop | undefined;
}
