import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Outside, linkIn, type Answer } from './outside.ts';

interface Line {
  readonly by: string;
  readonly message?: string;
  readonly execution?: string;
  readonly correlationId?: string;
  readonly [field: string]: unknown;
}

const lines: Line[] = [];
let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open((line) => lines.push(asRead(line)));
});
afterAll(() => shop.close());

function asRead(line: string): Line {
  const [, by = '', json = ''] = /^Shopkeeper-local-(\S+) (\{.*)$/.exec(line) ?? [];
  return { by, ...(json === '' ? {} : JSON.parse(json)) };
}

const idIn = ({ headers }: Answer): string => headers.get('x-correlation-id') ?? 'none';

const saidOf = (id: string): Line[] => lines.filter((line) => JSON.stringify(line).includes(id));
/** Who says what of an id. Functions write side by side, and SES may tell of a mail twice: once each, in no order. */
const byWhom = (id: string): string[] =>
  [...new Set(saidOf(id).map(({ by, message }) => `${by}: ${message}`))].toSorted();
const line = (id: string, by: string): Line => saidOf(id).findLast((each) => each.by === by)!;

describe('one id leads from a call to the mail that came of it', () => {
  it('when a parcel leaves: HTTP, relay, messenger and mail name it, and beside it the execution', async () => {
    const order = await shop.order();
    const answer = await shop.post(`/orders/${order}/shipments`, { parcel: 'p1', carrier: 'Colissimo' });
    const id = idIn(answer);
    expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(byWhom(id)).toEqual(['note-mail: mail', 'record-fact: call', 'relay: passed on', 'send-message: said']);
    expect(line(id, 'record-fact')).toMatchObject({ shop: 'demo', order, fact: 'shipment:p1', status: 202 });
    expect(line(id, 'relay')).toMatchObject({ shop: 'demo', order, did: 'succeed', execution: `demo.${order}` });
    const said = line(id, 'send-message');
    expect(said).toMatchObject({ execution: `demo.${order}`, key: 'announce-shipment:shipment:p1' });
    expect(line(id, 'note-mail')).toMatchObject({ order, what: 'delivered', mail: said['mail'] });
    const states = await shop.states(`demo.${order}`);
    expect(states).toContain('AnnounceShipment');
  });

  it('when the order is told: the execution that begins has it too', async () => {
    const id = idIn(await shop.post('/orders', { ...anOtherOrder, id: 'told' }));
    expect(byWhom(id)).toEqual(['note-mail: mail', 'record-order: call', 'relay: passed on', 'send-message: said']);
    expect(line(id, 'relay')).toMatchObject({ did: 'start', execution: 'demo.told' });
  });

  it('when a customer answers on the page behind a mail', async () => {
    const order = await shop.order();
    await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
    await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
    await shop.advance('P1D');
    const check = (await shop.mails(order)).find(({ message }) => message === 'ask-delivery-check')!;
    const answered = await shop.submit(linkIn(check), { word: 'received' });
    await shop.settle();
    expect(byWhom(idIn(answered))).toEqual([
      'answer-customer: call',
      'note-mail: mail',
      'relay: passed on',
      'send-message: said',
    ]);
  });

  it('when the same is told again: it is the same id, and nothing follows once more', async () => {
    const order = await shop.order();
    const once = await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
    const before = saidOf(idIn(once)).length;
    const again = await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
    expect(idIn(again)).toBe(idIn(once));
    expect(saidOf(idIn(once)).slice(before)).toMatchObject([{ by: 'record-fact', message: 'call' }]);
  });

  it('when one mail speaks of two calls: both lead to it', async () => {
    const order = await shop.order();
    const first = await shop.ask('POST', `/orders/${order}/delays`, { of: 'shipment', reason: 'The kiln.' });
    const second = await shop.post(`/orders/${order}/delays`, { of: 'shipment', reason: 'The glaze too.' });
    for (const answer of [first, second]) expect(byWhom(idIn(answer))).toContain('send-message: said');
  });

  it('and what falls due in silence has the id of the order itself', async () => {
    const id = idIn(await shop.post('/orders', { ...anOtherOrder, id: 'silent' }));
    await shop.advance('P3D');
    const keys = saidOf(id).flatMap(({ message, key }) => (message === 'said' ? [String(key).split(':')[0]] : []));
    expect(keys).toEqual(expect.arrayContaining(['confirm-order', 'warn-shipping-delay']));
  });
});

it('a call that tells nothing has no such id', async () => {
  expect((await shop.get('/tasks')).headers.get('x-correlation-id')).toBeNull();
});

const anOtherOrder = {
  number: '#X',
  customer: { id: 'c-x', name: 'Jeanne Petit', email: 'x@example.com' },
  lines: [{ id: 'l1', title: 'Lampe', quantity: 1, price: { amount: 12_900, currency: 'EUR' } }],
  total: { amount: 12_900, currency: 'EUR' },
  delivery: { kind: 'parcel', method: 'Colissimo', address: '3 rue du Port, 33000 Bordeaux' },
};
