import * as z from 'zod/mini';

/** Ids (api.md). Apart from the other shapes, which a function that reads nothing else would make in vain when it starts. */
export const orderId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, '1 to 64 of A–Z a–z 0–9 _ -'));
/** Lines, parcels, refunds and customers bear ids of the same alphabet. */
export const id = orderId;
export const shopId = z.string().check(z.regex(/^[a-z0-9-]{1,12}$/, '1 to 12 of a–z 0–9 -'));
export const factId = z.string().check(z.regex(/^[A-Za-z0-9_:.-]{1,160}$/, 'a fact as the API named it'));
