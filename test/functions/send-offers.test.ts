import { beforeEach, describe, expect, it } from 'vitest';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import { LinksTable } from '../../functions/adapters/links-table.ts';
import { OffersTable } from '../../functions/adapters/offers-table.ts';
import { PromosTable } from '../../functions/adapters/promos-table.ts';
import { TimelineTable } from '../../functions/adapters/timeline-table.ts';
import { MailRefused, MailUncertain } from '../../functions/domain/ports.ts';
import { sendOffers } from '../../functions/send-offers/send-offers.ts';
import { MemoryMailer } from '../../local/virtual/memory-ports.ts';
import { shop as settings } from '../shop/facts.ts';
import { anOrder, openApi, type Api } from './api.ts';

const day = 24 * 3600_000;
const dose = { max: 2, inDays: 7, quiet: ['21:00', '08:00'] as [string, string] };

let api: Api;
let offers: OffersTable;
let mailer: MemoryMailer;
let tokens = 0;

beforeEach(async () => {
  api = await openApi();
  offers = new OffersTable(api.table);
  mailer = new MemoryMailer(() => api.now);
  await api.put('/shop', { promo: settings.promo });
  await api.post('/orders', { ...anOrder, customer: { ...anOrder.customer, consent: { offers: true } } });
});

const held = (order: string) => ({
  order,
  number: `#${order}`,
  placedAt: api.now - 3 * day,
  discount: { percent: 10 },
  since: api.now,
});
const round = () =>
  sendOffers({
    offers,
    mailer,
    orders: api.orders,
    shops: api.shops,
    customers: new CustomersTable(api.table),
    links: new LinksTable(api.table),
    promos: new PromosTable(api.table),
    timeline: new TimelineTable(api.table),
    now: () => api.now,
    newToken: () => `${(tokens += 1)}`.padStart(22, 'token-of-a-test-'),
    linkTo: (token) => `https://shop.example/c/${token}`,
    newCode: () => `CODE${(tokens += 1)}`,
    failed: (_, error) => {
      throw error;
    },
  });
const entries = async () =>
  (await api.get('/customers/anne/timeline')).json.entries.filter(
    ({ name }: { name: string }) => name === 'offer-promo',
  );

describe('promos that had to wait', () => {
  it('travel in one mail, with a code for each, and count as one offer', async () => {
    await offers.hold('lyon', 'anne', held('1001'));
    await offers.hold('lyon', 'anne', held('1002'));
    await round();
    await round();
    expect(mailer.sent).toHaveLength(1);
    const codes = [...mailer.sent[0]!.text.matchAll(/CODE\d+/g)].map(([code]) => code);
    expect(new Set(codes).size).toBe(2);
    for (const code of codes) expect((await api.promos.find('lyon', code))?.customer).toBe('anne');
    expect((await offers.find('lyon', 'anne')).sent).toHaveLength(1);
    expect(await entries()).toMatchObject([{ sent: true }, { sent: true }]);
  });

  it('bear the headers by which a mail program ends them with one press (RFC 8058), and the press works', async () => {
    await offers.hold('lyon', 'anne', held('1001'));
    await round();
    const { headers, text } = mailer.sent[0]!;
    expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const address = /^<(https:\/\/\S+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(text).toContain(address);
    const pressed = await api.send({
      method: 'POST',
      url: new URL(address).pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(pressed.status).toBe(200);
    expect((await api.customers.find('lyon', 'anne'))?.consent).toMatchObject({ offers: false });
  });

  it('wait for the morning, and are looked at again then', async () => {
    api.now = Date.parse('2026-11-24T22:00:00+01:00');
    await offers.hold('lyon', 'anne', held('1001'));
    await round();
    api.now = Date.parse('2026-11-25T07:59:00+01:00');
    await round();
    expect(mailer.sent).toEqual([]);
    api.now = Date.parse('2026-11-25T08:00:00+01:00');
    await round();
    expect(mailer.sent).toHaveLength(1);
  });

  it('lapse where the customer refuses, and the timeline says so', async () => {
    await offers.hold('lyon', 'anne', held('1001'));
    await api.put('/customers/anne/preferences', { consent: { offers: false } });
    await round();
    expect(mailer.sent).toEqual([]);
    expect(await entries()).toMatchObject([{ sent: false, why: 'the customer refuses offers', order: '1001' }]);
    expect((await offers.find('lyon', 'anne')).held).toEqual([]);
  });

  it('are dropped where a later message gave them after all', async () => {
    const order = (await api.orders.find('lyon', '1001'))!;
    const told = {
      key: 'thank-customer:w',
      message: 'thank-customer' as const,
      cause: 'w',
      at: api.now,
      owner: 't',
      seen: 1,
    };
    const promo = { discount: { percent: 10 }, code: 'GIVEN' };
    await api.orders.claim(order, { told: { ...told, covers: [], promises: [], promo }, fates: {} });
    await offers.hold('lyon', 'anne', held('1001'));
    await round();
    expect(mailer.sent).toEqual([]);
    expect(await entries()).toMatchObject([{ sent: false, why: 'it was given meanwhile' }]);
  });

  it('go out an hour later where SES takes no mail, and only once where nobody can tell', async () => {
    await offers.hold('lyon', 'anne', held('1001'));
    mailer.failNext(new MailRefused('TooManyRequestsException', 'busy'), false);
    await round();
    expect(await entries()).toEqual([]);
    expect((await offers.find('lyon', 'anne')).sent).toEqual([]);
    api.now += 3_600_000;
    mailer.failNext(new MailUncertain('the line broke'), true);
    await round();
    api.now += day;
    await round();
    expect(mailer.sent.length).toBeLessThanOrEqual(1);
    expect(await entries()).toMatchObject([{ sent: false, why: expect.stringContaining('nobody can tell') }]);
  });

  it('are held once, however often the record of it comes', async () => {
    await offers.hold('lyon', 'anne', held('1001'));
    await round();
    await offers.hold('lyon', 'anne', held('1001'));
    await round();
    expect(mailer.sent).toHaveLength(1);
  });
});

describe('the cap', () => {
  it('holds however many ask at once, and counts one thing once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, index) => offers.take('lyon', 'anne', `promo:${index % 6}`, dose, api.now)),
    );
    const ledger = await offers.find('lyon', 'anne');
    expect(ledger.sent).toHaveLength(2);
    const taken = new Set(ledger.sent.map(({ key }) => key));
    for (const [index, got] of asked.entries()) expect(got).toBe(taken.has(`promo:${index % 6}`));
  });

  it('has room again when the days are over', async () => {
    for (const key of ['a', 'b']) await offers.take('lyon', 'anne', key, dose, api.now);
    expect(await offers.take('lyon', 'anne', 'c', dose, api.now + 7 * day - 1)).toBe(false);
    expect(await offers.take('lyon', 'anne', 'c', dose, api.now + 7 * day)).toBe(true);
  });
});
