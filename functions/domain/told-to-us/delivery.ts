import * as z from 'zod/mini';
import type { DeliveryFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { instant } from '../times.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';

/** `POST /orders/{id}/deliveries`: in the customer's or a neighbour's hands. */
export const deliveryBody = z.lazy(() =>
  z.object({
    parcel: id,
    deliveredAt: z.optional(instant),
    at: z.optional(instant),
    to: z.optional(z.literal('neighbour')),
  }),
);
export type DeliveryBody = z.infer<typeof deliveryBody>;

export function deliveryDraft(body: DeliveryBody, telling: Telling): Draft<DeliveryFact> {
  const identity = identify('delivery', body, { natural: body.parcel, key: telling.key });
  const { at, wrong } = happened(telling, { deliveredAt: body.deliveredAt, at: body.at });
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'delivery',
      parcel: body.parcel,
      toNeighbour: body.to === 'neighbour',
    },
    natural: true,
    wrong,
  };
}
