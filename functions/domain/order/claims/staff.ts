import type { TaskReason } from '../../../../messages/letter.ts';
import { deadlineAfter } from '../../calendar/calendar.ts';
import type { ChoiceFact, Fact } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Made } from '../order.ts';
import { openCase, type Reading } from '../reading.ts';
import { caseOf } from './cases.ts';
import type { Particular } from './compose.ts';
import { openOrExtend, openTask } from './tasks.ts';

/** Nothing for the customer to read: a person has something to do. A complaint that joins a case raises that case's task. */
export function askStaff(occasion: Occasion, circumstances: Circumstances): Particular {
  const { news, reading, dues } = occasion;
  const { settings, now } = circumstances;
  if (dues.some(({ due }) => due === 'pay-by')) return askAboutPayment(occasion, circumstances);
  const parcels = (news?.parcels ?? []).map(({ parcel }) => parcel);
  const why = reasonFor(news?.fact, reading);
  if (why === 'answer-case' && openCase(reading) !== undefined) {
    return { covers: [], ...caseOf(occasion, circumstances, 'other', parcels) };
  }
  if (why === 'mend-address') {
    return { covers: [], promises: [], task: openOrExtend(occasion, circumstances, why, { until: now }) };
  }
  const task = openTask(occasion, circumstances, why, deadlineAfter(settings, now, 'P1D'));
  const promises = news?.fact.name === 'choice' ? chosen(news.fact, occasion, task.dueAt) : [];
  return { covers: why === 'answer-question' ? [] : parcels, promises, task };
}

/** The day passed without the money: a person asks, or lets the order go; in silence it ends unpaid. */
function askAboutPayment(occasion: Occasion, circumstances: Circumstances): Particular {
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, settings.waits.staff);
  return {
    covers: [],
    promises: [{ promise: 'word', of: 'payment', ...by }],
    task: openTask(occasion, circumstances, 'settle-payment', by),
  };
}

/** The day that the question named for this answer; to be called, or without such a day, a person's word by then. */
function chosen(fact: ChoiceFact, { reading }: Occasion, callBy: number): Made[] {
  const lines = reading.ledger.apart.find((one) => one.fact === fact)?.lines;
  if (lines === undefined) return [];
  const asked = reading.order.told.findLast(({ stock }) => stock !== undefined)?.stock;
  const day = fact.choice === 'wait' ? asked?.waitUntil : fact.choice === 'replace' ? asked?.replaceUntil : undefined;
  if (day !== undefined) return [{ promise: 'ship', ...day, lines }];
  return [{ promise: 'write', of: 'shipment', until: callBy, lines }];
}

function reasonFor(fact: Fact | undefined, { awaitsPayment }: Reading): TaskReason {
  switch (fact?.name) {
    case 'choice':
      return 'customer-chose';
    case 'shipment':
      return 'recall-shipment';
    case 'incident':
      return 'settle-return';
    case 'payment':
      if (fact.status === 'paid') return 'return-payment';
      return awaitsPayment ? 'settle-payment' : 'look-into-payment';
    case 'notice':
      return 'look-into-delivery';
    case 'mail-failed':
      return 'mend-address';
    case 'cancellation':
      return 'answer-case';
    default:
      return fact?.name === 'word' && fact.word !== 'question' ? 'answer-case' : 'answer-question';
  }
}
