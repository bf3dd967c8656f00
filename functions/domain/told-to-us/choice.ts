import * as z from 'zod/mini';
import { stockChoices } from '../../../messages/letter.ts';
import type { ChoiceFact } from '../order/facts.ts';
import { instant } from '../times.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { shares } from './shares.ts';

/** `POST /orders/{id}/choices`: what the customer chose when a person of the shop asked. */
export const choiceBody = z.lazy(() =>
  z.object({
    choice: z.enum(stockChoices),
    lines: z.optional(shares('all that was asked about')),
    at: z.optional(instant),
  }),
);
export type ChoiceBody = z.infer<typeof choiceBody>;

export function choiceDraft(body: ChoiceBody, telling: Telling): Draft<ChoiceFact> {
  const identity = identify('choice', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { choice, lines } = body;
  return { fact: { ...known(telling, identity, at), name: 'choice', choice, lines }, natural: false, wrong };
}

/** What the customer chose on the page that a warning's link leads to. `after`: what was chosen before, if anything. */
export interface CustomerChoice {
  readonly choice: ChoiceFact['choice'];
  readonly message: string;
  readonly after: string | undefined;
}

export function customerChoiceDraft(chosen: CustomerChoice, telling: Telling): Draft<ChoiceFact> {
  const identity = identify('choice', chosen, {});
  return {
    fact: { ...known(telling, identity, telling.now), name: 'choice', choice: chosen.choice },
    natural: false,
    wrong: [],
  };
}
