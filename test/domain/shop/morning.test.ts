import { describe, expect, it } from 'vitest';
import { dayOfList, horizonOf, nextLookAt, takenForMs, type ListNote } from '../../../functions/domain/shop/morning.ts';
import { on, shop } from '../../shop/facts.ts';

const tuesday = '2026-11-24';
const minute = 60_000;

const noted = (more: Partial<ListNote> = {}): ListNote => ({
  day: tuesday,
  run: 'run-1',
  takenAt: on(tuesday, '09:00'),
  mailed: [],
  isDone: true,
  ...more,
});
const due = (instant: number, note?: ListNote, run = 'run-2', at = shop): string | undefined =>
  dayOfList(at, note, run, instant);

describe('the list of the day', () => {
  it('is due from the minute the shop opens, and not before', () => {
    expect(due(on(tuesday, '09:00') - 1)).toBeUndefined();
    expect(due(on(tuesday, '09:00'))).toBe(tuesday);
  });

  it('is made up for as long as the shop is open, and no longer', () => {
    expect(due(on(tuesday, '17:59'))).toBe(tuesday);
    expect(due(on(tuesday, '18:00'))).toBeUndefined();
  });

  it('does not come on a Sunday, on a holiday, nor on a day the shop named', () => {
    expect(due(on('2026-11-29', '09:00'))).toBeUndefined();
    expect(due(on('2026-12-25', '09:00'))).toBeUndefined();
    expect(due(on('2026-12-26', '09:00'))).toBe('2026-12-26');
    expect(due(on('2026-12-26', '09:00'), undefined, 'run-2', { ...shop, closed: ['2026-12-26'] })).toBeUndefined();
  });

  it('comes at nine on the shop’s own clock, in winter and in summer, in Lyon and in Tokyo', () => {
    expect(due(Date.parse('2026-11-24T08:00:00Z'))).toBe(tuesday);
    expect(due(Date.parse('2026-07-01T07:00:00Z'))).toBe('2026-07-01');
    const tokyo = { ...shop, zone: 'Asia/Tokyo' };
    expect(due(Date.parse('2026-11-23T23:59:00Z'), undefined, 'run-2', tokyo)).toBeUndefined();
    expect(due(Date.parse('2026-11-24T00:00:00Z'), undefined, 'run-2', tokyo)).toBe(tuesday);
  });

  it('is not due again once everybody has it, and is the next morning', () => {
    expect(due(on(tuesday, '09:30'), noted())).toBeUndefined();
    expect(due(on('2026-11-25', '09:00'), noted())).toBe('2026-11-25');
  });

  it('is left to the run that has it in hand, until that must be dead; its own next try goes on at once', () => {
    const inHand = noted({ isDone: false });
    expect(due(on(tuesday, '09:00') + minute, inHand)).toBeUndefined();
    expect(due(on(tuesday, '09:00') + minute, inHand, 'run-1')).toBe(tuesday);
    expect(due(on(tuesday, '09:00') + takenForMs, inHand)).toBe(tuesday);
  });

  it('reaches a shop that opens between two looks and closes before the second', () => {
    const brief = { ...shop, hours: { ...shop.hours, tue: ['09:05', '09:25'] as [string, string] } };
    expect(due(on(tuesday, '09:30'), undefined, 'run-2', brief)).toBe(tuesday);
    expect(due(on(tuesday, '10:30'), undefined, 'run-2', brief)).toBeUndefined();
  });
});

describe('the next look at a shop', () => {
  it('is when it opens: today, tomorrow, or after Sunday', () => {
    expect(nextLookAt(shop, undefined, on(tuesday, '03:00'))).toBe(on(tuesday, '09:00'));
    expect(nextLookAt(shop, noted(), on(tuesday, '09:00'))).toBe(on('2026-11-25', '09:00'));
    expect(nextLookAt(shop, noted(), on('2026-11-28', '20:00'))).toBe(on('2026-11-30', '09:00'));
  });

  it('is now while its list is in somebody’s hand, who may die', () => {
    const now = on(tuesday, '09:10');
    expect(nextLookAt(shop, noted({ isDone: false }), now)).toBe(now);
  });

  it('never comes where it never opens', () => {
    const never = {
      ...shop,
      hours: { ...shop.hours, mon: null, tue: null, wed: null, thu: null, fri: null, sat: null },
    };
    expect(nextLookAt(never, undefined, on(tuesday, '03:00'))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the list looks ahead', () => {
  it('until the shop opens again: what falls due before has no other morning', () => {
    expect(horizonOf(shop, tuesday)).toBe(on('2026-11-25', '09:00'));
    expect(horizonOf(shop, '2026-11-28')).toBe(on('2026-11-30', '09:00'));
  });
});
