import * as z from 'zod/mini';
import type { ResendFact } from '../order/facts.ts';
import type { Order } from '../order/order.ts';
import { instant } from '../times.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { oneLine } from './texts.ts';

/** `POST /orders/{id}/messages/{message}/resends`: who wants it, and why. */
export const resendBody = z.object({ by: oneLine, why: oneLine, at: z.optional(instant) });
export type ResendBody = z.infer<typeof resendBody>;

export function resendDraft(message: string, body: ResendBody, telling: Telling): Draft<ResendFact> {
  const identity = identify('resend', { ...body, message }, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { by, why } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'resend', message },
    natural: false,
    details: { by, why },
    wrong,
  };
}

/** A message by its key, or the last one of that name. */
export function messageNamed(named: string, { told }: Pick<Order, 'told'>): string | undefined {
  const found = told.find(({ key }) => key === named) ?? told.findLast(({ message }) => message === named);
  return found?.key;
}
