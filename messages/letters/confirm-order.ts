import type { Particulars } from '../letter.ts';
import { limits, show, showLines, type Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { payHere, paymentFacts, type PayHere } from './remind-payment.ts';
import { fact, named, noDateYet, promised, type Fact, type Mail, type Writing } from './writing.ts';

type Body = Particulars['confirm-order'];

export interface ConfirmOrderMail extends Mail {
  readonly pay?: PayHere;
  readonly goods: GoodsList;
  readonly total: Fact;
  readonly delivery: { readonly title: Shown; readonly lines: readonly Shown[] } | undefined;
}

/** What an order is and how it reaches the customer: part of every mail that confirms it. */
export function asOrdered(
  body: Pick<Body, 'lines' | 'total' | 'delivery' | 'recipient'>,
  title: Shown,
  writing: Writing,
): Pick<ConfirmOrderMail, 'goods' | 'total' | 'delivery'> {
  const say = writing.words.mails['confirm-order'];
  return {
    goods: listGoods(writing, title, body.lines, { priced: true }),
    total: fact(writing, say.total, writing.format.money(body.total)),
    delivery: delivery(body, writing),
  };
}

/** Thanks for the order, and says all that was noted; what is late or gone already is said at once. */
export function confirmOrder(body: Body, writing: Writing): ConfirmOrderMail {
  const { words, order } = writing;
  const say = words.mails['confirm-order'];
  return {
    subject: body.lateAlready ? say.subjectLate({ order }) : say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...payment(body, writing), ...whatIsLate(body, writing)],
    facts: body.toPay ? paymentFacts(body.toPay, writing) : dates(body, writing),
    button: words.common.seeOrder,
    pay: body.toPay && payHere(body.toPay, writing),
    ...asOrdered(body, say.goods, writing),
    next: [...whatNext(body, writing), isStillHere(body) ? say.changeBeforeItLeaves : say.change],
  };
}

/** How it is paid, where it is not paid yet. */
function payment({ payment: how = 'paid', toPay }: Body, { words, format }: Writing): readonly Shown[] {
  const say = words.mails.payment;
  if (toPay) return [say.toPay({ amount: format.money(toPay.amount), by: format.promise(toPay.by) }), say.startsThen];
  return how === 'paid' || how === 'awaited' ? [] : [say.later[how]];
}

function isStillHere(body: Body): boolean {
  return body.delivery.kind !== 'none' && !body.alreadyShipped;
}

function whatIsLate(body: Body, writing: Writing): readonly Shown[] {
  if (!body.lateAlready) return [];
  const { format } = writing;
  const say = writing.words.mails['confirm-order'];
  return [
    body.shipBy ? say.lateAlready({ shipBy: format.promise(body.shipBy) }) : say.lateAlreadyNoDay,
    noDateYet(writing, body.lateAlready.writeBy),
    ...(body.deliverBy ? [say.deliveryMoves({ deliverBy: format.promise(body.deliverBy) })] : []),
  ];
}

/** The promised days; when the first is past already, only the one by which we write is still a promise. */
function dates(body: Body, writing: Writing): readonly Fact[] {
  const { common } = writing.words;
  if (body.lateAlready) return promised(writing, common.newsBy, body.lateAlready.writeBy);
  const collected = body.delivery.kind === 'collect';
  return [
    ...(body.alreadyShipped ? [] : promised(writing, collected ? common.readyBy : common.leavesBy, body.shipBy)),
    ...(collected ? [] : promised(writing, common.withYouBy, body.deliverBy)),
  ];
}

function whatNext(body: Body, writing: Writing): readonly Shown[] {
  const say = writing.words.mails['confirm-order'];
  if (body.delivery.kind === 'none') return body.toPay ? [] : [say.nextNothingToShip];
  if (body.alreadyShipped) return [say.nextAlreadyShipped];
  const next = body.delivery.kind === 'collect' ? say.nextCollect : say.nextShip;
  return body.lateAlready || body.toPay ? [next] : [next, say.warnedBefore];
}

function delivery(body: Pick<Body, 'delivery' | 'recipient'>, writing: Writing): ConfirmOrderMail['delivery'] {
  if (body.delivery.kind === 'none') return undefined;
  const say = writing.words.mails['confirm-order'];
  const recipient = named(writing, say.recipient, body.recipient, limits.name);
  return {
    title: say.deliveryTo[body.delivery.kind],
    lines: [
      ...recipient.map(({ labelled }) => labelled),
      ...[show(body.delivery.method ?? '')].filter((line) => line !== ''),
      ...showLines(body.delivery.address ?? '', { limit: limits.address * 4, lines: 8 }),
    ],
  };
}
