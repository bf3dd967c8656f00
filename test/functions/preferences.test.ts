import { beforeEach, describe, expect, it } from 'vitest';
import { anOrder, openApi, pointersOf, type Api } from './api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
});

const put = (body: unknown, headers?: Record<string, string>) => api.put('/customers/anne/preferences', body, headers);
const known = async () => (await api.customers.find('lyon', 'anne'))!;
const choicesOf = async () =>
  (await api.get('/customers/anne/timeline')).json.entries.filter(
    ({ name }: { name: string }) => name === 'preferences',
  );

describe('how a customer wants to be written to', () => {
  it('is kept field by field, and answered as it holds now', async () => {
    const first = await put({ locale: 'en', tone: 'comfort', channel: 'phone', consent: { offers: false } });
    expect(first).toMatchObject({
      status: 200,
      json: { customer: 'anne', locale: 'en', tone: 'comfort', channel: 'phone', consent: { offers: false } },
    });
    api.now += 1000;
    expect((await put({ channel: 'email', zone: 'Europe/London' })).json).toEqual({
      customer: 'anne',
      locale: 'en',
      tone: 'comfort',
      channel: 'email',
      zone: 'Europe/London',
      consent: { offers: false },
    });
  });

  it('is overwritten by no order', async () => {
    await put({ locale: 'en', tone: 'pride' });
    api.now += 1000;
    await api.post('/orders', { ...anOrder, id: '1002', customer: { ...anOrder.customer, locale: 'fr' } });
    expect(await known()).toMatchObject({ locale: 'fr', chosen: { locale: 'en', tone: 'pride' } });
  });

  it('is the clock by which they are asked, from the next order on', async () => {
    await put({ zone: 'America/New_York' });
    await api.post('/orders', { ...anOrder, id: '1002', customer: { ...anOrder.customer, zone: 'Europe/Paris' } });
    const placed = (await api.orders.find('lyon', '1002'))!.facts[0];
    expect(placed).toMatchObject({ name: 'order', zone: 'America/New_York' });
  });

  it('is taken back with null', async () => {
    await put({ locale: 'en', tone: 'pride' });
    api.now += 1000;
    await put({ tone: null });
    expect((await known()).chosen).toEqual({ locale: 'en' });
  });

  it('is on the timeline: what was chosen, when and by whom; what was so already is no choice', async () => {
    await put({ tone: 'money', consent: { offers: true } });
    api.now += 1000;
    await put({ tone: 'money', channel: 'phone' });
    api.now += 1000;
    await put({ channel: 'phone' });
    expect(await choicesOf()).toMatchObject([
      { kind: 'preference', by: 'shop', detail: { channel: 'phone' } },
      { kind: 'preference', by: 'shop', detail: { tone: 'money', offers: true } },
    ]);
  });

  it('with an Idempotency-Key never undoes a later choice', async () => {
    await put({ tone: 'money' }, { 'idempotency-key': 'k' });
    api.now += 1000;
    await put({ tone: 'pride' });
    api.now += 1000;
    expect((await put({ tone: 'money' }, { 'idempotency-key': 'k' })).json).toMatchObject({ tone: 'pride' });
    expect((await put({ tone: 'comfort' }, { 'idempotency-key': 'k' })).status).toBe(422);
  });
});

describe('consent to offers', () => {
  const order = (id: string, placedAt: number, offers?: boolean) =>
    api.post('/orders', {
      ...anOrder,
      id,
      placedAt: new Date(placedAt).toISOString(),
      customer: { ...anOrder.customer, ...(offers === undefined ? {} : { consent: { offers } }) },
    });

  it('is what was said last, by whomever', async () => {
    expect((await known()).consent).toBeUndefined();
    await order('1002', api.now, true);
    expect((await known()).consent).toMatchObject({ offers: true });
    api.now += 2000;
    await put({ consent: { offers: false } });
    await order('1003', api.now - 1000, true);
    expect((await known()).consent).toMatchObject({ offers: false });
    await order('1004', api.now + 1000, true);
    expect((await known()).consent).toMatchObject({ offers: true });
  });
});

describe('orders of the same customer', () => {
  it('are known by when they were placed, each once, the newest first', async () => {
    const before = api.now - 3 * 24 * 3600_000;
    await api.post('/orders', { ...anOrder, id: '0999', placedAt: new Date(before).toISOString() });
    await api.post('/orders', { ...anOrder, id: '0999', placedAt: new Date(before).toISOString() });
    expect(await api.customers.placedBefore('lyon', 'anne', api.now + 1)).toMatchObject([
      { order: anOrder.id },
      { order: '0999', placedAt: before },
    ]);
    expect(await api.customers.placedBefore('lyon', 'anne', before)).toEqual([]);
  });
});

describe('refused is', () => {
  it.each([
    ['nothing', {}, ['#']],
    ['what we do not speak of', { language: 'fr' }, ['#']],
    ['a tone nobody has', { tone: 'greed' }, ['#/tone']],
    [
      'everything that is none, at once',
      { locale: 'x', zone: 'Mars', channel: 'fax', consent: { offers: 'yes' } },
      ['#/locale', '#/zone', '#/channel', '#/consent/offers'],
    ],
  ])('%s', async (_, body, pointers) => {
    const answer = await put(body);
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)).toEqual(pointers);
  });

  it('a customer nobody knows', async () => {
    expect((await api.put('/customers/nobody/preferences', { tone: 'money' })).status).toBe(404);
  });
});
