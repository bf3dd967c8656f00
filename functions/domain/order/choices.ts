import type { StockChoice } from '../../../messages/letter.ts';
import { choicesThatExist } from './stock.ts';
import type { Reading } from './reading.ts';

/**
 * What the customer can choose now: after a stock-out what exists of the five; otherwise to cancel what has not left,
 * or to be called, as a third warning offers. Nothing is left to choose once everything has left.
 */
export function choicesOpen(reading: Reading, now: number): readonly StockChoice[] {
  if (reading.stillToLeave.length === 0) return [];
  if (reading.ledger.out.length > 0) return choicesThatExist(reading.ledger, now);
  return ['cancel-order', 'call'];
}
