import * as z from 'zod/mini';
import { caseSubjects } from '../../../messages/letter.ts';
import { words, type WordFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { instant } from '../times.ts';
import { happened, known, saying, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText } from './texts.ts';

/** `POST /orders/{id}/words`: what the customer said to a person of the shop. */
export const wordBody = z.lazy(() =>
  z.object({
    word: z.enum(words),
    about: z.optional(z.enum(caseSubjects)),
    parcel: z.optional(id),
    text: z.optional(freeText),
    by: z.enum(['phone', 'email', 'chat']),
    at: z.optional(instant),
  }),
);
export type WordBody = z.infer<typeof wordBody>;

export function wordDraft(body: WordBody, telling: Telling): Draft<WordFact> {
  const identity = identify('word', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { word, about, parcel, text, by } = body;
  return {
    fact: {
      ...known(telling, identity, at),
      name: 'word',
      word,
      about: word === 'problem' ? about : undefined,
      parcel,
      by,
    },
    natural: false,
    details: saying({ text }),
    wrong,
  };
}

/** What the customer said on the page behind a link. `after`: the last word about the same parcel, if anything was said. */
export interface CustomerWord {
  readonly word: WordFact['word'];
  readonly about?: WordFact['about'];
  readonly parcel?: string | undefined;
  readonly text?: string | undefined;
  readonly after: string | undefined;
}

/** Its id rests on what was said before: the same form sent twice is one word, the same word later on is another. */
export function customerWordDraft(said: CustomerWord, telling: Telling): Draft<WordFact> {
  const identity = identify('word', { ...said, by: 'customer' }, {});
  const { word, about, parcel, text } = said;
  return {
    fact: {
      ...known(telling, identity, telling.now),
      name: 'word',
      word,
      about: word === 'problem' ? about : undefined,
      parcel,
      by: 'customer',
    },
    natural: false,
    details: saying({ text }),
    wrong: [],
  };
}
