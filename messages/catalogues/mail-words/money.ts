import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about money say, by their names. */
export interface MoneyMails {
  readonly 'announce-refund': {
    subject(say: Order & { readonly amount: Shown }): Shown;
    readonly title: Shown;
    opening(say: { readonly amount: Shown }): Shown;
    readonly whenItShows: Shown;
    rest(say: { readonly amount: Shown | undefined } & By): Shown;
    readonly amount: Shown;
    readonly means: Shown;
    readonly refundedOn: Shown;
    readonly restBy: Shown;
    readonly next: Shown;
    readonly nextRest: Shown;
  };
  readonly 'escalate-refund': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(say: { readonly amount: Shown | undefined; readonly again: boolean }): Shown;
    seesToIt(say: { readonly owner: Shown } & By): Shown;
    readonly owed: Shown;
    readonly owner: Shown;
    readonly by: Shown;
    readonly next: Shown;
  };
  readonly 'remind-payment': {
    subject(say: Order & { readonly failed: boolean }): Shown;
    title(failed: boolean): Shown;
    /** The failed one names no reason: we know none. */
    opening(say: { readonly amount: Shown; readonly failed: boolean } & By): Shown;
    /** Of a new order: how much and by when, without reminding of anything. */
    asks(say: { readonly amount: Shown } & By): Shown;
    /** The promised days count from the payment. */
    readonly daysCount: Shown;
    readonly toPay: Shown;
    readonly payBy: Shown;
    /** On the link to where it is paid. */
    pay(say: { readonly amount: Shown }): Shown;
    /** Where the shop named no place to pay. */
    readonly howToPay: Shown;
    readonly paidAlready: Shown;
    readonly notWanted: Shown;
  };
}
