import type { Circumstances } from '../domain/order/judge.ts';
import { pausedByAnother } from '../domain/order/offers-paused.ts';
import type { RecordedOrder } from '../domain/order/order.ts';
import type { Customers, Profile } from '../domain/ports.ts';

type Finding = Pick<Customers, 'find'>;

/** Each customer is read once in an act: what was judged by a profile is written and sent by the same. */
export function readOnce(customers: Finding): Finding {
  const found = new Map<string, Promise<Profile | undefined>>();
  return {
    find: (shop, customer) => {
      const known = found.get(`${shop}/${customer}`) ?? customers.find(shop, customer);
      found.set(`${shop}/${customer}`, known);
      return known;
    },
  };
}

/** What is known of the customer apart from the order, as far as judging a message needs it. */
export async function circumstancesOf(
  { shop, order, placed }: RecordedOrder,
  { customers }: { readonly customers: Finding },
  now: number,
): Promise<Pick<Circumstances, 'mailable' | 'pausedBecause'>> {
  const profile = await customers.find(shop, placed.customer);
  return {
    mailable: placed.mailable || profile?.email !== undefined,
    pausedBecause: pausedByAnother(profile?.pauses ?? {}, order, now),
  };
}
