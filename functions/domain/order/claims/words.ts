import type { TaskReason } from '../../../../messages/letter.ts';
import { deadlineAfter, type Deadline } from '../../calendar/calendar.ts';
import type { Fact } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { OpenedTask, Told } from '../order.ts';
import { openCase, type Reading } from '../reading.ts';
import type { Particular } from './compose.ts';
import { promoFor } from './delivery.ts';
import { openTask, raiseTask } from './tasks.ts';

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

function thanks({ reading, news }: Occasion, { settings, newCode }: Circumstances): Told['promo'] {
  if (settings.promo !== null && isMoreToCome(reading)) return { leftOut: 'something is still to come' };
  return promoFor(news?.parcels ?? [], reading, settings.promo, newCode);
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

/** Nothing for the customer to read: a person has something to do. */
export function askStaff(occasion: Occasion, circumstances: Circumstances): Particular {
  const fact = occasion.news?.fact;
  const { settings, now } = circumstances;
  const joined = openCase(occasion.reading);
  const why = reasonFor(fact);
  const by =
    why === 'answer-case' && joined !== undefined ? { until: joined.until } : deadlineAfter(settings, now, 'P1D');
  return {
    covers: [],
    promises: [],
    case:
      why === 'answer-case' && joined !== undefined
        ? { id: joined.id, about: joined.about, parcels: (occasion.news?.parcels ?? []).map(({ parcel }) => parcel) }
        : undefined,
    task: taskFor(occasion, circumstances, why, by),
  };
}

/** A complaint that joins a case raises that case's task: it ends once, with the last of them answered. */
function taskFor(occasion: Occasion, circumstances: Circumstances, why: TaskReason, by: Deadline): OpenedTask {
  const { reading, news } = occasion;
  const first = why === 'answer-case' ? openCase(reading)?.opened.task : undefined;
  if (first === undefined) return openTask(occasion, circumstances, why, by);
  return { ...raiseTask(first, reading.order, circumstances, by), about: news?.fact.id };
}

function reasonFor(fact: Fact | undefined): TaskReason {
  if (fact?.name === 'choice') return 'customer-chose';
  return fact?.name === 'word' && fact.word === 'problem' ? 'answer-case' : 'answer-question';
}
