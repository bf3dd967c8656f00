import { written, type Block } from '../blocks.ts';
import { outcomes, type Outcome } from './judging/promises.ts';
import { type Count, outcomesOfNothing, type Tally } from './judging/tally.ts';

/** What happened, as a table; the same tally gives the same text. */
export function tableOf(tally: Tally): string {
  return blocksOf(tally).map(written).join('\n\n');
}

/** Whether anything happened that must not. */
export function isWell({ troubles }: Tally): boolean {
  return troubles.length === 0;
}

const mostTroubles = 20;

/** What must not be, in words; the first of many. */
export function troublesOf({ troubles }: Tally): string[] {
  const more = troubles.length - mostTroubles;
  return more > 0 ? [...troubles.slice(0, mostTroubles), `and ${more} more`] : [...troubles];
}

function blocksOf(tally: Tally): Block[] {
  const { orders, ends, facts, refused, mails, promises, tasks, longestHistory, statesEntered } = tally;
  const entered = spread(statesEntered);
  return [
    { columns: ['orders', 'count'], rows: [['all', orders], ...mostFirst(ends)] },
    { columns: ['facts told', 'count'], rows: mostFirst(facts) },
    { columns: ['facts refused', 'count'], rows: mostFirst(refused) },
    { columns: ['mails', 'count'], rows: [...mostFirst(mails), ['all', sum(Object.values(mails))]] },
    {
      columns: ['promises to', ...outcomes.map((outcome) => headings[outcome])],
      rows: promiseRows(promises),
    },
    {
      columns: ['staff tasks', 'count'],
      rows: inOrder(tasks).map(([level, count]) => [`that reached level ${level}`, count]),
    },
    { columns: ['states entered, an order', 'count'], rows: entered },
    { columns: ['longest history', 'count'], rows: [['events of one execution', longestHistory]] },
    {
      columns: ['what must not be', 'count'],
      rows: [
        ['personal data outside', tally.leaks],
        ['troubles', tally.troubles.length],
      ],
    },
  ];
}

const headings: { readonly [outcome in Outcome]: string } = {
  kept: 'kept',
  moved: 'moved',
  warned: 'warned',
  broken: 'broken without warning',
  open: 'still open',
};

function promiseRows(promises: Tally['promises']): (readonly (string | number)[])[] {
  const kinds = Object.keys(promises).sort();
  const all = outcomesOfNothing();
  for (const kind of kinds) for (const outcome of outcomes) all[outcome] += promises[kind]![outcome];
  return [...kinds.map((kind) => promiseRow(kind, promises[kind]!)), promiseRow('all', all)];
}

const promiseRow = (name: string, of: Tally['promises'][string]) => [name, ...outcomes.map((outcome) => of[outcome])];

/** Median, 99th in a hundred, and the worst, of so many orders with so much each. */
function spread(counts: Count): (readonly [string, number])[] {
  const values = inOrder(counts);
  const total = sum(values.map(([, count]) => count));
  const at = (share: number): number => {
    let left = Math.max(1, Math.ceil(total * share));
    for (const [value, count] of values) {
      left -= count;
      if (left <= 0) return Number(value);
    }
    return 0;
  };
  return [
    ['median', at(0.5)],
    ['99 of 100, at most', at(0.99)],
    ['worst', at(1)],
  ];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const inOrder = (counts: Count): [string, number][] => Object.entries(counts).sort(([a], [b]) => Number(a) - Number(b));
const mostFirst = (counts: Count): [string, number][] =>
  Object.entries(counts).sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
