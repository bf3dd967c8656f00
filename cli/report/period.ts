import { Temporal } from 'temporal-polyfill';
import { isDuration, millisecondsOf } from '../../functions/domain/calendar/calendar.ts';
import { UsageError } from '../command-line.ts';
import type { Period } from './figures.ts';

/** Since when and until when, as it was typed. */
export interface Asked {
  readonly since: string;
  /** Undefined: until now. */
  readonly until: string | undefined;
}

const aWeek = 'P7D';
export const usualSince = aWeek;

/**
 * @throws UsageError where the period has no length or lies in the future.
 */
export function periodOf({ since, until }: Asked, now: number): Period {
  const end = until === undefined ? now : instantIn(until, now, '--until');
  const begin = instantIn(since, end, '--since');
  if (begin >= end) throw new UsageError(`--since ${since} is not before ${until ?? 'now'}.`);
  if (begin > now) throw new UsageError(`--since ${since} is in the future.`);
  return { since: begin, until: Math.min(end, now) };
}

/** So long before `from`, or an instant of its own. Days begin at midnight UTC. */
export function instantIn(text: string, from: number, option: string): number {
  if (isDuration(text)) return from - millisecondsOf(text);
  try {
    const instant = text.includes('T')
      ? Temporal.Instant.from(text)
      : Temporal.PlainDate.from(text).toZonedDateTime('UTC');
    return instant.epochMilliseconds;
  } catch (error) {
    const forms = 'a duration (P7D, PT36H), a day (2026-11-01) or an instant (2026-11-01T08:00Z)';
    throw new UsageError(`${option} ${text} is not ${forms}.`, { cause: error });
  }
}
