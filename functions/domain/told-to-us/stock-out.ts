import * as z from 'zod/mini';
import type { StockOutFact } from '../order/facts.ts';
import { dayOrInstant, instant } from '../times.ts';
import { happened, known, saying, shippedBy, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { shares } from './shares.ts';
import { oneLine } from './texts.ts';

/** `POST /orders/{id}/stock-outs`: what cannot be shipped, when it is back, what could go instead. */
export const stockOutBody = z.lazy(() =>
  z.object({
    lines: shares(),
    restockOn: z.optional(dayOrInstant),
    replacement: z.optional(z.object({ title: oneLine })),
    at: z.optional(instant),
  }),
);
export type StockOutBody = z.infer<typeof stockOutBody>;

export function stockOutDraft(body: StockOutBody, telling: Telling): Draft<StockOutFact> {
  const identity = identify('stock-out', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { lines, restockOn, replacement } = body;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'stock-out',
      lines,
      restockOn: restockOn && shippedBy(restockOn, telling.settings),
      hasReplacement: replacement !== undefined,
    },
    natural: false,
    details: saying({ replacement }),
    wrong,
  };
}
