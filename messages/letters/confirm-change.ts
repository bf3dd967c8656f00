import type { Particulars } from '../letter.ts';
import { asOrdered, type ConfirmOrderMail } from './confirm-order.ts';
import { promised, refundFacts, refundOf, type Points, type Writing } from './writing.ts';

export interface ConfirmChangeMail extends ConfirmOrderMail {
  readonly points: Points;
}

/** What changed, and the order as it is now; what it costs less comes back. */
export function confirmChange(body: Particulars['confirm-change'], writing: Writing): ConfirmChangeMail {
  const { words, order } = writing;
  const say = words.mails['confirm-change'];
  const collected = body.delivery.kind === 'collect';
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...(body.refund ? [refundOf(writing, body.refund)] : [])],
    facts: [
      ...promised(writing, collected ? words.common.readyBy : words.common.leavesBy, body.shipBy),
      ...promised(writing, words.common.withYouBy, body.deliverBy),
      ...refundFacts(writing, body.refund),
    ],
    button: words.common.seeOrder,
    points: { title: say.changed, lines: body.changed.map((what) => say.what[what]) },
    ...asOrdered(body, say.goods, writing),
    next: [say.next],
  };
}
