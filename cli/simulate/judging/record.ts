import type { Order } from '../../../functions/domain/order/order.ts';

/** A mail to the customer, as far as judging needs it. */
export interface Sent {
  readonly message: string;
  /** The tag by which a mail and what was told are known as one. */
  readonly key: string;
  readonly at: number;
}

/** All that an onlooker can have seen of one order: what was recorded, what was sent and when, how long it ran. */
export interface OrderRecord {
  readonly order: Order;
  readonly mails: readonly Sent[];
  readonly executions: {
    /** Events of the longest one. */
    readonly longest: number;
    readonly statesEntered: number;
    /** Of those that ended in no good way. */
    readonly failed: number;
  };
  /** Where something personal of the customer was found that must not be there. */
  readonly leaks?: readonly string[];
  /** How many facts were accepted. */
  readonly accepted: number;
}
