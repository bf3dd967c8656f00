import * as z from 'zod/mini';
import { currency } from '../money.ts';

const minorUnits = z.lazy(() => z.int().check(z.minimum(1, 'more than nothing'), z.maximum(1_000_000_000_000)));
const withCurrency = z.lazy(() => z.object({ amount: minorUnits, currency }));

/** How much money, and in which currency where that was said. */
export interface Amount {
  readonly amount: number;
  readonly currency?: string | undefined;
}

/**
 * Minor units of the order's currency, or `{"amount", "currency"}`; whether the currency is the order's only the order
 * can tell.
 */
export const amount = z.pipe(
  z.unknown(),
  z.transform((value, { issues }): Amount => {
    const read =
      typeof value === 'object' && value !== null ? withCurrency.safeParse(value) : minorUnits.safeParse(value);
    if (read.success) return typeof read.data === 'number' ? { amount: read.data } : read.data;
    for (const { path, message } of read.error.issues)
      issues.push({ code: 'custom', input: value, path: [...path], message });
    return z.NEVER;
  }),
);
