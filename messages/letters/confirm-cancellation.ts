import type { Particulars } from '../letter.ts';
import { show, type Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { fact, promised, reasonOf, refundFacts, refundOf, type Fact, type Mail, type Writing } from './writing.ts';

type Body = Particulars['confirm-cancellation'];

export interface ConfirmCancellationMail extends Mail {
  readonly lists: readonly GoodsList[];
}

/** What goes, what stays, what comes back; and, of what had left, how it is refused or returned. */
export function confirmCancellation(body: Body, writing: Writing): ConfirmCancellationMail {
  const { words, order } = writing;
  const say = words.mails['confirm-cancellation'];
  const what = whatOf(body);
  return {
    subject: say.subject({ order, what }),
    title: say.title(what),
    paragraphs: [
      say.opening({ by: body.by, what }),
      ...reasonOf(writing, { text: body.reason }),
      ...(body.toReturn.length > 0 ? [say.refuseOrReturn] : []),
      ...money(body, writing),
      ...inHand(body, writing),
    ],
    facts: facts(body, writing),
    button: words.common.seeOrder,
    lists: [
      ...listed(writing, say.cancelled, body.cancelled),
      ...listed(writing, say.toReturn, body.toReturn),
      ...listed(writing, body.case ? say.notCancelled : say.stays, body.stays),
    ],
    next: next(body, writing),
  };
}

function whatOf({ whole, cancelled, toReturn }: Body): 'whole' | 'part' | 'return' {
  if (cancelled.length === 0 && toReturn.length === 0) return 'return';
  return whole ? 'whole' : 'part';
}

function money(body: Body, writing: Writing): readonly Shown[] {
  if (body.refund) return [refundOf(writing, body.refund)];
  const what = whatOf(body);
  if (what === 'return') return [];
  const say = writing.words.mails['confirm-cancellation'];
  const { payment = 'paid' } = body;
  return [payment === 'paid' ? say.nothingToRefund : say.notTaken({ payment, partly: what === 'part' })];
}

function inHand(body: Body, { words, format }: Writing): readonly Shown[] {
  if (body.case === undefined) return [];
  const by = format.promise(body.case.answerBy);
  return [words.mails['confirm-cancellation'].returns({ owner: show(body.case.owner), by })];
}

function facts(body: Body, writing: Writing): readonly Fact[] {
  const { owner, answerBy } = writing.words.mails['open-case'];
  return [
    ...refundFacts(writing, body.refund),
    ...(body.case ? [fact(writing, owner, show(body.case.owner))] : []),
    ...promised(writing, answerBy, body.case?.answerBy),
  ];
}

function next(body: Body, { words }: Writing): readonly Shown[] {
  const say = words.mails['confirm-cancellation'];
  const nothing = body.refund ? say.nextRefund : say.nextNothing;
  const last = body.by === 'customer' ? say.notMeant : say.askUs;
  if (body.case) return [say.nextReturn, last];
  return [body.stays.length > 0 ? say.nextStays : nothing, last];
}

function listed(writing: Writing, title: Shown, goods: Body['stays']): readonly GoodsList[] {
  return goods.length > 0 ? [listGoods(writing, title, goods)] : [];
}
