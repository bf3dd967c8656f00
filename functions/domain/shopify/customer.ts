import * as z from 'zod/mini';
import { guestOf } from '../told-to-us/order.ts';
import type { ShopifyNews } from './news.ts';
import { shopifyRedaction } from './shapes.ts';

/**
 * A person who is to be forgotten. Nobody is erased yet, so it stays on the list for a person to do: by the id under
 * which we know them, never by who they are.
 */
export function redacted(payload: object): ShopifyNews {
  const { customer } = z.parse(shopifyRedaction, payload);
  const known = customer?.id ?? (customer?.email === undefined ? undefined : guestOf(customer.email));
  if (known === undefined) return { notTaken: 'it names no customer', stays: true };
  return { notTaken: `the customer ${known} is to be erased: that comes with a later release`, stays: true };
}
