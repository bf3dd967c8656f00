import { deadlineAfter } from '../../calendar/calendar.ts';
import type { PromisedBy } from '../facts.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import { choicesThatExist } from '../stock.ts';
import { caseOf } from './cases.ts';
import type { Particular } from './compose.ts';
import { refundToCome } from './money.ts';
import { openTask } from './tasks.ts';

/** What is out of stock, with only the choices that exist; asked again in silence, a person sees to it too. */
export function warnOutOfStock(occasion: Occasion, circumstances: Circumstances): Particular {
  const { ledger } = occasion.reading;
  const { settings, now } = circumstances;
  const by = deadlineAfter(settings, now, settings.waits.stockChoice);
  const choices = choicesThatExist(ledger, now);
  const restocks = ledger.out.flatMap(({ fact }) => fact.restockOn ?? []);
  return {
    covers: [],
    promises: [{ promise: 'word', ...by }],
    stock: {
      lines: ledger.out.map(({ line }) => line),
      choices,
      waitUntil: choices.includes('wait') ? latest(restocks) : undefined,
      replaceUntil: choices.includes('replace') ? deadlineAfter(settings, by.until, settings.promises.ship) : undefined,
    },
    task: occasion.news === undefined ? openTask(occasion, circumstances, 'settle-stock-out', by) : undefined,
  };
}

const latest = (days: readonly PromisedBy[]): PromisedBy | undefined =>
  days.toSorted((a, b) => a.until - b.until).at(-1);

/** What goes, what stays, what comes back; what the customer cancels after it left becomes a case about its return. */
export function confirmCancellation(occasion: Occasion, circumstances: Circumstances): Particular {
  const { reading, news } = occasion;
  const fact = news!.fact;
  const taken = reading.ledger.cancelled.find((one) => one.fact === fact)!;
  const shipped = taken.shipped.map(({ parcel }) => parcel);
  const isReturn = fact.name === 'cancellation' && fact.by === 'customer' && shipped.length > 0;
  const returning = isReturn ? caseOf(occasion, circumstances, 'return', shipped) : undefined;
  const refund = refundToCome(occasion, circumstances);
  return {
    covers: shipped,
    promises: [...(refund?.promises ?? []), ...(returning?.promises ?? [])],
    owed: refund?.owed,
    case: returning?.case,
    task: returning?.task ?? (fact.name === 'choice' ? openTask(occasion, circumstances, 'customer-chose') : undefined),
  };
}
