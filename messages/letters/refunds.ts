import type { Particulars } from '../letter.ts';
import { limits, show } from '../shown.ts';
import { fact, named, promised, type Mail, type Writing } from './writing.ts';

/** Money was given back: how much, by which means, when it shows, and what is still to come. */
export function announceRefund(body: Particulars['announce-refund'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['announce-refund'];
  const amount = format.money(body.amount);
  const { rest } = body;
  return {
    subject: say.subject({ order, amount }),
    title: say.title,
    paragraphs: [
      say.opening({ amount }),
      say.whenItShows,
      ...(rest ? [say.rest({ amount: rest.amount && format.money(rest.amount), by: format.promise(rest.by) })] : []),
    ],
    facts: [
      fact(writing, say.amount, amount),
      ...named(writing, say.means, body.means, limits.name),
      fact(writing, say.refundedOn, format.day(body.refundedAt)),
      ...promised(writing, say.restBy, rest?.by),
    ],
    button: words.common.seeOrder,
    next: [rest ? say.nextRest : say.next],
  };
}

/** A promised refund is late: an honest word, who sees to it, and the new day. */
export function escalateRefund(body: Particulars['escalate-refund'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['escalate-refund'];
  const { refund } = body;
  const amount = refund.amount && format.money(refund.amount);
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [
      say.opening({ amount, again: body.times > 1 }),
      say.seesToIt({ owner, by: format.promise(refund.by) }),
    ],
    facts: [
      ...(amount === undefined ? [] : [fact(writing, say.owed, amount)]),
      fact(writing, say.owner, owner),
      ...promised(writing, say.by, refund.by),
    ],
    button: words.common.seeOrder,
    next: [say.next],
  };
}
