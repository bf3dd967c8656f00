import * as z from 'zod/mini';
import type { CorrectionFact } from '../order/facts.ts';
import { factId } from '../ids.ts';
import { instant } from '../times.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText, oneLine } from './texts.ts';

/** `POST /orders/{id}/corrections`: a fact was a mistake, says who. */
export const correctionBody = z.lazy(() =>
  z.object({
    fact: factId,
    by: oneLine,
    reason: z.optional(freeText),
    at: z.optional(instant),
  }),
);
export type CorrectionBody = z.infer<typeof correctionBody>;

export function correctionDraft(body: CorrectionBody, telling: Telling): Draft<CorrectionFact> {
  const identity = identify('correction', body, { natural: body.fact, key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { fact, by, reason } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'correction', fact },
    natural: true,
    details: { by, reason },
    wrong,
  };
}
