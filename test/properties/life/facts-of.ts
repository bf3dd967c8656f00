import { keyTag } from '../../../functions/send-message/mail-tags.ts';
import {
  addDays,
  dayOf,
  deadlineAfter,
  endOfDeliveryDay,
  endOfShippingDay,
} from '../../../functions/domain/calendar/calendar.ts';
import type { Fact, OrderFact, OrderLine, PromisedBy, Share } from '../../../functions/domain/order/facts.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import type { CompleteSettings } from '../../../functions/domain/shop/settings.ts';
import type { OrderDetails } from '../../../functions/send-message/order-details.ts';
import type { Life } from './lives.ts';
import type { DayNamed, Decision, Telling } from './steps.ts';

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
  payUrl: 'https://belles-choses.example/pay',
  delivery: { kind: 'parcel', method: 'Colissimo', address: canaries[3] },
};

/** Where the customer is written to, once the shop has said so. */
export const reachedAt = { email: 'zoe@elsewhere.example', phone: '+33 6 11 22 33 44' };

/** Whoever receives it, where it is a gift. */
export const recipient = { name: 'Rosa Nightingale', email: 'rosa@nightingale.example' };

/** What stands beside the order fact. */
export function detailsOf({ order }: Life): OrderDetails {
  const { email, ...unreached } = details.customer;
  return {
    ...details,
    customer: order.mailable ? { ...unreached, email } : unreached,
    recipient: order.isGift ? recipient : undefined,
    delivery: { ...details.delivery, kind: order.kind },
  };
}

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
      { id: 'vase', quantity: 1, ships: order.lines !== 'none-ships' && order.kind !== 'none', price: 4900 },
      { id: 'bowl', quantity: 2, ships: order.lines !== 'none-ships' && order.kind !== 'none', price: 1500 },
      { id: 'card', quantity: 1, ships: order.lines === 'all-ship' && order.kind !== 'none', price: 2000 },
    ],
    total: details.total,
    payment: order.payment,
    payBy: order.payment === 'awaited' ? deadlineAfter(settings, placedAt, settings.waits.payment) : undefined,
    kind: order.kind,
    notifiesRecipient: order.isGift ? true : undefined,
    shipBy,
    shipByNamed: order.shipBy !== undefined,
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

/** What an order may be changed to. */
const orderedAnew: readonly (readonly OrderLine[])[] = [
  [{ id: 'vase', quantity: 1, ships: true, price: 4900 }],
  [
    { id: 'vase', quantity: 2, ships: true, price: 4900 },
    { id: 'bowl', quantity: 2, ships: true, price: 1500 },
  ],
  [
    { id: 'vase', quantity: 1, ships: true, price: 4900 },
    { id: 'bowl', quantity: 2, ships: true, price: 1500 },
    { id: 'card', quantity: 3, ships: false, price: 2000 },
  ],
  [{ id: 'card', quantity: 1, ships: false, price: 2000 }],
];

export const shares: readonly (readonly Share[])[] = [
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
  const known: Known = (id, body) => ({
    // What has no natural id is named by what it says, and when.
    id: id.includes(':') ? id : `${id}:${learnedAt}-${JSON.stringify(body).replaceAll(/[^a-z0-9]+/g, '-')}`,
    at,
    learnedAt,
    hash: JSON.stringify([body, happenedBefore]),
  });
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
    case 'completion': {
      const tasks = [...new Set((order?.told ?? []).flatMap(({ task }) => task?.task ?? []))];
      const task = tasks[telling.task % Math.max(1, tasks.length)];
      return task === undefined ? undefined : { ...known(`completion:${task}`, task), name: 'completion', task };
    }
    default:
      return decisionOf(telling, known, { today, settings, order });
  }
}

type Known = (id: string, body: unknown) => { id: string; at: number; learnedAt: number; hash: string };

/** The last day of leaving that anybody named; of an order that is not known yet nobody can tell. */
function lastShipBy(order: Order | undefined): number {
  const facts = order?.facts ?? [];
  if (!facts.some(({ name }) => name === 'order')) return Number.POSITIVE_INFINITY;
  const stated = facts.flatMap((fact) => ('shipBy' in fact && fact.shipBy !== undefined ? [fact.shipBy.until] : []));
  const said = order!.told.flatMap(({ promises }) => promises.filter(({ promise }) => promise === 'ship'));
  return Math.max(...stated, ...said.map(({ until }) => until));
}

/** Facts about decisions, problems and money. */
function decisionOf(
  telling: Decision,
  known: Known,
  { today, settings, order }: { today: string; settings: CompleteSettings; order: Order | undefined },
): Fact | undefined {
  const day = (days: DayNamed, endOf: typeof endOfShippingDay): PromisedBy | undefined =>
    days === undefined ? undefined : named(today, days, endOf, settings);
  const linesOf = (lines: number | undefined) => (lines === undefined ? undefined : shares[lines]);
  switch (telling.tell) {
    case 'choice':
      return { ...known('choice', telling), name: 'choice', choice: telling.choice, lines: linesOf(telling.lines) };
    case 'stock-out': {
      const { hasReplacement } = telling;
      const restockOn = day(telling.restockOn, endOfShippingDay);
      return {
        ...known('stock-out', telling),
        name: 'stock-out',
        lines: shares[telling.lines]!,
        restockOn,
        hasReplacement,
      };
    }
    case 'incident': {
      const { kind } = telling;
      const keptUntil = kind === 'held-at-pickup' ? day(telling.keptUntil, endOfDeliveryDay) : undefined;
      return { ...known('incident', telling), name: 'incident', parcel: `p${telling.parcel}`, kind, keptUntil };
    }
    case 'cancellation':
      return { ...known('cancellation', telling), name: 'cancellation', by: telling.by, lines: linesOf(telling.lines) };
    case 'refund': {
      const refund = `r${telling.refund}`;
      return { ...known(`refund:${refund}`, telling), name: 'refund', refund, amount: telling.amount };
    }
    case 'outcome': {
      const cases = [...new Set((order?.told ?? []).flatMap((told) => told.case?.id ?? []))];
      const { outcome, amount, promo } = telling;
      const until = day(telling.until, endOfShippingDay);
      const of = cases[telling.of % Math.max(1, cases.length)];
      return of === undefined
        ? undefined
        : { ...known('outcome', telling), name: 'outcome', case: of, outcome, amount, until, promo };
    }
    case 'shipment-correction': {
      const deliverBy = day(telling.deliverBy, endOfDeliveryDay);
      const parcel = `p${telling.parcel}`;
      return {
        ...known('shipment-correction', telling),
        name: 'shipment-correction',
        parcel,
        trackingNumber: '7B1',
        deliverBy,
      };
    }
    case 'correction': {
      const told = (order?.facts ?? []).filter(({ name }) => name !== 'order' && name !== 'correction');
      const fact = told[telling.fact % Math.max(1, told.length)]?.id;
      return fact === undefined ? undefined : { ...known(`correction:${fact}`, fact), name: 'correction', fact };
    }
    case 'payment': {
      const { status } = telling;
      const { at } = known(`payment:${status}`, telling);
      const shipBy = deadlineAfter(settings, at, settings.promises.ship, endOfShippingDay);
      const deliverBy = deadlineAfter(settings, shipBy.until, settings.promises.deliver, endOfDeliveryDay);
      const days = status === 'paid' ? { shipBy, deliverBy } : {};
      return { ...known(`payment:${status}`, telling), name: 'payment', status, ...days };
    }
    case 'change': {
      const { lines, total, kind } = telling;
      const arrives = day(telling.deliverBy, endOfDeliveryDay);
      // Refused: without another day of leaving, the one that was promised stands.
      if (arrives !== undefined && telling.shipBy === undefined && arrives.until < lastShipBy(order)) return undefined;
      return {
        ...known('change', telling),
        name: 'change',
        lines:
          lines === undefined
            ? undefined
            : orderedAnew[lines]!.map((line) => ({ ...line, ships: line.ships && kind !== 'none' })),
        total: total === undefined ? undefined : { amount: total, currency: 'EUR' },
        kind,
        movesDelivery: kind !== undefined,
        shipBy: day(telling.shipBy, endOfShippingDay),
        deliverBy: arrives,
      };
    }
    case 'resend':
    case 'mail-failed': {
      // Only of what went out as a mail.
      const sent = (order?.told ?? []).filter(({ sesId }) => sesId !== undefined);
      const message = sent[telling.message % Math.max(1, sent.length)]?.key;
      if (message === undefined) return undefined;
      if (telling.tell === 'resend') return { ...known('resend', telling), name: 'resend', message };
      const { why } = telling;
      return { ...known(`mail-failed:${keyTag(message)}-${why}`, telling), name: 'mail-failed', message, why };
    }
    case 'notice':
      return { ...known('notice', telling), name: 'notice', parcel: `p${telling.parcel}` };
    case 'again': {
      const told = order?.facts ?? [];
      return told[telling.fact % Math.max(1, told.length)];
    }
  }
}
