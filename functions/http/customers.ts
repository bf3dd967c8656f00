import type { OrderFact } from '../domain/order/facts.ts';
import { keptUntilOf, usualDays } from '../domain/order/retention.ts';
import type { Customers, Erasures, Orders, ToldCustomer } from '../domain/ports.ts';
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
  readonly erasures: Pick<Erasures, 'erasedAt' | 'wishAgain'>;
  readonly customers: Pick<Customers, 'find' | 'keep' | 'placed' | 'unmarkFailing'>;
}

export interface ErasedPorts extends Pick<KeepingPorts, 'erasures'> {
  readonly customers: Pick<Customers, 'placed'>;
  readonly orders: Pick<Orders, 'find'>;
}

type Placing = Pick<OrderFact, 'customer' | 'at' | 'learnedAt'>;
/** How long what is told of a customer is kept, in days. */
type Keeps = { readonly keepsDays?: number };

/**
 * True where the order is of a person who was erased after they placed it: it is not to be recorded, and whatever lies of
 * it already is to go. What somebody orders after they were erased they order as anybody does who was never here.
 */
export async function isOfErased(
  shop: string,
  order: string,
  { customer, at, learnedAt }: Placing,
  { customers, orders, erasures }: ErasedPorts,
): Promise<boolean> {
  const erasedAt = await erasures.erasedAt(shop, customer);
  if (erasedAt === undefined || at >= erasedAt) return false;
  if ((await orders.find(shop, order))?.erased !== undefined) return true;
  // First where it is to be looked for, then the wish: whoever dies in between leaves nothing personal behind.
  await customers.placed(shop, customer, { order, placedAt: at });
  await erasures.wishAgain(shop, customer, learnedAt);
  return true;
}

/** Who placed the order, for everything sent from now on, and that they did. */
export async function keepCustomerOf(
  shop: string,
  order: string,
  fact: Placing,
  told: ToldCustomer,
  { customers, orders, erasures, keepsDays = usualDays }: KeepingPorts & Keeps,
): Promise<void> {
  const { customer, at, learnedAt } = fact;
  const keptUntil = keptUntilOf(fact, keepsDays);
  await customers.keep(shop, customer, { ...told, keptUntil });
  await customers.placed(shop, customer, { order, placedAt: at, keptUntil });
  await mendAddress(shop, customer, learnedAt, { customers, orders });
  // They may have been erased while this was being written: whoever looked for it then may have come too early.
  await isOfErased(shop, order, fact, { customers, orders, erasures });
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
