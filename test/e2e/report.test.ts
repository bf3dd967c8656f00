import { GetExecutionHistoryCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReport } from '../../cli/report/run.ts';
import { anOrder, Outside } from './outside.ts';

let shop: Outside;
const [hour, day] = [3600, 86_400];

beforeAll(async () => {
  shop = await Outside.open();
  const [well, late, broken, returned] = [
    await shop.order({ id: 'well' }),
    await shop.order({ id: 'late' }),
    await shop.order({ id: 'broken' }),
    await shop.order({
      id: 'returned',
      customer: { ...anOrder('R').customer, email: 'bounce@simulator.amazonses.com' },
    }),
  ];
  await shop.advance('PT2H');
  for (const order of [well, broken]) await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${returned}/cancellations`, { by: 'shop', reason: 'Her wish' });
  await shop.advance('PT4H');
  for (const order of [well, broken]) await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  await shop.advance('PT20H');
  await shop.post(`/orders/${well}/words`, { word: 'received', by: 'phone' });
  await shop.post(`/orders/${broken}/words`, { word: 'problem', about: 'damaged', by: 'phone' });
  await shop.advance('PT5H');
  await shop.post(`/orders/${broken}/outcomes`, { case: 'case-1', outcome: 'answered', text: 'A new one is yours.' });
  await shop.post(`/orders/${late}/words`, { word: 'question', by: 'email' });
  await shop.advance('P2D');
});
afterAll(() => shop.close());

async function report(line = '') {
  const [out, aside, files]: [string[], string[], Map<string, string>] = [[], [], new Map()];
  const code = await runReport([...line.split(' ').filter(Boolean), '--endpoint', shop.awsUrl], {
    environment: {},
    now: Date.now,
    writeFile: async (path, text) => void files.set(path, text),
    out: (text) => out.push(text),
    aside: (text) => aside.push(text),
    progress: () => {},
  });
  return { code, out: out.join('\n'), aside: aside.join('\n'), files };
}

/** The figures by `section · name · measure`. */
async function figures(line = ''): Promise<Map<string, number>> {
  const { out } = await report(`${line} --json`);
  const rows: { section: string; name: string; measure: string; value: number }[] = JSON.parse(out);
  return new Map(rows.map(({ section, name, measure, value }) => [`${section} · ${name} · ${measure}`, value]));
}

/** That part of them; what is timed in whole hours, for the machine's own seconds count too. */
const of = (section: string, all: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...all].flatMap(([key, value]) => {
      const [title, name, measure] = key.split(' · ');
      if (title !== section || measure === '9 in 10 within') return [];
      return [
        [measure === 'count' ? name! : `${name} ${measure}`, measure === 'median' ? Math.round(value / hour) : value],
      ];
    }),
  );

describe('a report of some lives', () => {
  it('shows what became of orders, promises, cases, words and mails', async () => {
    const all = await figures();
    expect(of('executions', all)).toEqual({
      'orders begun': 4,
      'orders taken up again': 0,
      'executions ended': 2,
      'executions died': 0,
      'still running': 2,
    });
    expect(of('orders ended', all)).toEqual({ received: 1, settled: 1 });
    expect(of('cases', all)).toEqual({ 'damaged opened': 1, 'damaged ended': 1, 'damaged median': 5 });
    expect(of('outcomes of cases', all)).toEqual({ answered: 1 });
    expect(of('words of customers', all)).toEqual({ received: 1, 'not-yet': 0, problem: 1, question: 1 });
    expect(of('mails to customers', all)).toMatchObject({ sent: 12, delivered: 11, bounced: 1, delayed: 0 });
  });

  it('as a table: the promises, and how many of them were kept', async () => {
    const { out, code } = await report();
    expect(code).toBe(0);
    const lines = out.split('\n');
    const begin = lines.findIndex((line) => line.startsWith('promises'));
    expect(lines.slice(begin, begin + 8)).toEqual([
      'promises                           kept      moved     warned     broken  kept of all',
      '────────────────────────────  ─────────  ─────────  ─────────  ─────────  ───────────',
      'ship                                  2          1          1          0       50.0 %',
      'deliver                               4          1          0          0       80.0 %',
      'write                                 0          0          0          0            –',
      'answer                                1          0          0          0      100.0 %',
      'refund                                0          0          1          0        0.0 %',
      'all                                   7          2          2          0       63.6 %',
    ]);
  });

  it('has the times between states that the histories of the executions have', async () => {
    const all = await figures();
    const known = of('times between states', all);
    expect(known).toMatchObject({
      'ConfirmOrder → AnnounceShipment': 2,
      'ConfirmOrder → AnnounceShipment median': 2,
      'AnnounceShipment → AskDeliveryCheck median': 4,
      'AskDeliveryCheck → ThankCustomer median': 20,
      'OpenCase → AnnounceSettlement median': 5,
      'order told → CloseOrder (all of it) median': 26,
    });
    for (const order of ['well', 'broken']) {
      const entered = await actsEntered(`demo.${order}`);
      for (const [index, { name, at }] of entered.slice(1).entries()) {
        const step = `${entered[index]!.name} → ${name}`;
        const seconds = all.get(`times between states · ${step} · 9 in 10 within`);
        expect(Math.abs((at - entered[index]!.at) / 1000 - seconds!), step).toBeLessThan(60);
      }
    }
  });

  it('counts everything in the period in which it happened', async () => {
    const now = await shop.now();
    const evening = new Date(now - (2 * day + 25 * hour) * 1000).toISOString().replace(/\.\d+/, '');
    const first = await figures(`--since P1D --until ${evening}`);
    expect(of('executions', first)).toMatchObject({ 'orders begun': 4, 'executions ended': 0 });
    expect(of('promises', first)).toMatchObject({
      'ship kept': 2,
      'ship moved': 1,
      'ship warned': 0,
      'answer kept': 0,
    });
    expect(of('words of customers', first)).toMatchObject({ received: 0, problem: 0 });
    const rest = await figures(`--since ${evening}`);
    expect(of('executions', rest)).toMatchObject({ 'orders begun': 0, 'executions ended': 2 });
    expect(of('promises', rest)).toMatchObject({ 'ship kept': 0, 'ship moved': 0, 'ship warned': 1, 'answer kept': 1 });
    expect(of('words of customers', rest)).toMatchObject({ received: 1, problem: 1, question: 1 });
  });

  it('is of one shop, where one is named', async () => {
    expect(of('executions', await figures('--shop demo'))).toMatchObject({ 'orders begun': 4 });
    expect(of('executions', await figures('--shop other'))).toMatchObject({ 'orders begun': 0 });
  });

  it('is written for a spreadsheet too: a row for each figure', async () => {
    const { files, aside } = await report('--shop demo --csv week.csv');
    const rows: Record<string, string>[] = parse(files.get('week.csv')!, { columns: true, bom: true });
    expect(aside).toBe(`week.csv: ${rows.length} figures.`);
    expect(rows.find(({ section, name }) => section === 'promises' && name === 'ship')).toEqual({
      since: expect.stringMatching(/Z$/),
      until: expect.stringMatching(/Z$/),
      shop: 'demo',
      section: 'promises',
      name: 'ship',
      measure: 'kept',
      value: '2',
      unit: 'count',
    });
    expect(rows).toHaveLength((await figures('--shop demo')).size);
  });

  it('names nobody, no order and nothing that anybody wrote', async () => {
    const { out, files } = await report('--csv week.csv');
    for (const text of [out, files.get('week.csv')!]) {
      expect(text).not.toMatch(/Jeanne|Petit|example|simulator|#well|demo\.|A new one|Her wish/);
    }
  });

  it('where there is no such stack or table, it says so in one line', async () => {
    expect(await report('--table gone')).toMatchObject({
      code: 1,
      aside: 'There is no such table in this account and region.',
    });
  });

  // The last of them: it adds to what the others count.
  it('has what happened a moment ago', async () => {
    const told = async (): Promise<number> => of('words of customers', await figures())['not-yet']!;
    const before = await told();
    await shop.post('/orders/late/words', { word: 'not-yet', by: 'phone' });
    expect(await told()).toBe(before + 1);
  });
});

/** The states that say something, as an execution entered them. */
async function actsEntered(name: string): Promise<{ name: string; at: number }[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SFNClient({ endpoint: shop.awsUrl, region: 'eu-west-1', credentials });
  const [machine] = (await client.send(new ListStateMachinesCommand({}))).stateMachines ?? [];
  const executionArn = `${machine!.stateMachineArn!.replace(':stateMachine:', ':execution:')}:${name}`;
  const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  client.destroy();
  return events.flatMap(({ type, timestamp, stateEnteredEventDetails: entered }) => {
    const isAct = type === 'TaskStateEntered' && !entered!.name!.startsWith('Await');
    return isAct ? [{ name: entered!.name!, at: timestamp!.getTime() }] : [];
  });
}
