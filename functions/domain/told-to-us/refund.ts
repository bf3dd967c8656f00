import * as z from 'zod/mini';
import type { RefundFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { instant } from '../times.ts';
import { amount } from './amount.ts';
import { happened, known, saying, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { shares } from './shares.ts';
import { oneLine } from './texts.ts';

/** `POST /orders/{id}/refunds`: money that went back. */
export const refundBody = z.lazy(() =>
  z.object({
    refund: id,
    amount,
    means: z.optional(oneLine),
    refundedAt: z.optional(instant),
    lines: z.optional(shares('money for no line in particular')),
    at: z.optional(instant),
  }),
);
export type RefundBody = z.infer<typeof refundBody>;

export function refundDraft(body: RefundBody, telling: Telling): Draft<RefundFact> {
  const identity = identify('refund', body, { natural: body.refund, key: telling.key });
  const { at, wrong } = happened(telling, { refundedAt: body.refundedAt, at: body.at });
  const { refund, lines, means } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'refund', refund, amount: body.amount.amount, lines },
    natural: true,
    details: saying({ means }),
    currency: body.amount.currency,
    wrong,
  };
}
