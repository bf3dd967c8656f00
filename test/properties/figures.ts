import type { LifeRecord } from './record.ts';
import { brokenIn } from './invariants/all.ts';
import { sparedAs } from './spared.ts';

/** What a search went through, as numbers that add up over processes. */
export interface Figures {
  runs: number;
  facts: number;
  mails: number;
  executions: number;
  states: number;
  /** Faults that struck, by kind; broken stories that are known, by story. */
  readonly struck: Record<string, number>;
  readonly spared: Record<string, number>;
}

export const noFigures = (): Figures => ({
  runs: 0,
  facts: 0,
  mails: 0,
  executions: 0,
  states: 0,
  struck: {},
  spared: {},
});

export function count(figures: Figures, record: LifeRecord): void {
  figures.runs += 1;
  figures.facts += record.facts.length;
  figures.mails += record.mails.length;
  figures.executions += record.executions.length;
  figures.states += record.executions.reduce((sum, { states }) => sum + states.length, 0);
  for (const { kind } of record.disturbances) figures.struck[kind] = (figures.struck[kind] ?? 0) + 1;
  const known = new Set(brokenIn(record).flatMap((what) => sparedAs(what, record) ?? []));
  for (const story of known) figures.spared[story] = (figures.spared[story] ?? 0) + 1;
}

export function add(sum: Figures, more: Figures): void {
  for (const name of ['runs', 'facts', 'mails', 'executions', 'states'] as const) sum[name] += more[name];
  for (const name of ['struck', 'spared'] as const) {
    for (const [key, value] of Object.entries(more[name])) sum[name][key] = (sum[name][key] ?? 0) + value;
  }
}
