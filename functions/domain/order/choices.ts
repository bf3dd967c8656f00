import type { StockChoice } from '../../../messages/letter.ts';
import { choicesThatExist } from './stock.ts';
import type { Reading } from './reading.ts';

/**
 * What can be chosen now: after a stock-out, of the five those that exist; else to cancel what has not left, or to be
 * called, as a third warning offers. Nothing is left to choose once everything has left.
 */
export function choicesOpen(reading: Reading, now: number): readonly StockChoice[] {
  if (reading.stillToLeave.length === 0) return [];
  return reading.ledger.out.length > 0 ? choicesThatExist(reading.ledger, now) : ['cancel-order', 'call'];
}

/**
 * Whether staff may say that the customer chose it. To cancel all, or to be called, is the customer's to ask for at any
 * time; to cancel these wherever something is out of stock, even where that is all there is.
 */
export function mayBeChosen(choice: StockChoice, reading: Reading, now: number): boolean {
  if (choice === 'cancel-order' || choice === 'call') return true;
  if (choice === 'cancel-items') return reading.ledger.out.length > 0;
  return choicesOpen(reading, now).includes(choice);
}
