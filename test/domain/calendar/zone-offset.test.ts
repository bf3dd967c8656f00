import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  at,
  dayOf,
  daysBetween,
  isDuration,
  millisecondsOf,
  timeOfDay,
} from '../../../functions/domain/calendar/calendar.ts';

const day = 24 * 3600 * 1000;

/** What the calendar answers, worked out anew each time. */
function wallClock(zone: string, instant: number): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${wall.toPlainDate().toString()} ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
const remembers = (zone: string, instant: number): string => `${dayOf(zone, instant)} ${timeOfDay(zone, instant)}`;

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Africa/Monrovia', 'Europe/Amsterdam');

describe('the clock on the wall', () => {
  it('shows what it would without remembering, in any zone, in any year that a promise can reach', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) }), (zone, instant) => {
        expect(remembers(zone, instant)).toBe(wallClock(zone, instant));
        expect(remembers(zone, instant + 1)).toBe(wallClock(zone, instant + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Europe/Paris', '2026-10-25T01:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['Pacific/Auckland', '2026-09-26T14:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    // A quarter of an hour, and a whole day that never was.
    ['Asia/Kathmandu', '1985-12-31T18:30:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
  ])('in %s it is right to the millisecond when the clock is changed, at %s', (zone, text) => {
    const change = Date.parse(text);
    for (const beside of [-day, -3_600_000, -1, 0, 1, 3_600_000, day]) {
      expect(remembers(zone, change + beside)).toBe(wallClock(zone, change + beside));
    }
    expect(wallClock(zone, change - 1)).not.toBe(wallClock(zone, change));
  });
});

/** The days from 1970 to 2200 that a promise can name. */
const days = fc
  .integer({ min: 0, max: Date.UTC(2200, 0, 1) / day })
  .map((index) => new Date(index * day).toISOString().slice(0, 10));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const part = (letter: string) => fc.constantFrom('', ...[0, 1, 7, 400].map((count) => `${count}${letter}`));
const durations = fc
  .tuple(part('Y'), part('W'), part('D'), part('H'), part('M'), fc.constantFrom('', '0S', '1.5S', '0,0009S'))
  .map(([years, weeks, dates, hours, minutes, seconds]) => `P${years}${weeks}${dates}T${hours}${minutes}${seconds}`);

describe('the calendar reckons as Temporal does', () => {
  it('what an hour on the wall of any zone is, also one that the change of the clock leaves out or gives twice', () => {
    fc.assert(
      fc.property(zones, days, times, (zone, date, time) => {
        const there = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time });
        expect(at(zone, date, time)).toBe(there.epochMilliseconds);
      }),
      { numRuns: 2000 },
    );
    expect(at('Europe/Paris', '2026-03-29', '02:30')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(at('Europe/Paris', '2026-10-25', '02:30')).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it('how many days lie between two', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days);
      }),
    );
  });

  it('how long a duration is, and that nobody can tell it of weeks and years', () => {
    fc.assert(
      fc.property(durations, (text) => {
        const length = lengthBy(text);
        expect(isDuration(text)).toBe(length !== undefined && length > 0);
        if (length === undefined) expect(() => millisecondsOf(text)).toThrow(RangeError);
        else expect(millisecondsOf(text)).toBeCloseTo(length, 6);
      }),
      { numRuns: 1000 },
    );
  });
});

function lengthBy(text: string): number | undefined {
  try {
    return Temporal.Duration.from(text).total({ unit: 'milliseconds' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
