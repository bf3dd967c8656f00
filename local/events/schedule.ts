/** A schedule expression that is not implemented here. */
export class UnsupportedSchedule extends Error {
  override readonly name = 'UnsupportedSchedule';
}

/** The first instant after `after` at which a schedule fires. */
export type Schedule = (after: number) => number;

const unitMilliseconds: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Compiles `rate(…)`, counted from `startedAt`, and `cron(…)` in UTC as EventBridge understands it, with minutes, hours
 * and days of the week; days of the month, months and years must be `*` or `?`.
 * @throws UnsupportedSchedule naming the expression.
 */
export function compileSchedule(expression: string, startedAt: number): Schedule {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const every = Number(rate[1]) * unitMilliseconds[rate[2]!]!;
    return (after) => startedAt + (Math.floor((after - startedAt) / every) + 1) * every;
  }
  const cron = /^cron\((?<fields>\S+(?: \S+){5})\)$/.exec(expression)?.groups?.['fields'];
  if (cron === undefined) throw new UnsupportedSchedule(`The schedule ${expression} is not implemented here.`);
  const [minutes = '', hours = '', dayOfMonth, month, dayOfWeek = '', year] = cron.split(' ');
  if ([dayOfMonth, month, year].some((field) => field !== undefined && !['*', '?'].includes(field))) {
    throw new UnsupportedSchedule(`The schedule ${expression} has days of the month, months or years.`);
  }
  try {
    return nextOf(fieldOf(minutes, 0, 59), fieldOf(hours, 0, 23), fieldOf(named(dayOfWeek), 1, 7));
  } catch (error) {
    throw new UnsupportedSchedule(`The schedule ${expression}: ${String(error)}`);
  }
}

function nextOf(minutes: number[], hours: number[], daysOfWeek: number[]): Schedule {
  return (after) => {
    const from = new Date(after);
    for (let day = 0; ; day += 1) {
      const midnight = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + day);
      // EventBridge counts Sunday as 1.
      if (!daysOfWeek.includes(new Date(midnight).getUTCDay() + 1)) continue;
      for (const hour of hours) {
        for (const minute of minutes) {
          const instant = midnight + (hour * 60 + minute) * 60_000;
          if (instant > after) return instant;
        }
      }
    }
  };
}

const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function named(field: string): string {
  return field.replaceAll(/[A-Z]{3}/g, (name) => String(weekdays.indexOf(name) + 1));
}

/** The values of one cron field, rising: `*`, `?`, `5`, `1-5`, `0/15`, and lists of them. */
function fieldOf(field: string, lowest: number, highest: number): number[] {
  const values = field.split(',').flatMap((part) => {
    const match = /^(?:[*?]|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) throw new UnsupportedSchedule(`the field ${field} is not understood.`);
    const [first, last, step] = match.slice(1).map((text) => (text === undefined ? undefined : Number(text)));
    const from = first ?? lowest;
    const to = last ?? (first === undefined || step !== undefined ? highest : first);
    if (from < lowest || to > highest || to < from || step === 0) {
      throw new UnsupportedSchedule(`the field ${field} is out of bounds.`);
    }
    return Array.from({ length: Math.floor((to - from) / (step ?? 1)) + 1 }, (_, at) => from + at * (step ?? 1));
  });
  return [...new Set(values)].sort((left, right) => left - right);
}
