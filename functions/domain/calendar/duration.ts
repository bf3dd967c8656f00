import * as Duration from 'temporal-polyfill/fns/Duration';
import { remembered } from '../remembered.ts';

/** The milliseconds of an ISO 8601 duration; a day is 24 hours. Throws a RangeError on weeks, months and years. */
export function millisecondsOf(duration: string): number {
  return lengthOf(duration);
}

const lengthOf = /* @__PURE__ */ remembered((text: string) => {
  const duration = Duration.fromString(text);
  if (isWithoutLength(duration)) throw new RangeError(`nobody can tell how long ${text} is`);
  const { days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = duration;
  const wholeSeconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return wholeSeconds * 1000 + milliseconds + microseconds / 1e3 + nanoseconds / 1e6;
});

/** True for an ISO 8601 duration longer than nothing and without months or years, whose length nobody could tell. */
export function isDuration(text: string): boolean {
  if (!text.startsWith('P')) return false;
  try {
    const duration = Duration.fromString(text);
    return Duration.sign(duration) > 0 && !isWithoutLength(duration);
  } catch {
    return false;
  }
}

function isWithoutLength({ years, months, weeks }: Duration.Record): boolean {
  return years !== 0 || months !== 0 || weeks !== 0;
}
