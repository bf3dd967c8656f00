import { beforeAll, describe, expect, it } from 'vitest';
import { anOrder, type Answered, type Api, openApi, pointersOf } from '../api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});

const json = { 'content-type': 'application/json' };
const key = { authorization: 'Bearer lyon-key' };

function expectProblem(answer: Answered, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.json).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status,
    detail: expect.any(String),
  });
}

describe('who calls without a right', () => {
  it.each([
    ['no key', {}],
    ['an empty key', { authorization: 'Bearer ' }],
    ['a key of nobody', { authorization: 'Bearer nobody' }],
    ['another scheme', { authorization: 'Basic bHlvbi1rZXk6' }],
    ['a key longer than any', { authorization: `Bearer ${'x'.repeat(5000)}` }],
  ])('with %s learns nothing but that', async (_, headers) => {
    const answer = await api.send({ method: 'GET', url: '/orders/1001', headers });
    expectProblem(answer, 401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('and sends nonsense learns of the key first', async () => {
    expectProblem(await api.send({ method: 'POST', url: '/orders', headers: json, body: '{' }), 401);
  });

  it('is refused after the key was revoked, at the latest a minute later', async () => {
    await api.keys.issue('short-lived', 'lyon', api.now);
    const headers = { authorization: 'Bearer short-lived' };
    expect((await api.send({ method: 'GET', url: '/shop', headers })).status).toBe(200);
    await api.keys.revoke('short-lived', api.now);
    api.now += 60_000;
    expectProblem(await api.send({ method: 'GET', url: '/shop', headers }), 401);
  });

  it('is let in whatever the case of the word Bearer', async () => {
    expect(
      (await api.send({ method: 'GET', url: '/shop', headers: { authorization: 'bearer lyon-key' } })).status,
    ).toBe(200);
  });
});

const send = (body: string | Uint8Array, headers: { [name: string]: string } = json): Promise<Answered> =>
  api.send({ method: 'POST', url: '/orders', headers: { ...key, ...headers }, body });

const bodyOf = (bytes: number): string => `{"padding": "${'x'.repeat(bytes - 15)}"}`;

describe('a body that cannot be read', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"id": "10'],
    ['no JSON at all', 'id=1001'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('because it is %s is a 400', async (_, body) => {
    expectProblem(await send(body, body instanceof Uint8Array ? {} : json), 400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/json; charset=iso-8859-1',
  ])('because it is %s is a 415', async (type) => {
    expectProblem(await send(JSON.stringify(anOrder), { 'content-type': type }), 415);
  });

  it('because it is larger than 256 KiB is a 413, one byte more is enough', async () => {
    expect(Buffer.byteLength(bodyOf(256 * 1024))).toBe(256 * 1024);
    expectProblem(await send(bodyOf(256 * 1024)), 422);
    expectProblem(await send(bodyOf(256 * 1024 + 1)), 413);
  });

  it('counts bytes, not characters', async () => {
    expectProblem(await send(`{"padding": "${'é'.repeat(140_000)}"}`), 413);
  });
});

it('a body without a content type, which API Gateway hands over as base64, is read as JSON', async () => {
  const answer = await api.send({
    method: 'POST',
    url: '/orders',
    headers: key,
    body: JSON.stringify({ ...anOrder, id: 'typeless' }),
  });
  expect(answer.status).toBe(202);
});

it('JSON with a charset of UTF-8 is JSON', async () => {
  const headers = { 'content-type': 'application/json; charset="UTF-8"' };
  expect((await api.post('/orders', { ...anOrder, id: 'charset' }, headers)).status).toBe(202);
});

describe('a body with something wrong in it', () => {
  it('names every wrong field at once', async () => {
    const answer = await api.post('/orders', {
      ...anOrder,
      id: 'an id with blanks',
      customer: { name: '', email: 'nobody', phone: 'call me' },
      lines: [{ id: 'vase', title: 'Blue vase', quantity: 0 }],
      total: { amount: 12.5, currency: 'euro' },
      shipBy: 'tomorrow',
    });
    expectProblem(answer, 422);
    expect(pointersOf(answer)).toEqual(
      expect.arrayContaining([
        '#/id',
        '#/customer/name',
        '#/customer/email',
        '#/customer/phone',
        '#/lines/0/quantity',
        '#/total/amount',
        '#/total/currency',
        '#/shipBy',
      ]),
    );
  });

  it.each([[[]], ['a text'], [7], [null], [true]])('as a whole (%j) points to the whole', async (body) => {
    const answer = await api.post('/orders', JSON.stringify(body));
    expectProblem(answer, 422);
    expect(pointersOf(answer)).toEqual(['#']);
  });

  it('says which fields are missing', async () => {
    const answer = await api.post('/orders', {});
    expect(answer.json.errors).toEqual(
      ['#/id', '#/customer', '#/lines', '#/total'].map((pointer) => ({ pointer, detail: 'is missing' })),
    );
  });

  it('escapes what a JSON pointer escapes', async () => {
    const answer = await api.put('/shop', { messages: { 'a/b~c': 'shop' } });
    expectProblem(answer, 422);
    expect(pointersOf(answer)).toEqual(['#/messages/a~1b~0c']);
  });

  it('never comes back in the answer', async () => {
    const secret = 'Anne lives at 3 quai Saint-Antoine';
    const answer = await api.post('/orders', {
      ...anOrder,
      customer: { name: 'Anne', email: secret, locale: secret, zone: secret },
      payment: secret,
    });
    expectProblem(answer, 422);
    expect(answer.text).not.toContain('quai');
  });

  it('is answered in a bounded way, however much is wrong', async () => {
    const lines = Array.from({ length: 10_000 }, () => ({}));
    const answer = await api.post('/orders', { ...anOrder, lines });
    expectProblem(answer, 422);
    expect(answer.text.length).toBeLessThan(20_000);
  });
});

describe('an order of the less usual kind', () => {
  it.each([
    ['unpaid', { payment: 'awaited', payBy: '2026-11-30', payUrl: 'https://pay.example/1' }],
    ['collected in the shop', { delivery: { kind: 'collect' } }],
    ['of which nothing travels', { delivery: { kind: 'none' } }],
    ['a gift whose recipient hears of it', { recipient: { name: 'Zoé', email: 'zoe@x.example', notify: true } }],
    ['a gift whose recipient can only be called', { recipient: { name: 'Zoé', phone: '+33 6 1 2 3', notify: true } }],
  ])('is taken: %s', async (name, part) => {
    const id = name.replaceAll(' ', '-').replaceAll(/[^A-Za-z-]/g, '');
    expect((await api.post('/orders', { ...anOrder, id, ...part })).status).toBe(202);
  });

  it.each([
    ['payment', { payment: 'later' }, '#/payment'],
    ['payBy', { payment: 'awaited', payBy: 'soon' }, '#/payBy'],
    ['payUrl', { payment: 'awaited', payUrl: 'javascript:alert(1)' }, '#/payUrl'],
    ['delivery.kind', { delivery: { kind: 'drone' } }, '#/delivery/kind'],
    ['recipient.notify', { recipient: { name: 'Zoé', notify: 'yes' } }, '#/recipient/notify'],
  ])('is refused where it is wrong: %s', async (_, part, pointer) => {
    const answer = await api.post('/orders', { ...anOrder, id: 'wrong', ...part });
    expectProblem(answer, 422);
    expect(pointersOf(answer)).toEqual([pointer]);
  });
});

describe('what is not here', () => {
  it.each(['/', '/orders', '/orders/1001/', '/orders//shipments', '/favicon.ico', '/_local/ready', '/orders/1/2/3/4'])(
    'GET %s is a 404 like any other',
    async (url) => expectProblem(await api.get(url), 404),
  );

  it('is the same answer for another shop’s order and for one that never was', async () => {
    await api.post('/orders', { ...anOrder, id: 'ours' });
    const asOther = { authorization: 'Bearer other-key' };
    const [theirs, nobodys] = [await api.get('/orders/ours', asOther), await api.get('/orders/never', asOther)];
    expectProblem(theirs, 404);
    expect(theirs.text).toBe(nobodys.text);
  });

  it.each(['%2e%2e', 'a%20b', 'x'.repeat(65), '%00', 'a%2Fb', '%F0%9F%98%80'])(
    'is what can be no order’s id: %s',
    async (id) => {
      expectProblem(await api.get(`/orders/${id}`), 404);
      expectProblem(await api.post(`/orders/${id}/deliveries`, { parcel: 'p1' }), 404);
    },
  );

  it('has no body where only the head was asked for', async () => {
    const answer = await api.send({ method: 'HEAD', url: '/orders/1001', headers: key });
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('');
  });
});

it('the health of the API needs no key', async () => {
  const answer = await api.send({ method: 'GET', url: '/health' });
  expect(answer).toMatchObject({ status: 200, json: { status: 'ok' } });
});
