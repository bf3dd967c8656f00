import { isPaid, originalOf } from './changes.ts';
import type { OrderLine, RefundFact } from './facts.ts';
import type { Cancelled, GoodsLedger } from './goods.ts';
import type { RecordedOrder } from './order.ts';

/** Money that is to go back to the customer, in minor units of the order's currency. */
export interface Owed {
  readonly amount: number;
  /** Something is owed of which nobody has said how much: whatever comes back settles it. */
  readonly unknown: boolean;
  readonly isOwed: boolean;
}

/**
 * What is owed by all facts (charter: "refund owed if anything was paid"): for what was cancelled before it left, or by
 * the shop at any time, and for a case that was settled by a refund; less what went back.
 */
export function owedBy(order: RecordedOrder, ledger: GoodsLedger): Owed {
  const cancelled = new Map(ledger.cancelled.map((one) => [one.fact.id, one]));
  const paid = isPaid(order);
  const original = originalOf(order);
  const prices = new Map<string, number | undefined>();
  // A line that is ordered no more keeps its price: what is owed for it may still be owed.
  const learn = (lines: readonly OrderLine[] = []): void => {
    for (const { id, price } of lines) prices.set(id, price);
  };
  learn(original.lines);
  let total = original.total?.amount;
  // What the order cost when the money was taken.
  let taken = (order.placed.payment ?? 'paid') === 'paid' ? total : undefined;
  let [amount, unknown, refunded, inAdvance, forCases] = [0, false, 0, 0, 0];
  for (const fact of order.facts) {
    if (fact.name === 'payment' && fact.status === 'paid') taken ??= total;
    const goes = cancelled.get(fact.id);
    if (goes !== undefined && fact.name !== 'refund' && paid && isOwedFor(goes)) {
      // All that was paid, or asked for since, and is not back yet: an order that became cheaper owes the difference too.
      const left = total === undefined ? undefined : Math.max(0, Math.max(taken ?? 0, total) - refunded);
      const value = isAllOfIt(goes) ? left : valueOf(goes, prices);
      if (value === undefined) unknown = true;
      else if (isAllOfIt(goes)) amount = value;
      else amount = Math.max(amount, Math.min(amount + value - Math.min(inAdvance, value), left ?? Infinity));
      inAdvance = 0;
    }
    if (fact.name === 'outcome' && fact.outcome === 'refund') {
      if (fact.amount === undefined) unknown = true;
      else {
        amount += fact.amount;
        forCases += fact.amount;
      }
    }
    if (fact.name === 'change') learn(fact.lines);
    if (fact.name === 'change' && fact.total !== undefined) {
      // It costs less than was paid and not given back yet: the difference goes back, for whatever reason it costs less.
      // More is the shop's to ask for.
      const tooMuch = taken === undefined ? 0 : taken - refunded - fact.total.amount;
      amount = forCases + Math.max(amount - forCases, tooMuch);
      total = fact.total.amount;
    }
    if (fact.name !== 'refund') continue;
    refunded += fact.amount;
    if (amount === 0 && !unknown && fact.lines !== undefined) inAdvance += fact.amount;
    if (fact.amount > amount || amount === 0) unknown = false;
    amount = Math.max(0, amount - fact.amount);
    forCases = Math.min(forCases, amount);
  }
  return { amount, unknown, isOwed: amount > 0 || unknown };
}

/** The money that went back by each refund of the order. */
export function refundsOf(order: RecordedOrder): RefundFact[] {
  return order.facts.filter((fact): fact is RefundFact => fact.name === 'refund');
}

/** What the customer cancels after it left is a matter for its case. */
function isOwedFor({ fact, unshipped, shipped }: Cancelled): boolean {
  return unshipped.length > 0 || (fact.name === 'cancellation' && fact.by === 'shop' && shipped.length > 0);
}

function isAllOfIt({ fact, whole, beforeShipping }: Cancelled): boolean {
  return whole && (beforeShipping || (fact.name === 'cancellation' && fact.by === 'shop'));
}

/** Undefined where the price of any of it is not known. */
function valueOf(
  { fact, unshipped, shipped }: Cancelled,
  prices: ReadonlyMap<string, number | undefined>,
): number | undefined {
  const isByShop = fact.name === 'cancellation' && fact.by === 'shop';
  let value = 0;
  for (const { id, quantity } of [...unshipped, ...(isByShop ? shipped.flatMap(({ lines }) => lines) : [])]) {
    const price = prices.get(id);
    if (price === undefined) return undefined;
    value += price * quantity;
  }
  return value;
}
