import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const mainPath = [
  'ConfirmOrder',
  'AwaitShipment',
  'AnnounceShipment',
  'AwaitDelivery',
  'AskDeliveryCheck',
  'AwaitCustomerWord',
  'ThankCustomer',
  'CloseOrder',
];

async function ship(order: string, parcel = 'p1', more: object = {}): Promise<void> {
  const body = {
    parcel,
    carrier: 'Colissimo',
    trackingNumber: '6A1',
    trackingUrl: 'https://post.example/6A1',
    ...more,
  };
  expect((await shop.post(`/orders/${order}/shipments`, body)).status).toBe(202);
}

async function deliver(order: string, parcel = 'p1'): Promise<void> {
  expect((await shop.post(`/orders/${order}/deliveries`, { parcel })).status).toBe(202);
}

async function arrived(): Promise<string> {
  const order = await shop.order();
  await ship(order);
  await deliver(order);
  return order;
}

async function say(order: string, word: string, more: object = {}): Promise<void> {
  expect((await shop.post(`/orders/${order}/words`, { word, by: 'phone', ...more })).status).toBe(202);
}

describe('an order that goes well', () => {
  test('enters exactly the eight states, and its four mails carry what the customer needs', async () => {
    const order = await shop.order();
    await ship(order);
    await deliver(order);
    await say(order, 'received');
    expect(await shop.states(`demo.${order}`)).toEqual(mainPath);
    expect((await shop.execution(`demo.${order}`)).status).toBe('SUCCEEDED');
    expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'received', tasks: [], cases: [] });
    const mails = await shop.mails(order);
    expect(mails.map(({ message }) => message)).toEqual([
      'confirm-order',
      'announce-shipment',
      'ask-delivery-check',
      'thank-customer',
    ]);
    for (const mail of mails) {
      expect(mail).toMatchObject({
        from: expect.stringContaining('bonjour@maison-lumiere.example'),
        replyTo: 'claire@maison-lumiere.example',
      });
      for (const body of [mail.text, mail.html]) {
        for (const said of [`#${order}`, '+33 1 42 00 00 00', '8 rue des Martyrs', 'Claire Moreau', '/c/']) {
          expect(body).toContain(said);
        }
      }
    }
    const [confirmation, shipment] = mails;
    for (const said of ['1 × Lampe Aurore', '2 × Ampoule E27', '138,00', 'Bordeaux', 'Colissimo', 'annuler']) {
      expect(confirmation!.text).toContain(said);
    }
    expect(confirmation!.text).toMatch(/Départ au plus tard\s*: mercredi/);
    expect(confirmation!.text).toMatch(/Chez vous au plus tard\s*: samedi/);
    for (const said of ['Colissimo', '6A1', 'https://post.example/6A1', 'Lampe Aurore']) {
      expect(shipment!.text).toContain(said);
    }
    expect(shipment!.text).toMatch(/Chez vous au plus tard\s*: jeudi/);
  });

  test('is written to in English by a shop in London', async () => {
    const ask = { key: 'local-other-key' };
    const order = await shop.order({ customer: { name: 'Ann Lee', email: 'ann@example.com' } }, ask);
    const [mail] = await shop.mails(order);
    expect(mail).toMatchObject({ from: expect.stringContaining('hello@other-shop.example'), to: 'ann@example.com' });
    expect(mail!.text).toMatch(/Leaves us by: Wednesday \d+ \w+/);
    // 18:00 in London.
    const [promise] = (await shop.shown(order, ask.key)).promises;
    expect(promise).toMatchObject({ promise: 'ship', until: expect.stringMatching(/T1[78]:00:00/) });
  });

  test('is written to in English by a French shop, where the customer reads English', async () => {
    const order = await shop.order({ customer: { name: 'Ann', email: 'ann2@example.com', locale: 'en-GB' } });
    expect((await shop.mails(order))[0]!.subject).toMatch(/^Thank you/);
  });
});

describe('an order that is late', () => {
  test('is warned of at once when the shop says so, with the reason and both new days', async () => {
    const order = await shop.order();
    await shop.post(`/orders/${order}/delays`, { of: 'shipment', reason: 'Un verre cassé', until: await dayIn(8) });
    const mail = (await shop.mails(order)).at(-1)!;
    expect(mail).toMatchObject({ message: 'warn-shipping-delay' });
    expect(mail.text).toContain('Un verre cassé');
    expect(mail.text).toMatch(/Départ au plus tard\s*: mardi/);
    expect(mail.text).toMatch(/Chez vous au plus tard\s*: vendredi/);
    expect((await shop.shown(order)).promises).toMatchObject([
      { promise: 'ship', status: 'moved', warnedAt: expect.any(String) },
      { promise: 'ship', status: 'open' },
      { promise: 'deliver', status: 'moved' },
      { promise: 'deliver', status: 'open' },
    ]);
    await shop.post(`/orders/${order}/delays`, { of: 'shipment', until: await dayIn(3) });
    expect(await shop.messages(order), 'an earlier day is for the timeline only').toHaveLength(2);
  });

  test('is shipped in two parcels: what is in each, and what is still to come', async () => {
    const order = await shop.order();
    await ship(order, 'p1', { lines: [{ id: 'l2', quantity: 1 }] });
    const partial = (await shop.mails(order)).at(-1)!;
    expect(partial.message).toBe('announce-partial-shipment');
    expect(partial.text).toMatch(/Dans ce colis\n- 1 × Ampoule E27\n/);
    expect(partial.text).toMatch(/Encore à venir\n- 1 × Lampe Aurore\n- 1 × Ampoule E27\n/);
    await ship(order, 'p2');
    await deliver(order, 'p1');
    expect((await shop.messages(order)).at(-1), 'one of several: wait').toBe('announce-shipment');
    await deliver(order, 'p2');
    expect((await shop.messages(order)).at(-1)).toBe('ask-delivery-check');
  });

  test('has a later delivery day: one warning a parcel a day', async () => {
    const order = await shop.order();
    await ship(order);
    await shop.post(`/orders/${order}/delays`, {
      of: 'delivery',
      parcel: 'p1',
      code: 'weather',
      until: await dayIn(10),
    });
    await shop.post(`/orders/${order}/delays`, { of: 'delivery', parcel: 'p1', until: await dayIn(11) });
    await shop.post(`/orders/${order}/delays`, { of: 'delivery', parcel: 'p1', until: await dayIn(9) });
    expect(await shop.messages(order)).toEqual(['confirm-order', 'announce-shipment', 'warn-delivery-delay']);
  });
});

describe('what the customer says', () => {
  test('not yet: we trace it, and say when we write again; the second time it is a case', async () => {
    const order = await arrived();
    await say(order, 'not-yet');
    const mail = (await shop.mails(order)).at(-1)!;
    expect(mail.message).toBe('trace-parcel');
    expect(mail.text).toMatch(/De nos nouvelles au plus tard\s*: jeudi/);
    expect((await shop.shown(order)).tasks).toMatchObject([{ name: 'trace-parcel', status: 'open', level: 1 }]);
    await say(order, 'not-yet', { text: 'toujours pas' });
    expect((await shop.messages(order)).at(-1)).toBe('open-case');
    await say(order, 'received');
    expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'received' });
  });

  test('a problem: acknowledged at once by a named owner, with an answer within 48 hours', async () => {
    const order = await arrived();
    await say(order, 'problem', { about: 'damaged', text: 'fendue' });
    const shown = await shop.shown(order);
    expect(shown).toMatchObject({
      stage: 'AwaitCaseOutcome',
      cases: [{ about: 'damaged', owner: expect.any(String) }],
    });
    const { owner, openedAt, until } = shown.cases[0];
    expect(Date.parse(until) - Date.parse(openedAt)).toBe(48 * 3600_000);
    expect((await shop.mails(order)).at(-1)!.text).toContain(owner);
    const [toStaff] = await shop.staffMails(order);
    expect(toStaff!.text).toContain('> fendue');
    expect(toStaff!.to).toMatch(/@maison-lumiere\.example$/);
  });

  test('a question: staff answer, and there is no case', async () => {
    const order = await arrived();
    await say(order, 'question', { text: 'Et la garantie ?' });
    expect(await shop.shown(order)).toMatchObject({ stage: 'AwaitCustomerWord', cases: [] });
    expect((await shop.staffMails(order))[0]!.text).toContain('Et la garantie ?');
  });

  test('a problem after the end takes the order up again, in a second execution', async () => {
    const order = await arrived();
    await say(order, 'received');
    await say(order, 'problem', { about: 'wrong' });
    expect((await shop.execution(`demo.${order}`)).status).toBe('SUCCEEDED');
    expect((await shop.execution(`demo.${order}.2`)).status).toBe('RUNNING');
    expect((await shop.messages(order)).at(-1)).toBe('open-case');
  });
});

describe('what comes out of order', () => {
  test('facts before their order are taken, and joined when it comes', async () => {
    expect((await shop.post('/orders/early/shipments', { parcel: 'p1', carrier: 'UPS' })).status).toBe(202);
    expect((await shop.post('/orders/early/deliveries', { parcel: 'p1' })).status).toBe(202);
    await shop.order({ id: 'early' });
    expect(await shop.messages('early')).toEqual(['confirm-order', 'ask-delivery-check']);
    for (const { fate } of (await shop.shown('early')).facts) expect(fate).toBeTruthy();
  });

  test('an order placed long ago is history: nobody is written to, until something new happens', async () => {
    const placedAt = new Date((await shop.now()) - 8 * 86_400_000).toISOString();
    const order = await shop.order({ placedAt });
    await ship(order, 'old', { shippedAt: placedAt });
    expect(await shop.messages(order)).toEqual([]);
    expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder' });
    await say(order, 'problem');
    expect(await shop.messages(order)).toEqual(['open-case']);
  });
});

/** The day that many days after today, in Paris. */
async function dayIn(days: number): Promise<string> {
  return new Date((await shop.now()) + days * 86_400_000).toISOString().slice(0, 10);
}
