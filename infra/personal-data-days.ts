import { usualDays } from '../functions/domain/order/retention.ts';

/**
 * What is known of an order and its customer leaves so many days after it was placed, 90 at least; of one that still goes
 * on, or is taken up again, so many days after that. Orders already told keep the day that they were given.
 *
 * Apart from config.ts, so that whoever only asks for this needs no CDK.
 */
export const personalDataDays = { local: 100, test: 100, production: usualDays } as const;
