import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { deadlineAfter, endOfDeliveryDay } from '../calendar/calendar.ts';
import { payments, type OrderFact, type PromisedBy } from '../order/facts.ts';
import type { Profile } from '../ports.ts';
import { dayOrInstant, email, id, instant, locale, money, orderId, phone, zone } from '../schema.ts';
import type { Settings } from '../shop/settings.ts';
import { deliveredBy, happened, known, shippedBy, type Draft, type Telling, type Wrong } from './draft.ts';
import { identify } from './identity.ts';
import { notYet, oneOf } from './release.ts';
import { mostLines, quantity } from './shares.ts';
import { freeText, oneLine } from './texts.ts';

const tones = ['security', 'pride', 'novelty', 'comfort', 'money', 'sympathy', 'neutral'] as const;

const line = z.object({
  id,
  title: oneLine,
  quantity,
  price: z.optional(money),
  tone: z.optional(z.enum(tones)),
  ships: z._default(z.boolean(), true),
});

const lines = z.array(line).check(
  z.minLength(1, 'an order has at least one line'),
  z.maxLength(mostLines),
  z.check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [index, { id: lineId }] of value.entries()) {
      if (seen.has(lineId)) {
        issues.push({
          code: 'custom',
          input: lineId,
          path: [index, 'id'],
          message: 'another line has this id',
          continue: true,
        });
      }
      seen.add(lineId);
    }
  }),
);

/** `POST /orders`. */
export const orderBody = z.object({
  id: orderId,
  number: z.optional(oneLine.check(z.maxLength(100, 'at most 100 characters'))),
  placedAt: z.optional(instant),
  at: z.optional(instant),
  payment: z._default(oneOf(payments, ['awaited']), 'paid'),
  customer: z.object({
    id: z.optional(id),
    name: oneLine,
    email: z.optional(email),
    phone: z.optional(phone),
    locale: z.optional(locale),
    zone: z.optional(zone),
    consent: z.optional(z.object({ offers: z.boolean() })),
  }),
  recipient: z.optional(
    z.object({
      name: oneLine,
      email: z.optional(email),
      phone: z.optional(phone),
      notify: z._default(notYet, false),
    }),
  ),
  lines,
  total: money,
  delivery: z.optional(
    z.object({
      kind: z._default(oneOf(['parcel', 'pickup-point'], ['collect', 'none']), 'parcel'),
      method: z.optional(oneLine),
      address: z.optional(freeText),
    }),
  ),
  shipBy: z.optional(dayOrInstant),
  deliverBy: z.optional(dayOrInstant),
});
export type OrderBody = z.infer<typeof orderBody>;

export function orderDraft(body: OrderBody, telling: Telling): Draft<OrderFact> {
  const { settings } = telling;
  const identity = identify('order', body, { natural: body.id, key: telling.key });
  const { at, wrong } = happened(telling, { placedAt: body.placedAt, at: body.at });
  const facts = known(telling, identity, at);
  const { customer } = body;
  return {
    fact: {
      ...facts,
      name: 'order',
      number: body.number ?? body.id,
      customer: customerOf(body),
      zone: customer.zone ?? settings.zone,
      lines: body.lines.map((each) => ({
        id: each.id,
        quantity: each.quantity,
        ships: each.ships,
        // Of another currency it says nothing about what is owed.
        price: each.price?.currency === body.total.currency ? each.price.amount : undefined,
      })),
      total: body.total,
      payment: body.payment,
      ...promisesOf(body, at, settings),
      deliverByNamed: body.deliverBy !== undefined,
      history: facts.old === true,
      mailable: customer.email !== undefined,
      offersRefused: customer.consent?.offers === false,
    },
    natural: true,
    details: detailsOf(body),
    wrong: [...wrong, ...contradictions(body, settings)],
  };
}

/** Who the customer is for everything sent from now on. */
export function profileOf(
  { customer: { name, email: address, phone: number, locale: tag, zone: where } }: OrderBody,
  placedAt: number,
): Profile {
  return { name, email: address, phone: number, locale: tag, zone: where, asOf: placedAt };
}

/** The shop's own id; a guest is known by the hash of the e-mail; a guest without one is nobody else's guest. */
function customerOf({ id: order, customer }: OrderBody): string {
  if (customer.id !== undefined) return customer.id;
  if (customer.email === undefined) return `order-${order}`;
  const address = customer.email.trim().toLowerCase();
  return `guest-${createHash('sha256').update(address).digest('hex').slice(0, 16)}`;
}

/** Resolved now, with the settings of now: what was promised does not change when the shop changes its hours. */
function promisesOf(
  { shipBy, deliverBy }: OrderBody,
  placedAt: number,
  settings: Settings,
): { shipBy: PromisedBy; deliverBy: PromisedBy } {
  const named = deliverBy && deliveredBy(deliverBy, settings);
  const ship = shipBy === undefined ? usualShipBy(placedAt, named, settings) : shippedBy(shipBy, settings);
  return {
    shipBy: ship,
    deliverBy: named ?? deadlineAfter(settings, ship.until, settings.promises.deliver, endOfDeliveryDay),
  };
}

/** After the shop's usual time; but what must arrive before that has to leave by then. */
function usualShipBy(placedAt: number, deliverBy: PromisedBy | undefined, settings: Settings): PromisedBy {
  const usual = deadlineAfter(settings, placedAt, settings.promises.ship);
  if (deliverBy === undefined || usual.until <= deliverBy.until) return usual;
  return deliverBy.day === undefined ? deliverBy : shippedBy({ day: deliverBy.day }, settings);
}

function contradictions({ shipBy, deliverBy }: OrderBody, settings: Settings): Wrong[] {
  if (shipBy === undefined || deliverBy === undefined) return [];
  if (deliveredBy(deliverBy, settings).until >= shippedBy(shipBy, settings).until) return [];
  return [{ path: ['deliverBy'], detail: 'comes before shipBy' }];
}

function detailsOf({ customer, recipient, lines: ordered, total, delivery }: OrderBody) {
  const { name, email: address, phone: number, locale: tag, zone: where } = customer;
  return {
    customer: { name, email: address, phone: number, locale: tag, zone: where },
    recipient,
    lines: ordered.map(({ id: lineId, title, quantity: count, price, tone }) => ({
      id: lineId,
      title,
      quantity: count,
      price,
      tone,
    })),
    total,
    delivery,
  };
}
