import type { Particulars } from '../letter.ts';
import { listGoods, type GoodsList } from './goods.ts';
import { promised, reasonOf, type Mail, type Points, type Writing } from './writing.ts';

export interface CorrectWhatWeSaidMail extends Mail {
  readonly points: Points | undefined;
  readonly toCome: GoodsList | undefined;
}

/** We wrote what was not so: which messages, and where the order stands. */
export function correctWhatWeSaid(body: Particulars['correct-what-we-said'], writing: Writing): CorrectWhatWeSaidMail {
  const { words, order, format } = writing;
  const say = words.mails['correct-what-we-said'];
  const more = body.toCome.length > 0;
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [
      say.opening(body.said.length),
      ...reasonOf(writing, { text: body.reason }),
      ...(more ? [] : [say.nothingToCome]),
    ],
    points:
      body.said.length === 0
        ? undefined
        : {
            title: say.forget,
            lines: body.said.map(({ message, at }) => say.said({ message, at: format.moment(at) })),
          },
    facts: promised(writing, say.nextStepBy, body.toComeBy),
    button: words.common.seeOrder,
    toCome: more ? listGoods(writing, say.standsNow, body.toCome) : undefined,
    next: [say.next],
  };
}
