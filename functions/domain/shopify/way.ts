import type { DeliveryKind } from '../../../messages/letter.ts';
import { longestText } from '../told-to-us/written.ts';
import type { ShopifyAddress, ShopifyOrder } from './shapes.ts';

/** How an order reaches the customer, in the words of our own `delivery`. */
export interface Way {
  readonly kind: DeliveryKind;
  readonly method?: string | undefined;
  readonly address?: string | undefined;
}

/** What Shopify calls a way of delivery, in one spelling, and what it is to us. */
const categories: { readonly [category: string]: DeliveryKind | undefined } = {
  pickup: 'collect',
  localpickup: 'collect',
  retail: 'collect',
  pickuppoint: 'pickup-point',
  none: 'none',
};

/**
 * Undefined where nothing is said of it. No field of Shopify's orders says "local pickup" in every year of its API; what
 * all of them share is that such an order names a way of delivery and no address.
 */
export function wayOf(order: ShopifyOrder): Way | undefined {
  const { shipping_address: address, shipping_lines: lines } = order;
  const [line] = lines;
  const method = cut(line?.title);
  if (!order.line_items.some(travels)) return order.line_items.length === 0 ? undefined : { kind: 'none' };
  const category = categories[line?.delivery_category?.toLowerCase().replaceAll(/[^a-z]/g, '') ?? ''];
  if (category !== undefined) return { kind: category, method, address: cut(address && postal(address)) };
  if (address !== undefined) return { kind: 'parcel', method, address: cut(postal(address)) };
  if (order.source_name === 'pos') return wayFromCounter(order, method);
  return line === undefined ? undefined : { kind: 'collect', method };
}

/** Sold over the counter: what was handed over there and then travels no more, the rest is collected. */
function wayFromCounter({ fulfillment_status: status }: ShopifyOrder, method: string | undefined): Way {
  return status === 'fulfilled' ? { kind: 'none' } : { kind: 'collect', method };
}

export function travels(line: {
  readonly requires_shipping?: boolean | undefined;
  readonly gift_card?: boolean | undefined;
}): boolean {
  return line.requires_shipping ?? line.gift_card !== true;
}

export function nameOn(address: ShopifyAddress): string | undefined {
  return address?.name ?? fullName(address) ?? address?.company;
}

export function fullName(
  person: { first_name?: string | undefined; last_name?: string | undefined } | undefined,
): string | undefined {
  const parts = [person?.first_name, person?.last_name].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function postal(address: NonNullable<ShopifyAddress>): string | undefined {
  const { company, address1, address2, zip, city, province, country } = address;
  const place = [zip, city].filter((part) => part !== undefined).join(' ');
  const lines = [nameOn(address), company, address1, address2, place, province, country];
  const written = [...new Set(lines.filter((part) => part !== undefined && part !== ''))];
  return written.length === 0 ? undefined : written.join('\n');
}

export const cut = (text: string | undefined): string | undefined => text?.slice(0, longestText).toWellFormed();
