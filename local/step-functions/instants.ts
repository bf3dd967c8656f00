const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that a text means, in milliseconds, or nothing ("Timestamps"): RFC 3339 with a capital `T`, and a capital `Z`
 * or an offset. The day must exist: JavaScript alone would take the 30th of February for the 2nd of March.
 */
export function parseInstant(written: string): number | undefined {
  const [, year, month, day] = SHAPE.exec(written) ?? [];
  const instant = Date.parse(written);
  if (day === undefined || Number.isNaN(instant)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) ? instant : undefined;
}
