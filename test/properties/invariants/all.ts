import type { LifeRecord } from '../record.ts';
import {
  acknowledgedOnce,
  casesAreBounded,
  levelsOnlyRise,
  oneCaseAtATime,
  remindedAtHalfTime,
  staffHaveIt,
} from './cases.ts';
import {
  bounded,
  diesOfSomething,
  everyExecutionEnds,
  everyOrderEnds,
  handsOverLate,
  takenUpForSomething,
} from './ends.ts';
import { warnedWhateverIsDecided } from './decided.ts';
import {
  askedWhenItArrives,
  badEndsAreCases,
  callsForWhatWaits,
  moneyGoesBack,
  replacementsHaveADay,
  stockIsAskedAgain,
  takenBackIsGone,
} from './consequences.ts';
import { everyFactHasAFate, everyFateIsTrue, onTheTimeline } from './fates.ts';
import { changesAreConfirmed, collectedIsNotShipped, nothingIsWaitedFor, paymentIsAwaited } from './irregular.ts';
import { ofPlainLives, type Invariant } from './judge.ts';
import {
  checksByDay,
  everyMessageCarries,
  nobodyLeaks,
  promisesLieAhead,
  promoInPlace,
  saysByWhen,
} from './letters.ts';
import { aParcelOnce, confirmedOnce, nothingTwice, oneFactOneMessage, oneWarningADay } from './once.ts';
import {
  calledAboutWhatCameBack,
  calledWhoPrefersIt,
  offersPause,
  oneCallAtATime,
  recipientsHear,
  rightAddress,
  sentAgainWhileTrue,
} from './people.ts';
import { nothingUntrue } from './truthful.ts';
import { answeredInTime, paidBackInTime } from './money.ts';
import { warnedInTime } from './warned.ts';

/** The charter's invariants, by name: judged from what was recorded, what was sent, and when. */
export const invariants: { readonly [name: string]: Invariant } = {
  confirmedOnce,
  warnedInTime: ofPlainLives(warnedInTime),
  warnedWhateverIsDecided,
  answeredInTime,
  paidBackInTime,
  moneyGoesBack,
  stockIsAskedAgain,
  callsForWhatWaits,
  replacementsHaveADay,
  takenBackIsGone,
  askedWhenItArrives,
  badEndsAreCases,
  nothingUntrue: ofPlainLives(nothingUntrue),
  oneFactOneMessage,
  nothingTwice,
  aParcelOnce: ofPlainLives(aParcelOnce),
  oneWarningADay: ofPlainLives(oneWarningADay),
  everyExecutionEnds,
  everyOrderEnds,
  takenUpForSomething,
  diesOfSomething,
  handsOverLate,
  bounded,
  everyFactHasAFate,
  everyFateIsTrue,
  onTheTimeline,
  staffHaveIt: ofPlainLives(staffHaveIt),
  levelsOnlyRise: ofPlainLives(levelsOnlyRise),
  casesAreBounded: ofPlainLives(casesAreBounded),
  acknowledgedOnce,
  oneCaseAtATime: ofPlainLives(oneCaseAtATime),
  remindedAtHalfTime: ofPlainLives(remindedAtHalfTime),
  paymentIsAwaited,
  nothingIsWaitedFor,
  changesAreConfirmed,
  collectedIsNotShipped,
  rightAddress,
  recipientsHear,
  offersPause,
  oneCallAtATime,
  calledWhoPrefersIt,
  sentAgainWhileTrue,
  calledAboutWhatCameBack,
  everyMessageCarries,
  saysByWhen,
  promisesLieAhead: ofPlainLives(promisesLieAhead),
  checksByDay,
  promoInPlace: ofPlainLives(promoInPlace),
  nobodyLeaks,
};

/** What is broken in a life, each with the name of its invariant. */
export function brokenIn(record: LifeRecord): string[] {
  return Object.entries(invariants).flatMap(([name, holds]) => holds(record).map((what) => `${name}: ${what}`));
}
