import * as z from 'zod/mini';
import type { CancellationFact } from '../order/facts.ts';
import { instant } from '../times.ts';
import { happened, known, saying, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { shares } from './shares.ts';
import { freeText } from './texts.ts';

/** `POST /orders/{id}/cancellations`: the whole order, or some of its lines. */
export const cancellationBody = z.lazy(() =>
  z.object({
    by: z.enum(['customer', 'shop']),
    reason: z.optional(freeText),
    lines: z.optional(shares('the whole order')),
    at: z.optional(instant),
  }),
);
export type CancellationBody = z.infer<typeof cancellationBody>;

/** `natural`: what makes it the same cancellation where the teller has an id for it, as our own API has not. */
export function cancellationDraft(body: CancellationBody, telling: Telling, natural?: string): Draft<CancellationFact> {
  const identity = identify('cancellation', body, { natural, key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { by, lines, reason } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'cancellation', by, lines },
    natural: identity.natural,
    details: saying({ reason }),
    wrong,
  };
}
