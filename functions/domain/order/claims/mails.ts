import { originalOf } from '../calls/mails.ts';
import type { MailFailedFact, ResendFact } from '../facts.ts';
import type { Occasion } from '../judge.ts';
import type { Particular } from './compose.ts';

/** What was said, as it was said: it promises and covers nothing anew. */
export function resendMessage({ news, reading }: Occasion): Particular {
  const { message } = news!.fact as ResendFact | MailFailedFact;
  return { covers: [], promises: [], again: originalOf(message, reading.order)!.key };
}
