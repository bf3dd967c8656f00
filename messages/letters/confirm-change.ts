import type { Particulars } from '../letter.ts';
import type { Shown } from '../shown.ts';
import { asksForPayment } from './payments.ts';
import { showWholeOrder, type WholeOrderView } from './whole-order.ts';
import { promised, refundFacts, refundOf, type Fact, type Mail, type Points, type Writing } from './writing.ts';

type Body = Particulars['confirm-change'];

export interface ConfirmChangeMail extends Mail, WholeOrderView {
  readonly points: Points | undefined;
}

/** What changed about an order, how it is now, and what comes back. */
export function confirmChange(body: Body, writing: Writing): ConfirmChangeMail {
  const { words, order } = writing;
  const say = words.mails['confirm-change'];
  const { nextRefund } = words.mails['confirm-cancellation'];
  const changed = body.changed.flatMap((what) => change(what, body, writing));
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...(body.refund ? [refundOf(writing, body.refund)] : [])],
    points: changed.length === 0 ? undefined : { title: say.changes, lines: changed },
    facts: [...dates(body, writing), ...refundFacts(writing, body.refund)],
    button: words.common.seeOrder,
    ...showWholeOrder(writing, say.goods, body),
    next: [...(body.refund ? [nextRefund] : []), ...whatIsToPay(body, writing), say.next],
  };
}

/** The days count from a payment that is still awaited. */
function whatIsToPay({ toPay, delivery }: Body, writing: Writing): readonly Shown[] {
  return toPay === undefined ? [] : asksForPayment(writing, toPay, delivery.kind !== 'none');
}

/** Nothing of a delivery where nothing travels, and no day of arrival of what is collected. */
function change(what: Body['changed'][number], body: Body, { words, format }: Writing): readonly Shown[] {
  const say = words.mails['confirm-change'].changed;
  const { kind } = body.delivery;
  switch (what) {
    case 'lines':
      return [say.lines];
    case 'total':
      return [say.total({ amount: format.money(body.total) })];
    case 'delivery':
      return kind === 'none' ? [] : [say.delivery];
    case 'ship-by':
      return kind === 'none' ? [] : [say['ship-by']({ by: body.shipBy && format.promise(body.shipBy) })];
    case 'deliver-by':
      return arrives(body) ? [say['deliver-by']({ by: body.deliverBy && format.promise(body.deliverBy) })] : [];
  }
}

function dates(body: Body, writing: Writing): readonly Fact[] {
  const { common } = writing.words;
  return [
    ...(body.delivery.kind === 'none' ? [] : promised(writing, common.leavesBy, body.shipBy)),
    ...(arrives(body) ? promised(writing, common.withYouBy, body.deliverBy) : []),
  ];
}

function arrives({ delivery }: Body): boolean {
  return delivery.kind === 'parcel' || delivery.kind === 'pickup-point';
}
