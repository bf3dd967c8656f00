import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn, Outside, type Json } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

async function tell(order: string, call: string, body: object): Promise<Json> {
  const answer = await shop.post(`/orders/${order}/${call}`, body);
  expect(answer.status, answer.text).toBe(202);
  return answer.json;
}
const lastOf = async (order: string): Promise<string> => (await shop.messages(order)).at(-1)!;

/** An order whose parcel is under way. */
async function shipped(): Promise<string> {
  const order = await shop.order();
  await tell(order, 'shipments', { parcel: 'p1', carrier: 'Colissimo', trackingNumber: '6A1' });
  return order;
}

const timelineOf = async (order: string): Promise<Json[]> =>
  (await shop.get(`/customers/c-${order}/timeline?limit=50`)).json.entries;

describe('something is out of stock', () => {
  const lamp = [{ id: 'l1', quantity: 1 }];

  async function outOfStock(): Promise<{ order: string; link: string }> {
    const order = await shop.order();
    const restockOn = new Date((await shop.now()) + 9 * 86_400_000).toISOString().slice(0, 10);
    await tell(order, 'stock-outs', { lines: lamp, restockOn, replacement: { title: 'Lampe Boréale' } });
    const mail = (await shop.mails(order)).at(-1)!;
    expect(mail).toMatchObject({ message: 'warn-out-of-stock', text: expect.stringContaining('Lampe Boréale') });
    return { order, link: linkIn(mail) };
  }

  test('the page behind the mail offers what exists, and the choice is taken once', async () => {
    const { order, link } = await outOfStock();
    const page = await shop.get(link, { key: null });
    const choices = [...page.text.matchAll(/name="choice" value="([a-z-]+)"/g)].map(([, choice]) => choice);
    expect(choices).toEqual(['wait', 'replace', 'cancel-items', 'cancel-order', 'call']);
    expect(page.text).toContain('Lampe Boréale');
    for (const _ of [1, 2]) expect((await shop.submit(link, { choice: 'cancel-items' })).status).toBe(200);
    await shop.settle();
    expect(await shop.messages(order)).toEqual(['confirm-order', 'warn-out-of-stock', 'confirm-cancellation']);
    expect(await timelineOf(order)).toContainEqual(expect.objectContaining({ kind: 'word', name: 'cancel-items' }));
  });

  test('a choice made by phone is the same as one made on the page', async () => {
    const { order, link } = await outOfStock();
    await tell(order, 'choices', { choice: 'wait' });
    expect((await shop.submit(link, { choice: 'wait' })).status).toBe(200);
    await shop.settle();
    expect((await shop.shown(order)).facts.filter(({ name }: Json) => name === 'choice')).toHaveLength(1);
    expect((await shop.post(`/orders/${order}/choices`, { choice: 'replace' })).status).toBe(422);
  });
});

describe('an order is cancelled', () => {
  test('before it ships, and its money comes back in parts', async () => {
    const order = await shop.order();
    await tell(order, 'cancellations', { by: 'customer', reason: 'trouvé ailleurs' });
    expect(await lastOf(order)).toBe('confirm-cancellation');
    expect((await shop.shown(order)).stage).toBe('AwaitRefund');
    await tell(order, 'refunds', { refund: 'r1', amount: 10_000, means: 'carte' });
    expect((await shop.shown(order)).stage).toBe('AwaitRefund');
    await tell(order, 'refunds', { refund: 'r2', amount: { amount: 3800, currency: 'EUR' } });
    expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'cancelled' });
    expect(await shop.messages(order)).toEqual([
      'confirm-order',
      'confirm-cancellation',
      'announce-refund',
      'announce-refund',
    ]);
  });
});

describe('something befalls a parcel', () => {
  test.each([
    ['failed-attempt', 'warn-delivery-incident'],
    ['customs', 'warn-delivery-incident'],
    ['held-at-pickup', 'announce-pickup'],
    ['lost', 'warn-delivery-incident'],
  ])('%s: %s', async (kind, message) => {
    const order = await shipped();
    const pickup = { name: 'Tabac du Pont', address: '1 place du Pont' };
    await tell(order, 'incidents', { parcel: 'p1', kind, ...(kind === 'held-at-pickup' ? { pickup } : {}) });
    const mail = (await shop.mails(order)).at(-1)!;
    expect(mail.message).toBe(message);
    if (kind === 'held-at-pickup') expect(mail.text).toContain('Tabac du Pont');
  });

  test('its case is in hand until a day, then settled', async () => {
    const order = await shipped();
    await tell(order, 'incidents', { parcel: 'p1', kind: 'damaged', note: 'carton ouvert' });
    const [{ case: id }] = (await shop.shown(order)).cases;
    await tell(order, 'outcomes', { case: id, outcome: 'in-hand', text: 'Nous demandons au transporteur.' });
    expect(await lastOf(order)).toBe('announce-progress');
    await tell(order, 'outcomes', { case: id, outcome: 'refund', text: 'Nous vous remboursons.', amount: 12_900 });
    expect(await lastOf(order)).toBe('announce-settlement');
    const unknown = await shop.post(`/orders/${order}/outcomes`, { case: 'case-9', outcome: 'answered', text: 'Oui.' });
    expect(unknown).toMatchObject({ status: 422, json: { errors: [{ pointer: '#/case' }] } });
  });
});

describe('what was told was a mistake', () => {
  test('a parcel’s number: the customer is told the right one', async () => {
    const order = await shipped();
    const answer = await shop.put(`/orders/${order}/shipments/p1`, { trackingNumber: '6A2' });
    await shop.settle();
    expect(answer.status).toBe(202);
    const mail = (await shop.mails(order)).at(-1)!;
    expect(mail).toMatchObject({ message: 'correct-shipment', text: expect.stringContaining('6A2') });
    expect((await shop.shown(order)).parcels).toMatchObject([{ parcel: 'p1', trackingNumber: '6A2' }]);
  });

  test('a whole parcel: it is struck through on the timeline, and can be told anew', async () => {
    const order = await shipped();
    await tell(order, 'corrections', { fact: 'shipment:p1', by: 'Hugo', reason: 'autre commande' });
    expect(await lastOf(order)).toBe('correct-what-we-said');
    expect((await shop.shown(order)).parcels).toEqual([]);
    expect(await timelineOf(order)).toContainEqual(
      expect.objectContaining({ name: 'shipment', why: 'taken back: correction:shipment:p1' }),
    );
    expect(await tell(order, 'shipments', { parcel: 'p1', carrier: 'UPS' })).toMatchObject({ fact: 'shipment.2:p1' });
    expect(await lastOf(order)).toBe('announce-shipment');
  });
});
