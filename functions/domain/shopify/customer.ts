import * as z from 'zod/mini';
import { guestOf } from '../told-to-us/order.ts';
import type { ShopifyNews } from './news.ts';
import { shopifyRedaction } from './shapes.ts';

/** A person who is to be forgotten: a customer by Shopify's id, a guest by the hash that stands in their orders. */
export function redacted(payload: object): ShopifyNews {
  const { customer } = z.parse(shopifyRedaction, payload);
  const known = customer?.id ?? (customer?.email === undefined ? undefined : guestOf(customer.email));
  return known === undefined ? { notTaken: 'it names no customer', stays: true } : { erase: known };
}
