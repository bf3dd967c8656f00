import * as Instant from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { remembered } from '../remembered.ts';
import { dayMs } from './day.ts';

/** By how many milliseconds the clock of `zone` is ahead of UTC at that instant. */
export function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / dayMs);
  return offsetOfDay(zone, String(day)) ?? exactOffset(zone, instant);
}

/** The offset of a whole day of UTC; undefined on a day on which the clock is changed. No zone changes it twice in one. */
const offsetOfDay = /* @__PURE__ */ remembered((zone: string, day: string): number | undefined => {
  const from = Number(day) * dayMs;
  const offset = exactOffset(zone, from);
  return exactOffset(zone, from + dayMs) === offset ? offset : undefined;
});

function exactOffset(zone: string, instant: number): number {
  return (
    ZonedDateTime.offsetNanoseconds(Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(instant), zone)) /
    1_000_000
  );
}
