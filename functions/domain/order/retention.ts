import { dayMs } from '../calendar/day.ts';
import type { OrderFact } from './facts.ts';

/**
 * How long the table keeps what it knows of an order, in days, where nobody says otherwise: the two years in which a
 * customer may come back to a seller in the EU (directive 2019/771, article 10), and a month.
 */
export const usualDays = 760;

/** Whoever still has to do with an order finds it there: no less is left of it while it goes on, or when it has ended. */
export const leastLeftMs = 60 * dayMs;

/** When an order leaves that was placed then: so many days later, but not at once where it is told very late. */
export function keptUntilOf({ at, learnedAt }: Pick<OrderFact, 'at' | 'learnedAt'>, days: number): number {
  return Math.max(at + days * dayMs, learnedAt + leastLeftMs);
}

/**
 * Until when an order is to be kept instead that goes on until `until`; undefined: as it is. Nearly every order ends long
 * before it leaves. One that does not, or that is taken up again, is kept anew for the whole time.
 */
export function keptLonger(keptUntil: number | undefined, until: number, days: number): number | undefined {
  // Told before anything left by itself: from now on it does.
  const isLongEnough = keptUntil !== undefined && keptUntil >= until + leastLeftMs;
  return isLongEnough ? undefined : until + days * dayMs;
}
