import { describe, expect, it } from 'vitest';
import {
  addOpeningDays,
  at,
  deadlineAfter,
  endOfDeliveryDay,
  endOfShippingDay,
  dueInOpeningHours,
  isOpenAt,
  isDuration,
  nextOpening,
  nextTimeOfDay,
  type ShopDays,
} from '../../../functions/domain/calendar/calendar.ts';
import { holidaysOf } from '../../../functions/domain/shop/holidays.ts';

const nineToSix = ['09:00', '18:00'] as const;
const paris: ShopDays = {
  zone: 'Europe/Paris',
  hours: {
    mon: nineToSix,
    tue: nineToSix,
    wed: nineToSix,
    thu: nineToSix,
    fri: nineToSix,
    sat: ['10:00', '21:30'],
    sun: null,
  },
  holidays: holidaysOf('FR'),
  closed: ['2026-11-24'],
};
const utc = (instant: number): string => new Date(instant).toISOString();

describe('a promised day', () => {
  it('to ship ends at the closing hour, at 18:00 where the shop is closed', () => {
    expect(utc(endOfShippingDay(paris, '2026-11-27'))).toBe('2026-11-27T17:00:00.000Z');
    expect(utc(endOfShippingDay(paris, '2026-11-28'))).toBe('2026-11-28T20:30:00.000Z');
    expect(utc(endOfShippingDay(paris, '2026-11-29'))).toBe('2026-11-29T17:00:00.000Z');
    expect(utc(endOfShippingDay(paris, '2026-12-25'))).toBe('2026-12-25T17:00:00.000Z');
  });

  it('to deliver ends at 20:00 or the closing hour, whichever is later', () => {
    expect(utc(endOfDeliveryDay(paris, '2026-11-27'))).toBe('2026-11-27T19:00:00.000Z');
    expect(utc(endOfDeliveryDay(paris, '2026-11-28'))).toBe('2026-11-28T20:30:00.000Z');
    expect(utc(endOfDeliveryDay(paris, '2026-11-29'))).toBe('2026-11-29T19:00:00.000Z');
  });

  it('ends by the clock of the shop, in summer and in winter', () => {
    expect(utc(endOfShippingDay(paris, '2026-03-27'))).toBe('2026-03-27T17:00:00.000Z');
    expect(utc(endOfShippingDay(paris, '2026-03-30'))).toBe('2026-03-30T16:00:00.000Z');
    expect(utc(endOfShippingDay({ ...paris, zone: 'America/New_York' }, '2026-11-02'))).toBe(
      '2026-11-02T23:00:00.000Z',
    );
  });
});

describe('days that we count', () => {
  it('leave out Sundays, what the shop closes, and the holidays of its country', () => {
    // From Saturday: Sunday is closed, Monday counts, Tuesday is closed by the shop, Wednesday counts.
    expect(addOpeningDays(paris, '2026-11-21', 2)).toBe('2026-11-25');
    // Christmas is a Friday, then Saturday counts.
    expect(addOpeningDays(paris, '2026-12-24', 1)).toBe('2026-12-26');
    // Easter Monday moves with the year.
    expect(addOpeningDays(paris, '2027-03-27', 1)).toBe('2027-03-30');
  });

  it('end like a named day; exact durations are exact, over the change of the clock too', () => {
    const saturday = at('Europe/Paris', '2026-10-24', '12:00');
    expect(utc(deadlineAfter(paris, saturday, 'P2D').until)).toBe('2026-10-27T17:00:00.000Z');
    expect(deadlineAfter(paris, saturday, 'P2D').day).toBe('2026-10-27');
    expect(deadlineAfter(paris, saturday, 'PT48H')).toEqual({ until: saturday + 48 * 3600 * 1000 });
    expect(deadlineAfter(paris, saturday, 'PT3S')).toEqual({ until: saturday + 3000 });
  });

  it('count calendar days for a shop that never opens, rather than never ending', () => {
    const never = Object.fromEntries(Object.keys(paris.hours).map((day) => [day, null]));
    expect(addOpeningDays({ ...paris, hours: never as unknown as ShopDays['hours'] }, '2026-11-23', 2)).toBe(
      '2026-11-25',
    );
  });
});

describe('opening hours', () => {
  it('begin and end on the minute', () => {
    expect(isOpenAt(paris, at('Europe/Paris', '2026-11-27', '09:00'))).toBe(true);
    expect(isOpenAt(paris, at('Europe/Paris', '2026-11-27', '09:00') - 1)).toBe(false);
    expect(isOpenAt(paris, at('Europe/Paris', '2026-11-27', '18:00'))).toBe(false);
  });

  it('after closing on Saturday the shop opens next on Monday', () => {
    const late = at('Europe/Paris', '2026-11-28', '22:00');
    expect(utc(nextOpening(paris, late)!)).toBe('2026-11-30T08:00:00.000Z');
  });
});

const due = (now: number, until: number): string => utc(dueInOpeningHours(paris, now, until));

describe('work that must be done by some hour', () => {
  const friday = at('Europe/Paris', '2026-11-27', '17:00');

  it('falls due at that hour while the shop is open, closing time included', () => {
    expect(due(friday, at('Europe/Paris', '2026-11-28', '12:00'))).toBe('2026-11-28T11:00:00.000Z');
    expect(due(friday, at('Europe/Paris', '2026-11-28', '21:30'))).toBe('2026-11-28T20:30:00.000Z');
  });

  it('falls due before it, never after, where the shop is closed then', () => {
    expect(due(friday, at('Europe/Paris', '2026-11-29', '19:00'))).toBe('2026-11-28T20:30:00.000Z');
    expect(due(friday, at('Europe/Paris', '2026-11-27', '23:00'))).toBe('2026-11-27T17:00:00.000Z');
  });

  it('falls due at that very hour where the shop does not open before', () => {
    const night = at('Europe/Paris', '2026-11-28', '22:00');
    expect(due(night, night + 3600_000)).toBe(utc(night + 3600_000));
  });

  it('falls due at the next opening where it should have been done already', () => {
    const night = at('Europe/Paris', '2026-11-28', '22:00');
    expect(due(night, night)).toBe('2026-11-30T08:00:00.000Z');
  });
});

describe('a time of day', () => {
  it('that the change to summer time skips is the instant just after the gap', () => {
    expect(utc(at('Europe/Paris', '2026-03-29', '02:30'))).toBe('2026-03-29T01:30:00.000Z');
  });

  it('comes today while it is still to come, else tomorrow', () => {
    const eight = at('Europe/Paris', '2026-11-27', '08:00');
    expect(nextTimeOfDay('Europe/Paris', eight, '08:00')).toBe(eight);
    expect(utc(nextTimeOfDay('Europe/Paris', eight + 1, '08:00'))).toBe('2026-11-28T07:00:00.000Z');
  });
});

describe('a duration in the settings', () => {
  it.each(['P2D', 'PT48H', 'PT3S', 'P1DT12H'])('%s is one', (text) => expect(isDuration(text)).toBe(true));
  it.each(['2 days', 'P1M', 'P1Y', 'P1W', 'PT0S', '-P1D', 'P', ''])('%j is none', (text) =>
    expect(isDuration(text)).toBe(false),
  );
});
