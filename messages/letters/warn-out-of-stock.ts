import type { Particulars, StockChoice } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { countOf, enumerate, listGoods, type GoodsList } from './goods.ts';
import { promised, type Mail, type Points, type Writing } from './writing.ts';

type Body = Particulars['warn-out-of-stock'];

export interface WarnOutOfStockMail extends Mail {
  readonly outOfStock: GoodsList;
  readonly points: Points;
  readonly rest: GoodsList | undefined;
}

/** Something cannot be sent as promised: what the customer can choose, with what each choice leads to and by when. */
export function warnOutOfStock(body: Body, writing: Writing): WarnOutOfStockMail {
  const { words, order, format } = writing;
  const say = words.mails['warn-out-of-stock'];
  const count = countOf(body.lines);
  const partly = body.rest.length > 0;
  return {
    subject: say.subject({ order, count, again: body.again }),
    title: say.title(count),
    paragraphs: [body.again ? say.openingAgain : say.opening(count), ...(partly ? [say.restGoesOn] : [])],
    outOfStock: listGoods(writing, words.common.outOfStock(count), body.lines),
    points: { title: say.choices, lines: body.choices.map((choice) => choiceLine(choice, body, writing)) },
    facts: promised(writing, say.answerBy, body.answerBy),
    button: say.choose,
    rest: partly ? listGoods(writing, say.rest, body.rest) : undefined,
    next: [say.next, say.nextNoAnswer({ by: format.promise(body.answerBy) })],
  };
}

function choiceLine(choice: StockChoice, body: Body, writing: Writing): Shown {
  const { words, format } = writing;
  const say = words.mails['warn-out-of-stock'].choice;
  const count = countOf(body.lines);
  switch (choice) {
    case 'wait':
      return say.wait({ count, by: body.waitUntil && format.promise(body.waitUntil) });
    case 'replace':
      return say.replace({
        replacement: enumerate(
          writing,
          (body.replacement?.titles ?? []).map((title) => show(title, limits.title)),
        ),
        by: body.replacement && format.promise(body.replacement.leavesBy),
      });
    case 'cancel-items':
      return say['cancel-items']({ count, partly: body.rest.length > 0 });
    case 'cancel-order':
    case 'call':
      return say[choice];
  }
}
