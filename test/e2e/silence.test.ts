import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from './outside.ts';

// Orders that nobody tells anything of, each as it should be after the clock has passed their deadlines: it is moved
// once, for all of them, and what fell due on the way happened at its own instant.

let shop: Outside;
const hour = 3600_000;
const day = 24 * hour;
let monday: number;

beforeAll(async () => {
  shop = await Outside.open();
  monday = Math.floor((await shop.now()) / hour) * hour;
  await shop.order({ id: 'silent' });
  for (const id of ['unscanned', 'unanswered', 'complained']) {
    await shop.order({ id });
    await shop.post(`/orders/${id}/shipments`, { parcel: 'p1', carrier: 'UPS' });
  }
  for (const id of ['unanswered', 'complained']) await shop.post(`/orders/${id}/deliveries`, { parcel: 'p1' });
  await shop.post('/orders/complained/words', { word: 'problem', by: 'email', text: 'Hélas.' });
  await shop.order({ id: 'evening', shipBy: new Date(monday + 30 * day).toISOString() });
  await shop.post('/orders/evening/shipments', { parcel: 'p1', deliverBy: new Date(monday + 20 * day).toISOString() });
  await shop.advance('PT12H');
  await shop.post('/orders/evening/deliveries', { parcel: 'p1' });
  await shop.advance('P13D');
});
afterAll(() => shop.close());

/** Message and hours since that Monday 10:00; what falls due happens in the second before its instant. */
async function sent(order: string): Promise<[string, number][]> {
  const mails = await shop.mails(order);
  return mails.map(({ message, at }): [string, number] => [
    message,
    Math.round((Date.parse(at) - monday) / 60_000) / 60,
  ]);
}

test('nothing ships: a warning, an apology with a task, a choice, then a person', async () => {
  expect(await sent('silent')).toEqual([
    ['confirm-order', expect.closeTo(0, 1)],
    ['warn-shipping-delay', 2 * 24 + 8],
    ['warn-shipping-delay', 4 * 24 + 8],
    ['warn-shipping-delay', 5 * 24 + 8],
    ['hand-to-staff', 7 * 24 + 8],
  ]);
  const [, first, second, third, last] = await shop.mails('silent');
  expect(first!.text, 'no date is invented').toMatch(
    /pas encore de nouvelle date ; Claire Moreau se renseigne et vous écrit/,
  );
  expect(second!.text).toMatch(/excuses/);
  expect(third!.text).toMatch(/annuler.*appelions/s);
  expect(last!.text).toMatch(/vous appelle au plus tard/);
  expect(await shop.shown('silent')).toMatchObject({ stage: 'CloseOrder', how: 'handed-to-staff' });
  for (const promise of (await shop.shown('silent')).promises) {
    expect(promise.status).not.toBe('open');
    if (promise.status === 'broken') {
      expect(Date.parse(promise.warnedAt)).toBeLessThan(Date.parse(promise.until) + 1000);
    }
  }
});

test('no carrier confirms it: the customer is asked that evening, somebody calls, then a person has it in hand', async () => {
  const messages = await sent('unscanned');
  expect(messages.map(([message]) => message)).toEqual([
    'confirm-order',
    'announce-shipment',
    'ask-delivery-check',
    'hand-to-staff',
  ]);
  // Thursday 20:00.
  expect(messages[2]![1]).toBe(3 * 24 + 10);
  const check = (await shop.mails('unscanned'))[2]!;
  expect(check.text).toContain('ne l’a pas confirmé');
  expect(check.text, 'it is the warning: no promo').not.toMatch(/10\s%/);
  expect((await shop.shown('unscanned')).tasks).toMatchObject([{ name: 'call-about-delivery' }, { name: 'take-over' }]);
});

test('the customer does not answer: the order closes silently, without thanks', async () => {
  expect((await sent('unanswered')).map(([message]) => message)).toEqual([
    'confirm-order',
    'announce-shipment',
    'ask-delivery-check',
  ]);
  expect(await shop.shown('unanswered')).toMatchObject({ stage: 'CloseOrder', how: 'silent' });
});

test('nobody answers a case: staff are reminded, the customer hears an apology twice, then a person calls', async () => {
  expect(await sent('complained')).toEqual([
    ['confirm-order', expect.closeTo(0, 1)],
    ['announce-shipment', expect.closeTo(0, 1)],
    ['ask-delivery-check', expect.closeTo(0, 1)],
    ['open-case', expect.closeTo(0, 1)],
    ['apologise-for-wait', expect.closeTo(48, 1)],
    ['apologise-for-wait', expect.closeTo(96, 1)],
    ['hand-to-staff', expect.closeTo(144, 1)],
  ]);
  const reminders = await shop.staffMails('complained');
  expect(reminders.length).toBeGreaterThanOrEqual(4);
});

test('what is delivered at night is asked about at 08:00', async () => {
  expect((await sent('evening')).at(-1)).toEqual(['ask-delivery-check', 22]);
});

test('the clock tells where it is, and never goes back', async () => {
  const before = await shop.now();
  await shop.advance('PT90M');
  expect((await shop.now()) - before).toBeGreaterThanOrEqual(1.5 * hour);
  const back = await shop.ask('POST', '/_local/clock', { to: new Date(before).toISOString() }, { key: null });
  expect(back.status).toBe(422);
  for (const wrong of [{}, { advance: 'P1M' }, { advance: 5 }, { to: 'tomorrow' }, { to: '2030-01-01' }]) {
    expect((await shop.ask('POST', '/_local/clock', wrong, { key: null })).status).toBe(422);
  }
});
