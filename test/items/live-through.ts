import { createHmac } from 'node:crypto';
import { linkIn, type Outside } from '../e2e/outside.ts';

const lamp = [{ id: 'l1', quantity: 1 }];
const day = 86_400_000;

/** Orders through which everything is written that the table ever holds: each kind of item, each fact, most messages. */
export async function liveThroughEverything(shop: Outside): Promise<void> {
  const startsAt = await shop.now();
  const dayAhead = (days: number): string => new Date(startsAt + days * day).toISOString().slice(0, 10);
  const tell = async (order: string, call: string, body: object, key?: string): Promise<void> => {
    const ask = key === undefined ? {} : { headers: { 'idempotency-key': key } };
    const answer = await shop.post(`/orders/${order}/${call}`, body, ask);
    if (answer.status !== 202) throw new Error(`${call} of ${order}: ${answer.status} ${answer.text}`);
  };
  await shop.put('/shop', { shopify: { secret: 'an-invented-secret' }, closed: [dayAhead(30)] });

  // One that goes well, with a promo that is redeemed.
  const camille = {
    id: 'camille',
    name: 'Camille Martin',
    email: 'camille@customer.example',
    consent: { offers: true },
  };
  const good = await shop.order({ id: 'good', customer: camille }, { headers: { 'idempotency-key': 'once' } });
  await tell(
    good,
    'shipments',
    { parcel: 'p1', carrier: 'Colissimo', trackingNumber: '6A', trackingUrl: 'https://carrier.example/6A' },
    'p1',
  );
  await tell(good, 'delays', { of: 'delivery', parcel: 'p1', until: dayAhead(8) });
  await shop.put(`/orders/${good}/shipments/p1`, { trackingNumber: '6B' });
  await tell(good, 'deliveries', { parcel: 'p1' });
  const check = (await shop.mails(good)).find(({ message }) => message === 'ask-delivery-check')!;
  await shop.submit(linkIn(check), { word: 'received' });
  await shop.settle();
  const code = /\b[A-Z2-9]{10}\b/.exec((await shop.mails(good)).at(-1)!.text)?.[0];
  if (code !== undefined) await shop.post(`/promos/${code}/redemptions`, { order: 'next' });
  await shop.put('/customers/camille/preferences', { tone: 'comfort', locale: 'en', zone: 'Europe/London' });
  await shop.put('/customers/camille', { phone: '+33 6 00 00 00 00' });

  // One that goes wrong in every way there is; the promo of another of the same customer has to wait for it.
  const troubled = await shop.order({ id: 'troubled', customer: camille });
  const held = await shop.order({ id: 'held', customer: camille });
  await tell(troubled, 'shipments', { parcel: 'p1' });
  await tell(troubled, 'incidents', { parcel: 'p1', kind: 'customs', note: 'Papiers' });
  await tell(troubled, 'words', { word: 'problem', about: 'damaged', text: 'Cassé', by: 'phone' });
  await tell(held, 'shipments', { parcel: 'p1', lines: lamp });
  await tell(held, 'deliveries', { parcel: 'p1' });
  await tell(troubled, 'outcomes', { case: 'case-1', outcome: 'in-hand', text: 'Nous cherchons.', until: dayAhead(4) });
  await tell(troubled, 'outcomes', { case: 'case-1', outcome: 'refund', text: 'Pardon.', amount: 500, promo: true });
  await tell(troubled, 'refunds', { refund: 'r1', amount: 500, means: 'carte' });
  await shop.post(`/orders/${troubled}/messages/confirm-order/resends`, { by: 'Hugo', why: 'lost' });

  const changed = await shop.order({ id: 'changed', payment: 'awaited', payUrl: 'https://pay.example/A' });
  await tell(changed, 'payments', { status: 'failed' });
  await tell(changed, 'payments', { status: 'paid' });
  await shop.put(`/orders/${changed}`, {
    total: { amount: 9900, currency: 'EUR' },
    delivery: { address: '8 rue Neuve, Bordeaux' },
  });
  await shop.settle();
  await tell(changed, 'stock-outs', { lines: lamp, restockOn: dayAhead(9), replacement: { title: 'Lampe Boréale' } });
  await tell(changed, 'choices', { choice: 'wait' });
  await tell(changed, 'cancellations', { by: 'customer', lines: lamp, reason: 'trouvé ailleurs' });
  await tell(changed, 'shipments', { parcel: 'p7' });
  await tell(changed, 'incidents', {
    parcel: 'p7',
    kind: 'held-at-pickup',
    until: dayAhead(12),
    pickup: { name: 'Tabac', address: '1 place du Pont' },
  });
  await tell(changed, 'corrections', { fact: 'shipment:p7', by: 'Hugo', reason: 'autre commande' });

  // Somebody who is called, somebody whose mail comes back, a fact whose order never came.
  const max = { id: 'max', name: 'Max' };
  for (const id of ['call-1', 'call-2']) await shop.order({ id, customer: max });
  await shop.post('/tasks/call-1.1/completions', { by: 'Hugo' });
  await shop.order({ id: 'returned', customer: { id: 'bob', name: 'Bob', email: 'bounce@simulator.amazonses.com' } });
  await tell('not-yet', 'deliveries', { parcel: 'p1' });

  // By way of Shopify; what it says that nobody can use; and a customer who is forgotten.
  await shopify(shop, 'orders/create', { id: 77, name: '#77' });
  const at = new Date(startsAt).toISOString();
  await shopify(shop, 'orders/create', {
    id: 5001,
    name: '#5001',
    created_at: at,
    updated_at: at,
    currency: 'EUR',
    total_price: '49.00',
    customer: { id: 9, first_name: 'Paul', last_name: 'Roux', email: 'paul@customers.example' },
    line_items: [{ id: 1, title: 'Blue vase', quantity: 1, price: '49.00', requires_shipping: true }],
  });
  await shop.settle();
  await shopify(shop, 'fulfillment_events/create', {
    id: 3,
    order_id: 5001,
    fulfillment_id: 2,
    status: 'failure',
    happened_at: at,
    created_at: at,
  });
  await shop.order({ id: 'forgotten', customer: { id: 'zoe', name: 'Zoé', email: 'zoe@customers.example' } });
  await shop.ask('DELETE', '/customers/zoe');
  await shop.order({ id: 'late' });
  // The morning lists of two days, warnings, reminders.
  await shop.advance('P4D');
}

async function shopify(shop: Outside, topic: string, payload: object): Promise<void> {
  const raw = JSON.stringify(payload);
  const signature = createHmac('sha256', 'an-invented-secret').update(raw).digest('base64');
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': `${topic} ${raw.length}`,
    'x-shopify-hmac-sha256': signature,
  };
  await shop.ask('POST', '/webhooks/shopify/demo', undefined, { key: null, raw, headers });
}
