import * as z from 'zod/mini';

export const environment = z.object({
  TABLE_NAME: z.string(),
  STATE_MACHINE_ARN: z.string(),
  RING_AGAIN_QUEUE_URL: z.string(),
  ERASE_QUEUE_URL: z.string(),
});
