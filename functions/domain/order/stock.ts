import type { StockChoice } from '../../../messages/letter.ts';
import type { GoodsLedger } from './goods.ts';
import type { RecordedOrder, StockQuestion, Told } from './order.ts';
import { without } from './quantities.ts';

/** The question what becomes of lines that are out of stock, as it was last asked. */
export interface StockAsked extends StockQuestion {
  readonly told: Told;
  /** By when we hope for the answer. */
  readonly until: number;
  /** How often it was asked in silence since the last stock-out. */
  readonly again: number;
}

/** Undefined: nothing is out of stock, or nobody was asked yet. */
export function stockAsked(order: RecordedOrder, { out }: GoodsLedger): StockAsked | undefined {
  if (out.length === 0) return undefined;
  const asked = order.told.filter(({ stock }) => stock !== undefined);
  const told = asked.at(-1);
  if (told?.stock === undefined) return undefined;
  const firstOfIts = asked.findLastIndex(({ cause }) => !cause.startsWith(inSilence));
  return {
    ...told.stock,
    told,
    until: told.promises.find(({ promise }) => promise === 'word')?.until ?? told.at,
    again: asked.length - 1 - firstOfIts,
  };
}

const inSilence = 'unanswered-';
/** The cause of the next time that we ask in silence: one for each time that it was asked. */
export const silenceAbout = (order: RecordedOrder): string =>
  `${inSilence}${order.told.filter(({ message }) => message === 'warn-out-of-stock').length}`;

/**
 * The choices that exist for what is out of stock now: a wait needs a day, a replacement has to be there. Where nothing
 * else is left, to cancel these is to cancel all, and is named once.
 */
export function choicesThatExist({ out, left }: GoodsLedger, now: number): StockChoice[] {
  const facts = out.map(({ fact }) => fact);
  const isAll =
    without(
      left,
      out.map(({ line }) => line),
    ).length === 0;
  return [
    ...(facts.every(({ restockOn }) => restockOn !== undefined && restockOn.until > now) ? (['wait'] as const) : []),
    ...(facts.every(({ hasReplacement }) => hasReplacement) ? (['replace'] as const) : []),
    ...(isAll ? [] : (['cancel-items'] as const)),
    'cancel-order',
    'call',
  ];
}
