import { createHmac } from 'node:crypto';

/**
 * What Shopify would send about one order: its own bare objects, as far as anybody reads them. The order is of the
 * instant it is given, two lamps and a pack of bulbs that leave in two parcels.
 */
export const shopifyOrderId = 5_820_114_937;
export const parcels = { first: 4_471_902_001, second: 4_471_902_002 };

const customer = { first_name: 'Camille', last_name: 'Martin' };
const email = 'camille.martin@customer.example';
const address = {
  ...customer,
  name: 'Camille Martin',
  company: null,
  address1: '14 rue de la Barre',
  address2: '2e étage',
  zip: '69002',
  city: 'Lyon',
  province: null,
  country: 'France',
  country_code: 'FR',
  phone: '+33612345678',
};

const lines = [
  lineItem({ id: 15_001, title: 'Lampe de bureau Orsay', variant: 'laiton', quantity: 2, cents: 8900, grams: 1800 }),
  lineItem({ id: 15_002, title: 'Ampoules E14', variant: 'lot de 4', quantity: 1, cents: 1490, grams: 200 }),
] as const;

/** `orders/create` */
export function order(at: string): object {
  const cents = lines.reduce((sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity, 0);
  const total = decimal(cents);
  return {
    id: shopifyOrderId,
    admin_graphql_api_id: `gid://shopify/Order/${shopifyOrderId}`,
    name: '#1001',
    number: 1,
    order_number: 1001,
    test: false,
    created_at: at,
    processed_at: at,
    updated_at: at,
    cancelled_at: null,
    cancel_reason: null,
    closed_at: null,
    confirmed: true,
    source_name: 'web',
    customer_locale: 'fr-FR',
    email,
    contact_email: email,
    phone: null,
    currency: 'EUR',
    presentment_currency: 'EUR',
    financial_status: 'paid',
    fulfillment_status: null,
    payment_gateway_names: ['shopify_payments'],
    taxes_included: true,
    subtotal_price: total,
    total_discounts: '0.00',
    total_line_items_price: total,
    total_price: total,
    total_price_set: moneySet(total),
    current_total_price: total,
    current_total_price_set: moneySet(total),
    discount_codes: [],
    line_items: lines,
    shipping_lines: [{ id: 9001, code: 'domicile', title: 'Livraison à domicile', price: '0.00', source: 'shopify' }],
    billing_address: address,
    shipping_address: address,
    customer: {
      id: 7_730_562_118,
      email,
      ...customer,
      phone: null,
      state: 'enabled',
      verified_email: true,
      email_marketing_consent: { state: 'not_subscribed', opt_in_level: 'single_opt_in', consent_updated_at: null },
    },
    fulfillments: [],
    refunds: [],
  };
}

/** `fulfillments/create`: the lamps leave first, the bulbs later. */
export function fulfillment(parcel: keyof typeof parcels, at: string): object {
  const number = { first: '6A20461793552', second: '6A20461793569' }[parcel];
  const url = `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}`;
  return {
    id: parcels[parcel],
    order_id: shopifyOrderId,
    name: parcel === 'first' ? '#1001.1' : '#1001.2',
    status: 'success',
    service: 'manual',
    shipment_status: null,
    created_at: at,
    updated_at: at,
    tracking_company: 'Colissimo',
    tracking_number: number,
    tracking_numbers: [number],
    tracking_url: url,
    tracking_urls: [url],
    line_items: [lines[parcel === 'first' ? 0 : 1]],
  };
}

/** `fulfillment_events/create`, once the carrier has scanned the parcel at the door. */
export function delivered(parcel: keyof typeof parcels, at: string): object {
  return {
    id: parcels[parcel] + 100,
    fulfillment_id: parcels[parcel],
    order_id: shopifyOrderId,
    status: 'delivered',
    message: null,
    happened_at: at,
    created_at: at,
    updated_at: at,
    city: 'Lyon',
    zip: '69002',
    country: 'FR',
    estimated_delivery_at: null,
  };
}

/** The webhook as it comes over the wire: the raw bytes, and the headers that Shopify signs them with. */
export function webhook(topic: string, payload: object, id: string, secret: string) {
  const body = JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': id,
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
  };
  return { body, headers };
}

interface Line {
  readonly id: number;
  readonly title: string;
  readonly variant: string;
  readonly quantity: number;
  readonly cents: number;
  readonly grams: number;
}

function lineItem({ id, title, variant, quantity, cents, grams }: Line) {
  return {
    id,
    product_id: id + 1000,
    variant_id: id + 2000,
    title,
    variant_title: variant,
    name: `${title} - ${variant}`,
    sku: `MLU-${id}`,
    vendor: 'Maison Lumière',
    quantity,
    current_quantity: quantity,
    price: decimal(cents),
    price_set: moneySet(decimal(cents)),
    grams,
    requires_shipping: true,
    gift_card: false,
    taxable: true,
    tax_lines: [],
    fulfillment_status: null,
    properties: [],
  };
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}

function moneySet(amount: string) {
  return {
    shop_money: { amount, currency_code: 'EUR' },
    presentment_money: { amount, currency_code: 'EUR' },
  };
}
