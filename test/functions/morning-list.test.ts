import { beforeEach, describe, expect, it } from 'vitest';
import { LeavesTable } from '../../functions/adapters/leaves-table.ts';
import { MorningsTable } from '../../functions/adapters/mornings-table.ts';
import { ShopRegister } from '../../functions/adapters/shop-register.ts';
import { TasksTable } from '../../functions/adapters/tasks-table.ts';
import { CallsTable } from '../../functions/adapters/calls-table.ts';
import { DetailsTable } from '../../functions/adapters/details-table.ts';
import { OffersTable } from '../../functions/adapters/offers-table.ts';
import { TimelineItems } from '../../functions/adapters/timeline-items.ts';
import type { TaskReason } from '../../messages/letter.ts';
import { MailRefused, type Mail, type Mailer } from '../../functions/domain/ports.ts';
import type { Settings } from '../../functions/domain/shop/settings.ts';
import {
  ListsNotMailed,
  mailMorningLists,
  type MorningPorts,
} from '../../functions/mail-morning-list/mail-morning-list.ts';
import { project } from '../../functions/project-timeline/project.ts';
import { on, shop } from '../shop/facts.ts';
import { anOrder, openApi, type Api } from './api.ts';

const wednesday = '2026-11-25';
const thursday = '2026-11-26';

/** Where mails to staff arrive. Some addresses are refused, and the next run may die right after a mail went out. */
class PostOffice implements Mailer {
  readonly mails: Mail[] = [];
  refused = new Set<string>();

  async send(mail: Mail): Promise<string> {
    if (this.refused.has(mail.to)) throw new MailRefused('MessageRejected');
    this.mails.push(mail);
    return `ses-${this.mails.length}`;
  }

  /** Who got mail, in order, and nothing of it twice in these words. */
  readers(): string[] {
    return this.mails.map(({ to }) => to.split('@')[0]!);
  }

  /** The last mail as the eye reads it. */
  said(): string {
    return this.mails.at(-1)!.text.replaceAll(/[\u00a0\u202f]/g, ' ');
  }
}

let api: Api;
let post: PostOffice;
let ports: MorningPorts;
let failed: string[];

beforeEach(async () => {
  api = await openApi();
  const { table, orders, customers, shops } = api;
  await new ShopRegister(table).list('lyon', api.now);
  await settings({ staff: [member('hugo'), member('ines')] });
  post = new PostOffice();
  failed = [];
  ports = {
    mornings: new MorningsTable(table),
    shops,
    tasks: new TasksTable(table),
    leaves: new LeavesTable(table),
    orders,
    customers,
    mailer: post,
    now: () => api.now,
    failed: (one) => failed.push(one),
  };
});

const member = (name: string) => ({ name, email: `${name}@belles-choses.example` });

async function settings(change: Partial<Settings>): Promise<void> {
  await api.shops.change('lyon', (current) => ({ ...current, ...change }));
}

async function lookAt(day: string, time: string, run = `run at ${day} ${time}`): Promise<number> {
  api.now = on(day, time);
  return mailMorningLists(run, ports);
}

/** An order of Tuesday that must leave on Thursday, as the stream tells of it. */
async function ordered(id = '1001'): Promise<void> {
  const body = { ...anOrder, id, number: `#${id}` };
  expect((await api.post('/orders', body)).status).toBe(202);
  await projected(id);
}

async function projected(id: string): Promise<void> {
  const items = new TimelineItems(api.table);
  const staffMail = { ask: () => Promise.resolve() };
  const calls = new CallsTable(api.table);
  const { orders, customers } = api;
  const all = {
    orders,
    timeline: items,
    tasks: items,
    calls,
    leaves: items,
    customers,
    staffMail,
    offers: new OffersTable(api.table),
    details: new DetailsTable(api.table),
  };
  await project([{ before: undefined, after: (await api.orders.find('lyon', id))! }], all);
}

/** A task about the order that falls due at that instant. */
async function asked(id: string, dueAt: number, why: TaskReason): Promise<void> {
  const order = (await api.orders.find('lyon', id))!;
  const told = {
    key: `ask-staff:${why}`,
    message: 'ask-staff',
    cause: why,
    at: api.now,
    owner: 'test',
    seen: order.facts.length,
    covers: [],
    promises: [],
    unsent: 'a matter for staff',
    task: { task: `${id}.${why === 'answer-case' ? 1 : 2}`, why, dueAt, level: 1 },
  } as const;
  expect(await api.orders.claim(order, { told, fates: {} })).toBe(true);
  await projected(id);
}

describe('at opening time', () => {
  it('each member of the staff gets what must leave, what is overdue and what is due, in this order', async () => {
    await ordered();
    await asked('1001', on(wednesday, '12:00'), 'answer-question');
    await asked('1001', on(thursday, '17:00'), 'answer-case');
    await lookAt(thursday, '09:00');
    expect(post.readers()).toEqual(['hugo', 'ines']);
    expect(post.said()).toMatch(/Doit partir aujourd’hui[^]*En retard\n[^]*À faire aujourd’hui/u);
    for (const part of [
      'Bonjour ines,',
      '- Commande #1001, Anne Petit\n  1 × Blue vase, 2 × Small bowl\n  Départ promis pour le jeudi 26 novembre.',
      'Le client n’a été prévenu d’aucun retard.',
      '- Répondre à une question\n  Commande #1001, Anne Petit\n  C’était à faire au plus tard le mercredi 25 novembre à 12 h (niveau 2)',
      '- Répondre à une réclamation\n  Commande #1001, Anne Petit\n  À faire au plus tard le jeudi 26 novembre à 17 h\n  Téléphone : +33 6 00 00 00 00',
    ]) {
      expect(post.said()).toContain(part);
    }
    const { from, replyTo, tags } = post.mails[0]!;
    expect({ from, replyTo }).toEqual({ from: shop.from, replyTo: shop.replyTo });
    expect(tags).toEqual({
      shop: 'lyon',
      message: 'morning-list',
      key: expect.stringMatching(/^[\w-]+$/),
      audience: 'staff',
    });
  });

  it('nobody gets a mail where there is nothing to say, nor later that day', async () => {
    await ordered();
    await lookAt(wednesday, '09:00');
    await asked('1001', on(wednesday, '17:00'), 'answer-question');
    await lookAt(wednesday, '09:30');
    expect(post.mails).toEqual([]);
  });

  it('the signatory gets it where the shop has no staff', async () => {
    await settings({ staff: [] });
    await ordered();
    await lookAt(thursday, '09:00');
    expect(post.readers()).toEqual(['claire']);
    expect(post.said()).toContain('Bonjour Claire Moreau,');
  });

  it('who is named twice gets it once', async () => {
    await settings({ staff: [member('hugo'), member('hugo')] });
    await ordered();
    await lookAt(thursday, '09:00');
    expect(post.readers()).toEqual(['hugo']);
  });

  it('what left meanwhile is not on it, though the projection has not heard', async () => {
    await ordered();
    await ordered('1002');
    await api.post('/orders/1001/shipments', { parcel: 'p1' });
    await lookAt(thursday, '09:00');
    expect(post.said()).toContain('#1002');
    expect(post.said()).not.toContain('#1001');
  });

  it('what all left meanwhile is not worth a mail', async () => {
    await ordered();
    await api.post('/orders/1001/shipments', { parcel: 'p1' });
    await lookAt(thursday, '09:00');
    expect(post.mails).toEqual([]);
  });

  it('only what is left of an order is said to leave', async () => {
    await ordered();
    await api.post('/orders/1001/shipments', { parcel: 'p1', lines: [{ id: 'vase', quantity: 1 }] });
    await lookAt(thursday, '09:00');
    expect(post.said()).toContain('  2 × Small bowl\n');
  });

  it('the customer is called by the name known now', async () => {
    await ordered();
    await api.customers.keep('lyon', 'anne', { name: 'Anne Grand', asOf: api.now });
    await lookAt(thursday, '09:00');
    expect(post.said()).toContain('Commande #1001, Anne Grand');
  });

  it('a customer who is to be called about two orders is one line, as early as the first of them', async () => {
    await ordered('1001');
    await ordered('1002');
    await asked('1001', on(thursday, '15:00'), 'call-customer');
    await asked('1002', on(thursday, '11:00'), 'take-over');
    await asked('1002', on(thursday, '16:00'), 'answer-case');
    await lookAt(thursday, '09:00');
    expect(post.said().match(/^ {2}Commande #.*\n {2}À faire.*$/gmu)).toEqual([
      '  Commande #1002, #1001, Anne Petit\n  À faire au plus tard le jeudi 26 novembre à 11 h',
      '  Commande #1002, Anne Petit\n  À faire au plus tard le jeudi 26 novembre à 16 h',
    ]);
  });

  it('on Saturday what falls due on Sunday is on the list', async () => {
    await ordered();
    await asked('1001', on('2026-11-29', '12:00'), 'answer-question');
    await lookAt('2026-11-28', '09:00');
    expect(post.said()).toContain('À faire au plus tard le dimanche 29 novembre à 12 h');
    await lookAt('2026-11-29', '09:00');
    expect(post.mails).toHaveLength(2);
  });

  it('a shop whose settings are not complete gets none, and one that completes them does', async () => {
    await ordered();
    await settings({ phone: undefined });
    await lookAt(thursday, '09:00');
    expect(post.mails).toEqual([]);
    await settings({ phone: '+33 4 72 00 00 00' });
    await lookAt(thursday, '09:30');
    expect(post.readers()).toEqual(['hugo', 'ines']);
  });
});

describe('a list', () => {
  beforeEach(() => ordered());

  it('is mailed once a day, however often somebody looks, and again the next morning', async () => {
    await Promise.all(['a', 'b', 'c'].map((run) => lookAt(thursday, '09:00', run)));
    for (const time of ['09:00', '09:30', '10:00', '17:30']) await lookAt(thursday, time);
    expect(post.readers()).toEqual(['hugo', 'ines']);
    await lookAt('2026-11-27', '09:00');
    expect(post.readers()).toEqual(['hugo', 'ines', 'hugo', 'ines']);
    expect(post.said()).toContain('Le départ était promis pour le jeudi 26 novembre.');
  });

  it('of a run that died after a mail goes on with who has none; who got the last one may get it twice', async () => {
    const { mornings } = ports;
    const dies = { noteMailed: () => Promise.reject(new Error('the run was killed')) };
    const broken: MorningPorts = { ...ports, mornings: Object.assign(Object.create(mornings), dies) };
    api.now = on(thursday, '09:00');
    await expect(mailMorningLists('first', broken)).rejects.toThrow(ListsNotMailed);
    expect(post.readers()).toEqual(['hugo']);
    await lookAt(thursday, '09:05');
    expect(post.readers(), 'it may still live').toEqual(['hugo']);
    await lookAt(thursday, '09:30');
    expect(post.readers()).toEqual(['hugo', 'hugo', 'ines']);
    await lookAt(thursday, '10:00');
    expect(post.mails).toHaveLength(3);
  });

  it('that an address refuses reaches the others, and that one as soon as it takes mail', async () => {
    post.refused.add('hugo@belles-choses.example');
    await expect(lookAt(thursday, '09:00', 'call')).rejects.toThrow('1 of 1 shops');
    expect(failed).toEqual(['lyon']);
    expect(post.readers()).toEqual(['ines']);
    post.refused.clear();
    await lookAt(thursday, '09:01', 'call');
    expect(post.readers()).toEqual(['ines', 'hugo']);
    await lookAt(thursday, '09:30');
    expect(post.mails).toHaveLength(2);
  });

  it('of one shop does not wait for another’s that fails', async () => {
    const { table, shops, keys } = api;
    await new ShopRegister(table).list('aix', api.now);
    await shops.create('aix', { ...shop, staff: [member('zoe')] });
    await keys.issue('aix-key', 'aix', api.now);
    await api.post('/orders', anOrder, { authorization: 'Bearer aix-key' });
    const items = new TimelineItems(table);
    await items.waits('aix', '1001', on(thursday, '18:00'), undefined);
    post.refused.add('zoe@belles-choses.example');
    await expect(lookAt(thursday, '09:00')).rejects.toThrow(ListsNotMailed);
    expect(failed).toEqual(['aix']);
    expect(post.readers()).toEqual(['hugo', 'ines']);
  });
});

describe('the register', () => {
  it('tells of every shop when it is open, as its settings say now', async () => {
    await ordered();
    await settings({ hours: { ...shop.hours, thu: ['11:00', '18:00'] } });
    await lookAt(thursday, '09:00');
    expect(post.mails).toEqual([]);
    await lookAt(thursday, '11:00');
    expect(post.readers()).toEqual(['hugo', 'ines']);
  });

  it('learns the days of a shop that is older than this', async () => {
    await ordered();
    await api.table.put({ pk: 'SHOPS', sk: 'lyon', since: 1 });
    await lookAt(thursday, '09:00');
    expect(post.readers()).toEqual(['hugo', 'ines']);
    expect((await ports.mornings.shops())[0]).toMatchObject({ days: { zone: 'Europe/Paris' }, note: { isDone: true } });
  });

  it('keeps the newer days, whichever came last', async () => {
    await ports.mornings.keepDays('lyon', { ...shop, zone: 'Asia/Tokyo' }, 9);
    await ports.mornings.keepDays('lyon', { ...shop, zone: 'Europe/Rome' }, 8);
    expect((await ports.mornings.shops())[0]).toMatchObject({ days: { zone: 'Asia/Tokyo' }, version: 9 });
  });

  it('puts no shop on the list by its settings alone', async () => {
    await api.shops.change('other', () => shop);
    expect((await ports.mornings.shops()).map((entry) => entry.shop)).toEqual(['lyon']);
  });
});

describe('between openings', () => {
  it('a run reads the register and nothing else', async () => {
    await ordered();
    await lookAt(thursday, '09:00');
    const untouchable: MorningPorts = { ...ports, shops: { known: () => Promise.reject(new Error('nobody asked')) } };
    for (const [day, time] of [
      [thursday, '10:00'],
      [thursday, '22:00'],
      ['2026-11-29', '09:00'],
    ] as const) {
      api.now = on(day, time);
      await mailMorningLists('another', untouchable);
    }
    expect(post.mails).toHaveLength(2);
  });

  it('there is no need to look before the next shop opens, nor for hours: a shop may change its own', async () => {
    expect(await lookAt(thursday, '07:00')).toBe(on(thursday, '09:00'));
    expect(await lookAt(thursday, '09:00')).toBe(on(thursday, '17:00'));
  });

  it('there is while a list is in the hands of a run that may be dead', async () => {
    await ordered();
    const note = { day: thursday, run: 'dead', takenAt: on(thursday, '09:00'), mailed: [], isDone: false };
    expect(await ports.mornings.take('lyon', note, undefined)).toBe(true);
    expect(await lookAt(thursday, '09:05')).toBe(on(thursday, '09:05'));
  });
});

describe('a task that is overdue', () => {
  it('is shown a level higher each morning, on the list of tasks and with its order', async () => {
    await ordered();
    await asked('1001', on(wednesday, '18:00'), 'answer-question');
    for (const [day, time, level] of [
      [wednesday, '17:00', 1],
      [thursday, '08:00', 1],
      [thursday, '09:00', 2],
      ['2026-11-30', '09:00', 5],
    ] as const) {
      api.now = on(day, time);
      expect((await api.get('/tasks')).json.tasks).toMatchObject([{ task: '1001.2', level }]);
      expect((await api.get('/orders/1001')).json.tasks).toMatchObject([{ task: '1001.2', level, status: 'open' }]);
    }
  });

  it('is raised no more once it is done', async () => {
    await ordered();
    await asked('1001', on(wednesday, '18:00'), 'answer-question');
    expect((await api.post('/tasks/1001.2/completions', { by: 'Hugo' })).status).toBe(202);
    api.now = on('2026-11-30', '09:00');
    expect((await api.get('/orders/1001')).json.tasks).toMatchObject([{ level: 1, status: 'done' }]);
  });
});
