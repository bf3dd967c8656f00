import type { OrderFact } from '../domain/order/facts.ts';
import type { Customers, ToldCustomer } from '../domain/ports.ts';
import type { Draft } from '../domain/told-to-us/draft.ts';
import { mendAddress, type MendAddressPorts } from '../keep-customer/mend-address.ts';
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

export interface KeepingPorts extends MendAddressPorts {
  readonly customers: Pick<Customers, 'find' | 'keep' | 'placed' | 'unmarkFailing'>;
}

/** Who placed the order, for everything sent from now on, and that they did. */
export async function keepCustomerOf(
  shop: string,
  order: string,
  { customer, at, learnedAt }: Pick<OrderFact, 'customer' | 'at' | 'learnedAt'>,
  told: ToldCustomer,
  { customers, orders }: KeepingPorts,
): Promise<void> {
  await customers.keep(shop, customer, told);
  await customers.placed(shop, customer, { order, placedAt: at });
  await mendAddress(shop, customer, learnedAt, { customers, orders });
}

/** What a customer chose holds against what an order says of them: here the clock by which they are asked. */
export async function onTheirClock<D extends Draft>(
  shop: string,
  draft: D,
  { customers }: { readonly customers: Pick<Customers, 'find'> },
): Promise<D> {
  if (draft.fact.name !== 'order') return draft;
  const zone = (await customers.find(shop, draft.fact.customer))?.chosen?.zone;
  return zone === undefined ? draft : { ...draft, fact: { ...draft.fact, zone } };
}
