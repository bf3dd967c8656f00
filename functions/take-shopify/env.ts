import * as z from 'zod/mini';
import { keepsDays, watchParts } from '../domain/environment.ts';

export const environment = z.object({ TABLE_NAME: z.string(), PERSONAL_DATA_DAYS: keepsDays, WATCH_PARTS: watchParts });
