import * as z from 'zod/mini';
import type { CompletionFact } from '../order/facts.ts';
import { instant } from '../times.ts';
import { happened, known, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText, oneLine } from './texts.ts';

/** `POST /tasks/{task}/completions`: who did it. */
export const completionBody = z.object({
  by: oneLine,
  note: z.optional(freeText),
  at: z.optional(instant),
});
export type CompletionBody = z.infer<typeof completionBody>;

export function completionDraft(task: string, body: CompletionBody, telling: Telling): Draft<CompletionFact> {
  const identity = identify('completion', body, { natural: task, key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { by, note } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'completion', task },
    natural: true,
    details: { by, note },
    wrong,
  };
}

/** A task is `{order}.{n}`: the order that it belongs to. */
export function orderOfTask(task: string): string | undefined {
  return /^([A-Za-z0-9_-]{1,64})\.\d{1,6}$/.exec(task)?.[1];
}
