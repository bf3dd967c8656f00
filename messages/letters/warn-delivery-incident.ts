import type { Particulars } from '../letter.ts';
import { limits, show } from '../shown.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { fact, promised, type Fact, type Mail, type Writing } from './writing.ts';

type Body = Particulars['warn-delivery-incident'];

export type WarnDeliveryIncidentMail = Mail & ParcelsView;

/** Something happened to a parcel: what, what the shop does, and what the customer can do. */
export function warnDeliveryIncident(body: Body, writing: Writing): WarnDeliveryIncidentMail {
  const { words, order, format } = writing;
  const say = words.mails['warn-delivery-incident'];
  const { kind } = body;
  // A case is between the shop and the buyer.
  const inHand = writing.giftOf === undefined ? body.case : undefined;
  const note = show(body.note ?? '', limits.reason);
  return {
    subject: say.subject({ order, kind }),
    title: say.title(kind),
    paragraphs: [
      say.opening(kind),
      ...(note === '' ? [] : [say.noted(note)]),
      inHand ? say.inHand({ owner: show(inHand.owner), by: format.promise(inHand.answerBy) }) : say.weDo(kind),
    ],
    facts: facts({ ...body, case: inHand }, writing),
    button: words.common.seeOrder,
    // Where it is for us to put it right, nobody is sent to the carrier.
    ...showParcels(writing, [body.parcel], { day: false, link: stillComes(kind) }),
    next: [say.youCan(kind)],
  };
}

function stillComes(kind: Body['kind']): boolean {
  return kind === 'failed-attempt' || kind === 'customs';
}

/** A parcel that does not come any more keeps no expected day: the answer has one. */
function facts(body: Body, writing: Writing): readonly Fact[] {
  const { common, mails } = writing.words;
  if (body.case === undefined) {
    return stillComes(body.kind) ? promised(writing, common.withYouBy, body.parcel.deliverBy) : [];
  }
  const say = mails['open-case'];
  return [fact(writing, say.owner, show(body.case.owner)), ...promised(writing, say.answerBy, body.case.answerBy)];
}
