import type { Particulars } from '../letter.ts';
import { whenToCollect, whereToCollect } from './collection.ts';
import { listGoods, showParcels, type GoodsList, type ParcelsView } from './goods.ts';
import { promised, type Mail, type Writing } from './writing.ts';

export interface AnnouncePartialShipmentMail extends Mail, ParcelsView {
  readonly toCome: GoodsList;
}

/**
 * Some of the order is on its way, or ready to be collected, and the rest is still to come: both are named. In one tone: half a
 * delivery is no moment to please.
 */
export function announcePartialShipment(
  body: Particulars['announce-partial-shipment'],
  writing: Writing,
): AnnouncePartialShipmentMail {
  const { words, order, format } = writing;
  const say = words.mails['announce-partial-shipment'];
  const count = body.parcels.length;
  const only = count === 1 ? body.parcels[0] : undefined;
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening],
    facts: [
      ...whereToCollect(writing),
      ...promised(writing, words.common.withYouBy, only?.deliverBy),
      ...promised(writing, say.restLeavesBy, body.toComeBy),
    ],
    button: words.common.seeOrder,
    ...showParcels(writing, body.parcels, { day: only === undefined, link: true }),
    toCome: listGoods(writing, words.common.stillToCome, body.toCome),
    next: [
      ...whenToCollect(writing),
      say.nextRest({ by: body.toComeBy && format.promise(body.toComeBy) }),
      say.next(count),
    ],
  };
}
