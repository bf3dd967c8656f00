import { beforeEach, describe, expect, it } from 'vitest';
import { CallsTable } from '../../functions/adapters/calls-table.ts';
import { IdempotencyTable } from '../../functions/adapters/idempotency-table.ts';
import type { TaskReason } from '../../messages/letter.ts';
import type { Order, Told } from '../../functions/domain/order/order.ts';
import { tasksOf } from '../../functions/domain/order/tasks.ts';
import { mailTask } from '../../functions/mail-staff/mail-task.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { MemoryMailer } from '../../local/virtual/memory-ports.ts';
import { anOrder, openApi, type Api } from './api.ts';
import { projectionOf } from './projecting.ts';

const minute = 60_000;

let api: Api;
let calls: CallsTable;
let mailer: MemoryMailer;
/** What was projected of each order so far. */
let projected: Map<string, Order>;

beforeEach(async () => {
  api = await openApi();
  calls = new CallsTable(api.table);
  mailer = new MemoryMailer(() => api.now);
  projected = new Map();
});

async function ordered(id: string, customer: object = anOrder.customer): Promise<void> {
  await api.post('/orders', { ...anOrder, id, number: `#${id}`, customer });
}

/** The stream tells of all that changed; mails that are asked for go out at once. */
async function changed(...ids: string[]): Promise<void> {
  const { orders, customers, shops } = api;
  const mailPorts = { orders, shops, customers, calls, mailer, now: () => api.now };
  const asked: [string, string][] = [];
  for (const id of ids) {
    const after = (await orders.find('lyon', id))!;
    await project([{ before: projected.get(id), after }], {
      ...projectionOf(api),
      staffMail: { ask: async (_, order, key) => void asked.push([order, key]) },
    });
    projected.set(id, after);
  }
  for (const [order, key] of asked) await mailTask('lyon', order, key, mailPorts);
}

/** A message that becomes a call, due at that instant. */
async function call(id: string, dueAt: number, why: TaskReason = 'call-customer', task = `${id}.1`): Promise<void> {
  const known = (await api.orders.find('lyon', id))!;
  const told: Told = {
    key: `confirm-order:${why}-${known.told.length}`,
    message: 'confirm-order',
    cause: why,
    at: api.now,
    owner: 'test',
    seen: known.facts.length,
    covers: [],
    promises: [],
    unsent: 'the customer has no e-mail address',
    task: { task, why, dueAt, level: 1 },
  };
  expect(await api.orders.claim(known, { told, fates: {} })).toBe(true);
  await changed(id);
}

const done = async (task: string, body: object = {}, headers = {}) =>
  api.post(`/tasks/${task}/completions`, { by: 'Hugo', ...body }, headers);
const listed = async (): Promise<{ task: string; also?: string[] }[]> => (await api.get('/tasks')).json.tasks;
const shown = async () => (await listed()).map(({ task, also }) => ({ task, also }));
const openIn = async (id: string) =>
  tasksOf((await api.orders.find('lyon', id))!).flatMap(({ task, status }) => (status === 'open' ? [task] : []));
/** Which orders each mail to staff names. */
const mailed = (): string[] => mailer.sent.map(({ text }) => (text.match(/#\d+(, #\d+)*/) ?? [''])[0]);

describe('a customer who is to be called about several orders', () => {
  beforeEach(async () => {
    for (const id of ['1001', '1002', '1003']) await ordered(id);
    await call('1001', api.now + 20 * minute);
    await call('1002', api.now + 10 * minute);
    await call('1003', api.now + 30 * minute, 'take-over');
  });

  it('is one task on the list, the first that is due, with the others named', async () => {
    expect(await shown()).toEqual([{ task: '1002.1', also: ['1001.1', '1003.1'] }]);
  });

  it('is one task however the list is cut into pages', async () => {
    const seen: string[] = [];
    let url: string | undefined = '/tasks?limit=1';
    while (url !== undefined) {
      const { json } = await api.get(url);
      seen.push(...json.tasks.map(({ task }: { task: string }) => task));
      url = json.next === undefined ? undefined : `/tasks?limit=1&cursor=${json.next}`;
    }
    expect(seen).toEqual(['1002.1']);
  });

  it('is listed as they are reached by now', async () => {
    await api.put('/customers/anne', { phone: '+33 6 11 11 11 11' });
    expect(await listed()).toMatchObject([{ customer: { name: 'Anne Petit', phone: '+33 6 11 11 11 11' } }]);
  });

  it('is called once: done is done for all', async () => {
    api.now += minute;
    expect((await done('1002.1', { note: 'told her all' })).status).toBe(202);
    for (const id of ['1001', '1002', '1003']) expect(await openIn(id)).toEqual([]);
    await changed('1001', '1002', '1003');
    expect(await listed()).toEqual([]);
    expect(await calls.of('lyon', 'anne')).toEqual([]);
    expect((await done('1002.1', { note: 'told her all' })).json).toMatchObject({ duplicate: true });
  });

  it('is still to be called where only one of the others is done', async () => {
    await done('1001.1');
    await changed('1001');
    expect(await shown()).toEqual([{ task: '1002.1', also: ['1003.1'] }]);
  });

  it('is still to be called about what came up after the call was made', async () => {
    const madeAt = new Date(api.now + minute).toISOString();
    api.now += 2 * minute;
    await ordered('1004');
    await call('1004', api.now + 60 * minute);
    await done('1002.1', { at: madeAt });
    await changed('1001', '1002', '1003');
    expect(await shown()).toEqual([{ task: '1004.1' }]);
  });

  it('is one of the customers to be called: another is another task', async () => {
    await ordered('2001', { ...anOrder.customer, id: 'zoe' });
    await call('2001', api.now);
    expect(await shown()).toEqual([{ task: '2001.1' }, { task: '1002.1', also: ['1001.1', '1003.1'] }]);
  });

  it('is something else than what is to be done about the orders', async () => {
    await call('1001', api.now, 'answer-case', '1001.2');
    expect(await shown()).toEqual([{ task: '1001.2' }, { task: '1002.1', also: ['1001.1', '1003.1'] }]);
  });
});

describe('an Idempotency-Key that stands for another completion', () => {
  it('completes nothing, neither the task nor what would be done with it', async () => {
    await ordered('1001');
    await ordered('1002');
    await call('1001', api.now);
    await call('1002', api.now + minute);
    const key = { 'idempotency-key': 'k' };
    const first = { shop: 'lyon', method: 'POST', path: '/tasks/1001.1/completions', key: 'k' };
    await new IdempotencyTable(api.table).reserve(first, { fact: 'completion:1001.1', hash: 'another' }, api.now);
    expect((await done('1001.1', {}, key)).status).toBe(422);
    expect([...(await openIn('1001')), ...(await openIn('1002'))]).toEqual(['1001.1', '1002.1']);
  });
});

describe('staff', () => {
  beforeEach(async () => {
    for (const id of ['1001', '1002', '1003']) await ordered(id);
    await call('1001', api.now + 20 * minute);
  });

  it('get one mail for all calls to a customer, and another only when something is due earlier', async () => {
    expect(mailed()).toEqual(['#1001']);
    await call('1002', api.now + 30 * minute);
    await call('1003', api.now + 20 * minute);
    expect(mailed()).toEqual(['#1001']);
    await call('1003', api.now + 10 * minute, 'take-over', '1003.2');
    expect(mailed()).toEqual(['#1001', '#1003, #1001, #1002']);
  });

  it('hear of the next call when the first was not needed any more', async () => {
    await call('1002', api.now + 30 * minute);
    await api.orders.append('lyon', '1001', {
      id: 'completion:1001.1',
      name: 'completion',
      task: '1001.1',
      at: api.now,
      learnedAt: api.now,
      hash: 'done',
    });
    await changed('1001');
    expect(mailed()).toEqual(['#1001', '#1002']);
    await changed('1001', '1002');
    expect(mailed()).toEqual(['#1001', '#1002']);
  });

  it('hear at once of what is to be done about the same customer, but by no call', async () => {
    await call('1002', api.now + 30 * minute, 'answer-question');
    expect(mailed()).toEqual(['#1001', '#1002']);
  });
});

describe('a message that was refused, and is claimed again later', () => {
  it('leaves its task on the list once, at its new hour', async () => {
    await ordered('1001');
    await changed('1001');
    const [first, then] = [api.now + 60 * minute, api.now + 120 * minute];
    await call('1001', first, 'take-over');
    await api.orders.withdraw('lyon', '1001', 'confirm-order:take-over-0');
    await changed('1001');
    expect(await listed()).toEqual([]);
    await call('1001', then, 'take-over');
    expect(await listed()).toMatchObject([{ task: '1001.1', dueAt: new Date(then).toISOString() }]);
    await done('1001.1');
    await changed('1001');
    expect(await listed()).toEqual([]);
  });
});
