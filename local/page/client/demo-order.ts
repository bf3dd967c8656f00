import type { OrderShown } from './shown.ts';
import { dayAfter, dayInWords } from './words.ts';

export type Language = 'en' | 'fr';

const customers = ['Camille Martin', 'Noah Petit', 'Anna Keller', 'Louis Bernard', 'Mia O’Connor', 'Jules Robert'];
/** One lamp and two blankets. */
const goodsInDemoOrder = 3;
const titles = {
  en: { lamp: 'Desk lamp “Lucie”', blanket: 'Wool blanket' },
  fr: { lamp: 'Lampe de bureau « Lucie »', blanket: 'Plaid en laine' },
};

/** A fresh order of the shop's: a lamp and two blankets, so that it can be shipped in parts. */
export function demoOrder(n: number, language: Language): { readonly id: string } & Readonly<Record<string, unknown>> {
  const name = customers[(n - 1) % customers.length]!;
  const address = { en: 'Apartment 3\n12 rue Oberkampf\n75011 Paris', fr: '12 rue Oberkampf\n75011 Paris' }[language];
  return {
    id: `demo-${n}`,
    number: `#${1000 + n}`,
    customer: {
      id: `customer-${n}`,
      name,
      email: `${name.split(' ')[0]!.toLowerCase()}@customer.example`,
      phone: '+33612345678',
      locale: language,
    },
    lines: [
      { id: 'lamp', title: titles[language].lamp, quantity: 1, price: { amount: 8900, currency: 'EUR' } },
      { id: 'blanket', title: titles[language].blanket, quantity: 2, price: { amount: 4500, currency: 'EUR' } },
    ],
    total: { amount: 17_900, currency: 'EUR' },
    delivery: { kind: 'parcel', method: 'Colissimo', address: `${name}\n${address}` },
  };
}

/** The next demo order's number, after those that are there. */
export function nextNumber(orders: readonly string[]): number {
  const numbers = orders.map((id) => Number(/^demo-(\d+)$/.exec(id)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

/** A fact that somebody may tell next. */
export interface Fact {
  readonly label: string;
  readonly kind: 'shipments' | 'deliveries' | 'delays' | 'words';
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Facts {
  readonly shop: readonly Fact[];
  readonly carrier: readonly Fact[];
  readonly customer: readonly Fact[];
}

/** What makes sense next for an order, told at `now`. */
export function nextFacts(order: OrderShown, now: string): Facts {
  const toShip = isLeftToShip(order);
  const underWay = order.parcels.filter(({ status }) => status === 'under-way');
  const parcel = `${order.id}-P${order.parcels.length + 1}`.slice(-64);
  const shipment = {
    parcel,
    carrier: 'Colissimo',
    trackingNumber: `8R${String(order.parcels.length + 1).padStart(11, '0')}`,
  };
  const inParts = toShip && order.parcels.length === 0 && isDemo(order);
  return {
    shop: [
      ...(toShip ? [fact(order.parcels.length === 0 ? 'Shipped' : 'The rest is shipped', 'shipments', shipment)] : []),
      ...(inParts ? [fact('Shipped in part', 'shipments', { ...shipment, lines: [{ id: 'lamp', quantity: 1 }] })] : []),
      ...(toShip ? [delay(order, 'ship', now)] : []),
    ],
    carrier: underWay.flatMap(({ parcel: name }, index) => [
      fact(underWay.length === 1 ? 'Delivered' : `Parcel ${index + 1} delivered`, 'deliveries', { parcel: name }),
      ...(toShip || index > 0 ? [] : [delay(order, 'deliver', now, name)]),
    ]),
    customer: [
      word('Received', { word: 'received' }, now),
      word('Not yet', { word: 'not-yet' }, now),
      word('A problem', { word: 'problem', about: 'damaged', text: 'The lamp’s shade is cracked.' }, now),
      word('A question', { word: 'question', text: 'Which bulb does the lamp take?' }, now),
    ],
  };
}

const isDemo = ({ id }: OrderShown): boolean => /^demo-\d+$/.test(id);

/** We know what is in a demo order; any other one says it by where it stands. */
function isLeftToShip(order: OrderShown): boolean {
  const openPromise = order.promises.some(({ promise, status }) => promise === 'ship' && status === 'open');
  if (!isDemo(order)) return openPromise || order.stage === 'AwaitShipment';
  const shipped = order.parcels.flatMap(({ lines = [] }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
  return shipped < goodsInDemoOrder;
}

function fact(label: string, kind: Fact['kind'], body: Fact['body']): Fact {
  return { label, kind, body };
}

/** Late, with a new date two days after the one promised. */
function delay(order: OrderShown, promised: 'ship' | 'deliver', now: string, parcel?: string): Fact {
  const until = order.promises.find(({ promise, status }) => promise === promised && status === 'open')?.until ?? now;
  const later = dayAfter(until > now ? until : now, 2);
  const said =
    promised === 'ship'
      ? { of: 'shipment', code: 'supplier', reason: 'The weaver sends the blankets two days late.' }
      : { of: 'delivery', code: 'weather', reason: 'Snow on the roads.', parcel };
  return fact(`Late, until ${dayInWords(later)}`, 'delays', { ...said, until: later, at: now });
}

/** Said anew at each press: the same word at another instant is another word. */
function word(label: string, said: object, now: string): Fact {
  return fact(label, 'words', { ...said, by: 'phone', at: now });
}
