import * as z from 'zod/mini';
import { delayCodes } from '../../../messages/letter.ts';
import type { DelayFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { dayOrInstant, instant } from '../times.ts';
import { deliveredBy, happened, known, saying, shippedBy, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText } from './texts.ts';

/** `POST /orders/{id}/delays`. */
export const delayBody = z.lazy(() =>
  z.object({
    of: z.enum(['shipment', 'delivery']),
    parcel: z.optional(id),
    reason: z.optional(freeText),
    code: z.optional(z.enum(delayCodes)),
    until: z.optional(dayOrInstant),
    at: z.optional(instant),
  }),
);
export type DelayBody = z.infer<typeof delayBody>;

export function delayDraft(body: DelayBody, telling: Telling): Draft<DelayFact> {
  const identity = identify('delay', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { of, parcel, code, until, reason } = body;
  const by = of === 'shipment' ? shippedBy : deliveredBy;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'delay',
      of,
      parcel: of === 'delivery' ? parcel : undefined,
      code,
      until: until && by(until, telling.settings),
    },
    natural: false,
    details: saying({ reason }),
    wrong,
  };
}
