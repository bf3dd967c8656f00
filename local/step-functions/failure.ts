import type { Catcher, Retrier } from './definition/program.ts';

/** Why a task has not succeeded, as Retry and Catch see it. */
export interface Failure {
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** The name it has besides: a missed heartbeat is a time-out too. */
  readonly alsoKnownAs?: string;
}

/**
 * Whether a Retry or Catch that names `errorEquals` is meant ("Errors", appendix A, and AWS's "Handling errors").
 * States.Runtime is never retried nor caught; States.DataLimitExceeded only by its own name; States.TaskFailed stands for
 * every error but a time-out.
 */
export function matches(errorEquals: readonly string[], failure: Failure): boolean {
  const { error, alsoKnownAs } = failure;
  if (error === 'States.Runtime') return false;
  if (error !== undefined && errorEquals.includes(error)) return true;
  if (alsoKnownAs !== undefined && errorEquals.includes(alsoKnownAs)) return true;
  if (error === 'States.DataLimitExceeded') return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout';
}

/** The first catcher that is meant: they are looked through in order. */
export function catcherFor(catchers: readonly Catcher[], failure: Failure): Catcher | undefined {
  return catchers.find((catcher) => matches(catcher.errorEquals, failure));
}

/**
 * Which retrier gives another try, and after how long ("Retrying after error"). The first retrier that names the error
 * decides, even when it is used up; each counts its own tries. The n-th delay is interval × rate^(n−1), capped; FULL
 * jitter draws it between nothing and that.
 */
export function retryFor(
  retriers: readonly Retrier[],
  usedBy: readonly number[],
  failure: Failure,
  random: () => number,
): { retrier: number; delayMillis: number } | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier.errorEquals, failure));
  const retrier = retriers[index];
  const used = usedBy[index] ?? 0;
  if (retrier === undefined || used >= retrier.maxAttempts) return undefined;
  const grown = retrier.intervalSeconds * retrier.backoffRate ** used;
  const seconds = Math.min(grown, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const share = retrier.jitter === 'FULL' ? random() : 1;
  return { retrier: index, delayMillis: Math.round(seconds * 1000 * share) };
}
