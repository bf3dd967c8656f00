import * as z from 'zod/mini';
import { deadlineAfter } from '../calendar/calendar.ts';
import type { PaymentFact } from '../order/facts.ts';
import { instant } from '../times.ts';
import type { Settings } from '../shop/settings.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { usualDeliverBy } from './promised.ts';

/** `POST /orders/{id}/payments`: the money came, or was refused. */
export const paymentBody = z.lazy(() =>
  z.object({
    status: z.enum(['paid', 'failed']),
    at: z.optional(instant),
  }),
);
export type PaymentBody = z.infer<typeof paymentBody>;

/** What was paid promises the shop's usual times from then: they count where the order waited for its payment. */
export function paymentDraft(body: PaymentBody, telling: Telling): Draft<PaymentFact> {
  const { status } = body;
  const identity = identify('payment', body, { natural: status, key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'payment',
      status,
      ...(status === 'paid' ? promisesFrom(at, telling.settings) : {}),
    },
    natural: true,
    wrong,
  };
}

function promisesFrom(paidAt: number, settings: Settings): Pick<PaymentFact, 'shipBy' | 'deliverBy'> {
  const shipBy = deadlineAfter(settings, paidAt, settings.promises.ship);
  return { shipBy, deliverBy: usualDeliverBy(shipBy, settings) };
}
