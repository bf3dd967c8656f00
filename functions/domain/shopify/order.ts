import type { Money, Payment } from '../../../messages/letter.ts';
import { email, locale, phone } from '../people.ts';
import { webAddress } from '../web-address.ts';
import { moneyOf } from './money.ts';
import type { ShopifyAddress, ShopifyLine, ShopifyOrder } from './shapes.ts';
import { cut, fullName, nameOn, travels, wayOf } from './way.ts';

/** Why an order is not taken; undefined where it is. */
export function whyNotTaken({ financial_status: status }: ShopifyOrder): string | undefined {
  return status === 'refunded' || status === 'voided' || status === 'expired' ? `its payment is ${status}` : undefined;
}

/** Shopify's order as the body of our `POST /orders`; it is for that call's schema to say whether it can be taken. */
export function orderBodyFrom(order: ShopifyOrder): object {
  const { billing_address: billing, shipping_address: shipping } = order;
  const buyer = buyerOf(order);
  const payment = paymentOf(order);
  return {
    id: order.id,
    number: order.name ?? (order.order_number === undefined ? undefined : `#${order.order_number}`),
    placedAt: order.created_at ?? order.processed_at,
    payment,
    // Where Shopify itself shows the customer how to pay.
    payUrl: payment === 'awaited' ? firstValid(webAddress, order.order_status_url) : undefined,
    customer: {
      id: order.customer?.id,
      name: cut(buyer),
      email: firstValid(email, order.email, order.contact_email, order.customer?.email),
      phone: firstValid(phone, order.phone, order.customer?.phone, shipping?.phone, billing?.phone),
      locale: firstValid(locale, order.customer_locale),
      consent: order.customer?.email_marketing_consent?.state === 'unsubscribed' ? { offers: false } : undefined,
    },
    recipient: recipientOf(shipping, buyer),
    lines: linesFrom(order),
    total: totalOf(order),
    delivery: wayOf(order),
  };
}

/** The lines as they are now: what was taken away again is left out. */
export function linesFrom(order: ShopifyOrder): object[] {
  return order.line_items.flatMap((line) => lineFrom(line, order));
}

/** What all of it costs now. */
export function totalOf(order: ShopifyOrder): Money | undefined {
  return (
    moneyOf(order.current_total_price_set, order.current_total_price, order.currency) ??
    moneyOf(order.total_price_set, order.total_price, order.presentment_currency ?? order.currency)
  );
}

/**
 * How it is paid. A pending payment is awaited, unless it is clear that it was never meant to come before the goods: in
 * cash on delivery, or later by the terms of an invoice.
 */
function paymentOf(order: ShopifyOrder): Payment {
  const { financial_status: status, payment_terms: terms } = order;
  if (status === 'authorized') return 'authorised';
  if (status !== 'pending' && status !== 'partially_paid') return 'paid';
  const gateways = [...order.payment_gateway_names, order.gateway ?? ''];
  if (gateways.some((gateway) => /cash[ _-]on[ _-]delivery|\bcod\b/i.test(gateway))) return 'on-delivery';
  return terms === undefined ? 'awaited' : 'invoice';
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
      ships: travels(line),
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

/** The first of the values that our schema takes: a wrong phone number must not cost an order. */
function firstValid(
  schema: { safeParse(value: unknown): { success: boolean } },
  ...values: readonly (string | undefined)[]
): string | undefined {
  return values.find((value) => value !== undefined && schema.safeParse(value).success);
}
