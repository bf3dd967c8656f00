import { createHmac } from 'node:crypto';
import type { Chance } from '../../cli/simulate/chance.ts';
import { anOrder, otherKey, type Outside } from './outside.ts';

/** In everything personal that is told here; where it is found outside of the table and of mails, something leaked. */
export const canary = 'Kanarienvogel';
export const marks = /kanarienvogel|98765432/i;

/** One call; whatever it answers. */
export type Step = (shop: Outside) => Promise<unknown>;

const phone = '+33698765432';
const secret = 'local-shopify-secret';

/** The steps of a life, drawn: right ones and wrong ones, with something personal in each place that takes any. */
export function lifeOf(number: number, chance: Chance): Step[] {
  const order = `K-${number}`;
  const address = chance.inHundred(10)
    ? `bounce+${canary}@simulator.amazonses.com`
    : `${canary}.${number}@customer.example`;
  const body = {
    ...anOrder(order),
    customer: {
      ...(chance.inHundred(70) ? { id: `k-${number % 7}` } : {}),
      name: `Léa ${canary}`,
      email: chance.inHundred(85) ? address : undefined,
      phone,
      locale: 'fr',
    },
    delivery: { kind: 'parcel', method: 'Colissimo', address: `3 rue ${canary}, Lyon` },
    recipient: chance.inHundred(30)
      ? { name: `Tante ${canary}`, email: `tante.${address}`, phone, notify: true }
      : undefined,
    // Nobody reads it; nobody may pass it on either.
    note: `Pour ${canary}`,
  };
  const of =
    (call: string, told: object): Step =>
    (shop) =>
      shop.ask('POST', `/orders/${order}/${call}`, told);
  const drawn = steps(order, number).filter(() => chance.inHundred(60));
  return [
    (shop) =>
      shop.ask('POST', '/orders', body, {
        headers: { 'idempotency-key': `${canary}-${number}`, 'user-agent': canary },
      }),
    ...drawn,
    ...(chance.inHundred(50) ? [of('deliveries', { parcel: 'p1' })] : []),
  ];
}

function steps(order: string, number: number): Step[] {
  const post =
    (path: string, told: object): Step =>
    (shop) =>
      shop.ask('POST', path, told);
  const of = (call: string, told: object): Step => post(`/orders/${order}/${call}`, told);
  return [
    of('delays', { of: 'shipment', reason: `${canary} ist krank`, until: '2099-01-04' }),
    of('shipments', {
      parcel: 'p1',
      carrier: canary,
      trackingNumber: `${canary}${number}`,
      trackingUrl: `https://c.example/${canary}`,
    }),
    (shop) => shop.put(`/orders/${order}/shipments/p1`, { trackingNumber: `${canary}-2`, carrier: canary }),
    of('incidents', {
      parcel: 'p1',
      kind: 'held-at-pickup',
      note: canary,
      pickup: { name: canary, address: `1 rue ${canary}` },
    }),
    of('incidents', { parcel: 'p1', kind: 'failed-attempt', note: `absent, ${canary}` }),
    of('words', { word: 'problem', about: 'damaged', parcel: 'p1', text: `${canary} est cassé`, by: 'phone' }),
    of('words', { word: 'question', text: `${canary} ? ${phone}`, by: 'email' }),
    of('outcomes', { case: 'case-1', outcome: 'refund', text: `Pardon, ${canary}.`, amount: 100 }),
    of('refunds', { refund: 'r1', amount: 100, means: canary }),
    of('stock-outs', { lines: [{ id: 'l1', quantity: 1 }], replacement: { title: canary } }),
    of('cancellations', { by: 'customer', reason: canary, lines: [{ id: 'l2', quantity: 1 }] }),
    of('corrections', { fact: 'shipment:p1', by: canary, reason: canary }),
    of('messages/confirm-order/resends', { by: canary, why: `${canary} lost it` }),
    (shop) => shop.put(`/orders/${order}`, { delivery: { kind: 'parcel', address: `9 rue ${canary}` } }),
    (shop) =>
      shop.put(`/customers/k-${number % 7}`, { name: `Léa ${canary} II`, email: `neu.${canary}@customer.example` }),
    (shop) => shop.put(`/customers/k-${number % 7}/preferences`, { channel: 'phone', consent: { offers: true } }),
    (shop) => shop.get(`/orders/${order}/messages/confirm-order/preview`),
    (shop) => shop.get(`/customers/k-${number % 7}/export`),
    post(`/tasks/${order}.1/completions`, { by: canary, note: `said to ${canary}` }),
    // Wrong ones.
    (shop) => shop.ask('POST', '/orders', undefined, { raw: `{"customer": {"name": "${canary}"` }),
    (shop) =>
      shop.ask('POST', '/orders', { id: canary.repeat(9), customer: { name: [canary], email: canary, phone: canary } }),
    of('words', { word: canary, by: canary, text: [canary] }),
    of('shipments', { parcel: `${canary} ${phone}`, trackingUrl: `javascript:${canary}` }),
    (shop) => shop.get(`/orders/${canary} ${phone}?email=${canary}@customer.example`),
    (shop) => shop.get(`/customers/${canary}@customer.example/timeline?cursor=${canary}`),
    (shop) => shop.get(`/${canary}`, { key: canary }),
    (shop) => shop.get(`/promos/${canary}`, { key: otherKey }),
    (shop) => shop.submit(`/c/${canary}aaaaaaaaaaaa`, { word: 'problem', text: canary }),
    webhook(`{"customer": "${canary}"`, secret),
    webhook(JSON.stringify({ id: number, email: canary }), 'another secret'),
    webhook(JSON.stringify(shopifyOrder(number)), secret),
    webhook(JSON.stringify({ ...shopifyOrder(number), line_items: canary, total_price: canary }), secret),
    onThePage(order, { word: 'problem', about: 'wrong', text: `${canary} sur la page` }),
  ];
}

function webhook(raw: string, key: string): Step {
  const signature = createHmac('sha256', key).update(raw).digest('base64');
  const headers = { 'x-shopify-topic': 'orders/create', 'x-shopify-hmac-sha256': signature };
  return (shop) => shop.ask('POST', '/webhooks/shopify/demo', undefined, { key: null, raw, headers });
}

const shopifyOrder = (number: number): object => ({
  id: 7_000_000 + number,
  name: `#${number}`,
  created_at: '2026-11-23T10:00:00Z',
  updated_at: '2026-11-23T10:00:00Z',
  currency: 'EUR',
  financial_status: 'paid',
  total_price: '10.00',
  email: `shopify.${canary}@customer.example`,
  note: canary,
  phone,
  customer: { id: 77, first_name: canary, last_name: canary, email: `shopify.${canary}@customer.example` },
  shipping_address: { name: canary, address1: `4 quai ${canary}`, zip: '69001', city: 'Lyon', country: 'France' },
  shipping_lines: [{ title: 'Livraison suivie' }],
  line_items: [{ id: 1, title: 'Théière', quantity: 1, price: '10.00', requires_shipping: true }],
});

/** The customer answers on the page behind the first mail, if one went out. */
function onThePage(order: string, form: Readonly<Record<string, string>>): Step {
  return async (shop) => {
    const [mail] = await shop.mails(order);
    const page = /\/c\/[A-Za-z0-9_-]+/.exec(mail?.text ?? '')?.[0];
    if (page !== undefined) await shop.submit(page, form);
  };
}
