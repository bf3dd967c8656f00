import type { ChangeFact, Fact, OrderFact, OrderLine, PaymentFact, PromisedBy } from './facts.ts';
import type { RecordedOrder } from './order.ts';

/** The order as it is now: each change takes the place of what it names (charter, row "order changed"). */
export function changedSince(placed: OrderFact, facts: readonly Fact[]): OrderFact {
  return facts.filter(isChange).reduce(
    (order, { lines, total, kind, shipBy, deliverBy }) => ({
      ...order,
      lines: travelling(lines ?? order.lines, kind ?? order.kind),
      total: total ?? order.total,
      kind: kind ?? order.kind,
      shipBy: shipBy ?? order.shipBy,
      shipByNamed: shipBy !== undefined || order.shipByNamed,
      deliverBy: deliverBy ?? order.deliverBy,
      deliverByNamed: deliverBy !== undefined || order.deliverByNamed,
    }),
    placed,
  );
}

/** Nothing of an order that is not delivered travels. */
export function travelling(lines: readonly OrderLine[], kind: OrderFact['kind']): readonly OrderLine[] {
  return kind === 'none' ? lines.map((line) => ({ ...line, ships: false })) : lines;
}

const isChange = (fact: Fact): fact is ChangeFact => fact.name === 'change';

/** As it was placed, whatever was changed since. */
export function originalOf({ facts, placed }: Pick<RecordedOrder, 'facts' | 'placed'>): OrderFact {
  return facts.find((fact): fact is OrderFact => fact.name === 'order') ?? placed;
}

/**
 * The days that hold from the beginning: those of the order, or of what was changed before it was confirmed, or before
 * the money came that it waited for.
 */
export function firstPromised(order: RecordedOrder): Pick<OrderFact, 'shipBy' | 'shipByNamed' | 'deliverBy'> {
  const { placed, facts, fates } = order;
  const original = originalOf(order);
  const confirmed = fates[original.id];
  const payment = paymentOf(order);
  const unpaid = placed.payment === 'awaited' ? facts.slice(0, payment && facts.indexOf(payment)) : [];
  const before = facts.filter(
    (fact) => isChange(fact) && (confirmed === undefined || fates[fact.id] === confirmed || unpaid.includes(fact)),
  );
  return changedSince(original, before);
}

/** The payment that an order waits for, once it has come. */
export function paymentOf({ placed, facts }: Pick<RecordedOrder, 'placed' | 'facts'>): PaymentFact | undefined {
  if (placed.payment !== 'awaited') return undefined;
  return facts.find((fact): fact is PaymentFact => fact.name === 'payment' && fact.status === 'paid');
}

/**
 * By when the order arrives, where no message has named a day yet: of an awaited payment counted from when it came, and
 * none where the shop named a later day of leaving than the usual one.
 */
export function firstDeliverBy(order: RecordedOrder): PromisedBy | undefined {
  const paid = paymentOf(order);
  if (paid?.shipBy === undefined) return firstPromised(order).deliverBy;
  return firstShipBy(order, true) === paid.shipBy ? paid.deliverBy : undefined;
}

/** Money was taken for it: only then is any owed back. */
export function isPaid(order: Pick<RecordedOrder, 'placed' | 'facts'>): boolean {
  const payment = order.placed.payment ?? 'paid';
  return payment === 'paid' || order.facts.some((fact) => fact.name === 'payment' && fact.status === 'paid');
}

/**
 * By when it leaves, as first promised: of an awaited payment counted from when it came, never earlier than a day that
 * the shop named. Undefined while it is awaited and nothing has left all the same.
 */
export function firstShipBy(order: RecordedOrder, hasLeft: boolean): PromisedBy | undefined {
  const { shipBy, shipByNamed } = firstPromised(order);
  if (order.placed.payment !== 'awaited') return shipBy;
  const paid = paymentOf(order);
  if (paid?.shipBy === undefined) return paid !== undefined || hasLeft ? shipBy : undefined;
  return shipByNamed === true && shipBy.until > paid.shipBy.until ? shipBy : paid.shipBy;
}
