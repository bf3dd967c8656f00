import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, linkIn, Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const markup = `"><script>alert(1)</script><img src=x onerror=alert(2)>{{name}}\${name}'`;
/** Control characters but tab and line feed, and what turns the direction of all that follows. */
const unwanted = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066\u2067\ufffe\uffff]/u;
const hostile: readonly (readonly [string, string])[] = [
  ['markup', markup],
  ['header', 'Jeanne\r\nBcc: thief@example.com\nX-Evil: 1\u2028Cc: thief@example.com'],
  ['emoji', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['direction', 'evil\u202egnp.exe \u2066 مرحبا'],
  ['long', 'é'.repeat(10_000)],
  ['control', 'a\u0000b\u0007c\ud800d'],
  ['prototype', '__proto__'],
];

test.each(hostile)('a customer, a carrier and goods named by %s reach the mails as harmless text', async (id, text) => {
  const sent = await shop.post('/orders', {
    ...anOrder(id),
    customer: { id: `c-${id}`, name: text, email: `${id}@example.com` },
    recipient: { name: text },
    lines: [{ id: 'l1', title: text, quantity: 1 }],
    delivery: { kind: 'parcel', method: text, address: text },
  });
  expect(sent.status).toBe(202);
  const shown = text.slice(0, 90);
  await shop.post(`/orders/${id}/shipments`, { parcel: 'p1', carrier: shown, trackingNumber: shown });
  await shop.post(`/orders/${id}/delays`, { of: 'delivery', reason: text });
  await shop.post(`/orders/${id}/words`, { word: 'problem', by: 'phone', text });
  const mails = await shop.mails(id);
  expect(mails.map(({ message }) => message)).toEqual([
    'confirm-order',
    'announce-shipment',
    'warn-delivery-delay',
    'open-case',
  ]);
  const toStaff = await shop.staffMails(id);
  expect(toStaff).toHaveLength(1);
  for (const mail of [...mails, ...toStaff]) {
    expect(mail.html).not.toMatch(/<script|<img[^>]+onerror/i);
    expect((mail.html + mail.text).match(unwanted)).toBeNull();
    expect(mail.html.isWellFormed() && mail.text.isWellFormed()).toBe(true);
    expect(JSON.stringify([mail.subject, mail.to, mail.from, mail.replyTo, mail.headers])).not.toMatch(/thief|\\n|\\r/);
    expect(mail.html.length).toBeLessThan(100_000);
  }
  const page = await shop.get(linkIn(mails[0]!), { key: null });
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/<script|onerror=alert\(2\)>\{\{/i);
  for (const path of [`/orders/${id}`, `/customers/c-${id}/timeline`, '/tasks']) {
    expect((await shop.get(path)).status).toBe(200);
  }
});

test('names of an object’s own insides are names like any other', async () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    await shop.order({ id, lines: [{ id: '__proto__', title: 'constructor', quantity: 1 }] });
    await shop.post(`/orders/${id}/shipments`, { parcel: '__proto__', lines: [{ id: '__proto__', quantity: 1 }] });
    await shop.post(`/orders/${id}/deliveries`, { parcel: '__proto__' });
    expect(await shop.messages(id)).toEqual(['confirm-order', 'announce-shipment', 'ask-delivery-check']);
  }
  const raw = JSON.stringify(anOrder('poison')).replace('{', '{"__proto__":{"payment":"gold"},');
  expect((await shop.ask('POST', '/orders', undefined, { raw })).status).toBe(202);
});

test.each([
  ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
])('%s in %# depths are refused, not fallen over', async (_, raw) => {
  expect((await shop.ask('POST', '/orders', undefined, { raw })).status).toBe(422);
});

test.each([
  'a@example.com\r\nBcc: thief@example.com',
  'a@example.com, thief@example.com',
  '"x"<thief@example.com>',
  'a@example.com\u0000',
])('%j is nobody’s address', async (email) => {
  const body = { ...anOrder('address'), customer: { name: 'A', email } };
  const answer = await shop.ask('POST', '/orders', body);
  // A NUL is no part of any text: it is dropped before anything is read.
  if (email.endsWith('\u0000')) expect(answer.status).toBe(202);
  else expect(answer.json.errors).toEqual([{ pointer: '#/customer/email', detail: expect.any(String) }]);
});

test.each([
  '/orders/%00',
  '/orders/%zz',
  '/orders/..%2f..%2fshop',
  '/c/%00',
  `/c/${'a'.repeat(5000)}`,
  '/tasks?cursor=%00&limit=9',
])('%s leads nowhere, quietly', async (path) => {
  const { status } = await shop.get(path);
  expect([404, 422]).toContain(status);
});
