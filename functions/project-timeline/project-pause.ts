import { offersPausedBy, type OffersPause } from '../domain/order/offers-paused.ts';
import { recorded, type Order } from '../domain/order/order.ts';
import type { Customers } from '../domain/ports.ts';
import { read } from '../domain/order/reading.ts';

/**
 * Carries over to the customer's profile what an order says about offers, where a change of the order changed that.
 * Idempotent by the order's version, whenever and however often a record comes.
 */
export async function projectPause(
  before: Order | undefined,
  after: Order,
  customers: Pick<Customers, 'pause'>,
): Promise<void> {
  const known = recorded(after);
  if (known === undefined) return;
  if (before !== undefined && isAsKnown(before, after)) return;
  const pause = pauseOf(after);
  const earlier = before === undefined ? undefined : pauseOf(before);
  if (pause?.why === earlier?.why && pause?.until === earlier?.until) return;
  await customers.pause(known.shop, known.placed.customer, known.order, known.version, pause, known.keptUntil);
}

/** Between the two nothing was learned and nothing was said: a mail went out, a wait began, a fact got its fate. */
function isAsKnown(before: Order, after: Order): boolean {
  return (
    before.facts.length === after.facts.length &&
    before.told.length === after.told.length &&
    before.told.every(({ key }, index) => key === after.told[index]!.key)
  );
}

/**
 * As of the order's own last change, so that each version says one thing for ever. Whatever passes in silence after
 * that is told to the customer at that instant, and is a change of its own.
 */
function pauseOf(order: Order): OffersPause | undefined {
  const known = recorded(order);
  if (known === undefined) return undefined;
  const changes = [...order.facts.map(({ learnedAt }) => learnedAt), ...order.told.map(({ at }) => at)];
  return offersPausedBy(read(known), Math.max(...changes));
}
