import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../infra/routes.ts';
import { anOrder, openApi, type Api } from '../api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await api.post('/orders', { ...anOrder, id: 'hostile' });
});

const textOf = async (order: string): Promise<string> =>
  JSON.stringify([...(await api.orders.details((await api.orders.find('lyon', order))!)).values()]);

describe('hostile strings', () => {
  it.each([
    ['quotes', `O'Brien "the" \\ \` $(id)`],
    ['markup', '<script>alert(1)</script> & <b>'],
    ['emoji and right-to-left', '👩‍👩‍👧 שלום \u202Eabc'],
    ['template words', '{{constructor}} {% $eval %} ${x}'],
    ['ten thousand characters', 'é'.repeat(10_000)],
    ['ten thousand emoji', '👩'.repeat(10_000)],
  ])('are taken as they are: %s', async (name, text) => {
    const id = name.replaceAll(' ', '-');
    const answer = await api.post('/orders', {
      ...anOrder,
      id,
      customer: { name: text },
      recipient: { name: text },
      lines: [{ id: 'vase', title: text, quantity: 1 }],
    });
    expect(answer.status).toBe(202);
    const shown = await api.get(`/orders/${id}`);
    expect(shown.json.customer.name).toBe(text);
  });

  it('become one line where one line is meant: no name begins a header', async () => {
    await api.post('/orders', {
      ...anOrder,
      id: 'crlf',
      customer: { name: ' Anne\r\nBcc: all@shops.example\u2028Petit\t ' },
    });
    expect((await api.get('/orders/crlf')).json.customer.name).toBe('Anne Bcc: all@shops.example Petit');
  });

  it('lose what is no character: controls, NUL, half surrogates', async () => {
    const body = JSON.stringify({ ...anOrder, id: 'controls' }).replace(
      'Anne Petit',
      String.raw`An\u0000ne\u001b[31m \ud800Pe\u009ftit`,
    );
    expect((await api.post('/orders', body)).status).toBe(202);
    expect((await api.get('/orders/controls')).json.customer.name).toBe('Anne[31m \uFFFDPetit');
  });

  it('that are nothing but controls are no name', async () => {
    const answer = await api.post('/orders', { ...anOrder, customer: { name: '\u0000\u0007' } });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '#/customer/name' }] } });
  });

  it('longer than ten thousand characters are refused', async () => {
    const answer = await api.post('/orders', {
      ...anOrder,
      lines: [{ id: 'vase', title: 'x'.repeat(10_001), quantity: 1 }],
    });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '#/lines/0/title' }] } });
  });

  it.each(['javascript:alert(1)', 'ftp://carrier.example', 'data:text/html,x', '//carrier.example', 'x'])(
    'are no tracking address: %s',
    async (trackingUrl) => {
      const answer = await api.post('/orders/1001/shipments', { parcel: 'p1', trackingUrl });
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '#/trackingUrl' }] } });
    },
  );
});

describe('hostile JSON', () => {
  it('pollutes no prototype', async () => {
    const body = JSON.stringify({ ...anOrder, id: 'proto' }).replace(
      '{',
      '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}},',
    );
    expect((await api.post('/orders', body)).status).toBe(202);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await textOf('proto')).not.toContain('isAdmin');
  });

  it('nested a hundred thousand levels deep is an unknown field like any other, or a wrong one', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const unknown = JSON.stringify({ ...anOrder, id: 'deep' }).replace('{', `{"unknown": ${deep},`);
    expect((await api.post('/orders', unknown)).status).toBe(202);
    const wrong = await api.post('/orders', `{"id": ${deep}}`);
    expect(wrong.status).toBe(422);
  });

  it('with a field twice means the last', async () => {
    const body = JSON.stringify({ ...anOrder, id: 'twice' }).replace('{', '{"id": "once",');
    expect((await api.post('/orders', body)).json.order).toBe('twice');
  });

  it.each(['1e400', '-1', '1.5', '9007199254740993', '"12"', 'null'])(
    'with %s for an amount is refused',
    async (amount) => {
      const body = JSON.stringify(anOrder).replace('7900', amount);
      expect(await api.post('/orders', body)).toMatchObject({
        status: 422,
        json: { errors: [{ pointer: '#/total/amount' }] },
      });
    },
  );
});

const calls = [...routes['record-order'], ...routes['record-fact']].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, url: path.replace('{id}', '1001').replace('{parcel}', 'p1') };
});
const fields =
  'id customer name email lines quantity total amount currency shipBy deliverBy placedAt at parcel trackingUrl shippedAt of until word by text about locale zone restockOn replacement title kind note pickup address choice reason refund means case outcome promo fact carrier status payment payBy payUrl delivery kind notify recipient __proto__ toString';
const field = fc.constantFrom(...fields.split(' '));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '2026-11-24',
      '2026-02-30',
      '2026-11-24T25:00:00Z',
      'shipment',
      'delivery',
      'received',
      'phone',
      'EUR',
      'p1',
      '9999-12-31',
    ),
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, true, false),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(field, tie('any'), { maxKeys: 6 }),
  ),
})).any;

/** A body that each call takes: a part of it replaced by nonsense reaches deeper than nonsense alone. */
const taken: { readonly [word: string]: object } = {
  orders: anOrder,
  shipments: { parcel: 'p1', lines: [{ id: 'vase', quantity: 1 }] },
  p1: { carrier: 'DHL', deliverBy: '2026-11-30' },
  deliveries: { parcel: 'p1' },
  delays: { of: 'delivery', parcel: 'p1', until: '2026-11-30' },
  words: { word: 'problem', about: 'damaged', by: 'phone' },
  'stock-outs': { lines: [{ id: 'vase', quantity: 1 }], restockOn: '2026-12-01', replacement: { title: 'Green vase' } },
  incidents: { parcel: 'p1', kind: 'held-at-pickup', pickup: { name: 'Tabac', address: 'Lyon', until: '2026-12-01' } },
  choices: { choice: 'call', lines: [{ id: 'vase', quantity: 1 }] },
  cancellations: { by: 'shop', lines: [{ id: 'bowl', quantity: 1 }] },
  refunds: { refund: 'r1', amount: { amount: 1500, currency: 'EUR' } },
  outcomes: { case: 'case-1', outcome: 'refund', text: 'Sorry.', amount: 1500 },
  corrections: { fact: 'shipment:p1', by: 'Hugo' },
  payments: { status: 'paid' },
  '1001': { lines: anOrder.lines, total: anOrder.total, delivery: { kind: 'collect' }, shipBy: '2026-12-01' },
};
const takenBy = (url: string): object => taken[url.split('/').at(-1)!]!;

it('every call that tells a fact has its body here', () => {
  for (const { url } of calls) expect(takenBy(url), url).toBeDefined();
});

test.prop([fc.constantFrom(...calls), fc.dictionary(field, value), fc.boolean(), fc.boolean()], { numRuns: 400 })(
  'no body makes a call fail on our side, be its order known or not',
  async ({ method, url }, part, complete, isKnown) => {
    const body = complete ? { ...takenBy(url), ...part } : part;
    const { status } = await api.send({
      method,
      url: isKnown ? url.replace('1001', 'hostile') : url,
      headers: { authorization: 'Bearer lyon-key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([202, 400, 422]).toContain(status);
  },
);

test.prop([fc.uint8Array({ maxLength: 200 })], { numRuns: 50 })('no bytes do either', async (body) => {
  const { status } = await api.send({
    method: 'POST',
    url: '/orders',
    headers: { authorization: 'Bearer lyon-key' },
    body,
  });
  expect([400, 422]).toContain(status);
});
