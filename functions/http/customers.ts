import type { Call } from './call.ts';
import { unknown } from './problem.ts';

/** Ids of the shop's own, and those that we give to guests (`guest-…`, `order-…`). */
const customerId = /^[A-Za-z0-9_-]{1,70}$/;

/** The customer that an address names. What can be no customer's id is unknown like any other. */
export function customerNamed(call: Call): string {
  const customer = call.parameter('id');
  if (!customerId.test(customer)) throw unknown('customer');
  return customer;
}
