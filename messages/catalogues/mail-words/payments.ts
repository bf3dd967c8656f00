import type { Payment } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

type Changed = 'lines' | 'total' | 'delivery' | 'ship-by' | 'deliver-by';

/** What is said about paying, and about an order that is changed, by the names of the messages. */
export interface PaymentMails {
  /** In the confirmation. */
  readonly payment: {
    /** Nothing is prepared before the money is there, and no day runs. */
    toPay(say: { readonly amount: Shown } & By): Shown;
    readonly startsThen: Shown;
    readonly amount: Shown;
    readonly payBy: Shown;
    readonly payHere: Shown;
    readonly later: Readonly<Record<Exclude<Payment, 'paid' | 'awaited'>, Shown>>;
    /** Of a cancelled order: nothing was taken. */
    readonly nothingTaken: Readonly<Record<Exclude<Payment, 'paid'>, Shown>>;
  };
  readonly 'remind-payment': {
    subject(say: Order & { readonly failed: boolean }): Shown;
    title(failed: boolean): Shown;
    opening(failed: boolean): Shown;
    readonly howToPay: Shown;
    readonly next: Shown;
    readonly nextCrossed: Shown;
    readonly nextNot: Shown;
  };
  readonly 'confirm-change': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly changed: Shown;
    readonly what: Readonly<Record<Changed, Shown>>;
    readonly goods: Shown;
    readonly next: Shown;
  };
}
