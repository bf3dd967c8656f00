import * as z from 'zod/mini';
import { outcomes, type OutcomeFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { dayOrInstant, instant } from '../times.ts';
import { amount } from './amount.ts';
import { happened, known, saying, shippedBy, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText } from './texts.ts';

/** `POST /orders/{id}/outcomes`: what a person of the shop says about a case, in their own words. */
export const outcomeBody = z.lazy(() =>
  z.object({
    case: id,
    outcome: z.enum(outcomes),
    text: freeText.check(z.minLength(1, 'must not be empty: the customer is told nothing else')),
    amount: z.optional(amount),
    until: z.optional(dayOrInstant),
    promo: z.optional(z.boolean()),
    at: z.optional(instant),
  }),
);
export type OutcomeBody = z.infer<typeof outcomeBody>;

/** An amount belongs to a refund, a day to what is in hand or replaced; beside anything else they say nothing. */
export function outcomeDraft(body: OutcomeBody, telling: Telling): Draft<OutcomeFact> {
  const identity = identify('outcome', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { outcome, text, promo = false } = body;
  const comesBack = outcome === 'refund' ? body.amount : undefined;
  const until = outcome === 'in-hand' || outcome === 'replacement' ? body.until : undefined;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'outcome',
      case: body.case,
      outcome,
      amount: comesBack?.amount,
      until: until && shippedBy(until, telling.settings),
      promo,
    },
    natural: false,
    details: saying({ text }),
    currency: comesBack?.currency,
    wrong,
  };
}
