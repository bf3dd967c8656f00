import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import { remembered } from '../remembered.ts';
import { dayMs } from './day.ts';
import { millisecondsOf } from './duration.ts';
import { offsetAt } from './zone-offset.ts';

export { isDuration, millisecondsOf } from './duration.ts';

/**
 * A shop's days: when it is open, when a promised day ends, and what "in two days" means to it (api.md, Settings).
 *
 * Instants are milliseconds since the epoch, days `YYYY-MM-DD` in the shop's zone, durations ISO 8601. Zone arithmetic
 * takes microseconds each time and an order asks the same many times over, so answers that never change are remembered.
 */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** From and to, as `HH:MM` on the shop's clock; null: closed on that day of the week. */
export type Hours = { readonly [day in Weekday]: readonly [string, string] | null };

export interface ShopDays {
  readonly zone: string;
  readonly hours: Hours;
  /** The public holidays of its country, for the years that a promise can reach. */
  readonly holidays: readonly string[];
  /** Days on which the shop is closed besides weekly closing days and holidays. */
  readonly closed: readonly string[];
}

/** When a ship-by day ends where the shop is closed on it. */
const shipByWhereClosed = '18:00';
/** A deliver-by day lasts at least until then. */
const deliverByAtLeast = '20:00';

/** The named day's end for something that leaves the shop: the closing hour, 18:00 where closed. */
export function endOfShippingDay(shop: ShopDays, day: string): number {
  return at(shop.zone, day, closingHour(shop, day) ?? shipByWhereClosed);
}

/** The named day's end for something that arrives: 20:00 or the closing hour, whichever is later. */
export function endOfDeliveryDay(shop: ShopDays, day: string): number {
  const closing = closingHour(shop, day) ?? deliverByAtLeast;
  return at(shop.zone, day, closing > deliverByAtLeast ? closing : deliverByAtLeast);
}

/** The instant at which the shop's clock shows `time` on `day`; in a gap of summer time the instant just after it. */
export function at(zone: string, day: string, time: string): number {
  return instantAt(zone, day, time);
}

const instantAt = /* @__PURE__ */ remembered((zone: string, day: string, time: string) => {
  const [year, month, date] = day.split('-').map(Number);
  const plainDate = PlainDate.create(year!, month!, date!);
  return PlainDate.toZonedDateTime(plainDate, { timeZone: zone, plainTime: PlainTime.fromString(time) })
    .epochMilliseconds;
});

export function dayOf(zone: string, instant: number): string {
  return onTheClock(zone, instant).slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(midnight(day) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / dayMs;
}

/** Open on that day at all: not a weekly closing day, not named in `closed`, not a public holiday of the country. */
export function isOpeningDay(shop: ShopDays, day: string): boolean {
  return shop.hours[weekdayOf(day)] !== null && !isAmong(shop.closed, day) && !isAmong(shop.holidays, day);
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A country's holidays are a hundred days: each list is read once, for as long as it is around. */
function isAmong(days: readonly string[], day: string): boolean {
  const set = sets.get(days) ?? new Set(days);
  sets.set(days, set);
  return set.has(day);
}

/** From when to when the shop is open on that day; undefined where it is closed. */
export function openingHours(shop: ShopDays, day: string): { opens: number; closes: number } | undefined {
  const hours = isOpeningDay(shop, day) ? shop.hours[weekdayOf(day)] : null;
  return hours === null ? undefined : { opens: at(shop.zone, day, hours[0]), closes: at(shop.zone, day, hours[1]) };
}

/** Further back nobody counts mornings. */
const mostDaysCounted = 366;

/** How many times the shop has opened after `from`, until `now` and then included; of the last year at most. */
export function openingsSince(shop: ShopDays, from: number, now: number): number {
  const [first, today] = [dayOf(shop.zone, from), dayOf(shop.zone, now)];
  const isWithin = (opens: number | undefined): boolean => opens !== undefined && opens > from && opens <= now;
  let count = 0;
  let day = today;
  for (let days = 0; day >= first && days < mostDaysCounted; days += 1) {
    // Only on the first and on the last of the days does the hour matter.
    if (day !== first && day !== today) count += isOpeningDay(shop, day) ? 1 : 0;
    else if (isWithin(openingHours(shop, day)?.opens)) count += 1;
    day = addDays(day, -1);
  }
  return count;
}

/** The day that lies `count` opening days after `day`. A shop that is never open counts calendar days. */
export function addOpeningDays(shop: ShopDays, day: string, count: number): string {
  let [current, left] = [day, count];
  for (let tries = 0; left > 0 && tries < 3660; tries += 1) {
    current = addDays(current, 1);
    if (isOpeningDay(shop, current)) left -= 1;
  }
  return left === 0 ? current : addDays(day, count);
}

/** Whether somebody answers the shop's phone at that instant. */
export function isOpenAt(shop: ShopDays, instant: number): boolean {
  const day = dayOf(shop.zone, instant);
  const hours = isOpeningDay(shop, day) ? shop.hours[weekdayOf(day)] : null;
  return hours !== null && instant >= at(shop.zone, day, hours[0]) && instant < at(shop.zone, day, hours[1]);
}

/** The instant at which the shop opens next; `instant` itself while it is open. Undefined when it never opens in a year. */
export function nextOpening(shop: ShopDays, instant: number): number | undefined {
  if (isOpenAt(shop, instant)) return instant;
  let day = dayOf(shop.zone, instant);
  for (let tries = 0; tries < 370; tries += 1) {
    const hours = isOpeningDay(shop, day) ? shop.hours[weekdayOf(day)] : null;
    if (hours !== null) {
      const opens = at(shop.zone, day, hours[0]);
      if (opens > instant) return opens;
    }
    day = addDays(day, 1);
  }
  return undefined;
}

/**
 * When work that must be done by `until` falls due: the last instant of opening hours before it, closing time included.
 * Where the shop does not open in between, `until` itself; what is past already falls due when it opens next.
 */
export function dueInOpeningHours(shop: ShopDays, now: number, until: number): number {
  if (until <= now) return nextOpening(shop, now) ?? now;
  for (let day = dayOf(shop.zone, until); day >= dayOf(shop.zone, now); day = addDays(day, -1)) {
    const hours = isOpeningDay(shop, day) ? shop.hours[weekdayOf(day)] : null;
    if (hours === null || at(shop.zone, day, hours[0]) >= until) continue;
    const last = Math.min(until, at(shop.zone, day, hours[1]));
    if (last > now) return last;
  }
  return until;
}

const wholeDays = /^P(\d+)D$/;

/** A duration of whole days (`P2D`) counts opening days and ends like a named day; any other is exact. */
export type Deadline = { readonly until: number; readonly day?: string | undefined };

/** What lies `duration` after `from`, where days end as `endOfDay` says. */
export function deadlineAfter(
  shop: ShopDays,
  from: number,
  duration: string,
  endOfDay: (shop: ShopDays, day: string) => number = endOfShippingDay,
): Deadline {
  const days = wholeDays.exec(duration);
  if (days === null) return { until: from + millisecondsOf(duration) };
  const day = addOpeningDays(shop, dayOf(shop.zone, from), Number(days[1]));
  return { until: endOfDay(shop, day), day };
}

/** The next instant at which the clock of `zone` shows `time`, not before `instant`. */
export function nextTimeOfDay(zone: string, instant: number, time: string): number {
  const today = dayOf(zone, instant);
  const todayAt = at(zone, today, time);
  return todayAt >= instant ? todayAt : at(zone, addDays(today, 1), time);
}

/** `HH:MM` on the clock of `zone`. */
export function timeOfDay(zone: string, instant: number): string {
  return onTheClock(zone, instant).slice(11, 16);
}

function closingHour(shop: ShopDays, day: string): string | undefined {
  return isOpeningDay(shop, day) ? shop.hours[weekdayOf(day)]?.[1] : undefined;
}

/** Of the day in UTC, where every day has 24 hours: to walk along days costs nothing there. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(midnight(day)).getUTCDay() + 6) % 7]!;
}

/** What the clock and the calendar on the wall of that zone show: `YYYY-MM-DDTHH:MM:SS.sss`. */
function onTheClock(zone: string, instant: number): string {
  return new Date(instant + offsetAt(zone, instant)).toISOString();
}
