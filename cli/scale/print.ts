import { asMarkdown, type Figures } from '../../bench/figures.ts';
import type { Needs, StageId } from './model/stages.ts';
import { stageIds, stages, streamKeepsSeconds } from './model/stages.ts';
import { quotaIds, type Played } from './model/play.ts';
import type { Queue } from './model/queue.ts';
import { partitionMost, quotas, type Limits, type QuotaId } from './quotas.ts';
import type { Heaviest } from './partitions.ts';

/** Each quota: what an order asks of it, how many orders a second it carries, and what the load needs. */
export function quotaTable(
  asked: Played['asked'],
  orders: Needs,
  now: Limits,
  wanted: Limits,
  openSeconds: number,
): Figures {
  const rows = quotaIds
    .filter((id) => id !== 'ringAgain')
    .map((id) => ({ id, carries: carries(id, orders, now, openSeconds) }))
    .toSorted((a, b) => a.carries - b.carries)
    .map(({ id, carries: most }) => {
      const { name, unit, whose, where } = quotas[id];
      const perOrder = id === 'openExecutions' ? openSeconds : id === 'sesDay' ? orders.sesDay! : orders[id];
      const peak = id === 'openExecutions' || id === 'sesDay' ? '' : amount(asked[id].peak);
      return [
        `${name}, ${unit}`,
        fraction(perOrder ?? 0),
        given(id, now),
        fraction(most),
        peak,
        amount(begins(id, wanted)),
        `${whose}: ${where}`,
      ];
    });
  return {
    title: 'Which quota carries how much',
    note: 'The first that is full comes first. "An order" is its whole life; of what runs, seconds.',
    columns: ['quota', 'an order', 'now', 'carries, orders/s', 'asked in the burst', 'needed', 'raised by'],
    rows,
  };
}

/** How many orders a second it carries for ever. */
export function carries(id: QuotaId, orders: Needs, now: Limits, openSeconds: number): number {
  if (id === 'openExecutions') return now.rate.openExecutions / openSeconds;
  const each = orders[id] ?? 0;
  const most = id === 'sesDay' ? now.rate.sesDay / 86_400 : grown(id, now);
  return each === 0 ? Number.POSITIVE_INFINITY : most / each;
}

/** A table on demand begins with little and grows to its quota; the stream has its readers for each of its partitions. */
function given(id: QuotaId, limits: Limits): string {
  const [first, last] = [begins(id, limits), grown(id, limits)];
  return first === last ? amount(last) : `${amount(first)} → ${amount(last)}`;
}

function begins(id: QuotaId, { rate, warm }: Limits): number {
  if (id === 'tableWrites' || id === 'tableReads' || id === 'indexWrites') return warm[id];
  return isOfStream(id) ? rate[id] * Math.ceil(warm.tableWrites / partitionMost.write) : rate[id];
}

function grown(id: QuotaId, { rate }: Limits): number {
  return isOfStream(id) ? rate[id] * Math.ceil(rate.tableWrites / partitionMost.write) : rate[id];
}

const isOfStream = (id: QuotaId): boolean => id === 'relayReaders' || id === 'timelineReaders';

/** Where whoever waited, for how long, and since when. */
export function stageTable(title: string, note: string, { queues }: Played): Figures {
  return {
    title,
    note,
    columns: [
      'stage',
      'came',
      'still there',
      'half waited',
      '99 of 100',
      'longest',
      'first held up',
      'who waits there',
    ],
    rows: stageIds.map((id) => stageRow(id, queues[id])),
  };
}

function stageRow(id: StageId, queue: Queue): string[] {
  const held = queue.firstHeldUp;
  return [
    stages[id].name,
    amount(queue.arrived),
    amount(queue.waiting),
    span(quantile(queue.waited, 0.5)),
    span(quantile(queue.waited, 0.99)),
    span(quantile(queue.waited, 1)),
    held === undefined ? 'nobody' : `${span(held.at)} in, by ${quotas[held.by].name}`,
    stages[id].whenFull,
  ];
}

/** What must hold of every run: nobody is lost, nobody counted twice, and no reader of the stream came too late. */
export function lost({ begun, ended, queues }: Played): string[] {
  const waiting = stageIds.reduce((sum, id) => sum + queues[id].waiting, 0);
  const missing = begun - ended - waiting;
  const faults: string[] = [];
  if (Math.abs(missing) > 1e-6 * Math.max(1, begun)) faults.push(`${amount(missing)} episodes are nowhere`);
  for (const id of ['relay', 'bells', 'timeline'] as const) {
    const longest = quantile(queues[id].waited, 1);
    if (longest > streamKeepsSeconds) faults.push(`${stages[id].name}: ${span(longest)} after the change, too late`);
  }
  return faults;
}

export function partitionTable(heaviest: readonly Heaviest[], title: string): Figures {
  return {
    title,
    note: 'The busiest key of each kind, in units a second; a partition takes 1,000 writes and 3,000 reads.',
    columns: ['key', 'writes', 'reads', 'of a partition'],
    rows: heaviest
      .toSorted((a, b) => b.share - a.share)
      .map(({ kind, where, writes, reads, share }) => [
        where === 'index' ? `index, ${kind}` : kind,
        fraction(writes),
        fraction(reads),
        `${Math.round(share * 100)} %`,
      ]),
  };
}

export function quantile(waited: ReadonlyMap<number, number>, part: number): number {
  const sorted = [...waited].toSorted(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  let sum = 0;
  for (const [seconds, count] of sorted) {
    sum += count;
    if (sum >= all * part * (1 - 1e-9)) return seconds;
  }
  return 0;
}

/** Seconds, in the words of who waits for them. */
export function span(seconds: number): string {
  if (seconds < 1) return '0 s';
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

export function amount(value: number): string {
  return Math.round(Math.abs(value) < 0.5 ? 0 : value).toLocaleString('en-US');
}

export function fraction(value: number): string {
  if (!Number.isFinite(value)) return 'any';
  return value >= 100 ? amount(value) : value.toFixed(value < 10 ? 2 : 1);
}

export const markdown = asMarkdown;
