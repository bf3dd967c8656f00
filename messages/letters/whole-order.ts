import type { Particulars } from '../letter.ts';
import { limits, show, showLines, type Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { fact, named, type Fact, type Writing } from './writing.ts';

/** An order as it stands: what, for how much, and how and to whom it goes. */
export interface WholeOrderView {
  readonly goods: GoodsList;
  readonly total: Fact;
  readonly delivery: { readonly title: Shown; readonly lines: readonly Shown[] } | undefined;
}

type Body = Pick<Particulars['confirm-order'], 'lines' | 'total' | 'delivery' | 'recipient'>;

/** Shows all of an order, with prices; no delivery where nothing travels, but always who receives it. */
export function showWholeOrder(writing: Writing, title: Shown, body: Body): WholeOrderView {
  const say = writing.words.mails['confirm-order'];
  return {
    goods: listGoods(writing, title, body.lines, { priced: true }),
    total: fact(writing, say.total, writing.format.money(body.total)),
    delivery: delivery(writing, body),
  };
}

function delivery(writing: Writing, body: Body): WholeOrderView['delivery'] {
  const say = writing.words.mails['confirm-order'];
  const recipient = named(writing, say.recipient, body.recipient, limits.name);
  if (body.delivery.kind === 'none') {
    // Nothing travels, and yet it is for somebody else.
    return recipient.length === 0 ? undefined : { title: say.recipient, lines: recipient.map(({ value }) => value) };
  }
  const lines = [
    ...recipient.map(({ labelled }) => labelled),
    ...[show(body.delivery.method ?? '')].filter((line) => line !== ''),
    ...showLines(body.delivery.address ?? '', { limit: limits.address * 4, lines: 8 }),
  ];
  // That it is collected is said by the title alone; that it is delivered goes without saying.
  if (lines.length === 0 && body.delivery.kind !== 'collect') return undefined;
  return { title: say.deliveryTo[body.delivery.kind], lines };
}
