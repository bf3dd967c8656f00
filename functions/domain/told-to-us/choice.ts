import type { ChoiceFact } from '../order/facts.ts';
import { known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';

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
