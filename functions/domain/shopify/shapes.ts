import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';
import { instant as ourInstant } from '../times.ts';

/**
 * Shopify's objects, as far as we read them. Every field may be null, absent or of an older shape: what cannot be read
 * is taken as absent, and what then lacks is for our own schemas to say.
 *
 * A webhook brings one of them: each is made when it is first read.
 */
const maybe = <Schema extends z.ZodMiniType>(schema: Schema) => otherwise(z.optional(schema), undefined);
const many = <Schema extends z.ZodMiniType>(schema: Schema) => otherwise(z.array(schema), []);

const text = maybe(
  z.pipe(
    z.string(),
    z.transform((value: string) => (value.trim() === '' ? undefined : value.trim())),
  ),
);
const id = maybe(
  z.pipe(
    z.union([z.int(), z.string()]),
    z.transform((value: number | string) => String(value)),
  ),
);
/** A decimal; older APIs gave numbers. */
const decimal = maybe(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value: number | string) => String(value)),
  ),
);
const instant = maybe(z.string().check(z.refine((value: string) => ourInstant.safeParse(value).success)));
const flag = maybe(z.boolean());
const count = maybe(z.int());

const price = maybe(z.object({ amount: decimal, currency_code: text }));
const priceSet = maybe(z.object({ presentment_money: price, shop_money: price }));
export type PriceSet = z.infer<typeof priceSet>;

const address = maybe(
  z.object({
    name: text,
    first_name: text,
    last_name: text,
    company: text,
    address1: text,
    address2: text,
    zip: text,
    city: text,
    province: text,
    country: text,
    phone: text,
  }),
);
export type ShopifyAddress = z.infer<typeof address>;

const lineItem = z.lazy(() =>
  z.object({
    id,
    name: text,
    title: text,
    quantity: count,
    current_quantity: count,
    price: decimal,
    price_set: priceSet,
    requires_shipping: flag,
    gift_card: flag,
    tax_lines: many(z.object({ price: decimal, price_set: priceSet })),
  }),
);
export type ShopifyLine = z.infer<typeof lineItem>;

export const shopifyOrder = z.lazy(() =>
  z.object({
    id,
    name: text,
    order_number: id,
    test: flag,
    created_at: instant,
    processed_at: instant,
    updated_at: instant,
    cancelled_at: text,
    cancel_reason: text,
    financial_status: text,
    fulfillment_status: text,
    /** Where it was sold: `web`, `pos` … */
    source_name: text,
    /** Of older APIs, before there could be several. */
    gateway: text,
    order_status_url: text,
    payment_gateway_names: many(z.string()),
    payment_terms: maybe(z.looseObject({})),
    email: text,
    contact_email: text,
    phone: text,
    customer_locale: text,
    customer: maybe(
      z.object({
        id,
        first_name: text,
        last_name: text,
        email: text,
        phone: text,
        email_marketing_consent: maybe(z.object({ state: text })),
      }),
    ),
    billing_address: address,
    shipping_address: address,
    line_items: many(lineItem),
    shipping_lines: many(z.object({ title: text, delivery_category: text })),
    taxes_included: flag,
    currency: text,
    presentment_currency: text,
    total_price: decimal,
    total_price_set: priceSet,
    current_total_price: decimal,
    current_total_price_set: priceSet,
  }),
);
export type ShopifyOrder = z.infer<typeof shopifyOrder>;

export const shopifyFulfillment = z.lazy(() =>
  z.object({
    id,
    order_id: id,
    status: text,
    /** Who sends it: `manual`, or the handle of somebody else who takes their time. */
    service: text,
    test: flag,
    created_at: instant,
    updated_at: instant,
    tracking_company: text,
    tracking_number: text,
    tracking_numbers: many(z.string()),
    tracking_url: text,
    tracking_urls: many(z.string()),
    line_items: many(lineItem),
  }),
);

export const shopifyFulfillmentEvent = z.lazy(() =>
  z.object({
    fulfillment_id: id,
    order_id: id,
    status: text,
    test: flag,
    message: text,
    happened_at: instant,
    created_at: instant,
    estimated_delivery_at: text,
  }),
);

export const shopifyRefund = z.lazy(() =>
  z.object({
    id,
    order_id: id,
    created_at: instant,
    processed_at: instant,
    refund_line_items: many(z.object({ line_item_id: id, quantity: count, restock_type: text })),
    transactions: many(
      z.object({ kind: text, status: text, test: flag, amount: decimal, currency: text, gateway: text }),
    ),
  }),
);

export const shopifyEdit = z.lazy(() => z.object({ order_edit: maybe(z.object({ order_id: id })) }));

export const shopifyRedaction = z.object({ customer: maybe(z.object({ id, email: text })) });
