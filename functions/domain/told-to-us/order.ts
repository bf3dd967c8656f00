import * as z from 'zod/mini';
import { payments } from '../../../messages/letter.ts';
import { deadlineAfter } from '../calendar/calendar.ts';
import type { OrderFact, PromisedBy } from '../order/facts.ts';
import type { ToldCustomer } from '../ports.ts';
import { id, orderId } from '../ids.ts';
import { money } from '../money.ts';
import { email, locale, phone, zone } from '../people.ts';
import { dayOrInstant, instant } from '../times.ts';
import { webAddress } from '../web-address.ts';
import type { Settings } from '../shop/settings.ts';
import { deliveredBy, happened, known, shippedBy, type Draft, type Telling } from './draft.ts';
import { deliveryKind, deliveryWords, detailLines, factLines, orderedLines } from './goods.ts';
import { hashOfAddress, identify } from './identity.ts';
import { deliverByBeforeShipBy, usualDeliverBy } from './promised.ts';
import { oneLine } from './texts.ts';

/** `POST /orders`. */
export const orderBody = z.object({
  id: orderId,
  number: z.optional(oneLine.check(z.maxLength(100, 'at most 100 characters'))),
  placedAt: z.optional(instant),
  at: z.optional(instant),
  payment: z._default(z.enum(payments), 'paid'),
  payBy: z.optional(dayOrInstant),
  payUrl: z.optional(webAddress),
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
      notify: z._default(z.boolean(), false),
    }),
  ),
  lines: orderedLines,
  total: money,
  delivery: z.optional(z.object({ kind: z._default(deliveryKind, 'parcel'), ...deliveryWords })),
  shipBy: z.optional(dayOrInstant),
  deliverBy: z.optional(dayOrInstant),
});
export type OrderBody = z.infer<typeof orderBody>;

export function orderDraft(body: OrderBody, telling: Telling): Draft<OrderFact> {
  const { settings } = telling;
  const identity = identify('order', body, { natural: body.id, key: telling.key });
  const { at, wrong } = happened(telling, { placedAt: body.placedAt, at: body.at });
  const facts = known(telling, identity, at);
  const { customer, recipient, total } = body;
  const kind = body.delivery?.kind ?? 'parcel';
  return {
    fact: {
      ...facts,
      name: 'order',
      number: body.number ?? body.id,
      customer: customerOf(body),
      zone: customer.zone ?? settings.zone,
      lines: factLines(body.lines, { currency: total.currency, kind }),
      total,
      payment: body.payment,
      payBy: payByOf(body, at, settings),
      kind,
      // Whom nobody can write to hears through the buyer, as without notify.
      notifiesRecipient: recipient?.notify === true && recipient.email !== undefined ? true : undefined,
      ...promisesOf(body, at, settings),
      shipByNamed: body.shipBy !== undefined,
      deliverByNamed: body.deliverBy !== undefined,
      history: facts.old === true,
      mailable: customer.email !== undefined,
      offersRefused: customer.consent?.offers === false,
    },
    natural: true,
    details: detailsOf(body),
    wrong: [...wrong, ...deliverByBeforeShipBy(body, settings)],
  };
}

/** Who the customer is for everything sent from now on. */
export function profileOf(
  { customer: { name, email: address, phone: number, locale: tag, zone: where, consent } }: OrderBody,
  placedAt: number,
): ToldCustomer {
  return {
    name,
    email: address,
    phone: number,
    locale: tag,
    zone: where,
    asOf: placedAt,
    consent: consent && { offers: consent.offers, at: placedAt },
  };
}

/** The shop's own id; a guest is known by the hash of the e-mail; a guest without one is nobody else's guest. */
function customerOf({ id: order, customer }: OrderBody): string {
  if (customer.id !== undefined) return customer.id;
  if (customer.email === undefined) return `order-${order}`;
  return guestOf(customer.email);
}

/**
 * Two addresses are one guest's only where they are the same but for blanks around them and capitals: whether dots or
 * what follows a plus matter only the address's own provider knows, and a guess would show one person another's timeline.
 */
export function guestOf(address: string): string {
  return `guest-${hashOfAddress(address).slice(0, 16)}`;
}

/** By when an awaited payment is hoped for: a named day ends like one for shipping. */
function payByOf({ payment, payBy }: OrderBody, placedAt: number, settings: Settings): PromisedBy | undefined {
  if (payment !== 'awaited') return undefined;
  return payBy === undefined ? deadlineAfter(settings, placedAt, settings.waits.payment) : shippedBy(payBy, settings);
}

/** Resolved now, with the settings of now: what was promised does not change when the shop changes its hours. */
function promisesOf(
  { shipBy, deliverBy }: OrderBody,
  placedAt: number,
  settings: Settings,
): { shipBy: PromisedBy; deliverBy: PromisedBy } {
  const named = deliverBy && deliveredBy(deliverBy, settings);
  const ship = shipBy === undefined ? usualShipBy(placedAt, named, settings) : shippedBy(shipBy, settings);
  return { shipBy: ship, deliverBy: named ?? usualDeliverBy(ship, settings) };
}

/** After the shop's usual time; but what must arrive before that has to leave by then. */
function usualShipBy(placedAt: number, deliverBy: PromisedBy | undefined, settings: Settings): PromisedBy {
  const usual = deadlineAfter(settings, placedAt, settings.promises.ship);
  if (deliverBy === undefined || usual.until <= deliverBy.until) return usual;
  return deliverBy.day === undefined ? deliverBy : shippedBy({ day: deliverBy.day }, settings);
}

function detailsOf({ customer, recipient, lines, total, delivery, payment, payUrl }: OrderBody) {
  const { name, email: address, phone: number, locale: tag, zone: where } = customer;
  return {
    customer: { name, email: address, phone: number, locale: tag, zone: where },
    recipient,
    lines: detailLines(lines),
    total,
    delivery,
    payUrl: payment === 'awaited' ? payUrl : undefined,
  };
}
