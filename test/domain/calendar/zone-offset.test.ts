import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayOf, timeOfDay } from '../../../functions/domain/calendar/calendar.ts';

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
