import type { CaseSubject } from '../../letter.ts';
import type { Shown } from '../../shown.ts';
import type { By, Order } from './arguments.ts';

/** What the messages about a problem say, by their names. */
export interface CaseMails {
  readonly 'open-case': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(about: CaseSubject): Shown;
    answers(say: { readonly owner: Shown } & By): Shown;
    readonly owner: Shown;
    readonly answerBy: Shown;
    next(about: CaseSubject): Shown;
  };
  readonly 'apologise-for-wait': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(about: CaseSubject): Shown;
    answers(say: { readonly owner: Shown } & By): Shown;
    readonly next: Shown;
  };
  readonly 'announce-progress': {
    subject(say: Order): Shown;
    readonly title: Shown;
    opening(about: CaseSubject): Shown;
    writesAgain(say: { readonly owner: Shown } & By): Shown;
    /** Over the owner's own words. */
    ownWords(owner: Shown): Shown;
    readonly answerBy: Shown;
    readonly next: Shown;
  };
  readonly 'announce-settlement': {
    subject(say: Order & { readonly outcome: 'answered' | 'refund' | 'replacement' }): Shown;
    title(outcome: 'answered' | 'refund' | 'replacement'): Shown;
    opening(about: CaseSubject): Shown;
    replacementLeaves(say: { readonly leavesBy: Shown; readonly withYouBy: Shown }): Shown;
    readonly replacement: Shown;
    promo(say: { readonly discount: Shown } & By): Shown;
    next(outcome: 'answered' | 'refund' | 'replacement'): Shown;
    stillWrong(owner: Shown): Shown;
  };
}
