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
}
