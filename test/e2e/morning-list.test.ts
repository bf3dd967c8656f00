import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherKey, Outside, type Json, type ShownMail } from './outside.ts';

const hour = 3600_000;

// One shop from Monday 10:00 on: its staff, Hugo and Inès, are told each morning at nine what the day asks of them.

let shop: Outside;
/** That Monday, 10:00 in Paris. */
let start: number;
beforeAll(async () => {
  shop = await Outside.open();
  start = Math.floor((await shop.now()) / hour) * hour;
});
afterAll(() => shop.close());

/** `count` days after that Monday. */
const day = (count: number): string => new Date(start + count * 24 * hour).toISOString().slice(0, 10);

/** Moves the clock to where it shows `time` in Paris, so many days after that Monday. */
async function until(count: number, time: string): Promise<void> {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  await shop.clockTo(new Date(start + (count * 24 + hours - 10) * hour + minutes * 60_000).toISOString());
}

/** The lists that came since the last time somebody asked. */
let read = 0;
async function newLists(): Promise<ShownMail[]> {
  const mails: ShownMail[] = await shop.local('GET', '/_local/mails?to=staff');
  const lists = mails.filter(({ message }) => message === 'morning-list');
  const fresh = lists.slice(read).map((mail) => ({ ...mail, text: mail.text.replaceAll(/[\u00a0\u202f]/g, ' ') }));
  read = lists.length;
  return fresh;
}

const readers = (mails: readonly ShownMail[]): string[] => mails.map(({ to }) => to.split('@')[0]!).sort();

test('each morning at nine the staff hear what must leave and what is overdue, until it is done; on Sunday nothing', async () => {
  await shop.order({ id: 'lamp', number: '#lamp', shipBy: day(2) });
  await shop.order({ id: 'asking', number: '#asking', shipBy: day(20) });
  await shop.post('/orders/asking/words', { word: 'question', by: 'phone', text: 'La lampe est-elle tiède ?' });
  const { task, dueAt } = (await shop.shown('asking')).tasks[0];
  expect(dueAt.slice(0, 10)).toBe(day(1));

  await until(1, '08:59');
  expect(await newLists(), 'nothing was due on Monday').toEqual([]);
  await until(1, '09:01');
  const tuesday = await newLists();
  expect(readers(tuesday)).toEqual(['hugo', 'ines']);
  expect(tuesday[0]!.at.slice(0, 16)).toBe(new Date(start + 23 * hour).toISOString().slice(0, 16));
  expect(tuesday[0]!.text).toContain(
    'À faire aujourd’hui\n- Répondre à une question\n  Commande #asking, Jeanne Petit\n',
  );
  expect(tuesday[0]!.text).toContain('Téléphone : +33612345678');
  expect(tuesday[0]!.text).not.toContain('#lamp');

  await until(3, '09:01');
  const ofHugo = (await newLists()).filter(({ to }) => to.startsWith('hugo'));
  expect(ofHugo).toHaveLength(2);
  const [wednesday, thursday] = ofHugo;
  expect(wednesday!.text).toContain('- Commande #lamp, Jeanne Petit\n  1 × Lampe Aurore, 2 × Ampoule E27\n');
  expect(wednesday!.text).toContain('Départ promis pour le mercredi');
  expect(wednesday!.text).toContain('Le client n’a été prévenu d’aucun retard.');
  expect(wednesday!.text).toMatch(/En retard\n- Répondre à une question\n.+\n.+\(niveau 2\)/);
  expect(thursday!.text).toContain('Le départ était promis pour le mercredi');
  expect(thursday!.text).toContain('Le client a été prévenu du retard le mercredi');
  expect(thursday!.text).toContain('(niveau 3)');
  const listed = (await shop.get('/tasks')).json.tasks.find((one: Json) => one.task === task);
  expect(listed).toMatchObject({ level: 3 });
  expect((await shop.shown('asking')).tasks).toMatchObject([{ level: 3, status: 'open' }]);

  await until(5, '09:01');
  expect(readers(await newLists())).toEqual(['hugo', 'hugo', 'ines', 'ines']);
  await shop.post(`/tasks/${task}/completions`, { by: 'Inès' });
  await shop.post('/orders/lamp/shipments', { parcel: 'p1' });
  await until(7, '09:01');
  expect(await newLists(), 'nobody is there on Sunday, and on Monday all is done').toEqual([]);
});

test('a shop that changes its hours gets its list at the new ones, in its own language', async () => {
  const ask = { key: otherKey };
  await shop.order({ id: 'london', number: '#london', shipBy: day(8) }, ask);
  await shop.put('/shop', { hours: { tue: ['07:00', '18:00'] } }, ask);
  await until(8, '07:59');
  expect(await newLists()).toEqual([]);
  await until(8, '08:01');
  const lists = await newLists();
  expect(lists).toMatchObject([{ to: 'sam@other-shop.example', from: 'hello@other-shop.example' }]);
  expect(lists[0]!.text).toContain('Must leave today\n- Order #london, Jeanne Petit');
});
