import { deadlineAfter } from '../../calendar/calendar.ts';
import type { Circumstances, Occasion } from '../judge.ts';
import type { Told } from '../order.ts';
import type { Particular } from './compose.ts';
import { openOrRaise } from './tasks.ts';

/** What is owed now, promised back after the shop's usual time; undefined where nothing is. */
export function refundToCome(
  { reading: { owed } }: Occasion,
  { settings, now }: Circumstances,
): Pick<Told, 'promises' | 'owed'> | undefined {
  if (!owed.isOwed) return undefined;
  return {
    promises: [{ promise: 'refund', ...deadlineAfter(settings, now, settings.promises.refund) }],
    owed: owed.unknown ? undefined : owed.amount,
  };
}

/** Money went back; where it is less than is owed, the rest stays promised and a person sees to it. */
export function announceRefund(occasion: Occasion, circumstances: Circumstances): Particular {
  const rest = refundToCome(occasion, circumstances);
  if (rest === undefined) return { covers: [], promises: [] };
  return { covers: [], ...rest, task: openOrRaise(occasion, circumstances, 'refund-rest', rest.promises[0]!) };
}

/** The day passed and nobody told us of the money: an honest word, a new day, and a person who finds out. */
export function escalateRefund(occasion: Occasion, circumstances: Circumstances): Particular {
  const rest = refundToCome(occasion, circumstances)!;
  return { covers: [], ...rest, task: openOrRaise(occasion, circumstances, 'find-refund', rest.promises[0]!) };
}
