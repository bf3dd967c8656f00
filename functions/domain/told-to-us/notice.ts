import * as z from 'zod/mini';
import type { NoticeFact } from '../order/facts.ts';
import { id } from '../ids.ts';
import { instant } from '../times.ts';
import { happened, known, saying, type Draft, type Telling } from './draft.ts';
import { identify } from './identity.ts';
import { freeText } from './texts.ts';

/** A carrier reports a failure without saying which. No call of our own API tells it: whoever knows more tells an incident. */
export const noticeBody = z.lazy(() =>
  z.object({
    parcel: z.optional(id),
    note: z.optional(freeText),
    at: z.optional(instant),
  }),
);
export type NoticeBody = z.infer<typeof noticeBody>;

export function noticeDraft(body: NoticeBody, telling: Telling): Draft<NoticeFact> {
  const identity = identify('notice', body, { key: telling.key });
  const { at, wrong } = happened(telling, { at: body.at });
  const { parcel, note } = body;
  return {
    fact: { ...known(telling, identity, at), name: 'notice', parcel },
    natural: false,
    details: saying({ note }),
    wrong,
  };
}
