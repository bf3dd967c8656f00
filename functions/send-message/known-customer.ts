import { dayMs } from '../domain/calendar/day.ts';
import type { Circumstances } from '../domain/order/judge.ts';
import { pausedByAnother } from '../domain/order/offers-paused.ts';
import type { RecordedOrder, Visit } from '../domain/order/order.ts';
import type { Customers, Orders, PlacedOrder, Profile } from '../domain/ports.ts';
import { hashOfAddress } from '../domain/told-to-us/identity.ts';
import type { Act } from '../domain/vocabulary.ts';
import { correspondentOf, orderDetailsIn } from './order-details.ts';

export type KnownCustomers = Pick<Customers, 'find' | 'placedBefore' | 'waits' | 'waitsNoMore'>;

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
    waits: (shop, customer, order, now) => customers.waits(shop, customer, order, now),
    waitsNoMore: (shop, customer, order) => customers.waitsNoMore(shop, customer, order),
  };
}

/** What is known of the customer apart from the order, as far as judging a message needs it. */
export async function circumstancesOf(
  act: Act,
  recordedOrder: RecordedOrder,
  { customers, orders }: { readonly customers: KnownCustomers; readonly orders: Pick<Orders, 'details'> },
  now: number,
): Promise<Omit<Circumstances, 'settings' | 'now' | 'owner' | 'newCode'>> {
  const { shop, order, placed } = recordedOrder;
  const profile = await customers.find(shop, placed.customer);
  return {
    addressFails: await doesAddressFail(profile, recordedOrder, orders),
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

/** The details are read only where some address of the customer fails. */
async function doesAddressFail(
  profile: Profile | undefined,
  order: RecordedOrder,
  orders: Pick<Orders, 'details'>,
): Promise<boolean> {
  if (profile?.failing === undefined) return false;
  const { email } = correspondentOf(orderDetailsIn(order, await orders.details(order)), profile);
  return hashOfAddress(email) === profile.failing.address;
}

/** Whoever has not been here for that long is welcomed back. */
const longMs = 365 * dayMs;

function visitOf({ at }: RecordedOrder['placed'], before: readonly PlacedOrder[]): Visit {
  const last = before[0]?.placedAt;
  return { nth: before.length + 1, afterLong: last !== undefined && at - last > longMs };
}
