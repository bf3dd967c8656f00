import type { Draft } from '../domain/told-to-us/draft.ts';
import { record, type KeptKeys, type Place, type Recorded } from '../domain/told-to-us/record.ts';
import { orderId } from '../domain/ids.ts';
import type { Orders } from '../domain/ports.ts';
import type { Call } from './call.ts';
import { refuse, unknown } from './problem.ts';
import { accepted, type Reply } from './reply.ts';
import { wrongFields } from './wrong-fields.ts';

export interface FactPorts {
  readonly orders: Orders;
  readonly keys: KeptKeys;
}

/** Records what a call told and answers 202 with it; throws a Refused where it is not taken. */
export async function recordAndAnswer(place: Place, draft: Draft, { orders, keys }: FactPorts): Promise<Reply> {
  return answerTo(await record(place, draft, orders, keys));
}

/** 202 for whatever was heard. Of an erased person nothing is kept; the shop's software need not know that to go on. */
export function answerTo(recorded: Recorded): Reply {
  switch (recorded.result) {
    case 'recorded':
    case 'duplicate':
    case 'erased':
      return accepted(recorded.order, recorded.fact, recorded.result === 'duplicate');
    case 'wrong':
      throw wrongFields(recorded.wrong);
    default:
      return refuse(recorded);
  }
}

/** The order that an address names. What can be no order's id is unknown like any other. */
export function orderNamed(call: Call): string {
  const id = orderId.safeParse(call.parameter('id'));
  if (!id.success) throw unknown('order');
  return id.data;
}
