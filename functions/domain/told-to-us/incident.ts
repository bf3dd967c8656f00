import * as z from 'zod/mini';
import { incidentKinds } from '../../../messages/letter.ts';
import type { IncidentFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { dayOrInstant, instant } from '../times.ts';
import { deliveredBy, happened, known, saying, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText, oneLine } from './texts.ts';

/** `POST /orders/{id}/incidents`: what befell a parcel, be it known to us already or not. */
export const incidentBody = z.lazy(() =>
  z.object({
    parcel: id,
    kind: z.enum(incidentKinds),
    note: z.optional(freeText),
    pickup: z.optional(z.object({ name: oneLine, address: freeText, until: z.optional(dayOrInstant) })),
    at: z.optional(instant),
  }),
);
export type IncidentBody = z.infer<typeof incidentBody>;

/** A pickup point belongs to a parcel that is held there; beside any other incident it says nothing. */
export function incidentDraft(body: IncidentBody, telling: Telling): Draft<IncidentFact> {
  const identity = identify('incident', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { parcel, kind, note } = body;
  const pickup = kind === 'held-at-pickup' ? body.pickup : undefined;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'incident',
      parcel,
      kind,
      keptUntil: pickup?.until && deliveredBy(pickup.until, telling.settings),
    },
    natural: false,
    details: saying({ note, pickup: pickup && { name: pickup.name, address: pickup.address } }),
    wrong,
  };
}
