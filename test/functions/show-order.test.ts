import { beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/order/judge.ts';
import type { Told } from '../../functions/domain/order/order.ts';
import { anOrder, openApi, type Api } from './api.ts';

let api: Api;
beforeEach(async () => {
  api = await openApi();
});

/** The messenger has said this: claimed on what the table holds, and mailed where it is a mail. */
async function say(told: Pick<Told, 'key' | 'message'> & Partial<Told>, fates: Claim['fates'] = {}): Promise<void> {
  const order = (await api.orders.find('lyon', '1001'))!;
  const whole = { cause: 'x', at: api.now, owner: 'test', seen: order.facts.length, covers: [], promises: [], ...told };
  expect(await api.orders.claim(order, { told: whole, fates })).toBe(true);
  if (whole.unsent === undefined) await api.orders.settle('lyon', '1001', told.key, 'ses-1');
}

describe('an order that was just told', () => {
  it('shows who, when, and what is promised', async () => {
    await api.post('/orders', anOrder);
    const { status, json } = await api.get('/orders/1001');
    expect(status).toBe(200);
    expect(json).toEqual({
      id: '1001',
      number: '#1001',
      stage: 'AwaitShipment',
      customer: {
        id: 'anne',
        name: 'Anne Petit',
        email: 'anne@customers.example',
        phone: '+33 6 00 00 00 00',
        locale: 'en',
      },
      placedAt: '2026-11-24T08:55:00.000Z',
      promises: [
        { promise: 'ship', until: '2026-11-26T17:00:00.000Z', status: 'open' },
        { promise: 'deliver', until: '2026-11-30T19:00:00.000Z', status: 'open' },
      ],
      parcels: [],
      messages: [],
      tasks: [],
      cases: [],
      facts: [
        { fact: 'order:1001', name: 'order', at: '2026-11-24T08:55:00.000Z', learnedAt: '2026-11-24T09:00:00.000Z' },
      ],
    });
  });

  it('is nothing yet while only its parcel was told', async () => {
    expect((await api.post('/orders/1001/shipments', { parcel: 'p1' })).status).toBe(202);
    expect((await api.get('/orders/1001')).status).toBe(404);
    await api.post('/orders', anOrder);
    expect((await api.get('/orders/1001')).json.facts.map(({ fact }: { fact: string }) => fact)).toEqual([
      'shipment:p1',
      'order:1001',
    ]);
  });
});

describe('an order on its way', () => {
  beforeEach(async () => {
    await api.post('/orders', anOrder);
    await api.post('/orders/1001/shipments', {
      parcel: 'p1',
      carrier: 'Colissimo',
      trackingNumber: '6A1',
      trackingUrl: 'https://carrier.example/6A1',
      lines: [{ id: 'vase', quantity: 1 }],
    });
  });

  it('shows each parcel as far as it is known', async () => {
    await api.post('/orders/1001/deliveries', { parcel: 'p2' });
    expect((await api.get('/orders/1001')).json.parcels).toEqual([
      {
        parcel: 'p1',
        carrier: 'Colissimo',
        trackingNumber: '6A1',
        trackingUrl: 'https://carrier.example/6A1',
        status: 'under-way',
        lines: [{ id: 'vase', quantity: 1 }],
      },
      { parcel: 'p2', carrier: null, trackingNumber: null, status: 'delivered', lines: [{ id: 'bowl', quantity: 2 }] },
    ]);
    await api.post('/orders/1001/words', { word: 'received', by: 'phone' });
    const statuses = (await api.get('/orders/1001')).json.parcels.map((parcel: { status: string }) => parcel.status);
    expect(statuses).toEqual(['received', 'received']);
  });

  it('shows what was said, what was not and why, and what became of each fact', async () => {
    await say(
      { key: 'confirm-order:order:1001', message: 'confirm-order' },
      { 'order:1001': 'confirm-order:order:1001' },
    );
    await say({ key: 'ask-staff:x', message: 'ask-staff', unsent: 'a matter for staff' });
    const { json } = await api.get('/orders/1001');
    expect(json.messages).toEqual([
      { key: 'confirm-order:order:1001', message: 'confirm-order', at: '2026-11-24T09:00:00.000Z', sent: true },
      {
        key: 'ask-staff:x',
        message: 'ask-staff',
        at: '2026-11-24T09:00:00.000Z',
        sent: false,
        why: 'a matter for staff',
      },
    ]);
    expect(json.facts).toMatchObject([
      { fact: 'order:1001', fate: 'confirm-order:order:1001' },
      { fact: 'shipment:p1' },
    ]);
    expect(json.facts[1].fate).toBeUndefined();
  });

  it('shows a task at its last level until it is done, and its case', async () => {
    const task = {
      task: '1001.1',
      why: 'answer-case',
      dueAt: api.now,
      level: 1,
      owner: { name: 'Hugo', email: 'h@x.example' },
    } as const;
    const aCase = { id: 'case-1', about: 'damaged', parcels: ['p1'] };
    const { fact } = (await api.post('/orders/1001/words', { word: 'problem', about: 'damaged', by: 'phone' })).json;
    await say(
      {
        key: 'open-case:w',
        message: 'open-case',
        case: aCase,
        task,
        promises: [{ promise: 'answer', until: api.now + 1000 }],
      },
      { 'order:1001': 'confirm-order:order:1001', 'shipment:p1': 'announce', [fact]: 'open-case:w' },
    );
    await say({
      key: 'remind-staff:case-1',
      message: 'remind-staff',
      case: { ...aCase, parcels: [] },
      task: { ...task, level: 2 },
    });
    const open = (await api.get('/orders/1001')).json;
    expect(open.stage).toBe('AwaitCaseOutcome');
    expect(open.cases).toMatchObject([{ case: 'case-1', about: 'damaged', owner: 'Hugo' }]);
    expect(open.tasks).toEqual([
      {
        task: '1001.1',
        name: 'answer-case',
        order: '1001',
        dueAt: '2026-11-24T09:00:00.000Z',
        level: 2,
        status: 'open',
        why: expect.any(String),
        customer: { name: 'Anne Petit', phone: '+33 6 00 00 00 00' },
      },
    ]);
    expect((await api.post('/tasks/1001.1/completions', { by: 'Hugo' })).json).toMatchObject({
      fact: 'completion:1001.1',
    });
    const done = (await api.get('/orders/1001')).json;
    expect(done.tasks).toMatchObject([{ status: 'done' }]);
    expect(done.cases).toMatchObject([{ outcome: 'done-by-staff' }]);
  });
});

async function close(how: string): Promise<unknown> {
  const { orderKey } = await import('../../functions/adapters/keys.ts');
  await api.post('/orders', anOrder);
  await api.table.update(orderKey('lyon', '1001'), {
    set: ['closed = :closed'],
    values: { ':closed': { run: 1, how } },
  });
  return (await api.get('/orders/1001')).json.how;
}

describe('how an order ended', () => {
  it('is shown once it has', async () => expect(await close('received')).toBe('received'));
  it.each(['retake', 'failed'])('is not shown while it is taken up again (%s)', async (how) => {
    expect(await close(how)).toBeUndefined();
  });
});
