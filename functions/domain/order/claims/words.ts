import { deadlineAfter } from '../../calendar/calendar.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Told } from '../order.ts';
import type { Reading } from '../reading.ts';
import type { Particular } from './compose.ts';
import { promoFor } from './delivery.ts';
import { openTask } from './tasks.ts';

/** Thanks for the word; with what is still to come where something is, with the promo where all is well. */
export function thankCustomer(occasion: Occasion, circumstances: Circumstances): Particular {
  const { reading, news } = occasion;
  const parcels = news?.parcels ?? [];
  const nothingTold = reading.parcels.length === 0;
  return {
    covers: parcels.map(({ parcel }) => parcel),
    promises: [],
    promo: thanks(occasion, circumstances),
    task: nothingTold ? openTask(occasion, circumstances, 'record-shipment') : undefined,
  };
}

function thanks({ reading, news }: Occasion, circumstances: Circumstances): Told['promo'] {
  if (circumstances.settings.promo !== null && isMoreToCome(reading)) return { leftOut: 'something is still to come' };
  return promoFor(news?.parcels ?? [], reading, circumstances);
}

function isMoreToCome({ stillToLeave, underWay }: Reading): boolean {
  return stillToLeave.length > 0 || underWay.length > 0;
}

/** We ask the carrier and write by a day; the customer is never sent there. */
export function traceParcel(occasion: Occasion, circumstances: Circumstances): Particular {
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, settings.waits.trace);
  const parcels = (occasion.news?.parcels ?? []).map(({ parcel }) => parcel);
  return {
    covers: parcels,
    promises: [{ promise: 'write', of: 'trace', ...by }],
    task: openTask(occasion, circumstances, 'trace-parcel', by),
  };
}
