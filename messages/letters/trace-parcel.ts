import type { Particulars } from '../letter.ts';
import { limits, show, type Shown } from '../shown.ts';
import { showParcels, type ParcelsView } from './goods.ts';
import { promised, type Mail, type Writing } from './writing.ts';

export type TraceParcelMail = Mail & ParcelsView;

/** It has not arrived: we look for it. The customer is never sent to the carrier, so no link to it here. */
export function traceParcel(body: Particulars['trace-parcel'], writing: Writing): TraceParcelMail {
  const { words, order, format, signatory } = writing;
  const say = words.mails['trace-parcel'];
  const { carrier, trackingNumber, shippedAt } = body.parcel;
  return {
    subject: say.subject({ order }),
    title: say.title,
    paragraphs: [
      say.opening,
      say.whatWeKnow({
        carrier: known(carrier),
        trackingNumber: known(trackingNumber),
        leftOn: shippedAt === undefined ? undefined : format.day(shippedAt),
      }),
      say.asking,
      say.writes({ signatory, by: format.promise(body.writeBy) }),
    ],
    facts: promised(writing, words.common.newsBy, body.writeBy),
    button: words.common.seeOrder,
    ...showParcels(writing, [body.parcel], { day: false, link: false }),
    next: [say.next, say.itTurnedUp],
  };
}

function known(value: string | undefined): Shown | undefined {
  const shown = show(value ?? '', limits.code);
  return shown === '' ? undefined : shown;
}
