import { originalOf } from '../domain/order/calls/mails.ts';
import { recorded, type RecordedOrder, type Told } from '../domain/order/order.ts';
import { read } from '../domain/order/reading.ts';
import { whyNotAgain } from '../domain/order/still-true.ts';
import type { Orders } from '../domain/ports.ts';
import { messageNamed } from '../domain/told-to-us/resend.ts';
import type { Call } from '../http/call.ts';
import { orderNamed } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';

export interface KnownMessage {
  readonly order: RecordedOrder;
  /** The message that was said first. */
  readonly told: Told;
  /** Why it must not be said again; undefined: it still holds. */
  readonly whyNot: string | undefined;
}

/** The message that an address names, by its key or as the last of its name. Throws a Refused where there is none. */
export async function knownMessage(shop: string, call: Call, orders: Pick<Orders, 'find'>): Promise<KnownMessage> {
  const found = await orders.find(shop, orderNamed(call));
  const order = found && recorded(found);
  if (order === undefined) throw unknown('order');
  const key = messageNamed(call.parameter('message'), order);
  const told = key === undefined ? undefined : originalOf(key, order);
  if (told === undefined) throw unknown('message');
  return { order, told, whyNot: whyNotAgain(told, read(order), call.now) };
}
