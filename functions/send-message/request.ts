import * as z from 'zod/mini';
import { orderId, shopId } from '../domain/ids.ts';
import { acts, waits } from '../domain/vocabulary.ts';

/** What a state asks the messenger for, as it crosses the wire. Executions ask as their definition did when they began. */
export const requestSchema = z.object({
  shop: shopId,
  order: orderId,
  run: z.int(),
  act: z.enum(acts),
  startedAt: z.pipe(
    z.string(),
    z.transform((instant: string) => Date.parse(instant)),
  ),
  expects: z.optional(z.enum([...waits, 'CloseOrder'])),
});
