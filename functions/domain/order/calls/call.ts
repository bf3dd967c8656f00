import { dayMs } from '../../calendar/day.ts';
import type { Act, Due } from '../../vocabulary.ts';
import { isDue } from '../dues.ts';
import type { Fact } from '../facts.ts';
import type { Parcel } from '../parcels.ts';

/**
 * What an open fact calls for, judged against all facts and everything told:
 * something to say, a note that nothing is said and why, or its turn later.
 */
export type Call =
  | { readonly act: Exclude<Act, 'TakeNote'>; readonly parcels: readonly Parcel[] }
  | { readonly note: string }
  | { readonly turn: number; readonly due: Due };

/** A fact about something that we don't know yet waits this long for it. */
const patienceWithTheUnknownMs = 30 * dayMs;

export function untilKnown(fact: Fact, now: number, never = 'about a parcel that was never told'): Call {
  const turn = fact.learnedAt + patienceWithTheUnknownMs;
  return isDue(turn, now) ? { note: never } : { turn, due: 'note-turn' };
}
