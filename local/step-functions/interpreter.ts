import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { Alarm } from './alarm.ts';
import type { ChoiceState, Exit, FailState, State, WaitState } from './definition/program.ts';
import type { Execution, Visit } from './execution.ts';
import { DataLimitExceeded, evaluateExit, instantOf, type Move, sourceOf, text, wholeNumber } from './exits.ts';
import { EvaluationError, type Scope, unexpectedType } from './expressions/expression.ts';
import { evaluateTemplate } from './expressions/template.ts';
import { isEntered } from './history/recorded.ts';
import type { OutsideWorld } from './integrations.ts';
import type { Json } from './json.ts';
import { ExecutionOver, type Ledger } from './ledger.ts';
import { scopeOf } from './scope.ts';
import type { TaskTokens } from './task-tokens.ts';
import { TaskRunner } from './task-runner.ts';

/** What interpreting needs from around it. */
export interface World {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly outside: OutsideWorld;
  readonly random: () => number;
  readonly newId: () => string;
  readonly ledger: Ledger;
  readonly tokens: TaskTokens;
}

const A_YEAR_MILLIS = 365 * 86_400_000;

/**
 * Runs executions from state to state. Work goes on in bursts: from what wakes an execution (its start, an answer, a
 * timer) to where it waits again. Bursts are activity; waiting is not.
 */
export class Interpreter {
  readonly tasks: TaskRunner;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.tasks = new TaskRunner(world, this);
  }

  /** Enters the first state. The execution's start is recorded already. */
  start(execution: Execution): void {
    this.setDeadline(execution);
    this.drive(execution, async () => ({ to: execution.program.startAt, output: execution.input }));
  }

  /** Takes up a recovered execution where its history ends. */
  resume(execution: Execution): void {
    this.setDeadline(execution);
    // Its time may have run out while nobody was there.
    if (execution.status === 'RUNNING') this.drive(execution, () => this.goOn(execution));
  }

  /** One burst: `work`, and then from state to state until there is nothing to do without an answer or time passing. */
  drive(execution: Execution, work: () => Promise<Move | undefined>): void {
    void this.world.activity.during(async () => {
      try {
        let move = await work();
        while (move !== undefined) move = await this.follow(execution, move);
      } catch (error) {
        if (!(error instanceof ExecutionOver)) throw error;
      }
    });
  }

  /** Rings at `dueAt`; what is due already goes on without waiting for the clock. */
  ringAt(dueAt: number, ring: () => void): Alarm | undefined {
    if (dueAt > this.world.clock.now()) return new Alarm(this.world.clock, dueAt, ring);
    ring();
    return undefined;
  }

  scope(execution: Execution, visit: Visit, moment: Parameters<typeof scopeOf>[3] = {}): Scope {
    const { clock, random, newId } = this.world;
    return scopeOf(execution, visit, { now: () => clock.now(), random, newId }, moment);
  }

  /** Leaves the state by `exit`: Assign and Output, then the event. */
  async leave(execution: Execution, visit: Visit, exit: Exit, scope: Scope, byDefault: Json): Promise<Move> {
    const { name, type } = visit.state;
    if (type === 'Fail') throw new TypeError('There is no way out of a Fail state');
    const { output, assigned } = await evaluateExit(exit, visit, scope, byDefault);
    this.world.ledger.record(execution, {
      type: `${type}StateExited`,
      name,
      output,
      ...(assigned === undefined ? {} : { assigned }),
      ...(exit.next === undefined ? {} : { next: exit.next }),
    });
    return { to: exit.next, output };
  }

  /** Records an EvaluationFailed and gives its cause as AWS words it. */
  evaluationFailed(execution: Execution, visit: Visit, error: EvaluationError, final: boolean): string {
    const { name, type } = visit.state;
    const cause = inState(visit, error.message);
    const last = execution.history.at(-1);
    // AWS counts what fails on entry from before the entry, except in a Wait.
    const onEntry = last !== undefined && isEntered(last) && type !== 'Wait';
    const previous = onEntry ? (last.previous ?? execution.history.length - 1) : undefined;
    const failed = { type: 'EvaluationFailed', state: name, location: error.location, cause } as const;
    const event = { ...failed, error: 'States.QueryEvaluationError', ...(final ? { final } : {}) } as const;
    this.world.ledger.record(execution, event, previous);
    return cause;
  }

  /** Ends the execution for an error that no Catch can take. */
  failBy(execution: Execution, visit: Visit, error: unknown): void {
    if (error instanceof EvaluationError) {
      const cause = this.evaluationFailed(execution, visit, error, true);
      this.fail(execution, 'States.QueryEvaluationError', cause);
    } else if (error instanceof DataLimitExceeded) {
      this.fail(execution, 'States.DataLimitExceeded', error.message);
    } else throw error;
  }

  fail(execution: Execution, error: string | undefined, cause: string | undefined): void {
    const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.world.ledger.end(execution, { type: 'ExecutionFailed', ...why });
  }

  private setDeadline(execution: Execution): void {
    const { timeoutSeconds } = execution.program;
    const dueAt = execution.startedAt + Math.min(A_YEAR_MILLIS, (timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000);
    execution.deadline = this.ringAt(dueAt, () => this.world.ledger.end(execution, { type: 'ExecutionTimedOut' }));
  }

  private async follow(execution: Execution, { to, output }: Move): Promise<Move | undefined> {
    if (to === undefined) {
      this.world.ledger.end(execution, { type: 'ExecutionSucceeded', output });
      return undefined;
    }
    const type = execution.program.states.get(to)!.type;
    const previous = execution.history.length === 1 ? 0 : undefined;
    this.world.ledger.record(execution, { type: `${type}StateEntered`, name: to, input: output }, previous);
    return this.perform(execution, execution.visit!);
  }

  private async perform(execution: Execution, visit: Visit): Promise<Move | undefined> {
    const { state } = visit;
    if (state.type === 'Task') return this.tasks.attempt(execution, visit, state);
    try {
      return await this.performSimple(execution, visit, state);
    } catch (error) {
      this.failBy(execution, visit, error);
      return undefined;
    }
  }

  private async performSimple(execution: Execution, visit: Visit, state: Exclude<State, { type: 'Task' }>) {
    const scope = this.scope(execution, visit);
    switch (state.type) {
      case 'Pass':
      case 'Succeed':
        return this.leave(execution, visit, state, scope, visit.input);
      case 'Choice':
        return this.choose(execution, visit, state, scope);
      case 'Wait':
        return this.wait(execution, visit, state, scope);
      default:
        return this.failAsTold(execution, state, scope);
    }
  }

  private async choose(
    execution: Execution,
    visit: Visit,
    state: ChoiceState,
    scope: Scope,
  ): Promise<Move | undefined> {
    for (const [index, rule] of state.rules.entries()) {
      const met = await evaluateTemplate(rule.condition, scope);
      const field = `Choices[${index}]/Condition`;
      if (typeof met !== 'boolean') throw unexpectedType(sourceOf(rule.condition), field, 'boolean', met);
      if (met) return this.leave(execution, visit, rule, scope, visit.input);
    }
    if (state.otherwise !== undefined) return this.leave(execution, visit, state.otherwise, scope, visit.input);
    const why = 'No rule of Choices matched, and there is no Default.';
    this.fail(execution, 'States.NoChoiceMatched', inState(visit, why));
    return undefined;
  }

  private async wait(execution: Execution, visit: Visit, state: WaitState, scope: Scope): Promise<Move | undefined> {
    if (visit.waitUntil === undefined) {
      this.world.ledger.waitUntil(execution, visit, await this.endOfWait(visit, state, scope));
    }
    const waitUntil = visit.waitUntil!;
    if (waitUntil <= this.world.clock.now()) return this.leave(execution, visit, state, scope, visit.input);
    visit.alarm = this.ringAt(waitUntil, () => this.drive(execution, () => this.perform(execution, visit)));
    return undefined;
  }

  private async endOfWait(visit: Visit, state: WaitState, scope: Scope): Promise<number> {
    if (state.timestamp !== undefined) return instantOf('Timestamp', await text('Timestamp', state.timestamp, scope));
    return visit.enteredAt + (await wholeNumber('Seconds', state.seconds!, 0, scope)) * 1000;
  }

  private async failAsTold(execution: Execution, state: FailState, scope: Scope): Promise<undefined> {
    const error = state.error && (await text('Error', state.error, scope));
    const cause = state.cause && (await text('Cause', state.cause, scope));
    this.fail(execution, error, cause);
  }

  /** What comes after the last event of a recovered history. */
  private async goOn(execution: Execution): Promise<Move | undefined> {
    const last = execution.history.at(-1)!;
    const { visit } = execution;
    if (last.type === 'ExecutionStarted') return { to: execution.program.startAt, output: execution.input };
    if ('output' in last && last.type.endsWith('StateExited')) {
      return { to: 'next' in last ? last.next : undefined, output: last.output };
    }
    if (visit === undefined) throw new TypeError(`Nothing to go on with after ${last.type} of ${execution.arn}`);
    if (isEntered(last)) return this.perform(execution, visit);
    if (last.type === 'EvaluationFailed' && last.final) {
      this.fail(execution, last.error, last.cause);
      return undefined;
    }
    if (visit.state.type === 'Task') return this.tasks.goOn(execution, visit, visit.state, last);
    throw new TypeError(`Nothing to go on with after ${last.type} of ${execution.arn}`);
  }
}

/** AWS's way to say where something went wrong. */
export function inState(visit: Visit, what: string): string {
  return `An error occurred while executing the state '${visit.state.name}' (entered at the event id #${visit.enteredEvent}). ${what}`;
}
