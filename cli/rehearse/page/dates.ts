import { dayOf } from '../../../functions/domain/calendar/calendar.ts';
import type { PromisedBy } from '../../../functions/domain/order/facts.ts';

/** Days and hours as the page writes them, on the shop's clock. */
export interface Dates {
  /** `Monday 23 November 2026` */
  longDay(instant: number): string;
  /** `Mon 23 Nov` */
  shortDay(instant: number): string;
  /** `Mon 23 Nov, 18:00` */
  moment(instant: number): string;
  /** `18:00` */
  hour(instant: number): string;
  /** A promised time: a day stays a day. */
  promised(by: Pick<PromisedBy, 'until' | 'day'>): string;
  /** `2026-11-23`: for comparing. */
  day(instant: number): string;
}

export function datesIn(zone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions): ((instant: number) => string) => {
    const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
    return (instant) => made.format(instant).replace(/^(\p{L}+),/u, '$1');
  };
  const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = (instant: number): string => `${shortDay(instant)}, ${hour(instant)}`;
  return {
    longDay,
    shortDay,
    hour,
    moment,
    promised: ({ until, day }) => (day === undefined ? moment(until) : shortDay(until)),
    day: (instant) => dayOf(zone, instant),
  };
}
