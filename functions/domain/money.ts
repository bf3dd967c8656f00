import * as z from 'zod/mini';

export const currency = z
  .string()
  .check(z.refine((value: string) => /^[A-Z]{3}$/.test(value), 'an ISO 4217 code, as EUR'));
/** Money in minor units. A bare number is what people write first: it is told what it should look like. */
export const money = z.object(
  { amount: z.int().check(z.minimum(0), z.maximum(1_000_000_000_000)), currency },
  { error: ({ input }) => (input === undefined ? undefined : 'money, as {"amount": 4900, "currency": "EUR"}') },
);
