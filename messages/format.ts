import type { Discount, Locale, Money, PromisedTime } from './letter.ts';
import { asShown, type Shown } from './shown.ts';

/** Dates, hours and money as people write them in one language; days and hours are those of one zone. */
export interface Format {
  /** A promise: "vendredi 27 novembre", or with its hour: "vendredi 27 novembre à 18 h". */
  promise(by: PromisedTime): Shown;
  /** The day of an instant, without its hour. */
  day(instant: number): Shown;
  /** Day and hour of something that happened. */
  moment(instant: number): Shown;
  /** Day and hour of something to come, never earlier than it is. */
  hourToCome(instant: number): Shown;
  /** Whether a promise falls on the day of writing. */
  isToday(by: PromisedTime): boolean;
  /** An enumeration in one sentence. */
  list(items: readonly Shown[]): Shown;
  money(money: Money): Shown;
  discount(discount: Discount): Shown;
}

// British English writes the day before the month, as both catalogues do.
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const minuteMillis = 60_000;
const noBreak = '\u00A0';

interface CalendarParts {
  readonly date: string;
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Makes the formats of one message. `zone` is an IANA name; `now` is when it is written: the year is said only where
 * it is another one. A zone or a currency that does not exist throws a RangeError: both are checked where they come in.
 */
export function formatFor(locale: Locale, zone: string, now: number): Format {
  const calendar = calendarOf(locale, zone);
  const today = calendar(now);
  const thisYear = today.day.slice(0, 4);
  const dated = (parts: CalendarParts): string => {
    const year = parts.day.slice(0, 4);
    return year === thisYear ? parts.date : `${parts.date} ${year}`;
  };
  const timed = (instant: number): Shown => {
    const parts = calendar(instant);
    return asShown(joined[locale](dated(parts), clockTime[locale](parts.hour, parts.minute)));
  };
  // Seconds are not said. Rounded up, so that nobody waits at 14:23 for what we owe at 14:23:37; but never into
  // the next day: what ends with a day ends on it.
  const timedUp = (instant: number): Shown => {
    const up = Math.ceil(instant / minuteMillis) * minuteMillis;
    return timed(calendar(up).day === calendar(instant).day ? up : instant);
  };
  // A day is the same day wherever it is read: it is taken in UTC.
  const dayOf = (by: PromisedTime): CalendarParts =>
    'day' in by ? calendarOf(locale, 'UTC')(Date.parse(`${by.day}T12:00:00Z`)) : calendar(by.instant);

  return {
    promise: (by) => ('day' in by ? asShown(dated(dayOf(by))) : timedUp(by.instant)),
    day: (instant) => asShown(dated(calendar(instant))),
    moment: (instant) => {
      const { hour, minute } = calendar(instant);
      // Midnight sharp is how a system says that it knows the day only.
      return hour === 0 && minute === 0 ? asShown(dated(calendar(instant))) : timed(instant);
    },
    hourToCome: timedUp,
    isToday: (by) => dayOf(by).day === today.day,
    list: (items) => asShown(listFormat(locale).format(items)),
    money: (money) => inCurrency(locale, money),
    discount: (discount) =>
      'percent' in discount
        ? percent(locale, discount.percent)
        : inCurrency(locale, discount.amount, { trailingZeroDisplay: 'stripIfInteger' }),
  };
}

const joined: Record<Locale, (date: string, time: string) => string> = {
  fr: (date, time) => `${date} à ${time}`,
  en: (date, time) => `${date} at ${time}`,
};

const clockTime: Record<Locale, (hour: number, minute: number) => string> = {
  fr: (hour, minute) => {
    return minute === 0 ? `${hour}${noBreak}h` : `${hour}${noBreak}h${noBreak}${twoDigits(minute)}`;
  },
  en: (hour, minute) => {
    const onDial = hour % 12 === 0 ? 12 : hour % 12;
    const half = hour < 12 ? 'am' : 'pm';
    return `${onDial}${minute === 0 ? '' : `:${twoDigits(minute)}`}${noBreak}${half}`;
  },
};

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

type Calendar = (instant: number) => CalendarParts;
const calendars = new Map<string, Calendar>();
/** So many instants a calendar remembers at most: the day of a promise comes again in every mail about it. */
const mostInstants = 5000;

function calendarOf(locale: Locale, zone: string): Calendar {
  const key = `${locale} ${zone}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  const calendar = newCalendar(locale, zone);
  const seen = new Map<number, CalendarParts>();
  const made: Calendar = (instant) => {
    const found = seen.get(instant);
    if (found !== undefined) return found;
    const parts = calendar(instant);
    if (seen.size >= mostInstants) seen.clear();
    seen.set(instant, parts);
    return parts;
  };
  calendars.set(key, made);
  return made;
}

function newCalendar(locale: Locale, zone: string): Calendar {
  const format = new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // `YYYY-MM-DD` is what Canada's English writes.
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
    const day = locale === 'fr' && parts['day'] === '1' ? '1er' : parts['day'];
    return {
      date: `${parts['weekday']} ${day} ${parts['month']}`,
      day: iso.format(instant),
      hour: Number(parts['hour']),
      minute: Number(parts['minute']),
    };
  };
}

const listFormats = new Map<Locale, Intl.ListFormat>();

function listFormat(locale: Locale): Intl.ListFormat {
  const made = listFormats.get(locale) ?? new Intl.ListFormat(tags[locale], { type: 'conjunction' });
  listFormats.set(locale, made);
  return made;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Made once for each way of writing: to make one costs more than to write a hundred numbers with it. */
function numberFormat(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(tag, options);
  numberFormats.set(key, made);
  return made;
}

/** Minor units become a decimal string, not a float: no cent is lost, and each currency has its own digits. */
function inCurrency(locale: Locale, { amount, currency }: Money, options: Intl.NumberFormatOptions = {}): Shown {
  const format = numberFormat(tags[locale], { style: 'currency', currency, ...options });
  const digits = numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  const minor = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = digits === 0 ? minor : `${minor.slice(0, -digits)}.${minor.slice(-digits)}`;
  const decimal = `${amount < 0 ? '-' : ''}${whole}`;
  if (!Number.isSafeInteger(amount) || !isDecimal(decimal))
    throw new RangeError('an amount is a whole number of minor units');
  return asShown(format.format(decimal));
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/u.test(text);
}

function percent(locale: Locale, percents: number): Shown {
  const format = numberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 2 });
  return asShown(format.format(percents / 100));
}
