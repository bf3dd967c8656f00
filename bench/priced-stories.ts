/** Something that happens to an order whose cost is counted. */
export type Happening =
  | { readonly tell: string; readonly body: (order: string, at: (seconds: number) => string) => object }
  /** On the page behind the link in the last mail: it is looked at, then sent. */
  | { readonly answer: Readonly<Record<string, string>> }
  /** Nothing for so many seconds. */
  | { readonly silence: number };

export interface PricedStory {
  readonly name: string;
  readonly happenings: readonly Happening[];
}

/** Short, so that nothing that runs by the clock comes in between: what is due in silence costs the same after days. */
export const waits = { warnings: ['PT2M', 'PT2H'] };

/** What a customer in Lyon orders, each time. */
export const aLampAndBulbs = (id: string): object => ({
  id,
  number: `#${id}`,
  customer: { id: `customer-${id}`, name: 'Camille Martin', email: `${id}@customer.example`, locale: 'fr' },
  lines: [
    { id: 'lamp', title: 'Lampe de bureau', quantity: 1, price: { amount: 8900, currency: 'EUR' } },
    { id: 'bulb', title: 'Ampoules', quantity: 2, price: { amount: 700, currency: 'EUR' } },
  ],
  total: { amount: 10_300, currency: 'EUR' },
  delivery: { kind: 'parcel', method: 'Colissimo', address: '14 rue de la Barre, 69002 Lyon' },
});

const tell = (what: string, body: object): Happening => ({ tell: what, body: () => body });

const comes: Happening = { tell: '', body: aLampAndBulbs };
const comesAndIsDueSoon: Happening = { tell: '', body: (order, at) => ({ ...aLampAndBulbs(order), shipBy: at(60) }) };
const ships = tell('shipments', { parcel: 'p1', carrier: 'Colissimo', trackingNumber: '6A20461793552' });
const arrives = tell('deliveries', { parcel: 'p1' });
const isReceived: Happening = { answer: { word: 'received' } };

export const pricedStories: readonly PricedStory[] = [
  { name: 'goes well', happenings: [comes, ships, arrives, isReceived] },
  {
    name: 'late, two warnings',
    happenings: [comesAndIsDueSoon, { silence: 61 }, { silence: 121 }, ships, arrives, isReceived],
  },
  {
    name: 'cancelled, refunded',
    happenings: [
      comes,
      tell('cancellations', { by: 'shop', reason: 'The last one broke.' }),
      tell('refunds', { refund: 'r1', amount: 10_300, means: 'card' }),
    ],
  },
  {
    name: 'out of stock, replaced',
    happenings: [
      comes,
      tell('stock-outs', { lines: [{ id: 'lamp', quantity: 1 }], replacement: { title: 'Lampe de chevet' } }),
      { answer: { choice: 'replace' } },
      ships,
      arrives,
      isReceived,
    ],
  },
  {
    name: 'a case, refunded',
    happenings: [
      comes,
      ships,
      arrives,
      { answer: { word: 'problem', about: 'damaged' } },
      tell('outcomes', { case: 'case-1', outcome: 'refund', amount: 8900, text: 'La lampe est pour nous.' }),
      tell('refunds', { refund: 'r1', amount: 8900, means: 'card' }),
    ],
  },
  {
    name: 'two parcels, an incident',
    happenings: [
      comes,
      tell('shipments', { parcel: 'p1', carrier: 'Colissimo', lines: [{ id: 'lamp', quantity: 1 }] }),
      tell('shipments', { parcel: 'p2', carrier: 'Colissimo', lines: [{ id: 'bulb', quantity: 2 }] }),
      tell('incidents', { parcel: 'p1', kind: 'failed-attempt' }),
      arrives,
      tell('deliveries', { parcel: 'p2' }),
      isReceived,
    ],
  },
];
