import { millisecondsOf } from '../domain/calendar/calendar.ts';
import type { Circumstances } from '../domain/order/judge.ts';
import { pausedByAnother } from '../domain/order/offers-paused.ts';
import type { RecordedOrder, Visit } from '../domain/order/order.ts';
import type { Customers, PlacedOrder, Profile } from '../domain/ports.ts';
import type { Act } from '../domain/vocabulary.ts';

export type KnownCustomers = Pick<Customers, 'find' | 'placedBefore'>;

/** Each customer is read once in an act: what was judged by a profile is written and sent by the same. */
export function readOnce(customers: KnownCustomers): KnownCustomers {
  const found = new Map<string, Promise<Profile | undefined>>();
  return {
    find: (shop, customer) => {
      const known = found.get(`${shop}/${customer}`) ?? customers.find(shop, customer);
      found.set(`${shop}/${customer}`, known);
      return known;
    },
    placedBefore: (shop, customer, instant) => customers.placedBefore(shop, customer, instant),
  };
}

/** What is known of the customer apart from the order, as far as judging a message needs it. */
export async function circumstancesOf(
  act: Act,
  { shop, order, placed }: RecordedOrder,
  { customers }: { readonly customers: KnownCustomers },
  now: number,
): Promise<Omit<Circumstances, 'settings' | 'now' | 'owner' | 'newCode'>> {
  const profile = await customers.find(shop, placed.customer);
  return {
    mailable: placed.mailable || profile?.email !== undefined,
    pausedBecause: pausedByAnother(profile?.pauses ?? {}, order, now),
    consent: profile?.consent?.offers,
    tone: profile?.chosen?.tone,
    prefersPhone: profile?.chosen?.channel === 'phone',
    visit:
      act === 'ConfirmOrder'
        ? visitOf(placed, await customers.placedBefore(shop, placed.customer, placed.at))
        : undefined,
  };
}

/** Whoever has not been here for that long is welcomed back. */
const longMs = millisecondsOf('P365D');

function visitOf({ at }: RecordedOrder['placed'], before: readonly PlacedOrder[]): Visit {
  const last = before[0]?.placedAt;
  return { nth: before.length + 1, afterLong: last !== undefined && at - last > longMs };
}
