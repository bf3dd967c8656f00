import * as z from 'zod';
import type { WrongField } from './problem.ts';

/** Where the clock is asked to go. */
export type ClockMove = { advance: number } | { to: number };

export type ReadClockMove = { move: ClockMove } | { errors: WrongField[] };

const units = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };
const duration =
  /^P(?=.)(?:(?<W>\d+)W)?(?:(?<D>\d+)D)?(?:T(?=.)(?:(?<H>\d+)H)?(?:(?<M>\d+)M)?(?:(?<S>\d+(?:\.\d{1,3})?)S)?)?$/;
const body = z.object({ advance: z.unknown(), to: z.unknown() }).partial();

/** Reads `{"advance": "P2D"}` or `{"to": "…"}`. A day is exactly 24 hours; months and years have no exact length, and are refused. */
export function readClockMove(given: unknown): ReadClockMove {
  const parsed = body.safeParse(given);
  if (!parsed.success) return wrong('', 'must be an object with "advance" or "to"');
  const { advance, to } = parsed.data;
  if ((advance === undefined) === (to === undefined)) return wrong('', 'must have either "advance" or "to"');
  if (advance !== undefined) {
    const milliseconds = typeof advance === 'string' ? durationIn(advance) : undefined;
    if (milliseconds !== undefined) return { move: { advance: milliseconds } };
    return wrong(
      '/advance',
      'must be an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as "P2D" or "PT90M"',
    );
  }
  const instant = z.iso.datetime({ offset: true }).safeParse(to);
  if (instant.success) return { move: { to: Date.parse(instant.data) } };
  return wrong('/to', 'must be an instant in ISO 8601 with an offset, such as "2026-12-24T18:00:00+01:00"');
}

function durationIn(text: string): number | undefined {
  const parts = duration.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const milliseconds = Object.entries(units).reduce(
    (sum, [unit, length]) => sum + Number(parts[unit] ?? 0) * length,
    0,
  );
  return milliseconds <= 100 * 366 * units.D ? Math.round(milliseconds) : undefined;
}

function wrong(pointer: string, detail: string): ReadClockMove {
  return { errors: [{ pointer: `#${pointer}`, detail }] };
}
