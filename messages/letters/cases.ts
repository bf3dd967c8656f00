import type { Particulars } from '../letter.ts';
import { limits, show } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import {
  fact,
  noteOf,
  promised,
  refundFacts,
  refundOf,
  type Fact,
  type Mail,
  type Note,
  type Writing,
} from './writing.ts';

/** A problem was reported: who has it in hand, and by when there is an answer. */
export function openCase(body: Particulars['open-case'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['open-case'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening(body.about), say.answers({ owner, by: format.promise(body.answerBy) })],
    facts: [fact(writing, say.owner, owner), ...promised(writing, say.answerBy, body.answerBy)],
    button: words.common.seeOrder,
    next: [say.next(body.about)],
  };
}

/** The answer is late: we say so before the customer has to. */
export function apologiseForWait(body: Particulars['apologise-for-wait'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['apologise-for-wait'];
  const { owner: ownerLabel, answerBy } = words.mails['open-case'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening(body.about), say.answers({ owner, by: format.promise(body.answerBy) })],
    facts: [fact(writing, ownerLabel, owner), ...promised(writing, answerBy, body.answerBy)],
    button: words.common.seeOrder,
    next: [say.next],
  };
}

/** From here a person has it in hand, and calls. */
export function handToStaff(body: Particulars['hand-to-staff'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['hand-to-staff'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, say.calls({ owner, by: format.promise(body.callBy) })],
    facts: [fact(writing, say.owner, owner), ...promised(writing, say.callBy, body.callBy)],
    button: words.common.seeOrder,
    next: [say.next],
  };
}

export interface AnnounceProgressMail extends Mail {
  readonly note: Note | undefined;
}

/** The answer takes longer: what the owner says meanwhile, and by when there is more. */
export function announceProgress(body: Particulars['announce-progress'], writing: Writing): AnnounceProgressMail {
  const { words, order, format } = writing;
  const say = words.mails['announce-progress'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening(body.about), say.writesAgain({ owner, by: format.promise(body.answerBy) })],
    note: noteOf(say.ownWords(owner), body.text),
    facts: [fact(writing, words.mails['open-case'].owner, owner), ...promised(writing, say.answerBy, body.answerBy)],
    button: words.common.seeOrder,
    next: [say.next],
  };
}

export interface AnnounceSettlementMail extends Mail {
  readonly note: Note | undefined;
  readonly promo: Fact | undefined;
  readonly replacement: GoodsList | undefined;
}

/** How a case ends: an answer, money back or a replacement, in the owner's own words and with its dates. */
export function announceSettlement(body: Particulars['announce-settlement'], writing: Writing): AnnounceSettlementMail {
  const { words, order, format } = writing;
  const { common, mails } = words;
  const say = mails['announce-settlement'];
  const { outcome, promo, refund, replacement } = body;
  const owner = show(body.owner);
  return {
    subject: say.subject({ order, outcome }),
    title: say.title(outcome),
    paragraphs: [
      say.opening(body.about),
      ...(refund ? [refundOf(writing, refund)] : []),
      ...(replacement
        ? [
            say.replacementLeaves({
              leavesBy: format.promise(replacement.leavesBy),
              withYouBy: format.promise(replacement.withYouBy),
            }),
          ]
        : []),
      ...(promo
        ? [say.promo({ discount: format.discount(promo.discount), by: format.promise(promo.validUntil) })]
        : []),
    ],
    note: noteOf(mails['announce-progress'].ownWords(owner), body.text),
    facts: [
      ...refundFacts(writing, refund),
      ...promised(writing, common.leavesBy, replacement?.leavesBy),
      ...(writing.collect ? [] : promised(writing, common.withYouBy, replacement?.withYouBy)),
    ],
    promo: promo && fact(writing, mails['thank-customer'].promoCode, show(promo.code, limits.code)),
    button: common.seeOrder,
    replacement: replacement && listGoods(writing, say.replacement, replacement.goods),
    next: [say.next(outcome), say.stillWrong(owner)],
  };
}
