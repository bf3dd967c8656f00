import { describe, expect, it } from 'vitest';
import { levelNow } from '../../../functions/domain/order/tasks.ts';
import { on, shop } from '../../shop/facts.ts';

const wednesday = '2026-11-25';
/** The level of a task that was told at level 1 and fell due on Wednesday at closing time. */
const levelOn = (day: string, time: string, dueAt = on(wednesday, '18:00'), level = 1): number =>
  levelNow({ level, dueAt }, shop, on(day, time));

describe('a task that is overdue', () => {
  it('keeps its level until it is due, and that evening', () => {
    expect(levelOn(wednesday, '09:00')).toBe(1);
    expect(levelOn(wednesday, '18:00')).toBe(1);
    expect(levelOn('2026-11-26', '08:59')).toBe(1);
  });

  it('is a level higher from the next morning on, and again each morning', () => {
    expect(levelOn('2026-11-26', '09:00')).toBe(2);
    expect(levelOn('2026-11-26', '17:00')).toBe(2);
    expect(levelOn('2026-11-27', '09:00')).toBe(3);
    expect(levelOn('2026-11-28', '09:00')).toBe(4);
  });

  it('rests on Sundays and holidays', () => {
    expect(levelOn('2026-11-29', '12:00')).toBe(4);
    expect(levelOn('2026-11-30', '09:00')).toBe(5);
    expect(levelOn('2026-12-26', '09:00', on('2026-12-24', '18:00'))).toBe(2);
  });

  it('counts the morning of the day it fell due on, where that came after', () => {
    expect(levelOn(wednesday, '08:59', on(wednesday, '07:00'))).toBe(1);
    expect(levelOn(wednesday, '09:00', on(wednesday, '07:00'))).toBe(2);
    expect(levelOn(wednesday, '12:00', on(wednesday, '09:00'))).toBe(1);
  });

  it('goes on from the level it was told at', () => {
    expect(levelOn('2026-11-26', '09:00', on(wednesday, '18:00'), 3)).toBe(4);
  });

  it('is raised no more after a year', () => {
    const afterAYear = levelOn('2027-12-01', '12:00');
    expect(levelOn('2029-12-01', '12:00')).toBeLessThanOrEqual(afterAYear + 2);
    expect(afterAYear).toBeGreaterThan(250);
  });
});
