import type { Money } from '../../../messages/letter.ts';
import { email, locale, phone } from '../schema.ts';
import { moneyOf } from './money.ts';
import { longestText } from '../told-to-us/texts.ts';
import type { ShopifyAddress, ShopifyLine, ShopifyOrder } from './shapes.ts';

/** Why an order is not taken now; undefined where it is. */
export function whyNotTaken({ financial_status: status, ...order }: ShopifyOrder): string | undefined {
  if (status === 'refunded' || status === 'voided' || status === 'expired') return `its payment is ${status}`;
  const isAwaited = status === 'pending' || status === 'partially_paid';
  if (isAwaited && paymentOf({ ...order, financial_status: status }) === undefined) {
    return 'its payment is awaited: orders that wait for their payment come with a later release';
  }
  return undefined;
}

/** Shopify's order as the body of our `POST /orders`; it is for that call's schema to say whether it can be taken. */
export function orderBodyFrom(order: ShopifyOrder): object {
  const { billing_address: billing, shipping_address: shipping } = order;
  const buyer = buyerOf(order);
  return {
    id: order.id,
    number: order.name ?? (order.order_number === undefined ? undefined : `#${order.order_number}`),
    placedAt: order.created_at ?? order.processed_at,
    payment: paymentOf(order) ?? 'paid',
    customer: {
      id: order.customer?.id,
      name: cut(buyer),
      email: firstValid(email, order.email, order.contact_email, order.customer?.email),
      phone: firstValid(phone, order.phone, order.customer?.phone, shipping?.phone, billing?.phone),
      locale: firstValid(locale, order.customer_locale),
      consent: order.customer?.email_marketing_consent?.state === 'unsubscribed' ? { offers: false } : undefined,
    },
    recipient: recipientOf(shipping, buyer),
    lines: order.line_items.flatMap((line) => lineFrom(line, order)),
    total:
      moneyOf(order.current_total_price_set, order.current_total_price, order.currency) ??
      moneyOf(order.total_price_set, order.total_price, order.presentment_currency ?? order.currency),
    delivery:
      shipping === undefined
        ? undefined
        : { kind: 'parcel', method: cut(order.shipping_lines[0]?.title), address: cut(postal(shipping)) },
  };
}

/** How it is paid, as far as that is settled; undefined while it waits for a payment we know nothing of. */
function paymentOf(
  order: Pick<ShopifyOrder, 'financial_status' | 'payment_gateway_names' | 'payment_terms'>,
): string | undefined {
  const { financial_status: status, payment_gateway_names: gateways, payment_terms: terms } = order;
  if (status === 'authorized') return 'authorised';
  if (status !== 'pending' && status !== 'partially_paid') return 'paid';
  if (gateways.some((gateway) => /cash on delivery|\bcod\b/i.test(gateway))) return 'on-delivery';
  return terms === undefined ? undefined : 'invoice';
}

/** Whom we speak to: nobody is greeted by an empty name. */
function buyerOf({
  customer,
  billing_address: billing,
  shipping_address: shipping,
  email: address,
  name,
  id,
}: ShopifyOrder): string | undefined {
  return fullName(customer) ?? nameOn(billing) ?? nameOn(shipping) ?? address?.split('@')[0] ?? name ?? id;
}

function nameOn(address: ShopifyAddress): string | undefined {
  return address?.name ?? fullName(address) ?? address?.company;
}

function fullName(
  person: { first_name?: string | undefined; last_name?: string | undefined } | undefined,
): string | undefined {
  const parts = [person?.first_name, person?.last_name].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Who receives it, where that is not who bought it. */
function recipientOf(shipping: ShopifyAddress, buyer: string | undefined): object | undefined {
  const name = nameOn(shipping);
  if (name === undefined || name.toLowerCase() === buyer?.toLowerCase()) return undefined;
  return { name: cut(name), phone: firstValid(phone, shipping?.phone) };
}

function lineFrom(line: ShopifyLine, order: ShopifyOrder): object[] {
  const quantity = line.current_quantity ?? line.quantity;
  if (quantity === 0) return [];
  return [
    {
      id: line.id,
      title: cut(line.name ?? line.title),
      quantity,
      price: unitPrice(line, order),
      ships: line.requires_shipping ?? line.gift_card !== true,
    },
  ];
}

/** A unit's price, tax included. Left out where the tax of one unit cannot be told to the cent. */
function unitPrice(
  line: ShopifyLine,
  { taxes_included: isIncluded, currency, presentment_currency: shown }: ShopifyOrder,
): Money | undefined {
  const price = moneyOf(line.price_set, line.price, line.price_set === undefined ? currency : (shown ?? currency));
  if (price === undefined || isIncluded !== false) return price;
  const taxes = line.tax_lines.map((tax) => moneyOf(tax.price_set, tax.price, price.currency));
  const tax = taxes.reduce(
    (sum, each) => sum + (each === undefined || each.currency !== price.currency ? Number.NaN : each.amount),
    0,
  );
  const perUnit = tax / (line.quantity ?? 1);
  return Number.isInteger(perUnit) ? { ...price, amount: price.amount + perUnit } : undefined;
}

function postal(address: NonNullable<ShopifyAddress>): string | undefined {
  const { company, address1, address2, zip, city, province, country } = address;
  const place = [zip, city].filter((part) => part !== undefined).join(' ');
  const lines = [nameOn(address), company, address1, address2, place, province, country];
  const written = [...new Set(lines.filter((part) => part !== undefined && part !== ''))];
  return written.length === 0 ? undefined : written.join('\n');
}

/** The first of the values that our schema takes: a wrong phone number must not cost an order. */
function firstValid(
  schema: { safeParse(value: unknown): { success: boolean } },
  ...values: readonly (string | undefined)[]
): string | undefined {
  return values.find((value) => value !== undefined && schema.safeParse(value).success);
}

const cut = (text: string | undefined): string | undefined => text?.slice(0, longestText).toWellFormed();
