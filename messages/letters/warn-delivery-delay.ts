import type { Particulars } from '../letter.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { noDateYet, promised, reasonOf, type Mail, type Writing } from './writing.ts';

export type WarnDeliveryDelayMail = Mail & ParcelsView;

/** The parcel arrives later: why and when, where that is known. */
export function warnDeliveryDelay(body: Particulars['warn-delivery-delay'], writing: Writing): WarnDeliveryDelayMail {
  const { words, order } = writing;
  const say = words.mails['warn-delivery-delay'];
  const dated = body.deliverBy !== undefined;
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...reasonOf(writing, body.reason), ...(dated ? [] : [noDateYet(writing, body.writeBy)])],
    facts: dated
      ? promised(writing, writing.collect ? words.common.readyBy : words.common.withYouBy, body.deliverBy)
      : promised(writing, words.common.newsBy, body.writeBy),
    button: words.common.seeOrder,
    ...showParcels(writing, [body.parcel], { day: false, link: true }),
    next: [dated ? say.nextWithDate : say.next],
  };
}
