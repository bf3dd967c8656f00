import type { MessageName, Payment } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

type Count = { readonly count: number };

/** What the messages about an order that turned out otherwise say, by their names. */
export interface ChangeMails {
  readonly 'warn-out-of-stock': {
    subject(say: Order & Count & { readonly again: boolean }): Shown;
    title(count: number): Shown;
    opening(count: number): Shown;
    readonly openingAgain: Shown;
    /** Something else has not left and goes its way. */
    readonly restGoesOn: Shown;
    readonly rest: Shown;
    readonly choices: Shown;
    readonly choice: {
      wait(say: Count & Partial<By>): Shown;
      replace(say: { readonly replacement: Shown | undefined } & Partial<By>): Shown;
      'cancel-items'(say: Count & { readonly partly: boolean }): Shown;
      readonly 'cancel-order': Shown;
      readonly call: Shown;
    };
    readonly choose: Shown;
    readonly answerBy: Shown;
    readonly next: Shown;
    nextNoAnswer(say: By): Shown;
  };
  readonly 'confirm-cancellation': {
    subject(say: Order & { readonly what: 'whole' | 'part' | 'return' }): Shown;
    title(what: 'whole' | 'part' | 'return'): Shown;
    opening(say: { readonly by: 'customer' | 'shop'; readonly what: 'whole' | 'part' | 'return' }): Shown;
    /** By the shop, of what has left. */
    readonly refuseOrReturn: Shown;
    /** Nothing was paid, or all of it was given back before. */
    readonly nothingToRefund: Shown;
    /** Nothing was taken: what becomes of the payment that was agreed. */
    notTaken(say: { readonly payment: Exclude<Payment, 'paid'>; readonly partly: boolean }): Shown;
    /** By the customer, of what has left. */
    returns(say: { readonly owner: Shown } & By): Shown;
    readonly cancelled: Shown;
    readonly toReturn: Shown;
    readonly stays: Shown;
    /** The same while a return is being arranged. */
    readonly notCancelled: Shown;
    readonly nextStays: Shown;
    readonly nextRefund: Shown;
    readonly nextReturn: Shown;
    readonly nextNothing: Shown;
    readonly notMeant: Shown;
    readonly askUs: Shown;
  };
  readonly 'confirm-change': {
    subject(say: Order): Shown;
    readonly title: Shown;
    readonly opening: Shown;
    readonly changes: Shown;
    /** Each change as an entry of a list. */
    readonly changed: {
      readonly lines: Shown;
      total(say: { readonly amount: Shown }): Shown;
      readonly delivery: Shown;
      'ship-by'(say: Partial<By>): Shown;
      'deliver-by'(say: Partial<By>): Shown;
    };
    readonly goods: Shown;
    readonly next: Shown;
  };
  readonly 'correct-what-we-said': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(count: number): Shown;
    readonly forget: Shown;
    /** Each message as an entry of a list: which it was and when it was sent. */
    said(say: { readonly message: MessageName; readonly at: Shown }): Shown;
    readonly standsNow: Shown;
    readonly nothingToCome: Shown;
    readonly nextStepBy: Shown;
    readonly next: Shown;
  };
}
