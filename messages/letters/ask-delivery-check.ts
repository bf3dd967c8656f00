import type { Particulars } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import type { Mail, Writing } from './writing.ts';

type Body = Particulars['ask-delivery-check'];

export type AskDeliveryCheckMail = Mail & ParcelsView;

/** Has it arrived? Asked after the carrier's word, or, where that is missing, as the honest warning that it is. */
export function askDeliveryCheck(body: Body, writing: Writing): AskDeliveryCheckMail {
  const { words, order, format, tone } = writing;
  const say = words.mails['ask-delivery-check'];
  const count = Math.max(1, body.parcels.length);
  return {
    subject: say.subject({ order, scanned: body.scanned }),
    title: say.title(count),
    paragraphs: [
      ...(body.scanned
        ? [scanned(body, writing), say.isAllWell({ parcels: count, tone })]
        : [unscanned(body, writing)]),
      // The other words carry no promo: somebody who may be missing a parcel is not to be tempted.
      ...(body.scanned && body.promo ? [say.promo({ discount: format.discount(body.promo) })] : []),
    ],
    facts: [],
    button: say.answer,
    ...showParcels(writing, body.parcels, { day: false, link: false }),
    next: [say.next, say.nextNotThere],
  };
}

function scanned(body: Body, { words, format }: Writing): Shown {
  const carriers = new Set(body.parcels.map(({ carrier }) => show(carrier ?? '', limits.code)));
  const [carrier] = carriers;
  return words.mails['ask-delivery-check'].scanned({
    parcels: Math.max(1, body.parcels.length),
    toNeighbour: body.toNeighbour,
    carrier: carriers.size === 1 && carrier !== '' ? carrier : undefined,
    at: body.deliveredAt === undefined ? undefined : format.moment(body.deliveredAt),
  });
}

/** "By today", unless we ask later than the day it was promised for. */
function unscanned(body: Body, { words, format }: Writing): Shown {
  const say = words.mails['ask-delivery-check'];
  const parcels = Math.max(1, body.parcels.length);
  const days = body.parcels.flatMap(({ deliverBy }) => (deliverBy === undefined ? [] : [deliverBy]));
  const [first] = days;
  const later = first !== undefined && days.every((by) => !format.isToday(by));
  return later ? say.unscannedSince({ parcels, by: format.promise(first) }) : say.unscannedToday(parcels);
}
