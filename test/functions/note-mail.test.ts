import { beforeEach, describe, expect, it } from 'vitest';
import { mailEvent, noteMail, type MailEvent } from '../../functions/note-mail/note-mail.ts';
import { TimelineTable } from '../../functions/adapters/timeline-table.ts';
import type { Told } from '../../functions/domain/order/order.ts';
import { hashOfAddress } from '../../functions/domain/told-to-us/identity.ts';
import type { Entry } from '../../functions/project-timeline/entry.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { mailTags } from '../../functions/send-message/mail-tags.ts';
import { anOrder, openApi, type Api } from './api.ts';
import { projectionOf } from './projecting.ts';

const address = anOrder.customer.email;
const key = 'confirm-order:order:1001';
let api: Api;

beforeEach(async () => {
  api = await openApi();
  await api.post('/orders', anOrder);
  await said(key);
});

async function said(toldKey: string, more: Partial<Told> = {}, id = '1001'): Promise<void> {
  const order = (await api.orders.find('lyon', id))!;
  const told: Told = {
    key: toldKey,
    message: 'confirm-order',
    cause: 'order:1001',
    at: api.now,
    owner: 'test',
    seen: 1,
    covers: [],
    promises: [],
    ...more,
  };
  expect(await api.orders.claim(order, { told, fates: { [`order:${id}`]: toldKey } })).toBe(true);
}

interface What {
  readonly of?: string;
  readonly to?: string;
  readonly bounceType?: string;
  readonly audience?: 'customer' | 'staff';
  readonly order?: string;
}
async function happens(
  detailType: MailEvent['detail-type'],
  { of = key, to = address, bounceType, audience = 'customer', order = '1001' }: What = {},
): Promise<void> {
  const tags = Object.entries(mailTags('lyon', order, 'confirm-order', of, audience)).map(([name, tag]) => [
    name,
    [tag],
  ]);
  const event = mailEvent.parse({
    'detail-type': detailType,
    time: new Date(api.now).toISOString(),
    detail: {
      mail: { messageId: 'ses-1', destination: [to], tags: Object.fromEntries(tags) },
      ...(bounceType === undefined ? {} : { bounce: { bounceType } }),
    },
  });
  const { orders, customers } = api;
  await noteMail(event, { orders, customers, timeline: new TimelineTable(api.table), now: () => api.now });
}

const order = async () => (await api.orders.find('lyon', '1001'))!;
const known = async () => (await api.customers.find('lyon', 'anne'))!;
const entries = async () => (await api.get('/customers/anne/timeline')).json.entries;
const wishes = async () => (await order()).facts.filter(({ name }) => name === 'resend');

describe('what becomes of a mail', () => {
  it('that it went out is noted once, whatever is heard of it first', async () => {
    await happens('Email Delivered');
    await happens('Email Sent');
    expect((await order()).told[0]?.sesId).toBe('ses-1');
  });

  it('that it arrived, or is delayed, is on the timeline, and wakes nobody', async () => {
    await happens('Email Sent');
    const { version } = await order();
    await happens('Email Delivery Delayed');
    await happens('Email Delivered');
    await happens('Email Delivered');
    expect(await entries()).toEqual([
      expect.objectContaining({ kind: 'message', name: 'confirm-order', detail: { delivered: true } }),
      expect.objectContaining({ kind: 'message', name: 'confirm-order', detail: { delayed: true } }),
    ]);
    expect((await order()).version).toBe(version);
  });

  it('that it arrived is never before it was said, though EventBridge tells only the second', async () => {
    const at = api.now + 700;
    await said('thank-customer:word', { message: 'thank-customer', at });
    await happens('Email Delivered', { of: 'thank-customer:word' });
    await happens('Email Bounced', { of: 'thank-customer:word', bounceType: 'Transient' });
    expect(await entries()).toMatchObject([{ name: 'thank-customer', at: new Date(at).toISOString() }]);
    expect((await order()).facts.at(-1)).toMatchObject({ name: 'mail-failed', at });
  });

  it('of two orders of one customer that were told the same in one second, each has its lines', async () => {
    await api.post('/orders', { ...anOrder, id: '1002', number: '#1002' });
    for (const id of ['1001', '1002']) {
      await said('thank-customer:word', { message: 'thank-customer' }, id);
      await project([{ before: undefined, after: (await api.orders.find('lyon', id))! }], projectionOf(api));
    }
    for (const id of ['1001', '1002']) await happens('Email Delivered', { of: 'thank-customer:word', order: id });
    const thanked = (await entries()).filter(({ name }: { name: string }) => name === 'thank-customer');
    expect(thanked.map(({ order: of, sent }: Entry) => [of, sent])).toEqual([
      ['1002', undefined],
      ['1002', false],
      ['1001', undefined],
      ['1001', false],
    ]);
  });

  it.each([
    ['Email Bounced', 'Permanent', 'bounced'],
    ['Email Bounced', 'Transient', 'bounced-for-now'],
    ['Email Bounced', 'Undetermined', 'bounced-for-now'],
    ['Email Complaint Received', undefined, 'complained'],
    ['Email Rejected', undefined, 'rejected'],
    ['Email Rendering Failed', undefined, 'rejected'],
  ] as const)('%s (%s) is a fact of the order, once', async (detailType, bounceType, why) => {
    await happens(detailType, bounceType === undefined ? {} : { bounceType });
    await happens(detailType, bounceType === undefined ? {} : { bounceType });
    const facts = (await order()).facts.filter(({ name }) => name === 'mail-failed');
    expect(facts).toMatchObject([{ name: 'mail-failed', message: key, why }]);
    const isForGood = why === 'bounced' || why === 'complained';
    expect((await known()).failing?.address).toBe(isForGood ? hashOfAddress(address) : undefined);
  });

  it('no address is kept where it came back', async () => {
    await happens('Email Bounced', { bounceType: 'Permanent' });
    expect(JSON.stringify(await order())).not.toContain('@');
    expect(JSON.stringify((await known()).failing)).not.toContain('@');
  });

  it('that a gift’s recipient is not reached says nothing of the buyer’s address', async () => {
    await said(`${key}@recipient`, { copyOf: key });
    await happens('Email Bounced', { of: `${key}@recipient`, to: 'paul@example.com', bounceType: 'Permanent' });
    expect((await known()).failing).toBeUndefined();
  });

  it('of a mail to staff, or about nothing we know, is no fact of an order', async () => {
    await happens('Email Bounced', { audience: 'staff', bounceType: 'Permanent' });
    await happens('Email Bounced', { of: 'another', bounceType: 'Permanent' });
    await happens('Email Bounced', { order: '9999', bounceType: 'Permanent' });
    expect((await order()).facts).toHaveLength(1);
  });
});

describe('once the address is another', () => {
  beforeEach(async () => {
    await happens('Email Bounced', { bounceType: 'Permanent' });
    await happens('Email Complaint Received');
    api.now += 1000;
  });

  it.each([
    ['the shop says so', () => api.put('/customers/anne', { email: 'anne.new@customers.example' })],
    [
      'a new order says so',
      () =>
        api.post('/orders', {
          ...anOrder,
          id: '1002',
          placedAt: new Date(api.now + 1000).toISOString(),
          customer: { ...anOrder.customer, email: 'anne.new@customers.example' },
        }),
    ],
  ])('(%s) what had come back is wanted again, once', async (_, saySo) => {
    await saySo();
    expect(await wishes()).toMatchObject([{ message: key }]);
    expect(await known()).not.toHaveProperty('failing');
    expect(await known()).not.toHaveProperty('failedOrders');
    await saySo();
    expect(await wishes()).toHaveLength(1);
  });

  it('and not before: another name, or the same address in capitals, is no other address', async () => {
    await api.put('/customers/anne', { name: 'Anne Petit-Jean', email: address.toUpperCase() });
    expect(await wishes()).toEqual([]);
    expect((await known()).failing).toBeDefined();
  });
});
