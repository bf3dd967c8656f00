import { recorded } from '../domain/order/order.ts';
import { struckIn } from '../domain/order/struck.ts';
import type { Customers, Orders, Profile, Shops } from '../domain/ports.ts';
import { defaultSettings, type Settings } from '../domain/shop/settings.ts';
import type { PlaceOfOrder } from '../erase-customer/erase-customer.ts';
import { customerNamed } from '../http/customers.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { cursorAt, sliceOf, type Page } from '../http/lists.ts';
import { unknown } from '../http/problem.ts';
import { orderView } from '../show-order/order-view.ts';

export interface ExportCustomerPorts {
  readonly orders: Pick<Orders, 'find' | 'details'>;
  readonly shops: Shops;
  readonly customers: Pick<Customers, 'find'>;
  /** The orders that the customer placed, by when; `after`: the `next` of the page before. */
  readonly placed: {
    page(shop: string, customer: string, limit: number, after: string | undefined): Promise<Page<PlaceOfOrder>>;
  };
  readonly timeline: {
    page(shop: string, customer: string, limit: number, after: string | undefined): Promise<Page<unknown>>;
  };
}

/**
 * Lambda answers 6 MB at most. One page ends where it has grown beyond half of that (an order, or the entries that are read
 * at once, fit into the other half), or where so many orders were read that the caller has waited long enough.
 */
const mostBytes = 3_000_000;
const mostOrders = 500;
const ordersAtOnce = 20;
const entriesAtOnce = 200;

interface Part {
  readonly orders: object[];
  readonly timeline: unknown[];
  /** The key after which the next page begins: first the orders, then the timeline. */
  readonly next?: string | undefined;
}

/**
 * `GET /customers/{id}/export`: all that is known of a person. Who has few orders gets it in one piece; else `next` is the
 * cursor of what follows, as in every list.
 */
export function exportCustomer(ports: ExportCustomerPorts): DecideForShop {
  return async (shop, call) => {
    const customer = customerNamed(call);
    const list = `export of ${shop} ${customer}`;
    const { after } = sliceOf(call, list, /^(AT#.+|AT#|\d.+)$/);
    const [profile, settings = defaultSettings] = await Promise.all([
      ports.customers.find(shop, customer),
      ports.shops.settings(shop),
    ]);
    const { orders, timeline, next } = await partOf(shop, customer, after, settings, call.now, ports);
    const isEmpty = orders.length === 0 && timeline.length === 0;
    if (profile === undefined && isEmpty && after === undefined) throw unknown('customer');
    const json = { customer: { id: customer, ...shown(profile) }, orders, timeline, next: cursorAt(next, list) };
    return { status: 200, json };
  };
}

async function partOf(
  shop: string,
  customer: string,
  after: string | undefined,
  settings: Settings,
  now: number,
  ports: ExportCustomerPorts,
): Promise<Part> {
  const [orders, timeline]: [object[], unknown[]] = [[], []];
  let bytes = 0;
  let place = after;
  while (place === undefined || !place.startsWith(entries)) {
    const { items, next } = await ports.placed.page(shop, customer, ordersAtOnce, place);
    const found = await Promise.all(items.map(({ order }) => exportedOrder(shop, order, settings, now, ports)));
    place = next ?? entries;
    for (const [index, order] of found.entries()) {
      if (order === undefined) continue;
      orders.push(order);
      bytes += bytesOf(order);
      const isLast = index === found.length - 1;
      if (bytes > mostBytes || orders.length >= mostOrders) {
        return { orders, timeline, next: isLast ? place : items[index]!.place };
      }
    }
  }
  for (;;) {
    const { items, next } = await ports.timeline.page(
      shop,
      customer,
      entriesAtOnce,
      place === entries ? undefined : place,
    );
    timeline.push(...items);
    bytes += bytesOf(items);
    if (next === undefined || bytes > mostBytes) return { orders, timeline, next };
    place = next;
  }
}

/** The beginning of the timeline, and of every key in it. */
const entries = 'AT#';
const bytesOf = (shown: object): number => Buffer.byteLength(JSON.stringify(shown));

/** As `GET /orders/{id}` shows it, and each fact whole, with what was written beside it. */
async function exportedOrder(
  shop: string,
  id: string,
  settings: Settings,
  now: number,
  { orders }: ExportCustomerPorts,
): Promise<object | undefined> {
  const order = await orders.find(shop, id);
  if (order === undefined || recorded(order) === undefined) return undefined;
  const details = await orders.details(order);
  const struck = struckIn(order);
  const facts = order.facts.map(({ id: fact, at, learnedAt, ...said }) => ({
    fact,
    ...said,
    at: iso(at),
    learnedAt: iso(learnedAt),
    hash: undefined,
    corrected: struck.has(fact) ? true : undefined,
    fate: order.fates[fact],
    details: details.get(fact),
  }));
  return { ...orderView(order, details, settings, now), facts };
}

function shown(profile: Profile | undefined): object {
  if (profile === undefined) return {};
  const { name, email, phone, locale, zone, chosen, chosenAt, consent, pauses, failing } = profile;
  return {
    name,
    email,
    phone,
    locale,
    zone,
    preferences: chosen,
    preferencesAt: chosenAt === undefined ? undefined : iso(chosenAt),
    consent: consent && { offers: consent.offers, at: iso(consent.at) },
    offersPaused: pauses && Object.entries(pauses).map(([order, { why }]) => ({ order, why })),
    mailsComeBackSince: failing && iso(failing.at),
  };
}

const iso = (instant: number): string => new Date(instant).toISOString();
