import { Logger } from '@aws-lambda-powertools/logger';

/** One structured line where something needs a person's eye; ids only, never a person. */
export const log = new Logger({ serviceName: 'shopkeeper' });
