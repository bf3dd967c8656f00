import type { RecordedOrder } from '../domain/order/order.ts';
import type { Customers } from '../domain/ports.ts';
import { MessageRefused } from './errors.ts';

/** A mail that SES does not take is tried at most an hour apart: whoever has not been heard of for longer waits no more. */
const longestSilenceMs = 90 * 60_000;

export interface TurnPorts {
  readonly customers: Pick<Customers, 'find' | 'waits' | 'waitsNoMore'>;
}

/**
 * While SES takes no mail the messages of one customer keep their order, over all their orders: who began to wait later lets
 * the earlier go first. Throws MessageRefused where it is not this order's turn; the state is then tried again.
 */
export async function takeTurn(known: RecordedOrder, now: number, { customers }: TurnPorts): Promise<void> {
  const { shop, order, placed } = known;
  const { waiting = {} } = (await customers.find(shop, placed.customer)) ?? {};
  const mine = waiting[order]?.since ?? now;
  const isFirst = Object.entries(waiting).every(
    ([other, { since, at }]) => other === order || since >= mine || at <= now - longestSilenceMs,
  );
  if (isFirst) return;
  await customers.waits(shop, placed.customer, known, now);
  throw new MessageRefused('an earlier message of this customer goes first');
}

/** SES took none: the customer's later messages wait for this one. */
export async function loseTurn(order: RecordedOrder, now: number, { customers }: TurnPorts): Promise<void> {
  await customers.waits(order.shop, order.placed.customer, order, now);
}

/** It went out, or need not any more: the next has its turn. */
export async function endTurn({ shop, order, placed }: RecordedOrder, { customers }: TurnPorts): Promise<void> {
  const profile = await customers.find(shop, placed.customer);
  if (profile?.waiting?.[order] !== undefined) await customers.waitsNoMore(shop, placed.customer, order);
}
