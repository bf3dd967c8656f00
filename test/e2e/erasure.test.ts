import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn, Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
}, 60_000);
afterAll(() => shop.close());

const manon = { id: 'manon', name: 'Manon Delcourt', email: 'manon@delcourt.example', locale: 'fr' };

test('who is to be forgotten hears nothing more: a waiting order ends, and says that it was erased', async () => {
  const order = await shop.order({ customer: manon });
  const [confirmation] = await shop.mails(order);
  const link = linkIn(confirmation!);
  expect((await shop.ask('DELETE', '/customers/manon')).status).toBe(202);
  await shop.settle();

  expect((await shop.execution(`demo.${order}`)).status).toBe('SUCCEEDED');
  expect((await shop.states(`demo.${order}`)).at(-1)).toBe('CloseOrder');
  expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'erased' });
  expect((await shop.get(link, { key: null })).status).toBe(404);

  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.advance('P30D');
  expect(await shop.messages(order)).toEqual(['confirm-order']);
  expect((await shop.get('/customers/manon/timeline')).status).toBe(404);
  expect((await shop.get('/customers/manon/export')).status).toBe(404);
});

test('an order that has ended is not taken up again when its person is erased', async () => {
  const order = await shop.order({ customer: { ...manon, id: 'manon-2' }, payment: 'invoice' });
  await shop.post(`/orders/${order}/cancellations`, { by: 'customer' });
  expect((await shop.shown(order)).how).toBe('cancelled');
  await shop.ask('DELETE', '/customers/manon-2');
  await shop.settle();
  await shop.advance('P3D');
  expect((await shop.shown(order)).how).toBe('erased');
  const executions: { name: string }[] = await shop.local('GET', '/_local/executions');
  expect(executions.filter(({ name }) => name.startsWith(`demo.${order}`))).toHaveLength(1);
});

test('a person gets all that is known of them', async () => {
  const customer = { ...manon, id: 'manon-3' };
  const first = await shop.order({ customer });
  await shop.post(`/orders/${first}/words`, { word: 'question', text: 'Est-elle en laiton ?', by: 'phone' });
  const second = await shop.order({ customer });
  const { status, json } = await shop.get('/customers/manon-3/export');
  expect(status).toBe(200);
  expect(json.customer).toMatchObject(customer);
  expect(json.orders.map(({ id }: { id: string }) => id)).toEqual([first, second]);
  expect(JSON.stringify(json.orders[0].facts)).toContain('Est-elle en laiton ?');
  expect(json.orders[0].messages[0]).toMatchObject({ message: 'confirm-order', sent: true });
  expect(json.timeline.length).toBeGreaterThan(3);
  expect(json).not.toHaveProperty('next');
  expect((await shop.get('/customers/nobody/export')).status).toBe(404);
});

test('who orders again after it is greeted like anybody who was never here', async () => {
  await shop.ask('DELETE', '/customers/manon-3');
  await shop.settle();
  await shop.advance('PT1M');
  const order = await shop.order({ customer: { ...manon, id: 'manon-3' } });
  await shop.advance('P2D');
  expect((await shop.messages(order))[0]).toBe('confirm-order');
  expect((await shop.get('/customers/manon-3/export')).json.orders).toHaveLength(1);
});
