import { beforeEach, describe, expect, it } from 'vitest';
import { anOrder, openApi, type Answered, type Api } from './api.ts';

const mail = 'Vn0eS5Sx8u3VfKqkQpYxwQ';
const secrets = {
  preferences: 'b7KdN2mXc4Rj8sTq1WzYpA',
  unsubscribe: 'c7KdN2mXc4Rj8sTq1WzYpA',
  word: 'd7KdN2mXc4Rj8sTq1WzYpA',
};

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
  const about = { shop: 'lyon', order: '1001', message: 'confirm-order:order:1001', expiresAt: api.now + 1e9 };
  await api.links.put(mail, secrets, about);
});

const look = (purpose: keyof typeof secrets): Promise<Answered> =>
  api.send({ method: 'GET', url: `/c/${mail}${secrets[purpose]}` });
const send = (
  purpose: keyof typeof secrets,
  body: string | { [field: string]: string },
  headers: { [name: string]: string } = {},
): Promise<Answered> =>
  api.send({
    method: 'POST',
    url: `/c/${mail}${secrets[purpose]}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
  });
const known = async () => (await api.customers.find('lyon', 'anne'))!;
const entries = async () =>
  (await api.get('/customers/anne/timeline')).json.entries.filter(
    ({ kind }: { kind: string }) => kind === 'preference',
  );

describe('the page behind every mail', () => {
  it('shows what holds, and looking changes nothing', async () => {
    await api.customers.choose('lyon', 'anne', { tone: 'comfort', channel: 'phone' }, undefined, api.now);
    const page = await look('preferences');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/value="comfort" selected/);
    expect(page.text).toMatch(/value="phone"\s+checked/);
    expect(await entries()).toEqual([]);
  });

  it('takes what the customer chooses, shows it, and notes it on the timeline once', async () => {
    const fields = { locale: 'en', tone: 'pride', channel: 'phone', offers: 'no' };
    const saved = await send('preferences', fields);
    expect(saved.status).toBe(200);
    expect(saved.text).toMatch(/<html lang="en"/);
    await send('preferences', fields);
    expect(await known()).toMatchObject({
      chosen: { locale: 'en', tone: 'pride', channel: 'phone' },
      consent: { offers: false },
    });
    expect(await entries()).toMatchObject([
      { name: 'preferences', by: 'customer', order: '1001', detail: { ...fields, offers: false } },
    ]);
  });

  it('leaves what the form leaves out, and takes a tone back with an empty one', async () => {
    await send('preferences', { tone: 'pride', channel: 'phone' });
    api.now += 1000;
    await send('preferences', { tone: '', channel: 'phone' });
    expect(await known()).toMatchObject({ chosen: { channel: 'phone' } });
    expect((await known()).chosen?.tone).toBeUndefined();
    expect((await known()).consent).toBeUndefined();
  });

  it.each<{ [field: string]: string }>([
    {},
    { tone: 'greed' },
    { locale: 'de' },
    { channel: 'fax' },
    { offers: 'maybe' },
    { word: 'received' },
  ])('refuses what it does not offer, and changes nothing: %o', async (fields) => {
    expect((await send('preferences', fields)).status).toBe(422);
    expect((await known()).chosen).toBeUndefined();
    expect((await api.orders.find('lyon', '1001'))?.facts).toHaveLength(1);
  });
});

describe('the way out of offers', () => {
  it('is one press on a page, and changes nothing before', async () => {
    expect((await look('unsubscribe')).status).toBe(200);
    expect((await known()).consent).toBeUndefined();
    expect((await send('unsubscribe', '')).status).toBe(200);
    expect((await known()).consent).toMatchObject({ offers: false });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--',
    ],
  ])('is the mail program’s own press (RFC 8058), as %s', async (type, body) => {
    expect((await send('unsubscribe', body, { 'content-type': type })).status).toBe(200);
    expect((await known()).consent).toMatchObject({ offers: false });
  });

  it('can do that and nothing else', async () => {
    await send('unsubscribe', { word: 'received', tone: 'pride', offers: 'yes' });
    expect(await known()).toMatchObject({ consent: { offers: false } });
    expect((await known()).chosen).toBeUndefined();
    expect((await api.orders.find('lyon', '1001'))?.facts).toHaveLength(1);
  });

  it('is pressed by no other site', async () => {
    expect((await send('unsubscribe', '', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await known()).consent).toBeUndefined();
  });
});

it('no other link chooses', async () => {
  expect((await send('word', { tone: 'pride' })).status).toBe(422);
  expect((await known()).chosen).toBeUndefined();
});
