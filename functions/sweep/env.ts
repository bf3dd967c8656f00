import * as z from 'zod/mini';
import { watchParts } from '../domain/environment.ts';

export const environment = z.object({
  TABLE_NAME: z.string(),
  STATE_MACHINE_ARN: z.string(),
  RING_AGAIN_QUEUE_URL: z.string(),
  WATCH_PARTS: watchParts,
});
