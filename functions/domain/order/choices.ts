import type { StockChoice } from '../../../messages/letter.ts';
import { choicesThatExist } from './stock.ts';
import type { Reading } from './reading.ts';

/**
 * What can be chosen now, on the page or by phone: to wait where there is a day, to be sent what replaces it, to cancel
 * these or all that has not left, to be called. Nothing is left to choose once everything has left.
 */
export function choicesOpen(reading: Reading, now: number): readonly StockChoice[] {
  if (reading.stillToLeave.length === 0) return [];
  const exist = reading.ledger.out.length === 0 ? [] : choicesThatExist(reading.ledger, now);
  return [...new Set<StockChoice>([...exist, 'cancel-items', 'cancel-order', 'call'])];
}
