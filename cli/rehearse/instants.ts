import * as z from 'zod/mini';
import { at } from '../../functions/domain/calendar/calendar.ts';
import { day, instant } from '../../functions/domain/schema.ts';

const onTheClock = /^(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** `2026-12-01 10:15` on the clock of `zone`, or an ISO 8601 instant with an offset; undefined where it is neither. */
export function instantOf(text: string, zone: string): number | undefined {
  const [, date, time] = onTheClock.exec(text) ?? [];
  if (date !== undefined && time !== undefined) return day.safeParse(date).success ? at(zone, date, time) : undefined;
  const read = z.safeParse(instant, text);
  return read.success ? read.data : undefined;
}

export const notAnInstant =
  'an hour on the shop’s clock that exists, as 2026-12-01 10:15, or an instant with an offset, as 2026-12-01T10:15:00+01:00';

/** Fields of the API that hold an instant, or a day or an instant. */
const withInstants = new Set([
  'placedAt',
  'shippedAt',
  'deliveredAt',
  'refundedAt',
  'shipBy',
  'deliverBy',
  'payBy',
  'until',
]);

/** A body as the API takes it: hours on the shop's clock become instants with an offset. */
export function withOffsets(body: unknown, zone: string): unknown {
  if (Array.isArray(body)) return body.map((each) => withOffsets(each, zone));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([field, value]: [string, unknown]) => {
      if (typeof value !== 'string' || !withInstants.has(field) || !onTheClock.test(value))
        return [field, withOffsets(value, zone)];
      const read = instantOf(value, zone);
      return [field, read === undefined ? value : new Date(read).toISOString()];
    }),
  );
}
