import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about money that comes back say, by their names. */
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
}
