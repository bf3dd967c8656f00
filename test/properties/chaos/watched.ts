import type { Fact } from '../../../functions/domain/order/facts.ts';
import type { Order, Told } from '../../../functions/domain/order/order.ts';
import type { Disturbance, FaultKind } from './faults.ts';

/** A told entry as it was claimed, with the facts that the order held in that very write. */
export interface Claimed {
  readonly told: Told;
  readonly at: number;
  readonly facts: readonly Fact[];
  /** Everything told before. */
  readonly before: readonly Told[];
}

/** One end of an order, as it was written. */
export interface Closing {
  readonly run: number;
  readonly how: string;
  readonly at: number;
  /** Facts that had no fate then. */
  readonly open: number;
}

/** One execution, from outside. */
export interface Executed {
  readonly name: string;
  readonly startedAt: number;
  status: string;
  endedAt: number | undefined;
}

/** What an observer beside the shop writes down: changes of the table, executions, what crossed a wire, what went wrong. */
export class Watched {
  readonly claims: Claimed[] = [];
  readonly withdrawn: string[] = [];
  readonly closings: Closing[] = [];
  readonly executions = new Map<string, Executed>();
  readonly disturbances: Disturbance[] = [];
  /** Everything that went into executions or came out of them, as text. */
  readonly wires: string[] = [];
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  struck(kind: FaultKind, healsInMs: number, words: string): void {
    const from = this.now();
    this.disturbances.push({ kind, from, until: from + healsInMs, words });
  }

  crossed(what: unknown): void {
    this.wires.push(JSON.stringify(what));
  }

  execution(name: string, status: string): void {
    const known = this.executions.get(name);
    const at = this.now();
    if (known === undefined) this.executions.set(name, { name, startedAt: at, status, endedAt: undefined });
    else Object.assign(known, { status, endedAt: at });
  }

  wrote(before: Order | undefined, after: Order): void {
    const known = new Set((before?.told ?? []).map(({ key }) => key));
    const at = this.now();
    for (const told of after.told) {
      if (!known.delete(told.key)) this.claims.push({ told, at, facts: after.facts, before: before?.told ?? [] });
    }
    this.withdrawn.push(...known);
    const { closed } = after;
    if (closed !== undefined && closed !== before?.closed)
      this.closings.push({
        run: closed.run,
        how: closed.how,
        at,
        open: after.facts.filter(({ id }) => after.fates[id] === undefined).length,
      });
  }
}
