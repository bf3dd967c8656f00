import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Counts, countsOf, Spans, spansOf } from '../../../cli/report/figures.ts';
import { periodOf } from '../../../cli/report/period.ts';
import { lengthOf } from '../../../cli/report/print.ts';
import { runReport } from '../../../cli/report/run.ts';
import { csvOf, tidied } from '../../../cli/report/tidy.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const iso = (instant: number): string => new Date(instant).toISOString();

describe('the period', () => {
  it.each([
    ['P7D', undefined, '2026-11-17T10:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['PT36H', undefined, '2026-11-22T22:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['2026-11-01', undefined, '2026-11-01T00:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['2026-11-01', '2026-11-08', '2026-11-01T00:00:00.000Z', '2026-11-08T00:00:00.000Z'],
    ['P7D', '2026-11-08', '2026-11-01T00:00:00.000Z', '2026-11-08T00:00:00.000Z'],
    ['2026-11-24T08:00+01:00', 'PT1H', '2026-11-24T07:00:00.000Z', '2026-11-24T09:00:00.000Z'],
    ['P7D', '2027-01-01', '2026-12-25T00:00:00.000Z', 'nothing'],
  ])('since %s until %s', (since, until, begin, end) => {
    if (end === 'nothing') expect(() => periodOf({ since, until }, now)).toThrow('--since P7D is in the future.');
    else {
      const period = periodOf({ since, until }, now);
      expect([iso(period.since), iso(period.until)]).toEqual([begin, end]);
    }
  });

  it('has a length', () => {
    expect(() => periodOf({ since: '2026-11-08', until: '2026-11-08' }, now)).toThrow('is not before 2026-11-08');
    expect(() => periodOf({ since: '2026-11-25', until: undefined }, now)).toThrow('is not before now');
  });
});

async function typed(line: string) {
  const said: string[] = [];
  const code = await runReport(line.split(' ').filter(Boolean), {
    environment: {},
    now: () => now,
    writeFile: async () => {},
    out: (text) => said.push(text),
    aside: (text) => said.push(text),
    progress: () => {},
  });
  return { code, said: said.join('\n') };
}

describe('what makes no sense is refused, and named', () => {
  it.each([
    ['--since yesterday', '--since yesterday is not a duration (P7D, PT36H), a day'],
    ['--since P1M', '--since P1M is not a duration'],
    ['--since 2026-02-31', '--since 2026-02-31 is not a duration'],
    ['--until soon', '--until soon is not a duration'],
    ['--shop Lyon', "--shop Lyon is no shop's id"],
    ['--csv=', '--csv needs the name of a file'],
    ['--week', "Unknown option '--week'"],
    ['lyon', "Unexpected argument 'lyon'"],
    ['--endpoint nowhere', 'nowhere is no address.'],
  ])('%s', async (line, message) => {
    const { code, said } = await typed(line);
    expect(code).toBe(2);
    expect(said).toContain(message);
    expect(said).toContain('npm run report -- --help');
  });

  it('and help is given to who asks', async () => {
    expect(await typed('--help')).toMatchObject({ code: 0, said: expect.stringContaining('--since <when>') });
  });

  it('where nothing runs, it says in one line what to start', async () => {
    expect((await typed('--endpoint http://127.0.0.1:1')).said).toContain('Is the embedded stack running');
  });
});

describe('figures', () => {
  it('are the middle and the slowest but a tenth of how long it took', () => {
    const spans = new Spans();
    for (let minutes = 1; minutes <= 10; minutes += 1) spans.add('A → B', minutes * 60_000);
    spans.add('A → C', -5);
    expect(spansOf('times', spans).rows).toEqual([
      { name: 'A → B', figures: [10, 300, 540] },
      { name: 'A → C', figures: [1, 0, 0] },
    ]);
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [7200, '2 h'],
    [7203, '2 h'],
    [90_000, '1 d 1 h'],
  ])('%i seconds are written %s', (seconds, text) => expect(lengthOf(seconds)).toBe(text));

  it('are no formulas in a spreadsheet, whatever a name begins with, and stay whole with commas and quotes', () => {
    const counts = new Counts();
    const names = ['=cmd|calc', '+1', '-1', '@sum', 'a, "quoted" name', 'plain'];
    for (const name of names) counts.add(name);
    const csv = csvOf(tidied([countsOf('=section', counts)], { since: 0, until: now }, '-shop'));
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows.map(({ name }) => name)).toEqual(["'+1", "'-1", "'=cmd|calc", "'@sum", 'a, "quoted" name', 'plain']);
    expect(rows[0]).toMatchObject({ section: "'=section", shop: "'-shop", value: '1', unit: 'count' });
  });
});
