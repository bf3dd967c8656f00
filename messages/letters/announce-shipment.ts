import type { Particulars } from '../letter.ts';
import { whenToCollect, whereToCollect } from './collection.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { promised, type Mail, type Writing } from './writing.ts';

export type AnnounceShipmentMail = Mail & ParcelsView;

/**
 * Everything left is on its way: with whom, under which number, what is inside, when it should be there. Or it is ready to be
 * collected: where, from when, until when.
 */
export function announceShipment(body: Particulars['announce-shipment'], writing: Writing): AnnounceShipmentMail {
  const { words, order, tone } = writing;
  const say = words.mails['announce-shipment'];
  const count = body.parcels.length;
  const only = count === 1 ? body.parcels[0] : undefined;
  return {
    subject: body.extra ? say.subjectExtra({ order }) : say.subject({ order }),
    title: body.extra ? say.titleExtra : say.title(count),
    paragraphs: [body.extra ? say.openingExtra : say.opening({ parcels: count, tone })],
    facts: [...whereToCollect(writing), ...promised(writing, words.common.withYouBy, only?.deliverBy)],
    button: words.common.seeOrder,
    ...showParcels(writing, body.parcels, { day: only === undefined, link: true }),
    next: [...whenToCollect(writing), say.next(count)],
  };
}
