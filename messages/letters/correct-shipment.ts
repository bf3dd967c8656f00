import type { Particulars } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { whereToCollect } from './collection.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { promised, type Mail, type Writing } from './writing.ts';

type Body = Particulars['correct-shipment'];

export type CorrectShipmentMail = Mail & ParcelsView;

/** What we said of a parcel was not so: each thing that changed, and the parcel as it is. */
export function correctShipment(body: Body, writing: Writing): CorrectShipmentMail {
  const { words, order } = writing;
  const say = words.mails['correct-shipment'];
  // Of what is collected no carrier and no number was ever named.
  const changed = body.changed.filter((what) => writing.collect === undefined || what === 'deliver-by');
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [say.opening, ...changed.map((what) => correction(what, body, writing))],
    facts: [...whereToCollect(writing), ...promised(writing, words.common.withYouBy, body.parcel.deliverBy)],
    button: words.common.seeOrder,
    ...showParcels(writing, [body.parcel], { day: false, link: true }),
    next: [words.mails['announce-shipment'].next(1)],
  };
}

function correction(what: Body['changed'][number], { parcel }: Body, { words, format }: Writing): Shown {
  const say = words.mails['correct-shipment'];
  switch (what) {
    case 'carrier':
      return say.carrier(known(parcel.carrier));
    case 'tracking':
      return say.tracking(known(parcel.trackingNumber));
    case 'deliver-by':
      return say.deliverBy(parcel.deliverBy && format.promise(parcel.deliverBy));
  }
}

function known(value: string | undefined): Shown | undefined {
  const shown = show(value ?? '', limits.code);
  return shown === '' ? undefined : shown;
}
