import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside, type Json } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const tasksOf = async (order: string): Promise<string[]> =>
  (await shop.get('/tasks')).json.tasks.flatMap((task: Json) => (task.order === order ? [task.name] : []));

/** SES's mailbox simulator: the embedded stack knows it, too. */
const returning = (id: string) => ({ id, name: 'Jeanne Petit', email: `bounce+${id}@simulator.amazonses.com` });

test('an address that takes nothing is called about, gets nothing more, and is written to again once it is another', async () => {
  const order = await shop.order({ customer: returning('jeanne') });
  expect(await shop.messages(order)).toEqual(['confirm-order']);
  expect(await tasksOf(order)).toEqual(['mend-address']);

  await shop.post(`/orders/${order}/delays`, { of: 'shipment', until: await dayAhead(4) });
  expect(await shop.messages(order), 'nothing more goes there').toEqual(['confirm-order']);
  const { messages } = await shop.shown(order);
  expect(messages.at(-1)).toMatchObject({ sent: false });
  expect(messages.find(({ message }: Json) => message === 'warn-shipping-delay').why).toMatch(/takes no mail/);

  await shop.put('/customers/jeanne', { email: 'jeanne@customer.example' });
  await shop.settle();
  const mails = await shop.mails(order);
  expect(
    mails.map(({ message, to }) => [message, to]),
    'what is no longer true is not sent again',
  ).toEqual([['confirm-order', returning('jeanne').email]]);
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  expect((await shop.mails(order)).at(-1)).toMatchObject({
    message: 'announce-shipment',
    to: 'jeanne@customer.example',
  });
});

test('what still holds is sent to the new address, and the timeline says all of it', async () => {
  const order = await shop.order({ customer: returning('paul') });
  await shop.put('/customers/paul', { email: 'paul@customer.example' });
  await shop.settle();
  expect((await shop.mails(order)).map(({ message, to }) => [message, to])).toEqual([
    ['confirm-order', returning('paul').email],
    ['confirm-order', 'paul@customer.example'],
  ]);
  const { entries } = (await shop.get('/customers/paul/timeline')).json;
  const names = entries.map(({ name, detail }: Json) => (detail?.delivered === true ? 'delivered' : name));
  expect(names).toEqual(
    expect.arrayContaining(['mail-failed', 'mend-address', 'resend', 'resend-message', 'delivered']),
  );
});

test('who calls our mail spam gets no more of it, and somebody calls', async () => {
  const customer = { ...returning('zoe'), email: 'complaint@simulator.amazonses.com' };
  const order = await shop.order({ customer });
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  expect(await shop.messages(order)).toEqual(['confirm-order']);
  expect(await tasksOf(order)).toContain('mend-address');
});

test('what staff send again is on the timeline with who wanted it and why, and what no longer holds is not sent', async () => {
  const order = await shop.order({ customer: { id: 'lea', name: 'Léa Roy', email: 'lea@customer.example' } });
  const again = `/orders/${order}/messages/confirm-order/resends`;
  expect((await shop.post(again, { by: 'Hugo', why: 'Lost in her mail.' })).status).toBe(202);
  expect(await shop.messages(order)).toEqual(['confirm-order', 'confirm-order']);
  const { entries } = (await shop.get('/customers/lea/timeline')).json;
  expect(entries.find(({ name }: Json) => name === 'resend')).toMatchObject({
    kind: 'fact',
    by: 'Hugo',
    detail: { message: 'confirm-order:order:' + order, because: 'Lost in her mail.' },
  });
  expect(entries.find(({ name, sent }: Json) => name === 'resend-message' && sent === true)).toBeDefined();
  await shop.post(`/orders/${order}/cancellations`, { by: 'shop' });
  expect(await shop.post(again, { by: 'Hugo', why: 'Once more.' })).toMatchObject({
    status: 409,
    json: { detail: 'It is not sent again: the order is cancelled.' },
  });
});

async function dayAhead(days: number): Promise<string> {
  return new Date((await shop.now()) + days * 86_400_000).toISOString().slice(0, 10);
}
