import type { Particulars } from '../letter.ts';
import { limits, show, showLines, type Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { fact, named, noDateYet, promised, type Fact, type Mail, type Writing } from './writing.ts';

type Body = Particulars['confirm-order'];

export interface ConfirmOrderMail extends Mail {
  readonly goods: GoodsList;
  readonly total: Fact;
  readonly delivery: { readonly title: Shown; readonly lines: readonly Shown[] } | undefined;
}

/** Thanks for the order, and says all that was noted; what is late or gone already is said at once. */
export function confirmOrder(body: Body, writing: Writing): ConfirmOrderMail {
  const { words, order, format } = writing;
  const say = words.mails['confirm-order'];
  return {
    subject: body.lateAlready ? say.subjectLate({ order }) : say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...whatIsLate(body, writing)],
    facts: dates(body, writing),
    button: words.common.seeOrder,
    goods: listGoods(writing, say.goods, body.lines, { priced: true }),
    total: fact(writing, say.total, format.money(body.total)),
    delivery: delivery(body, writing),
    next: [...whatNext(body, writing), isStillHere(body) ? say.changeBeforeItLeaves : say.change],
  };
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
  if (body.delivery.kind === 'none') return [say.nextNothingToShip];
  if (body.alreadyShipped) return [say.nextAlreadyShipped];
  const next = body.delivery.kind === 'collect' ? say.nextCollect : say.nextShip;
  return body.lateAlready ? [next] : [next, say.warnedBefore];
}

function delivery(body: Body, writing: Writing): ConfirmOrderMail['delivery'] {
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
