import type { Particulars } from '../letter.ts';
import type { Shown } from '../shown.ts';
import { asksForPayment, payFacts, payLink } from './payments.ts';
import { showWholeOrder, type WholeOrderView } from './whole-order.ts';
import { noDateYet, promised, type Fact, type Link, type Mail, type Writing } from './writing.ts';

type Body = Particulars['confirm-order'];

export interface ConfirmOrderMail extends Mail, WholeOrderView {
  readonly pay: Link | undefined;
}

/** Thanks for the order, and says all that was noted; what is to be paid, is late or gone already is said at once. */
export function confirmOrder(body: Body, writing: Writing): ConfirmOrderMail {
  const { words, order, tone } = writing;
  const say = words.mails['confirm-order'];
  return {
    subject: body.lateAlready ? say.subjectLate({ order }) : say.subject({ order }),
    title: say.title,
    // Somebody whose order is late already is told so, in no other tone than that.
    paragraphs: [
      ...visit(body, writing),
      say.opening(body.lateAlready ? 'neutral' : tone),
      ...whatIsPaid(body, writing),
      ...whatIsLate(body, writing),
    ],
    facts: [...payFacts(writing, body.toPay), ...dates(body, writing)],
    button: words.common.seeOrder,
    pay: body.toPay && payLink(writing, body.toPay),
    ...showWholeOrder(writing, say.goods, body),
    next: [...whatNext(body, writing), isStillHere(body) ? say.changeBeforeItLeaves : say.change],
  };
}

/** Who comes in is recognised before anything else is said; not where the first thing to say is that we are late. */
function visit(body: Body, { words }: Writing): readonly Shown[] {
  return body.visit === undefined || body.lateAlready ? [] : [words.mails['confirm-order'].visit(body.visit)];
}

function isStillHere(body: Body): boolean {
  return body.delivery.kind !== 'none' && !body.alreadyShipped;
}

/** How it is paid, where that is not done; how long it takes counts from a payment that is awaited. */
function whatIsPaid(body: Body, writing: Writing): readonly Shown[] {
  const { words, format } = writing;
  const say = words.mails['confirm-order'];
  const amount = format.money(body.total);
  if (body.toPay !== undefined) {
    const asks = words.mails['remind-payment'];
    const { toPay } = body;
    return [
      ...asksForPayment(writing, toPay, isStillHere(body)),
      ...(payLink(writing, toPay) === undefined ? [asks.howToPay] : []),
    ];
  }
  switch (body.payment) {
    case 'authorised':
      return [say.authorised({ amount })];
    case 'on-delivery':
      return [say.onDelivery({ amount, kind: body.delivery.kind })];
    case 'invoice':
      return [say.onInvoice({ amount })];
    default:
      return [];
  }
}

function whatIsLate(body: Body, writing: Writing): readonly Shown[] {
  if (!body.lateAlready) return [];
  const { format } = writing;
  const say = writing.words.mails['confirm-order'];
  const arrives = body.delivery.kind !== 'collect' && body.deliverBy;
  return [
    body.shipBy ? say.lateAlready({ shipBy: format.promise(body.shipBy) }) : say.lateAlreadyNoDay,
    noDateYet(writing, body.lateAlready.writeBy),
    ...(arrives ? [say.deliveryMoves({ deliverBy: format.promise(arrives) })] : []),
  ];
}

/**
 * The promised days; when the first is past already, only the one by which we write is still a promise, and while the
 * payment is awaited none runs. Nor does one where nothing travels.
 */
function dates(body: Body, writing: Writing): readonly Fact[] {
  const { common } = writing.words;
  if (body.lateAlready) return promised(writing, common.newsBy, body.lateAlready.writeBy);
  if (body.toPay || body.delivery.kind === 'none') return [];
  const collected = body.delivery.kind === 'collect';
  return [
    ...(body.alreadyShipped ? [] : promised(writing, collected ? common.readyBy : common.leavesBy, body.shipBy)),
    ...(collected ? [] : promised(writing, common.withYouBy, body.deliverBy)),
  ];
}

function whatNext(body: Body, writing: Writing): readonly Shown[] {
  const say = writing.words.mails['confirm-order'];
  const { kind } = body.delivery;
  if (kind !== 'none' && body.alreadyShipped) return [say.nextAlreadyShipped];
  if (body.toPay) return [say.nextPaid(kind)];
  if (kind === 'none') return [say.nextNothingToShip];
  const next = kind === 'collect' ? say.nextCollect : say.nextShip;
  return body.lateAlready ? [next] : [next, say.warnedBefore];
}
