import { originalOf } from '../domain/order/calls/mails.ts';
import { isForGood, type ResendFact } from '../domain/order/facts.ts';
import { recorded, type Order } from '../domain/order/order.ts';
import type { Customers, Orders, Profile } from '../domain/ports.ts';
import { hashOf, hashOfAddress } from '../domain/told-to-us/identity.ts';

export interface MendAddressPorts {
  readonly customers: Pick<Customers, 'find' | 'unmarkFailing'>;
  readonly orders: Pick<Orders, 'find' | 'append'>;
}

/**
 * Another address is known than the one from which mails came back: what had come back is wanted again, on each order, and
 * goes out where it is still true. A call that dies in between is healed by its own repetition: the mark goes last.
 */
export async function mendAddress(
  shop: string,
  customer: string,
  now: number,
  { customers, orders }: MendAddressPorts,
): Promise<void> {
  const profile = await customers.find(shop, customer);
  const failing = profile?.failing;
  if (profile === undefined || failing === undefined || !isAnother(profile, failing.address)) return;
  for (const id of profile.failedOrders ?? []) {
    const order = await orders.find(shop, id);
    for (const fact of order === undefined ? [] : wishesOf(order, failing.address, now)) {
      await orders.append(shop, id, fact);
    }
  }
  await customers.unmarkFailing(shop, customer, failing.address);
}

function isAnother({ email }: Profile, failing: string): boolean {
  return email !== undefined && hashOfAddress(email) !== failing;
}

/** Each message whose mail came back for good, once for each address that failed. */
function wishesOf(order: Order, failing: string, now: number): ResendFact[] {
  const known = recorded(order);
  if (known === undefined) return [];
  const keys = order.facts.flatMap((fact) =>
    fact.name === 'mail-failed' && isForGood(fact.why) ? (originalOf(fact.message, known)?.key ?? []) : [],
  );
  return [...new Set(keys)].map((message) => {
    const hash = hashOf({ message, failing });
    return { id: `resend:${hash.slice(0, 16)}`, name: 'resend', at: now, learnedAt: now, hash, message };
  });
}
