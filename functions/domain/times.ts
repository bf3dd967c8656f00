import * as z from 'zod/mini';
import { remembered } from './remembered.ts';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

const isDay = (value: string): boolean => dayPattern.test(value) && exists(value);

/** A shop's settings hold a hundred days. */
const exists = /* @__PURE__ */ remembered((value: string): boolean => {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) && isReachable(parsed.getTime());
});

const isInstant = (value: string): boolean => {
  if (!instantPattern.test(value) || !isDay(value.slice(0, 10))) return false;
  return isReachable(Date.parse(value));
};

/** Between 1970 and 2200: outside of it somebody mistook seconds for milliseconds. */
const isReachable = (instant: number): boolean => instant >= 0 && instant < Date.UTC(2200, 0, 1);

export const day = z.string().check(z.refine(isDay, 'a day that exists, as YYYY-MM-DD'));

/** An ISO 8601 instant with an offset; milliseconds since the epoch inside. */
export const instant = z.pipe(
  z.string().check(z.refine(isInstant, 'an instant with an offset, as 2026-11-24T18:00:00+01:00')),
  z.transform((value: string) => Date.parse(value)),
);

/** A promised time: a day stays a day, an instant becomes milliseconds. */
export const dayOrInstant = z.pipe(
  z
    .string()
    .check(
      z.refine((value: string) => isDay(value) || isInstant(value), 'a day (YYYY-MM-DD) or an instant with an offset'),
    ),
  z.transform((value: string): { day: string } | { instant: number } =>
    dayPattern.test(value) ? { day: value } : { instant: Date.parse(value) },
  ),
);
export type DayOrInstant = z.infer<typeof dayOrInstant>;
