import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact, WordFact } from '../../functions/domain/order/facts.ts';
import type { Told } from '../../functions/domain/order/order.ts';
import type { LinkPurpose } from '../../functions/domain/ports.ts';
import { anOrder, openApi, type Answered, type Api } from './api.ts';

const token = 'Vn0eS5Sx8u3VfKqkQpYxwQb7KdN2mXc4Rj8sTq1WzYpA';
const day = 24 * 3600_000;

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
  await api.post('/orders/1001/shipments', {
    parcel: 'p1',
    carrier: 'Colissimo',
    lines: [{ id: 'vase', quantity: 1 }],
  });
  await link(token, 'word');
});

const theLink = { shop: 'lyon', order: '1001', message: 'ask-delivery-check:delivery:p1' } as const;
const link = (name: string, purpose: LinkPurpose, message: string = theLink.message): Promise<void> =>
  api.links.put(
    name.slice(0, 22),
    { [purpose]: name.slice(22) },
    { ...theLink, message, expiresAt: api.now + 60 * day },
  );

const look = (name = token): Promise<Answered> => api.send({ method: 'GET', url: `/c/${name}` });

function answer(
  fields: { [field: string]: string },
  headers: { [name: string]: string } = {},
  name = token,
): Promise<Answered> {
  return api.send({
    method: 'POST',
    url: `/c/${name}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      origin: 'null',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });
}

const facts = async (): Promise<readonly Fact[]> => (await api.orders.find('lyon', '1001'))!.facts;
const words = async (): Promise<WordFact[]> => (await facts()).filter((fact) => fact.name === 'word');

/** A mail went out: what is told from here on was seen with all facts so far. */
async function told(key: string): Promise<void> {
  const order = (await api.orders.find('lyon', '1001'))!;
  const entry: Told = {
    key,
    message: 'trace-parcel',
    cause: key,
    at: api.now,
    owner: 'test',
    seen: order.facts.length,
    covers: [],
    promises: [],
  };
  expect(await api.orders.claim(order, { told: entry, fates: {} })).toBe(true);
}

describe('looking at the page', () => {
  it('changes nothing, however often mail scanners look', async () => {
    const before = await api.orders.find('lyon', '1001');
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await api.send({ method, url: `/c/${token}` })).status).toBe(200);
    }
    expect(await api.orders.find('lyon', '1001')).toEqual(before);
  });

  it('shows where the order stands, in the customer’s language', async () => {
    const { status, text, headers } = await look();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('lang="en"');
    expect(text).toContain('#1001');
    expect(text).toContain('Blue vase');
    expect(text).toContain('+33 4 72 00 00 00');
  });

  it('is allowed nothing but its own style and its own form', async () => {
    const { headers } = await look();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('with HEAD answers the same without the page', async () => {
    const [head, get] = [await api.send({ method: 'HEAD', url: `/c/${token}` }), await look()];
    expect(head.text).toBe('');
    expect(head.headers).toEqual(get.headers);
  });
});

describe('a token that opens nothing', () => {
  it('is the same page, be it forged, too short or nonsense', async () => {
    const pages = await Promise.all(['AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00', 'a'.repeat(500), '..%2F..'].map(look));
    for (const page of pages) {
      expect(page.status).toBe(404);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toBe(pages[0]!.text);
    }
  });

  it('says how to reach the shop once it has expired, and takes no answer', async () => {
    api.now += 61 * day;
    const page = await look();
    expect(page.status).toBe(404);
    expect(page.text).toContain('+33 4 72 00 00 00');
    expect((await answer({ word: 'received' })).status).toBe(404);
    expect(await words()).toEqual([]);
  });

  it('lives 60 days past the order’s end, however long the order took', async () => {
    await api.links.put(token.slice(0, 22), { word: token.slice(22) }, { ...theLink, expiresAt: api.now + 400 * day });
    await end(api.now + 100 * day);
    api.now += 160 * day - 1;
    expect((await look()).status).toBe(200);
    api.now += 1;
    const page = await look();
    expect(page.status).toBe(404);
    expect(page.text).toContain('+33 4 72 00 00 00');
    expect((await answer({ word: 'problem' })).status).toBe(404);
    expect(await words()).toEqual([]);
  });
});

/** The workflow closes the order. */
async function end(at: number): Promise<void> {
  const closed = { set: ['closed = :closed'], values: { ':closed': { run: 1, how: 'silent', at } } };
  expect(await api.table.update({ pk: 'SHOP#lyon#ORDER#1001', sk: 'ORDER' }, closed)).toBe(true);
}

const sentFrom = (origin: string): Promise<Answered> =>
  api.send({
    method: 'POST',
    url: `/c/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: 'word=received',
  });

describe('an answer', () => {
  it.each(['received', 'not-yet', 'problem', 'question'] as const)('“%s” is a word of the customer', async (word) => {
    const page = await answer({ word });
    expect(page.status).toBe(200);
    expect(await words()).toMatchObject([{ word, by: 'customer', at: api.now }]);
  });

  it('keeps the customer’s text beside the order', async () => {
    await answer({ word: 'problem', about: 'damaged', text: 'It <b>leaks</b>.\r\nBadly.\u0000', parcel: 'p1' });
    const [said] = await words();
    expect(said).toMatchObject({ about: 'damaged', parcel: 'p1' });
    expect((await api.orders.details((await api.orders.find('lyon', '1001'))!)).get(said!.id)).toEqual({
      text: 'It <b>leaks</b>.\nBadly.',
    });
  });

  it('sent twice is one word, and the second is answered already', async () => {
    const first = await answer({ word: 'received' });
    const second = await answer({ word: 'received' });
    expect(second.status).toBe(200);
    expect(second.text).not.toBe(first.text);
    expect(await words()).toHaveLength(1);
  });

  it('sent twice at the very same time is one word', async () => {
    await Promise.all([answer({ word: 'received' }), answer({ word: 'received' }), answer({ word: 'received' })]);
    expect(await words()).toHaveLength(1);
  });

  it('of another word is taken, and of the first one again after it', async () => {
    await answer({ word: 'received' });
    await answer({ word: 'problem', about: 'wrong' });
    await answer({ word: 'received' });
    expect((await words()).map(({ word }) => word)).toEqual(['received', 'problem', 'received']);
  });

  it('of the same word about something else is another', async () => {
    await answer({ word: 'problem', about: 'wrong', text: 'It is red.' });
    await answer({ word: 'problem', about: 'damaged', text: 'It is red.' });
    await answer({ word: 'problem', about: 'damaged', text: 'And it leaks.' });
    await answer({ word: 'problem', about: 'damaged', text: 'And it leaks.' });
    expect(await words()).toHaveLength(3);
  });

  it('the same that the shop heard by phone is answered already', async () => {
    await api.post('/orders/1001/words', { word: 'received', by: 'phone' });
    await answer({ word: 'received' });
    expect(await words()).toHaveLength(1);
  });

  it('“not yet” is another one once another mail has asked since', async () => {
    await answer({ word: 'not-yet' });
    await answer({ word: 'not-yet' });
    expect(await words()).toHaveLength(1);
    await told('trace-parcel:1');
    await link('second-mails-own-token-and-its-secret', 'word', 'trace-parcel:1');
    await answer({ word: 'not-yet' }, {}, 'second-mails-own-token-and-its-secret');
    expect(await words()).toHaveLength(2);
  });

  it.each([
    ['nothing at all', {}],
    ['a word that is none', { word: 'maybe' }],
    ['a parcel that is none of the order’s', { word: 'received', parcel: 'p9' }],
    ['a subject that is none', { word: 'problem', about: 'aliens' }],
    ['a choice that was not offered', { choice: 'cancel-order' }],
  ])('that says %s shows the page again', async (_, fields) => {
    const page = await answer(fields);
    expect(page.status).toBe(422);
    expect(page.text).toContain('<form');
    expect(await words()).toEqual([]);
  });

  it('from another site is refused', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await answer({ word: 'received' }, headers)).status).toBe(403);
    }
    expect(await words()).toEqual([]);
  });

  it('of a browser that does not say from which site is judged by its origin', async () => {
    expect((await sentFrom('https://elsewhere.example')).status).toBe(403);
    expect((await sentFrom('nonsense')).status).toBe(403);
    expect((await sentFrom('https://api.example')).status).toBe(200);
  });

  it('that is no form is refused', async () => {
    expect((await answer({ word: 'received' }, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await answer({ word: 'problem', text: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

const chosen = async (): Promise<string[]> =>
  (await facts()).flatMap((fact) => (fact.name === 'choice' ? fact.choice : []));

const choosing = 'choose-choose-choose-0';
const choose = (choice: string): Promise<Answered> => answer({ choice }, {}, choosing);

describe('the choice that comes with a third warning', () => {
  beforeEach(() => link(choosing, 'choice', 'warn-shipping-delay:ship-2'));

  it('is a fact, once for each thing chosen', async () => {
    const first = await choose('call');
    expect(first.status).toBe(200);
    await choose('call');
    await choose('cancel-order');
    expect(await chosen()).toEqual(['call', 'cancel-order']);
  });

  it('is none of those that only a stock-out brings', async () => {
    for (const choice of ['wait', 'replace', 'cancel-items', 'haggle']) expect((await choose(choice)).status).toBe(422);
    expect(await chosen()).toEqual([]);
  });

  it('is none any more once everything has left', async () => {
    await api.post('/orders/1001/shipments', { parcel: 'p2' });
    expect((await choose('cancel-order')).status).toBe(422);
    expect(await chosen()).toEqual([]);
  });

  it('leaves room for a problem, at any time', async () => {
    await answer({ word: 'problem', about: 'other' }, {}, choosing);
    expect(await words()).toHaveLength(1);
  });
});

describe('the choice after a stock-out', () => {
  const bowls = [{ id: 'bowl', quantity: 2 }];
  const stockOut = (more: object): Promise<Answered> => api.post('/orders/1001/stock-outs', { lines: bowls, ...more });
  beforeEach(() => link(choosing, 'choice', 'warn-out-of-stock:stock-out:1'));

  it.each([
    ['wait', { restockOn: '2026-12-01' }],
    ['replace', { replacement: { title: 'Green bowl' } }],
    ['cancel-items', {}],
    ['cancel-order', {}],
    ['call', {}],
  ])('“%s” is a fact where it exists', async (choice, more) => {
    await stockOut(more);
    const page = await choose(choice);
    expect(page.status).toBe(200);
    expect(await chosen()).toEqual([choice]);
  });

  it.each([
    ['wait', {}],
    ['replace', { restockOn: '2026-12-01' }],
  ])('“%s” is none where it does not', async (choice, more) => {
    await stockOut(more);
    expect((await choose(choice)).status).toBe(422);
    expect(await chosen()).toEqual([]);
  });

  it('made twice is one, and the second is answered already', async () => {
    await stockOut({ restockOn: '2026-12-01' });
    const first = await choose('wait');
    const second = await choose('wait');
    expect(second.status).toBe(200);
    expect(second.text).not.toBe(first.text);
    expect(await chosen()).toEqual(['wait']);
  });

  it('made twice at the very same time is one', async () => {
    await stockOut({});
    await Promise.all([choose('cancel-items'), choose('cancel-items'), choose('cancel-items')]);
    expect(await chosen()).toEqual(['cancel-items']);
  });

  it('is made again when it runs out again, also behind the first mail’s link', async () => {
    await stockOut({ restockOn: '2026-12-01' });
    await choose('wait');
    await stockOut({ restockOn: '2026-12-08' });
    await choose('wait');
    expect(await chosen()).toEqual(['wait', 'wait']);
  });

  it('to wait may be followed by another: the customer changes their mind', async () => {
    await stockOut({ restockOn: '2026-12-01' });
    await choose('wait');
    expect((await choose('cancel-order')).status).toBe(200);
    expect(await chosen()).toEqual(['wait', 'cancel-order']);
  });

  it('that the shop heard by phone is answered already', async () => {
    await stockOut({ restockOn: '2026-12-01' });
    await api.post('/orders/1001/choices', { choice: 'wait' });
    expect((await choose('wait')).status).toBe(200);
    expect(await chosen()).toEqual(['wait']);
  });
});
