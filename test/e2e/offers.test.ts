import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside, type Json } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const customer = (offers: boolean | undefined) => ({
  id: 'marie',
  name: 'Marie Noël',
  email: 'marie@example.com',
  ...(offers === undefined ? {} : { consent: { offers } }),
});

const offersTo = async (order: string) => (await shop.mails(order)).filter(({ message }) => message === 'offer-promo');
/** What was said, without what became of the mail. */
const messagesOf = async (): Promise<Json[]> =>
  (await shop.get('/customers/marie/timeline?limit=200')).json.entries.filter(
    ({ kind, sent }: Json) => kind === 'message' && sent !== undefined,
  );

test('a promo that a problem on another order held back travels alone two weeks later, with a way out that works', async () => {
  const troubled = await shop.order({ customer: customer(true) });
  const good = await shop.order({ customer: customer(true) });
  await shop.post(`/orders/${troubled}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${troubled}/words`, { word: 'problem', about: 'damaged', by: 'phone' });
  await shop.post(`/orders/${good}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${good}/deliveries`, { parcel: 'p1' });
  await shop.settle();
  const check = (await messagesOf()).find(({ name, order }) => name === 'ask-delivery-check' && order === good);
  expect(check.detail.promo).toBe(`held back: order ${troubled}: a case is open`);

  await shop.post(`/orders/${troubled}/outcomes`, { case: 'case-1', outcome: 'answered', text: 'All is well.' });
  for (const order of [troubled, good]) {
    await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
    await shop.post(`/orders/${order}/words`, { word: 'received', by: 'phone' });
  }
  await shop.advance('P13D');
  expect(await offersTo(good)).toEqual([]);
  await shop.advance('P2D');
  const [offer, ...others] = await offersTo(good);
  expect(others).toEqual([]);
  expect(Object.keys(offer!.headers)).toEqual(expect.arrayContaining(['List-Unsubscribe', 'List-Unsubscribe-Post']));
  expect((await messagesOf())[0]).toMatchObject({ name: 'offer-promo', sent: true, order: good });
  const code = /\b[A-Z2-9]{10}\b/.exec(offer!.text)![0];
  expect((await shop.get(`/promos/${code}`)).status).toBe(200);

  const serviceMails = (await shop.mails(good)).filter(({ message }) => message !== 'offer-promo');
  expect(serviceMails.flatMap(({ headers }) => Object.keys(headers)).join()).not.toContain('Unsubscribe');

  const address = /^<(.+)>$/.exec(offer!.headers['List-Unsubscribe']!)![1]!;
  const pressed = await shop.submit(new URL(address).pathname, { 'List-Unsubscribe': 'One-Click' });
  expect(pressed.status).toBe(200);
  const next = await shop.order({ customer: customer(undefined) });
  await shop.post(`/orders/${next}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${next}/deliveries`, { parcel: 'p1' });
  const told = (await messagesOf()).find(({ name, order }) => name === 'ask-delivery-check' && order === next);
  expect(told.detail.promo).toBe('left out: the customer refuses offers');
});
