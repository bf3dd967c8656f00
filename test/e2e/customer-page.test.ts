import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn, Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

/** An order that has arrived, and the link of the mail that asks whether it has. */
async function asked(): Promise<{ order: string; link: string }> {
  const order = await shop.order();
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1', carrier: 'UPS' });
  await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  return { order, link: linkIn((await shop.mails(order)).at(-1)!) };
}

const look = (link: string) => shop.get(link, { key: null });
async function answer(link: string, fields: Record<string, string>) {
  const answered = await shop.submit(link, fields);
  await shop.settle();
  return answered;
}

test('looking changes nothing, however many mail scanners look', async () => {
  const { order, link } = await asked();
  const before = await shop.get(`/orders/${order}`);
  for (let n = 0; n < 5; n += 1) {
    expect((await look(link)).status).toBe(200);
    const head = await shop.ask('HEAD', link, undefined, { key: null });
    expect([head.status, head.text]).toEqual([200, '']);
  }
  await shop.settle();
  expect((await shop.get(`/orders/${order}`)).text).toBe(before.text);
});

test('whoever receives a gift has a page of their own, without price or promo', async () => {
  const order = await shop.order({ recipient: { name: 'Paul Roux', email: 'paul@example.com', notify: true } });
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1', carrier: 'UPS' });
  const toRecipient = (await shop.mails(order)).filter(({ to }) => to === 'paul@example.com');
  const link = linkIn(toRecipient.at(-1)!);
  const page = await look(link);
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/138,00|129,00|€|10 %/);
  const answered = await answer(link, { word: 'received' });
  expect(answered.status).toBe(200);
  expect((await shop.messages(order)).at(-1)).toBe('thank-customer');
});

test('the page is nobody’s frame, runs nothing, and is kept nowhere', async () => {
  const { headers, text } = await look((await asked()).link);
  const policy = headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
  expect(text).not.toContain('<script');
  expect(text, 'a link that goes astray shows no address and no name').not.toMatch(/Jeanne|@example\.com|Bordeaux/);
});

test.each([
  ['received', 'thank-customer'],
  ['not-yet', 'trace-parcel'],
  ['problem', 'open-case'],
])('the word %s is taken, and the answer is %s', async (word, message) => {
  const { order, link } = await asked();
  expect((await answer(link, { word })).status).toBe(200);
  expect((await shop.messages(order)).at(-1)).toBe(message);
  const again = await answer(link, { word });
  expect(again.status).toBe(200);
  expect(again.text).toContain('déjà répondu');
  expect((await shop.shown(order)).facts.filter(({ name }: { name: string }) => name === 'word')).toHaveLength(1);
});

test('a question goes to staff with its text', async () => {
  const { order, link } = await asked();
  await answer(link, { word: 'question', text: 'Puis-je la laver ?\r\nMerci' });
  expect((await shop.staffMails(order))[0]!.text).toContain('> Puis-je la laver ?\n> Merci');
});

test('another word is taken, and a problem at any time', async () => {
  const { order, link } = await asked();
  await answer(link, { word: 'not-yet' });
  await answer(link, { word: 'received' });
  await answer(link, { word: 'problem', about: 'damaged', text: 'fendue' });
  expect((await shop.messages(order)).slice(3)).toEqual(['trace-parcel', 'thank-customer', 'open-case']);
});

test('a form sent ten times at once is one word', async () => {
  const { order, link } = await asked();
  const answers = await Promise.all(Array.from({ length: 10 }, () => shop.submit(link, { word: 'received' })));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  await shop.settle();
  expect((await shop.messages(order)).filter((message) => message === 'thank-customer')).toHaveLength(1);
});

describe('what no form of ours sends', () => {
  test.each([{}, { word: 'perhaps' }, { word: 'problem', about: 'weather' }, { word: 'received', parcel: 'theirs' }])(
    'is refused with the form once more: %j',
    async (fields) => {
      const { order, link } = await asked();
      const { status, text } = await answer(link, fields as Record<string, string>);
      expect(status).toBe(422);
      expect(text).toContain('<form');
      expect((await shop.shown(order)).stage).toBe('AwaitCustomerWord');
    },
  );

  test('nor is a form of another site, or one that is too large', async () => {
    const { order, link } = await asked();
    expect((await shop.submit(link, { word: 'received' }, { origin: 'https://thief.example' })).status).toBe(403);
    expect((await shop.submit(link, { word: 'problem', text: 'x'.repeat(300_000) })).status).toBe(413);
    await shop.settle();
    expect((await shop.shown(order)).stage).toBe('AwaitCustomerWord');
  });
});

test('every token that opens nothing leads to the same page', async () => {
  const { link } = await asked();
  const forged = [`/c/${'A'.repeat(22)}`, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`, '/c/short'];
  const pages = await Promise.all(forged.map(look));
  for (const page of pages) {
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.text).toBe(pages[0]!.text);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  expect((await shop.submit(forged[0]!, { word: 'received' })).status).toBe(404);
});

test('after the third warning the customer chooses; staff follow it', async () => {
  const order = await shop.order();
  await shop.post(`/orders/${order}/delays`, { of: 'shipment' });
  await shop.post(`/orders/${order}/delays`, { of: 'shipment', reason: 'encore' });
  await shop.post(`/orders/${order}/delays`, { of: 'shipment', reason: 'toujours' });
  const link = linkIn((await shop.mails(order)).at(-1)!);
  const { text } = await look(link);
  for (const choice of ['cancel-order', 'call']) expect(text).toContain(`value="${choice}"`);
  expect((await answer(link, { choice: 'wait' })).status, 'only what was offered').toBe(422);
  await answer(link, { choice: 'call' });
  expect((await answer(link, { choice: 'call' })).text).toContain('déjà répondu');
  expect((await shop.shown(order)).tasks).toContainEqual(expect.objectContaining({ name: 'customer-chose' }));
});
