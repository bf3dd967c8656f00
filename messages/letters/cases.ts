import type { Particulars } from '../letter.ts';
import { show } from '../shown.ts';
import { fact, promised, type Mail, type Writing } from './writing.ts';

/** A problem was reported: who has it in hand, and by when there is an answer. */
export function openCase(body: Particulars['open-case'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['open-case'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening(body.about), say.answers({ owner, by: format.promise(body.answerBy) })],
    facts: [fact(writing, say.owner, owner), ...promised(writing, say.answerBy, body.answerBy)],
    button: words.common.seeOrder,
    next: [say.next(body.about)],
  };
}

/** The answer is late: we say so before the customer has to. */
export function apologiseForWait(body: Particulars['apologise-for-wait'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['apologise-for-wait'];
  const { owner: ownerLabel, answerBy } = words.mails['open-case'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening(body.about), say.answers({ owner, by: format.promise(body.answerBy) })],
    facts: [fact(writing, ownerLabel, owner), ...promised(writing, answerBy, body.answerBy)],
    button: words.common.seeOrder,
    next: [say.next],
  };
}

/** From here a person has it in hand, and calls. */
export function handToStaff(body: Particulars['hand-to-staff'], writing: Writing): Mail {
  const { words, order, format } = writing;
  const say = words.mails['hand-to-staff'];
  const owner = show(body.owner);
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, say.calls({ owner, by: format.promise(body.callBy) })],
    facts: [fact(writing, say.owner, owner), ...promised(writing, say.callBy, body.callBy)],
    button: words.common.seeOrder,
    next: [say.next],
  };
}
