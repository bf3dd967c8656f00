import { beforeEach, describe, expect, it } from 'vitest';
import type { Told } from '../../../functions/domain/order/order.ts';
import { routes } from '../../../infra/routes.ts';
import { anOrder, type Answered, type Api, openApi, pointersOf } from '../api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});

const vase = [{ id: 'vase', quantity: 1 }];

/** The calls about decisions, problems, money and changes, each with a body that holds whatever the order knows. */
const calls: readonly (readonly [call: string, body: object, fact: RegExp])[] = [
  ['POST stock-outs', { lines: vase, restockOn: '2026-12-01', replacement: { title: 'Green vase' } }, /^stock-out:/],
  ['POST incidents', { parcel: 'p1', kind: 'lost', note: 'not seen since Lyon' }, /^incident:/],
  ['POST choices', { choice: 'cancel-order' }, /^choice:/],
  ['POST cancellations', { by: 'customer', reason: 'found it cheaper', lines: vase }, /^cancellation:/],
  ['POST refunds', { refund: 'r1', amount: 4900, means: 'card' }, /^refund:r1$/],
  ['POST outcomes', { case: 'case-1', outcome: 'in-hand', text: 'We ask.', until: '2026-11-27' }, /^outcome:/],
  ['POST corrections', { fact: 'shipment:p1', by: 'Hugo', reason: 'another order' }, /^correction:shipment:p1$/],
  ['PUT shipments/p1', { trackingNumber: '6A2' }, /^shipment-correction:/],
  ['POST payments', { status: 'paid' }, /^payment:paid$/],
  [
    'PUT ',
    {
      lines: [{ id: 'vase', title: 'Green vase', quantity: 2 }],
      total: { amount: 9800, currency: 'EUR' },
      delivery: { address: '1 rue de Lyon' },
      shipBy: '2026-12-01',
    },
    /^change:/,
  ],
];

const send = (call: string, body: unknown, order = '1001'): Promise<Answered> => {
  const [method = '', path] = call.split(' ');
  return api.send({
    method,
    url: `/orders/${order}/${path}`.replace(/\/$/, ''),
    headers: { authorization: 'Bearer lyon-key', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
};

/** The order, a parcel of it, and a case that a message opened. */
async function orderWithCase(): Promise<void> {
  await api.post('/orders', anOrder);
  await api.post('/orders/1001/shipments', { parcel: 'p1', lines: [{ id: 'bowl', quantity: 1 }] });
  const order = (await api.orders.find('lyon', '1001'))!;
  const told: Told = {
    key: 'open-case:word:1',
    message: 'open-case',
    cause: 'word:1',
    at: api.now,
    owner: 'test',
    seen: order.facts.length,
    covers: [],
    promises: [],
    case: { id: 'case-1', about: 'damaged', parcels: ['p1'], opens: true },
  };
  expect(await api.orders.claim(order, { told, fates: {} })).toBe(true);
}

describe('what happened to an order', () => {
  it('every such call is tried here, or where ordinary orders are', () => {
    const ordinary = ['shipments', 'deliveries', 'delays', 'words'].map((word) => `POST /orders/{id}/${word}`);
    const tried = calls.map(([call]) =>
      call.replace(' ', ' /orders/{id}/').replace('shipments/p1', 'shipments/{parcel}').replace(/\/$/, ''),
    );
    expect([...ordinary, ...tried].sort()).toEqual([...routes['record-fact']].sort());
  });

  it.each(calls)('is taken with 202, and where to look: %s', async (call, body, fact) => {
    await orderWithCase();
    const answer = await send(call, body);
    expect(answer).toMatchObject({
      status: 202,
      json: { order: '1001', fact: expect.stringMatching(fact), duplicate: false },
      headers: { location: '/orders/1001' },
    });
    expect((await send(call, body)).json).toEqual({ ...answer.json, duplicate: true });
  });

  it.each(calls)('is taken before the order is known, and joined when it comes: %s', async (call, body, fact) => {
    expect((await send(call, body)).status).toBe(202);
    expect((await api.post('/orders', anOrder)).status).toBe(202);
    const { facts } = (await api.orders.find('lyon', '1001'))!;
    expect(facts.map(({ id }) => id)).toEqual([expect.stringMatching(fact), 'order:1001']);
  });

  it.each(calls)('is told in the words of nobody in the order’s own item: %s', async (call, body) => {
    await orderWithCase();
    await send(call, body);
    const item = JSON.stringify(await api.orders.find('lyon', '1001'));
    expect(item).not.toMatch(/Green|Lyon|cheaper|card|We ask|Hugo|another order|rue de/);
  });

  it.each(calls)('is not told by something else than an object: %s', async (call) => {
    for (const body of [[], 'text', 7, null]) {
      const answer = await send(call, body);
      expect(answer.status).toBe(422);
      expect(pointersOf(answer)).toEqual(['#']);
    }
  });
});

describe('every wrong field is named at once', () => {
  it.each([
    [
      'POST stock-outs',
      { lines: [{ id: 'a b', quantity: 0 }], restockOn: 'soon', replacement: { title: '' } },
      ['#/lines/0/id', '#/lines/0/quantity', '#/restockOn', '#/replacement/title'],
    ],
    [
      'POST incidents',
      { parcel: '', kind: 'eaten', note: 7, pickup: { name: 'x', address: 'y', until: '2026-02-30' } },
      ['#/parcel', '#/kind', '#/note', '#/pickup/until'],
    ],
    ['POST choices', { choice: 'haggle', lines: [] }, ['#/choice', '#/lines']],
    ['POST cancellations', { by: 'nobody', reason: {}, lines: {} }, ['#/by', '#/reason', '#/lines']],
    [
      'POST refunds',
      { refund: 'a b', amount: { amount: 1.5, currency: 'euro' }, means: '', refundedAt: 'now' },
      ['#/refund', '#/amount/amount', '#/amount/currency', '#/means', '#/refundedAt'],
    ],
    [
      'POST outcomes',
      { case: '', outcome: 'none', text: '', amount: -1, until: '', promo: 1 },
      ['#/case', '#/outcome', '#/text', '#/amount', '#/until', '#/promo'],
    ],
    ['POST corrections', { fact: 'a fact', by: ' ', reason: 1, at: 'x' }, ['#/fact', '#/by', '#/reason', '#/at']],
    [
      'PUT shipments/p1',
      { carrier: '', trackingNumber: 'x'.repeat(101), trackingUrl: 'ftp://x.example', deliverBy: 1 },
      ['#/carrier', '#/trackingNumber', '#/trackingUrl', '#/deliverBy'],
    ],
    ['POST payments', { status: 'maybe', at: 'now' }, ['#/status', '#/at']],
    [
      'PUT ',
      {
        lines: [{ id: 'vase', title: '', quantity: 0 }],
        total: { amount: -1, currency: 'EUR' },
        delivery: { kind: 'drone', method: '' },
        shipBy: 'soon',
        deliverBy: 7,
      },
      [
        '#/lines/0/title',
        '#/lines/0/quantity',
        '#/total/amount',
        '#/delivery/kind',
        '#/delivery/method',
        '#/shipBy',
        '#/deliverBy',
      ],
    ],
  ])('%s', async (call, body, pointers) => {
    const answer = await send(call, body);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual(pointers);
  });

  it('and each that is missing is', async () => {
    expect((await send('POST refunds', {})).json.errors).toEqual([
      { pointer: '#/refund', detail: 'is missing' },
      { pointer: '#/amount', detail: 'is missing' },
    ]);
  });
});

describe('what only the order can tell to be wrong', () => {
  const lamp = [{ id: 'lamp', quantity: 1 }];

  it.each([
    ['POST stock-outs', { lines: lamp }, '#/lines/0/id'],
    ['POST cancellations', { by: 'shop', lines: lamp }, '#/lines/0/id'],
    ['POST refunds', { refund: 'r1', amount: { amount: 1, currency: 'USD' } }, '#/amount/currency'],
    ['POST outcomes', { case: 'case-2', outcome: 'answered', text: 'Yes.' }, '#/case'],
    ['POST corrections', { fact: 'shipment:p2', by: 'Hugo' }, '#/fact'],
    ['POST corrections', { fact: 'order:1001', by: 'Hugo' }, '#/fact'],
    ['POST choices', { choice: 'wait' }, '#/choice'],
    ['PUT ', { total: { amount: 1, currency: 'USD' } }, '#/total/currency'],
    [
      'PUT ',
      {
        lines: [
          { id: 'vase', title: 'Vase', quantity: 1 },
          { id: 'lamp', title: 'Lamp', quantity: 1, price: { amount: 1, currency: 'USD' } },
        ],
      },
      '#/lines/1/price/currency',
    ],
  ])('is refused by its field: %s %j', async (call, body, pointer) => {
    await orderWithCase();
    const before = await api.orders.find('lyon', '1001');
    const answer = await send(call, body);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual([pointer]);
    expect(await api.orders.find('lyon', '1001')).toEqual(before);
  });

  it('does not refuse the repetition of what was right when it was told', async () => {
    await api.post('/orders', anOrder);
    await send('POST stock-outs', { lines: vase, restockOn: '2026-12-01' });
    expect((await send('POST choices', { choice: 'wait' })).json).toMatchObject({ duplicate: false });
    expect((await send('POST choices', { choice: 'wait' })).json).toMatchObject({ duplicate: true });
    expect((await send('POST choices', { choice: 'replace' })).status).toBe(422);
  });
});

describe('an order that is changed', () => {
  it.each([[{}], [{ at: '2026-11-24T09:00:00Z' }], [{ unknown: 1 }]])('changes something: not %j', async (body) => {
    const answer = await send('PUT ', body);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual(['#']);
  });

  it('may get lines that it did not have', async () => {
    await api.post('/orders', anOrder);
    const lamp = { id: 'lamp', title: 'Lamp', quantity: 1, price: { amount: 2000, currency: 'EUR' } };
    expect((await send('PUT ', { lines: [lamp] })).status).toBe(202);
    const order = (await api.orders.find('lyon', '1001'))!;
    expect(order.facts.at(-1)).toMatchObject({
      name: 'change',
      lines: [{ id: 'lamp', quantity: 1, ships: true, price: 2000 }],
      movesDelivery: false,
    });
    expect((await api.orders.details(order)).get(order.facts.at(-1)!.id)).toEqual({ lines: [lamp] });
  });

  it('may be changed back: another instant or another key is another change', async () => {
    await api.post('/orders', anOrder);
    const change = { delivery: { address: '1 rue de Lyon' } };
    expect((await send('PUT ', change)).json.duplicate).toBe(false);
    expect((await send('PUT ', change)).json.duplicate).toBe(true);
    expect((await send('PUT ', { ...change, at: '2026-11-24T09:59:00Z' })).json.duplicate).toBe(false);
  });

  it('is the order that the address names, whatever can be no order’s id is unknown', async () => {
    expect((await send('PUT ', { shipBy: '2026-12-01' }, 'a%20b')).status).toBe(404);
  });
});

describe('a payment', () => {
  it('is told once for each of its ends: a card may fail before the money comes', async () => {
    await api.post('/orders', { ...anOrder, payment: 'awaited' });
    for (const status of ['failed', 'paid']) {
      expect((await send('POST payments', { status })).json).toMatchObject({
        fact: `payment:${status}`,
        duplicate: false,
      });
      expect((await send('POST payments', { status })).json).toMatchObject({ duplicate: true });
    }
    expect((await send('POST payments', { status: 'paid', at: '2026-11-24T09:00:00Z' })).status).toBe(422);
  });
});

describe('a corrected shipment', () => {
  it('is the one that the address names, whatever the body says', async () => {
    await send('PUT shipments/p1', { parcel: 'p2', carrier: 'DHL' });
    const { facts } = (await api.orders.find('lyon', '1001'))!;
    expect(facts).toMatchObject([{ name: 'shipment-correction', parcel: 'p1', carrier: 'DHL' }]);
  });

  it('corrects something', async () => {
    const answer = await send('PUT shipments/p1', {});
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual(['#']);
  });

  it.each(['a%20b', '%00', 'x'.repeat(65)])('of what can be no parcel is unknown: %s', async (parcel) => {
    expect((await send(`PUT shipments/${parcel}`, { carrier: 'DHL' })).status).toBe(404);
  });
});

it('what is told of another shop’s order tells it nothing of ours', async () => {
  await orderWithCase();
  const asOther = { authorization: 'Bearer other-key' };
  const answer = await api.post('/orders/1001/corrections', { fact: 'shipment:p1', by: 'Hugo' }, asOther);
  expect(answer.status).toBe(202);
  expect((await api.orders.find('lyon', '1001'))!.facts.map(({ name }) => name)).toEqual(['order', 'shipment']);
});
