import * as z from 'zod/mini';

/** What api.md describes and this release does not bring: refused by name, never half-handled. */
const later = 'comes with a later release: not taken yet';

/** One of what is taken. What is still to come is known by its name, and refused by it. */
export function oneOf<const Taken extends readonly string[]>(taken: Taken, toCome: readonly string[]) {
  return z.enum(taken, {
    error: ({ input }) => (typeof input === 'string' && toCome.includes(input) ? `"${input}" ${later}` : undefined),
  });
}

/** A yes or no of which only the no is taken yet. */
export const notYet = z.boolean().check(z.refine((value: boolean) => !value, later));
