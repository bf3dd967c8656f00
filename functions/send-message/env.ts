import * as z from 'zod/mini';
import { keepsDays } from '../domain/environment.ts';

export const environment = z.object({
  TABLE_NAME: z.string(),
  /** Where customers reach us, without a slash at the end. */
  PUBLIC_URL: z.string(),
  CONFIGURATION_SET: z.string(),
  PERSONAL_DATA_DAYS: keepsDays,
});
