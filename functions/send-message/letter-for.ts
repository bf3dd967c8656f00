import type { Letter, Letterhead, Particulars } from '../../messages/letter.ts';
import { read } from '../domain/order/reading.ts';
import { caseBodies } from './bodies/cases.ts';
import { decisionBodies } from './bodies/decisions.ts';
import { deliveryBodies } from './bodies/delivery.ts';
import type { Bodies, Material } from './bodies/material.ts';
import { shippingBodies } from './bodies/shipping.ts';
import { letterheadOf } from './letterhead.ts';

/** The letter that a told entry stands for: what was judged, with the names and texts beside it. */
export function letterFor(material: Omit<Material, 'reading'>): Letter {
  const { told } = material;
  if (!isLetter(told.message)) throw new Error(`${told.message} is not a letter to a customer`);
  const message = told.message as AboutAnOrder;
  const body = bodies[message]({ ...material, reading: read(material.order) });
  return { message, head: headOf(material), body } as Letter;
}

/** All but the letter that is not about one act of an order: promos that were held back go together, whatever their orders. */
type AboutAnOrder = Exclude<keyof Particulars, 'offer-promo'>;

const bodies: Bodies<AboutAnOrder> = { ...shippingBodies, ...deliveryBodies, ...caseBodies, ...decisionBodies };

/** Whether it is a message to the customer about one act of an order; the others are matters of staff. */
export function isLetter(message: string): boolean {
  return message in bodies;
}

function headOf({
  order: { placed },
  settings,
  customer,
  giftOf,
  link,
  preferences,
  noOffers,
  now,
  told,
}: Omit<Material, 'reading'>): Letterhead {
  const { number, at: placedAt, kind } = placed;
  const head = letterheadOf(settings, {
    locale: customer.locale,
    name: customer.name,
    order: { number, placedAt, collect: kind === 'collect' ? true : undefined },
    ways: { link, preferences, noOffers },
    tone: told.tone,
    now,
  });
  return { ...head, now: told.at > now ? told.at : now, giftOf };
}
