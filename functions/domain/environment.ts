import * as z from 'zod/mini';

/** How long orders are kept, as a function's environment says it: whole days, 90 at least. */
export const keepsDays = z.string().check(z.regex(/^(9\d|[1-9]\d{2,3})$/, '90 to 9999 days'));

/** Over how many parts the index of open orders is spread, as a function's environment says it: 8 to 999. */
export const watchParts = z.string().check(z.regex(/^([89]|[1-9]\d{1,2})$/, '8 to 999 parts'));
