let zone = 'UTC';

/** All instants are shown as the shop's people read them. */
export function showIn(shopZone: string): void {
  zone = shopZone;
}

export const shopZone = (): string => zone;

/** `Tue 24 Nov, 18:00`; with the year for the clock itself. */
export function moment(instant: string, { year = false, seconds = false } = {}): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(new Date(instant));
}

/** A wait ends one second before its promise, so that the promise is never broken: people read the promise. */
export function momentDue(waitEndsAt: string): string {
  return moment(new Date(Date.parse(waitEndsAt) + 1000).toISOString());
}

/** The day in the shop's zone, some days after an instant: `2026-11-26`. */
export function dayAfter(instant: string, days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(Date.parse(instant) + days * 86_400_000),
  );
}

/** `2026-11-26` → `Thu 26 Nov`. */
export function dayInWords(day: string): string {
  const parts = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${day}T12:00:00Z`));
}

/** The instant of an hour such as `14:00` on a day in the shop's zone. */
export function hourOn(day: string, hour: string): string {
  const asUtc = Date.parse(`${day}T${hour}:00Z`);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const ahead = Date.parse(`${there.format(asUtc).replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - ahead).toISOString();
}

/** `confirm-order`, `NotYetReceived` → words. */
export function inWords(name: string): string {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .replaceAll('-', ' ')
    .toLowerCase();
}

/** `in 2 days`, `3 hours ago`. */
export function fromNow(instant: string, now: string): string {
  const minutes = Math.round((Date.parse(instant) - Date.parse(now)) / 60_000);
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
}
