import type { Particulars } from '../letter.ts';
import type { Shown } from '../shown.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { noDateYet, promised, reasonOf, type Mail, type Writing } from './writing.ts';

type Body = Particulars['warn-shipping-delay'];

export interface WarnShippingDelayMail extends Mail {
  readonly late: GoodsList | undefined;
}

/** It leaves later: a warning, then an apology, then the choice. With the reason and the date where they are known. */
export function warnShippingDelay(body: Body, writing: Writing): WarnShippingDelayMail {
  const { words, order } = writing;
  const say = words.mails['warn-shipping-delay'];
  const level = levelOf(body.level);
  const partly = body.onlyThese !== undefined && body.onlyThese.length > 0;
  // What is collected arrives by no day.
  const deliverBy = writing.collect === undefined ? body.deliverBy : undefined;
  const dated = body.shipBy !== undefined || deliverBy !== undefined;
  return {
    subject: say.subject({ order, level }),
    title: say.title(level),
    paragraphs: [
      say.opening({ level, partly }),
      ...reasonOf(writing, body.reason),
      dated ? say.newDates : noDateYet(writing, body.writeBy),
      ...(level === 3 ? [say.choice({ partly })] : []),
    ],
    facts: [
      ...promised(writing, words.common.leavesBy, body.shipBy),
      ...promised(writing, words.common.withYouBy, deliverBy),
      ...(dated ? [] : promised(writing, words.common.newsBy, body.writeBy)),
    ],
    button: level === 3 ? say.choose : words.common.seeOrder,
    late: partly ? listGoods(writing, words.common.whatIsLate, body.onlyThese) : undefined,
    next: level === 3 ? [say.nextChoice] : [next({ ...body, deliverBy }, writing)],
  };
}

function next({ shipBy, deliverBy, writeBy }: Body, { words, format }: Writing): Shown {
  const say = words.mails['warn-shipping-delay'];
  if (shipBy === undefined && deliverBy === undefined) {
    return say.nextWithoutDate({ by: writeBy && format.promise(writeBy) });
  }
  return say.nextWithDate({ by: shipBy && format.promise(shipBy) });
}

function levelOf(level: number): 1 | 2 | 3 {
  if (level <= 1) return 1;
  return level === 2 ? 2 : 3;
}
