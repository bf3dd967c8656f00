import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOrder, otherKey, Outside, type Answer } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
  await shop.order({ id: 'mine' });
  await shop.post('/orders/mine/words', { word: 'question', by: 'phone' });
});
afterAll(() => shop.close());

/** RFC 9457, and nothing of our insides. */
function expectProblem(answer: Answer, status: number): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    status,
  });
  expect(answer.text).not.toMatch(/\n\s+at |node_modules|\.ts:|SHOP#/);
}

describe('what is no call', () => {
  test.each([
    ['nothing', undefined],
    ['half of it', '{"id": "x'],
    ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ])('a body that is %s is no JSON: 400', async (_, raw) => {
    expectProblem(await shop.ask('POST', '/orders', undefined, raw === undefined ? {} : { raw }), 400);
  });

  test.each(['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-16'])(
    'a body of type %s: 415',
    async (type) => {
      expectProblem(await shop.ask('POST', '/orders', anOrder('t'), { headers: { 'content-type': type } }), 415);
    },
  );

  test('more than 256 KiB: 413; exactly as much is read', async () => {
    const most = 256 * 1024;
    expectProblem(await shop.ask('POST', '/orders', undefined, { raw: ' '.repeat(most + 1) }), 413);
    const raw = JSON.stringify(anOrder('full-size')).padEnd(most, ' ');
    expect((await shop.ask('POST', '/orders', undefined, { raw })).status).toBe(202);
  });

  test.each([null, '', 'nope', 'x'.repeat(5000)])('the key %s opens nothing: 401', async (key) => {
    const answer = await shop.get('/orders/mine', { key });
    expectProblem(answer, 401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test.each([
    ['GET', '/nothing/here'],
    ['DELETE', '/orders/mine'],
    ['PATCH', '/shop'],
    ['GET', '/orders'],
    ['GET', '/orders/mine/shipments'],
  ])('%s %s is nothing: 404', async (method, path) => expectProblem(await shop.ask(method, path), 404));

  test('HEAD is answered like GET, without a body', async () => {
    const answer = await shop.ask('HEAD', '/nothing');
    expect([answer.status, answer.text]).toEqual([404, '']);
  });
});

test.each([
  ['GET', '/customers/c1/export'],
  ['DELETE', '/customers/c1'],
])('%s %s of nobody we know is unknown', async (method, path) => {
  const answer = await shop.ask(method, path);
  expect(answer.status).toBe(404);
  expect(answer.json.detail).toBe('No such customer.');
});

describe('wrong fields', () => {
  test('are all named at once', async () => {
    const answer = await shop.ask('POST', '/orders', {
      id: 'a b',
      placedAt: '2026-01-01T00:00:00',
      payment: 'gold',
      customer: { name: '', email: 'nobody', phone: 'abc', locale: '??', zone: 'Mars/Olympus' },
      lines: [{ id: 'l1', title: 'x', quantity: 0, price: { amount: 1.5, currency: 'EURO' } }],
      total: { amount: -1, currency: 'eur' },
      shipBy: '2026-02-30',
      deliverBy: 'tomorrow',
    });
    expectProblem(answer, 422);
    const pointers = answer.json.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '#/id',
        '#/placedAt',
        '#/payment',
        '#/customer/name',
        '#/customer/email',
        '#/customer/phone',
        '#/customer/locale',
        '#/customer/zone',
        '#/lines/0/quantity',
        '#/lines/0/price/amount',
        '#/lines/0/price/currency',
        '#/total/amount',
        '#/total/currency',
        '#/shipBy',
        '#/deliverBy',
      ]),
    );
    expect(answer.text, 'nothing of the body comes back').not.toContain('Olympus');
  });

  test.each([
    ['shipments', { parcel: 'p', trackingUrl: 'javascript:alert(1)' }, '#/trackingUrl'],
    ['shipments', { parcel: 'p', lines: [{ id: 'nobody', quantity: 1 }] }, '#/lines/0/id'],
    ['shipments', { parcel: 'p', lines: [] }, '#/lines'],
    ['deliveries', {}, '#/parcel'],
    ['deliveries', { parcel: 'p', to: 'dog' }, '#/to'],
    ['deliveries', { parcel: 'p', deliveredAt: '2199-01-01T00:00:00Z' }, '#/deliveredAt'],
    ['delays', { of: 'lunch' }, '#/of'],
    ['words', { word: 'hello', by: 'phone' }, '#/word'],
    ['words', { word: 'received', by: 'owl' }, '#/by'],
    ['words', { word: 'question', by: 'phone', text: 'x'.repeat(10_001) }, '#/text'],
  ])('of %s are named: %j', async (call, body, pointer) => {
    const answer = await shop.ask('POST', `/orders/mine/${call}`, body);
    expectProblem(answer, 422);
    expect(answer.json.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

test("another shop's things are as unknown as what never was", async () => {
  const [task] = (await shop.shown('mine')).tasks;
  const theirs = { key: otherKey };
  for (const [method, mine, never, body] of [
    ['GET', '/orders/mine', '/orders/never', undefined],
    ['GET', '/customers/c-mine/timeline', '/customers/never/timeline', undefined],
    ['PUT', '/customers/c-mine', '/customers/never', { name: 'Sam' }],
    ['POST', `/tasks/${task.task}/completions`, '/tasks/never.1/completions', { by: 'Sam' }],
  ] as const) {
    const foreign = await shop.ask(method, mine, body, theirs);
    expectProblem(foreign, 404);
    expect(foreign.text).toBe((await shop.ask(method, never, body, theirs)).text);
  }
  expect((await shop.get('/tasks', theirs)).json).toEqual({ tasks: [] });
});

test('a shop that lacks what every message needs takes no order, and is told what it lacks', async () => {
  const cleared = await shop.put('/shop', { phone: null, signatory: null }, { key: otherKey });
  expect(cleared.status).toBeLessThan(300);
  // Functions remember settings for two seconds.
  await shop.advance('PT3S');
  const answer = await shop.ask('POST', '/orders', anOrder('lacking'), { key: otherKey });
  expectProblem(answer, 422);
  expect(answer.json.detail).toMatch(/phone/);
  expect(answer.json.detail).toMatch(/signatory/);
});
