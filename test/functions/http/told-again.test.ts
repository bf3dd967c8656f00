import { beforeEach, describe, expect, it } from 'vitest';
import { anOrder, openApi, type Answered, type Api } from '../api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});

const factsOf = async (order = '1001'): Promise<string[]> =>
  (await api.orders.find('lyon', order))?.facts.map(({ id }) => id) ?? [];

function expectFirst(answer: Answered, fact: string): void {
  expect(answer).toMatchObject({ status: 202, json: { order: '1001', fact, duplicate: false } });
  expect(answer.headers['location']).toBe('/orders/1001');
}
function expectAgain(answer: Answered, fact: string): void {
  expect(answer).toMatchObject({ status: 202, json: { order: '1001', fact, duplicate: true } });
  expect(answer.headers['location']).toBe('/orders/1001');
}
function expectConflict(answer: Answered, fact: string): void {
  expect(answer.status).toBe(422);
  expect(answer.json.detail).toContain(fact);
}

describe('an order told again', () => {
  it('is one order, however its body is written', async () => {
    expectFirst(await api.post('/orders', anOrder), 'order:1001');
    const reordered = Object.fromEntries(Object.entries(anOrder).toReversed());
    const rewritten = { ...reordered, placedAt: '2026-11-24T08:55:00.000Z', payment: 'paid', unknown: 'field' };
    expectAgain(await api.post('/orders', JSON.stringify(rewritten, undefined, 4)), 'order:1001');
    expect(await factsOf()).toEqual(['order:1001']);
  });

  it('with another body is refused by the name of the first', async () => {
    await api.post('/orders', anOrder);
    expectConflict(await api.post('/orders', { ...anOrder, number: '#1002' }), 'order:1001');
    expect(await factsOf()).toEqual(['order:1001']);
  });

  it('hours later and without an instant is still the same', async () => {
    const { placedAt: _, ...now } = anOrder;
    await api.post('/orders', now);
    api.now += 5 * 3600_000;
    expectAgain(await api.post('/orders', now), 'order:1001');
  });

  it('is the same after the shop lost a setting that orders need', async () => {
    await api.post('/orders', anOrder);
    await api.put('/shop', { phone: null });
    expectAgain(await api.post('/orders', anOrder), 'order:1001');
    expect((await api.post('/orders', { ...anOrder, id: '1002' })).status).toBe(422);
  });

  it('heals the customer’s profile, when the first call died before that', async () => {
    await api.post('/orders', anOrder);
    const { profileKey } = await import('../../../functions/adapters/keys.ts');
    await api.table.delete(profileKey('lyon', 'anne'));
    await api.post('/orders', anOrder);
    expect(await api.customers.find('lyon', 'anne')).toMatchObject({ name: 'Anne Petit' });
  });
});

describe('facts with an id of their own', () => {
  it.each([
    ['shipments', { parcel: 'p1', carrier: 'Colissimo' }, { parcel: 'p1', carrier: 'DHL' }, 'shipment:p1'],
    ['deliveries', { parcel: 'p1' }, { parcel: 'p1', to: 'neighbour' }, 'delivery:p1'],
    ['refunds', { refund: 'r1', amount: 4900 }, { refund: 'r1', amount: 3900 }, 'refund:r1'],
    ['payments', { status: 'paid' }, { status: 'paid', at: '2026-11-24T09:00:00Z' }, 'payment:paid'],
  ])('are told once: %s', async (call, body, other, fact) => {
    await api.post('/orders', anOrder);
    expectFirst(await api.post(`/orders/1001/${call}`, body), fact);
    expectAgain(await api.post(`/orders/1001/${call}`, body), fact);
    expectConflict(await api.post(`/orders/1001/${call}`, other), fact);
  });
});

describe('facts without an id of their own', () => {
  const delay = { of: 'shipment', reason: 'the kiln broke', until: '2026-12-01' };

  it('are the same while their body is the same', async () => {
    await api.post('/orders', anOrder);
    const first = await api.post('/orders/1001/delays', delay);
    expect(first.json.fact).toMatch(/^delay:[0-9a-f]{16}$/);
    expectAgain(
      await api.post('/orders/1001/delays', Object.fromEntries(Object.entries(delay).toReversed())),
      first.json.fact,
    );
    const later = await api.post('/orders/1001/delays', { ...delay, until: '2026-12-03' });
    expect(later.json).toMatchObject({ duplicate: false });
    expect(later.json.fact).not.toBe(first.json.fact);
  });

  it('are others when they happened at another time', async () => {
    const word = { word: 'not-yet', by: 'phone' };
    const first = await api.post('/orders/1001/words', { ...word, at: '2026-11-23T10:00:00+01:00' });
    const second = await api.post('/orders/1001/words', { ...word, at: '2026-11-24T09:00:00+01:00' });
    expect(second.json).toMatchObject({ duplicate: false });
    expect(second.json.fact).not.toBe(first.json.fact);
  });
});

const takeBack = (fact: string, more: object = {}): Promise<Answered> =>
  api.post('/orders/1001/corrections', { fact, by: 'Hugo', ...more });

describe('a fact that was taken back', () => {
  beforeEach(async () => {
    await api.post('/orders', anOrder);
    expectFirst(await api.post('/orders/1001/deliveries', { parcel: 'p1' }), 'delivery:p1');
    expectFirst(await takeBack('delivery:p1'), 'correction:delivery:p1');
  });

  it('is taken back once', async () => {
    expectAgain(await takeBack('delivery:p1'), 'correction:delivery:p1');
    expectConflict(await takeBack('delivery:p1', { reason: 'another parcel' }), 'correction:delivery:p1');
  });

  it('stays taken back when the call that told it is repeated', async () => {
    expectAgain(await api.post('/orders/1001/deliveries', { parcel: 'p1' }), 'delivery:p1');
    expect(await factsOf()).toEqual(['order:1001', 'delivery:p1', 'correction:delivery:p1']);
  });

  it('can be told anew: the parcel arrives after all', async () => {
    const delivered = { parcel: 'p1', deliveredAt: '2026-11-24T09:30:00+01:00' };
    expectFirst(await api.post('/orders/1001/deliveries', delivered, keyed('k')), 'delivery.2:p1');
    expectAgain(await api.post('/orders/1001/deliveries', delivered, keyed('k')), 'delivery.2:p1');
    expectAgain(await api.post('/orders/1001/deliveries', delivered), 'delivery.2:p1');
    expectConflict(await api.post('/orders/1001/deliveries', { parcel: 'p1', to: 'neighbour' }), 'delivery.2:p1');
  });

  it('can be told anew as often as it was a mistake', async () => {
    await api.post('/orders/1001/deliveries', { parcel: 'p1', to: 'neighbour' });
    expectFirst(await takeBack('delivery.2:p1'), 'correction:delivery.2:p1');
    const third = { parcel: 'p1', deliveredAt: '2026-11-24T09:30:00+01:00' };
    expectFirst(await api.post('/orders/1001/deliveries', third), 'delivery.3:p1');
  });
});

const keyed = (key: string) => ({ 'idempotency-key': key });

describe('an Idempotency-Key', () => {
  const question = { word: 'question', text: 'Is it blue?', by: 'email' };

  it('makes the same body two facts when it is another', async () => {
    const first = await api.post('/orders/1001/words', question, keyed('one'));
    const second = await api.post('/orders/1001/words', question, keyed('two'));
    expect(first.json.fact).not.toBe(second.json.fact);
    expect(await factsOf()).toEqual([first.json.fact, second.json.fact]);
  });

  it('makes two calls one fact when it is the same, and refuses another body by that fact’s name', async () => {
    const first = await api.post('/orders/1001/words', question, keyed('one'));
    expectAgain(await api.post('/orders/1001/words', question, keyed('one')), first.json.fact);
    expectConflict(
      await api.post('/orders/1001/words', { ...question, text: 'Is it red?' }, keyed('one')),
      first.json.fact,
    );
    expect(await factsOf()).toEqual([first.json.fact]);
  });

  it('holds beside the order’s own id', async () => {
    expectFirst(await api.post('/orders', anOrder, keyed('checkout-77')), 'order:1001');
    expectAgain(await api.post('/orders', anOrder, keyed('checkout-77')), 'order:1001');
    expectAgain(await api.post('/orders', anOrder, keyed('checkout-78')), 'order:1001');
    expectConflict(await api.post('/orders', { ...anOrder, id: '1002' }, keyed('checkout-77')), 'order:1001');
    expect(await factsOf('1002')).toEqual([]);
  });

  it('counts for its own path, and for its own shop', async () => {
    await api.post('/orders', anOrder, keyed('k'));
    expectFirst(await api.post('/orders/1001/shipments', { parcel: 'p1' }, keyed('k')), 'shipment:p1');
    expectConflict(await api.post('/orders/1001/shipments', { parcel: 'p2' }, keyed('k')), 'shipment:p1');
    expect((await api.post('/orders/1002/shipments', { parcel: 'p2' }, keyed('k'))).status).toBe(202);
    const asOther = { ...keyed('k'), authorization: 'Bearer other-key' };
    expect((await api.post('/orders/1001/shipments', { parcel: 'p9' }, asOther)).status).toBe(202);
  });

  it('is free again when what it was first used for was refused', async () => {
    await api.post('/orders/1001/shipments', { parcel: 'p1', carrier: 'DHL' });
    expect((await api.post('/orders/1001/shipments', { parcel: 'p1' }, keyed('k'))).status).toBe(422);
    expectFirst(await api.post('/orders/1001/shipments', { parcel: 'p2' }, keyed('k')), 'shipment:p2');
  });

  it('heals a call that died between noting the key and storing the fact', async () => {
    const { orders } = api;
    const append = orders.append.bind(orders);
    orders.append = async () => {
      throw Object.assign(new Error('the function died here'), { name: 'TimeoutError' });
    };
    expect((await api.post('/orders', anOrder, keyed('k'))).status).toBe(503);
    orders.append = append;
    expectConflict(await api.post('/orders', { ...anOrder, id: '1002' }, keyed('k')), 'order:1001');
    expectFirst(await api.post('/orders', anOrder, keyed('k')), 'order:1001');
  });

  it('is forgotten after thirty days', async () => {
    await api.post('/orders', anOrder, keyed('k'));
    api.now += 31 * 24 * 3600_000;
    expect((await api.post('/orders', { ...anOrder, id: '1002' }, keyed('k'))).status).toBe(202);
  });

  it.each(['', 'x'.repeat(256)])('that is none is refused by the header’s name', async (key) => {
    const answer = await api.post('/orders', anOrder, keyed(key));
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ header: 'Idempotency-Key' }] } });
    expect(await factsOf()).toEqual([]);
  });

  it('may have 255 characters', async () => {
    expect((await api.post('/orders', anOrder, keyed('x'.repeat(255)))).status).toBe(202);
  });
});

it('the same call twice at the very same time is one fact, and one of the two is told so', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => api.post('/orders', anOrder, { 'idempotency-key': 'k' })),
  );
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  expect(answers.filter(({ json }) => json.duplicate === false)).toHaveLength(1);
  expect(await factsOf()).toEqual(['order:1001']);
});
