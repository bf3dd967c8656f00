import {
  addDays,
  dayOf,
  deadlineAfter,
  endOfDeliveryDay,
  endOfShippingDay,
} from '../../../functions/domain/calendar/calendar.ts';
import type { Fact, OrderFact, PromisedBy, Share } from '../../../functions/domain/order/facts.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { CompleteSettings } from '../../../functions/domain/shop/settings.ts';
import type { OrderDetails } from '../../../functions/send-message/order-details.ts';
import type { Life } from './lives.ts';
import type { Telling } from './steps.ts';

/** Personal values that occur nowhere else: where one turns up, a person has leaked. */
export const canaries = [
  'Zoe Quillfeather',
  'zoe@quillfeather.example',
  '+33 6 99 88 77 66',
  '9 Quillfeather Lane',
] as const;

export const details: OrderDetails = {
  customer: { name: canaries[0], email: canaries[1], phone: canaries[2], locale: 'en' },
  lines: [
    { id: 'vase', title: 'Blue vase', quantity: 1, price: { amount: 4900, currency: 'EUR' } },
    { id: 'bowl', title: 'Small bowl', quantity: 2, price: { amount: 1500, currency: 'EUR' } },
    { id: 'card', title: 'Gift card', quantity: 1, price: { amount: 2000, currency: 'EUR' } },
  ],
  total: { amount: 9900, currency: 'EUR' },
  delivery: { kind: 'parcel', method: 'Colissimo', address: canaries[3] },
};

export const orderNumber = '#1001';

/** The order that a life begins with, as the shop's own promises have it. */
export function orderFact(life: Life, settings: CompleteSettings, placedAt: number): OrderFact {
  const { order, shop } = life;
  const shipBy = shipByOf(order.shipBy, settings, placedAt);
  const deliverBy = order.deliverByNamed
    ? named(dayOf(settings.zone, shipBy.until), 4, endOfDeliveryDay, settings)
    : deadlineAfter(settings, shipBy.until, settings.promises.deliver, endOfDeliveryDay);
  return {
    id: 'order:1001',
    name: 'order',
    hash: 'hash-of-the-order',
    at: placedAt,
    learnedAt: placedAt + order.learnedAfter,
    number: orderNumber,
    customer: 'zoe',
    zone: shop.customerZone ?? settings.zone,
    lines: [
      { id: 'vase', quantity: 1, ships: order.lines !== 'none-ships' },
      { id: 'bowl', quantity: 2, ships: order.lines !== 'none-ships' },
      { id: 'card', quantity: 1, ships: order.lines === 'all-ship' },
    ],
    shipBy,
    deliverBy,
    deliverByNamed: order.deliverByNamed,
    history: order.history,
    mailable: order.mailable,
    offersRefused: order.offersRefused,
  };
}

function shipByOf(days: number | undefined, settings: CompleteSettings, placedAt: number): PromisedBy {
  if (days === undefined) return deadlineAfter(settings, placedAt, settings.promises.ship, endOfShippingDay);
  return named(dayOf(settings.zone, placedAt), days, endOfShippingDay, settings);
}

function named(
  from: string,
  days: number,
  endOf: (shop: CompleteSettings, day: string) => number,
  settings: CompleteSettings,
): Required<PromisedBy> {
  const day = addDays(from, days);
  return { day, until: endOf(settings, day) };
}

const shares: readonly (readonly Share[])[] = [
  [{ id: 'vase', quantity: 1 }],
  [{ id: 'bowl', quantity: 1 }],
  [{ id: 'bowl', quantity: 2 }],
  [
    { id: 'vase', quantity: 1 },
    { id: 'card', quantity: 1 },
  ],
];

/** What is told now, as the HTTP functions would record it. Undefined: there is nothing of the kind to tell. */
export function factOf(
  telling: Telling,
  learnedAt: number,
  happenedBefore: number,
  settings: CompleteSettings,
  order: Order | undefined,
): Fact | undefined {
  const at = learnedAt - happenedBefore;
  const known = (id: string, body: unknown) => ({ id, at, learnedAt, hash: JSON.stringify([body, happenedBefore]) });
  const parcelOf = (parcel: number | undefined) => (parcel === undefined ? undefined : `p${parcel}`);
  const today = dayOf(settings.zone, learnedAt);
  switch (telling.tell) {
    case 'shipment': {
      const parcel = `p${telling.parcel}`;
      const deliverBy =
        telling.deliverBy === undefined ? undefined : named(today, telling.deliverBy, endOfDeliveryDay, settings);
      const lines = telling.lines === undefined ? undefined : shares[telling.lines];
      return {
        ...known(`shipment:${parcel}`, telling),
        name: 'shipment',
        parcel,
        carrier: 'Colissimo',
        lines,
        deliverBy,
      };
    }
    case 'delivery': {
      const parcel = `p${telling.parcel}`;
      return { ...known(`delivery:${parcel}`, telling), name: 'delivery', parcel, toNeighbour: telling.neighbour };
    }
    case 'delay': {
      const endOf = telling.of === 'shipment' ? endOfShippingDay : endOfDeliveryDay;
      const until = telling.until === undefined ? undefined : named(today, telling.until, endOf, settings);
      const { of, parcel } = telling;
      return { ...known(`delay:${learnedAt}-${of}`, telling), name: 'delay', of, parcel: parcelOf(parcel), until };
    }
    case 'word': {
      const { word, parcel } = telling;
      const about = word === 'problem' ? telling.about : undefined;
      return {
        ...known(`word:${learnedAt}-${word}`, telling),
        name: 'word',
        word,
        about,
        parcel: parcelOf(parcel),
        by: 'customer',
      };
    }
    case 'choice':
      return { ...known(`choice:${learnedAt}`, telling), name: 'choice', choice: telling.choice };
    case 'completion': {
      const tasks = [...new Set((order?.told ?? []).flatMap(({ task }) => task?.task ?? []))];
      const task = tasks[telling.task % Math.max(1, tasks.length)];
      return task === undefined ? undefined : { ...known(`completion:${task}`, task), name: 'completion', task };
    }
    case 'again': {
      const told = order?.facts ?? [];
      return told[telling.fact % Math.max(1, told.length)];
    }
  }
}
