import type { LifeRecord } from '../record.ts';
import { casesAreBounded, levelsOnlyRise, oneCaseAtATime, remindedAtHalfTime, staffHaveIt } from './cases.ts';
import { bounded, diesOfSomething, everyExecutionEnds, everyOrderEnds, takenUpForSomething } from './ends.ts';
import { everyFactHasAFate, everyFateIsTrue, onTheTimeline } from './fates.ts';
import type { Invariant } from './judge.ts';
import {
  checksByDay,
  everyMessageCarries,
  nobodyLeaks,
  promisesLieAhead,
  promoInPlace,
  saysByWhen,
} from './letters.ts';
import { aParcelOnce, confirmedOnce, nothingTwice, oneFactOneMessage, oneWarningADay } from './once.ts';
import { nothingUntrue } from './truthful.ts';
import { warnedInTime } from './warned.ts';

/** The charter's invariants, by name: judged from what was recorded, what was sent, and when. */
export const invariants: { readonly [name: string]: Invariant } = {
  confirmedOnce,
  warnedInTime,
  nothingUntrue,
  oneFactOneMessage,
  nothingTwice,
  aParcelOnce,
  oneWarningADay,
  everyExecutionEnds,
  everyOrderEnds,
  takenUpForSomething,
  diesOfSomething,
  bounded,
  everyFactHasAFate,
  everyFateIsTrue,
  onTheTimeline,
  staffHaveIt,
  levelsOnlyRise,
  casesAreBounded,
  oneCaseAtATime,
  remindedAtHalfTime,
  everyMessageCarries,
  saysByWhen,
  promisesLieAhead,
  checksByDay,
  promoInPlace,
  nobodyLeaks,
};

/** What is broken in a life, each with the name of its invariant. */
export function brokenIn(record: LifeRecord): string[] {
  return Object.entries(invariants).flatMap(([name, holds]) => holds(record).map((what) => `${name}: ${what}`));
}
