import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ClockMovesBack, MovingClock } from '../../local/moving-clock.ts';
import { SharedClock } from '../../local/shared-clock.ts';

const atOnce = async (): Promise<void> => undefined;
const day = 86_400_000;

function clockAt(instant: string, moved?: (offset: number) => void): MovingClock {
  const clock = new MovingClock({ offset: Date.parse(instant) - Date.now(), ...(moved && { moved }) });
  onTestFinished(() => clock.close());
  return clock;
}

test('the clock ticks, and rings by itself', async () => {
  const clock = clockAt('2026-12-01T10:00:00Z');
  const before = clock.now();
  const rung: string[] = [];
  clock.at(before + 40, () => rung.push('late'));
  clock.at(before + 20, () => rung.push('early'));
  clock.at(before + 30, () => rung.push('never')).cancel();
  clock.at(before - 1, () => rung.push('at once'));
  await sleep(100);
  while (rung.length < 3) await sleep(10);
  expect(rung).toEqual(['at once', 'early', 'late']);
  expect(clock.now() - before).toBeGreaterThanOrEqual(95);
});

test('it stands still at each instant at which something falls due, until all of it is finished', async () => {
  const clock = clockAt('2026-12-01T10:00:00Z');
  const start = clock.now();
  const seen: Array<[string, number]> = [];
  const unfinished = new Set<string>();
  const work = (name: string): void => {
    unfinished.add(name);
    setTimeout(() => {
      seen.push([name, Math.round((clock.now() - start) / day)]);
      unfinished.delete(name);
    }, 20);
  };
  clock.at(start + 2 * day, () => work('two'));
  clock.at(start + day, () => {
    work('one');
    clock.at(start + 3 * day, () => work('three, asked for on the way'));
  });
  const settled = async (): Promise<void> => {
    while (unfinished.size > 0) await sleep(5);
  };
  await clock.moveTo(start + 10 * day, settled);
  expect(seen).toEqual([
    ['one', 1],
    ['two', 2],
    ['three, asked for on the way', 3],
  ]);
  expect(clock.now() - start).toBeGreaterThanOrEqual(10 * day);
  const after = clock.now();
  await sleep(20);
  expect(clock.now()).toBeGreaterThan(after);
});

test('moves that are asked for together happen one after the other', async () => {
  const clock = clockAt('2026-12-01T10:00:00Z');
  const start = clock.now();
  await Promise.all([clock.advance(day, atOnce), clock.advance(day, atOnce), clock.advance(day, atOnce)]);
  expect(Math.round((clock.now() - start) / day)).toBe(3);
});

test('it never goes back, and a refused move changes nothing', async () => {
  const clock = clockAt('2026-12-01T10:00:00Z');
  await expect(clock.moveTo(Date.parse('2026-12-01T09:00:00Z'), atOnce)).rejects.toBeInstanceOf(ClockMovesBack);
  expect(new Date(clock.now()).toISOString()).toMatch(/^2026-12-01T10:00/);
});

test('whoever keeps the offset learns each step', async () => {
  const offsets: number[] = [];
  const clock = clockAt('2026-12-01T10:00:00Z', (offset) => offsets.push(offset));
  const start = clock.now();
  const first = start - Date.now();
  clock.at(start + day, () => undefined);
  await clock.advance(2 * day, atOnce);
  expect(offsets.map((offset) => Math.round((offset - first) / day))).toEqual([0, 1, 2]);
});

test('another thread reads the same instants from the shared memory', async () => {
  const clock = clockAt('2026-12-01T10:00:00Z');
  const elsewhere = new SharedClock(clock.shared.memory);
  const [earlier, there, later] = [clock.now(), elsewhere.now(), clock.now()];
  expect(earlier).toBeLessThanOrEqual(there);
  expect(there).toBeLessThanOrEqual(later);
  const seen: number[] = [];
  const start = clock.now();
  clock.at(start + day, () => seen.push(elsewhere.now() - start));
  await clock.advance(2 * day, atOnce);
  expect(seen).toEqual([day]);
});
