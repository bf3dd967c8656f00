import { takenUpAgain } from '../../../functions/domain/vocabulary.ts';
import type { Order } from '../../../functions/domain/order/order.ts';
import { judgePromises, type Judged, type Outcome } from './promises.ts';
import type { OrderRecord } from './record.ts';

export type Count = { [name: string]: number };

/** What happened to many orders. It can be added to another, whichever thread it comes from. */
export interface Tally {
  orders: number;
  readonly facts: Count;
  /** Told, and not taken. */
  readonly refused: Count;
  readonly mails: Count;
  /** How orders ended, or where they stand. */
  readonly ends: Count;
  /** By what was promised. */
  readonly promises: { [kind: string]: { [outcome in Outcome]: number } };
  /** By the highest level that a task reached. */
  readonly tasks: Count;
  longestHistory: number;
  /** Orders of which something personal was found where it must not be. */
  leaks: number;
  /** How many orders entered so many states. */
  readonly statesEntered: Count;
  /** What must not be, in words; with none the simulation ended well. */
  readonly troubles: string[];
}

export const outcomesOfNothing = (): { [outcome in Outcome]: number } => ({
  kept: 0,
  moved: 0,
  warned: 0,
  broken: 0,
  open: 0,
});

export function emptyTally(): Tally {
  return {
    orders: 0,
    facts: {},
    refused: {},
    mails: {},
    ends: {},
    promises: {},
    tasks: {},
    longestHistory: 0,
    leaks: 0,
    statesEntered: {},
    troubles: [],
  };
}

/** Judges one order at the end of the simulation and counts it in. */
export function count(tally: Tally, record: OrderRecord, now: number): void {
  const { order, mails, executions } = record;
  tally.orders += 1;
  for (const { name } of order.facts) add(tally.facts, name);
  for (const { message } of mails) add(tally.mails, message);
  add(tally.ends, endOf(order));
  for (const level of levelsOf(order)) add(tally.tasks, String(level));
  const judged = judgePromises(record, now);
  for (const { kind, outcome } of judged) {
    tally.promises[kind] ??= outcomesOfNothing();
    tally.promises[kind][outcome] += 1;
  }
  tally.longestHistory = Math.max(tally.longestHistory, executions.longest);
  if ((record.leaks ?? []).length > 0) tally.leaks += 1;
  add(tally.statesEntered, String(executions.statesEntered));
  tally.troubles.push(...troublesOf(record, judged, now));
}

export function addUp(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    sum.orders += tally.orders;
    sum.longestHistory = Math.max(sum.longestHistory, tally.longestHistory);
    sum.leaks += tally.leaks;
    sum.troubles.push(...tally.troubles);
    for (const name of ['facts', 'refused', 'mails', 'ends', 'tasks', 'statesEntered'] as const) {
      for (const [key, times] of Object.entries(tally[name])) add(sum[name], key, times);
    }
    for (const [kind, counts] of Object.entries(tally.promises)) {
      sum.promises[kind] ??= outcomesOfNothing();
      for (const [outcome, times] of Object.entries(counts)) sum.promises[kind][outcome as Outcome] += times;
    }
  }
  sum.troubles.sort();
  return sum;
}

const add = (to: Count, name: string, times = 1): void => {
  to[name] = (to[name] ?? 0) + times;
};

function endOf({ closed, awaiting }: Order): string {
  if (closed !== undefined) return closed.how;
  return awaiting === undefined ? 'nowhere' : `in ${awaiting.stage}`;
}

function levelsOf({ told }: Order): number[] {
  const highest = new Map<string, number>();
  for (const { task } of told) {
    if (task !== undefined) highest.set(task.task, Math.max(task.level, highest.get(task.task) ?? 0));
  }
  return [...highest.values()];
}

/** What must not be: each as a line that names the order. */
function troublesOf(
  { order, mails, executions, accepted, leaks = [] }: OrderRecord,
  judged: readonly Judged[],
  now: number,
): string[] {
  const found: string[] = judged
    .filter(({ outcome }) => outcome === 'broken')
    .map(({ kind, parcels, until }) => {
      const about = parcels.length === 0 ? '' : ` of ${parcels.join(', ')}`;
      return `the promise to ${kind}${about} by ${new Date(until).toISOString()} passed and nobody was warned`;
    });
  if (executions.failed > 0) found.push(`${executions.failed} executions failed`);
  found.push(...leaks.map((where) => `something personal was found ${where}`));
  if (isStuck(order, now)) found.push('is neither at its end nor in a wait');
  if (order.facts.length !== accepted) found.push(`${accepted - order.facts.length} facts were lost`);
  const isOver = order.closed !== undefined;
  if (isOver) {
    found.push(...order.facts.filter(({ id }) => order.fates[id] === undefined).map(({ id }) => `${id} has no fate`));
  }
  if (new Set(mails.map(({ key }) => key)).size < mails.length) found.push('the same message was sent twice');
  return found.map((trouble) => `${order.shop} ${order.order}: ${trouble}`);
}

function isStuck({ closed, awaiting, facts }: Order, now: number): boolean {
  // Facts that came before their order wait for it.
  if (!facts.some(({ name }) => name === 'order')) return false;
  if (closed !== undefined) return (takenUpAgain as readonly string[]).includes(closed.how);
  return awaiting === undefined || awaiting.until < now;
}
