import type { TaskState } from './definition/program.ts';
import type { Attempt, Execution, Visit } from './execution.ts';
import { DataLimitExceeded, type Move, sourceOf, wholeNumber } from './exits.ts';
import { EvaluationError, unexpectedType } from './expressions/expression.ts';
import { evaluateTemplate } from './expressions/template.ts';
import { catcherFor, type Failure, retryFor } from './failure.ts';
import type { Recorded, TaskScheduled } from './history/recorded.ts';
import type { Outcome } from './integrations.ts';
import type { Interpreter, World } from './interpreter.ts';
import { exceedsPayloadLimit, isJsonObject, type JsonObject } from './json.ts';
import { close, ExecutionOver } from './ledger.ts';

/**
 * Task states: an attempt is scheduled, started, perhaps submitted (its token given away), and has one outcome: what the
 * call returned, what was answered with the token, or a time-out; whichever comes first. Retry is asked before Catch.
 */
export class TaskRunner {
  private readonly world: World;
  private readonly interpreter: Interpreter;

  constructor(world: World, interpreter: Interpreter) {
    this.world = world;
    this.interpreter = interpreter;
  }

  /** Begins a try at the task, the first or after a retry's delay. Its Arguments and time-outs are evaluated anew. */
  async attempt(execution: Execution, visit: Visit, state: TaskState): Promise<Move | undefined> {
    let scheduled: TaskScheduled;
    try {
      scheduled = await this.schedule(execution, visit, state);
    } catch (error) {
      return this.afterError(execution, visit, state, error);
    }
    this.world.ledger.record(execution, scheduled);
    this.world.ledger.record(execution, { type: 'TaskStarted' });
    this.work(execution, visit, state);
    return undefined;
  }

  /** The answer to the token of an open attempt: success or failure. It is recorded when this returns. */
  answer(execution: Execution, visit: Visit, attempt: Attempt, outcome: Outcome): void {
    const { state } = visit;
    if (state.type !== 'Task') throw new TypeError(`No task waits in ${state.name}`);
    try {
      this.note(execution, attempt, outcome);
      this.interpreter.drive(execution, () => this.after(execution, visit, state, outcome));
    } catch (error) {
      // The answer was one event too many for the history: it was taken, and the execution has failed.
      if (!(error instanceof ExecutionOver)) throw error;
    }
  }

  /** Takes up a recovered task after `last`, the last event of its history. */
  async goOn(execution: Execution, visit: Visit, state: TaskState, last: Recorded): Promise<Move | undefined> {
    switch (last.type) {
      case 'TaskScheduled':
        this.world.ledger.record(execution, { type: 'TaskStarted' });
        this.work(execution, visit, state);
        return undefined;
      case 'TaskStarted':
        this.work(execution, visit, state);
        return undefined;
      case 'TaskSubmitted':
        this.arm(execution, visit, state, visit.attempt!);
        return undefined;
      case 'TaskSucceeded':
        return this.after(execution, visit, state, { ok: true, result: last.output });
      default:
        if (visit.retryAt !== undefined) return this.awaitRetry(execution, visit, state);
        return this.handle(execution, visit, state, failureOf(last));
    }
  }

  private async schedule(execution: Execution, visit: Visit, state: TaskState): Promise<TaskScheduled> {
    const { arn: executionArn, startedAt, history } = execution;
    const of = { executionArn, startedAt, scheduledEvent: history.length + 1 };
    const token = state.integration.waitsForToken ? { token: this.world.tokens.issue(of) } : {};
    const scope = this.interpreter.scope(execution, visit, token);
    const parameters = await evaluateTemplate(state.arguments, scope);
    if (!isJsonObject(parameters)) {
      throw unexpectedType(sourceOf(state.arguments), 'Arguments', 'object', parameters);
    }
    if (exceedsPayloadLimit(parameters)) throw new DataLimitExceeded(state.name);
    const timeoutSeconds =
      state.timeoutSeconds && (await wholeNumber('TimeoutSeconds', state.timeoutSeconds, 1, scope));
    const heartbeatSeconds =
      state.heartbeatSeconds && (await wholeNumber('HeartbeatSeconds', state.heartbeatSeconds, 1, scope));
    if (heartbeatSeconds !== undefined && timeoutSeconds !== undefined && heartbeatSeconds >= timeoutSeconds) {
      throw new EvaluationError('HeartbeatSeconds', 'HeartbeatSeconds must be smaller than TimeoutSeconds.');
    }
    return {
      type: 'TaskScheduled',
      parameters,
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      ...(heartbeatSeconds === undefined ? {} : { heartbeatSeconds }),
    };
  }

  /** Sets the attempt's clocks and makes its call. The call is a burst of its own: the answer may overtake it. */
  private work(execution: Execution, visit: Visit, state: TaskState): void {
    const attempt = visit.attempt!;
    this.arm(execution, visit, state, attempt);
    this.interpreter.drive(execution, async () => {
      if (!attempt.open) return undefined;
      const { parameters } = attempt;
      const outcome = withinLimit(
        state,
        await state.integration.call(this.world.outside, parameters, execution.roleArn),
      );
      if (!attempt.open) return undefined;
      if (outcome.ok && state.integration.waitsForToken) {
        this.world.ledger.record(execution, { type: 'TaskSubmitted', output: outcome.result });
        return undefined;
      }
      this.note(execution, attempt, outcome);
      return this.after(execution, visit, state, outcome);
    });
  }

  private arm(execution: Execution, visit: Visit, state: TaskState, attempt: Attempt): void {
    const { timeoutAt } = attempt;
    if (timeoutAt !== undefined) {
      const ring = () => this.timeOut(execution, visit, state, attempt, false);
      attempt.timeout = this.interpreter.ringAt(timeoutAt, ring);
    }
    if (attempt.open) this.listen(execution, visit, state, attempt);
  }

  /** Waits for the next heartbeat; one that came meanwhile puts it off. */
  private listen(execution: Execution, visit: Visit, state: TaskState, attempt: Attempt): void {
    const { heartbeatMillis } = attempt;
    if (heartbeatMillis === undefined) return;
    const dueAt = attempt.lastBeatAt + heartbeatMillis;
    attempt.heart = this.interpreter.ringAt(dueAt, () => {
      if (attempt.lastBeatAt + heartbeatMillis > dueAt) this.listen(execution, visit, state, attempt);
      else this.timeOut(execution, visit, state, attempt, true);
    });
  }

  private timeOut(execution: Execution, visit: Visit, state: TaskState, attempt: Attempt, heartbeat: boolean): void {
    if (!attempt.open) return;
    close(attempt);
    this.interpreter.drive(execution, async () => {
      this.world.ledger.record(execution, { type: 'TaskTimedOut', ...(heartbeat ? { heartbeat } : {}) });
      return this.handle(execution, visit, state, timedOut(heartbeat));
    });
  }

  /** Closes the attempt with its outcome. */
  private note(execution: Execution, attempt: Attempt, outcome: Outcome): void {
    close(attempt);
    if (outcome.ok) this.world.ledger.record(execution, { type: 'TaskSucceeded', output: outcome.result });
    else {
      const { error, cause } = outcome;
      const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
      this.world.ledger.record(execution, { type: 'TaskFailed', ...why });
    }
  }

  private async after(execution: Execution, visit: Visit, state: TaskState, outcome: Outcome) {
    if (!outcome.ok) return this.handle(execution, visit, state, outcome);
    try {
      const scope = this.interpreter.scope(execution, visit, { result: outcome.result });
      return await this.interpreter.leave(execution, visit, state, scope, outcome.result);
    } catch (error) {
      return this.afterError(execution, visit, state, error);
    }
  }

  /** An error of the task's own expressions goes through its Retry and Catch like every other. */
  private async afterError(execution: Execution, visit: Visit, state: TaskState, error: unknown) {
    if (error instanceof EvaluationError) {
      const cause = this.interpreter.evaluationFailed(execution, visit, error, false);
      return this.handle(execution, visit, state, { error: 'States.QueryEvaluationError', cause });
    }
    if (error instanceof DataLimitExceeded) {
      return this.handle(execution, visit, state, { error: 'States.DataLimitExceeded', cause: error.message });
    }
    throw error;
  }

  private async handle(execution: Execution, visit: Visit, state: TaskState, failure: Failure) {
    const retry = retryFor(state.retriers, visit.retriesBy, failure, this.world.random);
    if (retry !== undefined) {
      this.world.ledger.retry(execution, visit, retry.retrier, this.world.clock.now() + retry.delayMillis);
      return this.awaitRetry(execution, visit, state);
    }
    const catcher = catcherFor(state.catchers, failure);
    if (catcher === undefined) {
      this.interpreter.fail(execution, failure.error, failure.cause);
      return undefined;
    }
    const errorOutput = errorOutputOf(failure);
    try {
      const scope = this.interpreter.scope(execution, visit, { errorOutput });
      return await this.interpreter.leave(execution, visit, catcher, scope, errorOutput);
    } catch (error) {
      this.interpreter.failBy(execution, visit, error);
      return undefined;
    }
  }

  private async awaitRetry(execution: Execution, visit: Visit, state: TaskState): Promise<Move | undefined> {
    const retryAt = visit.retryAt!;
    if (retryAt <= this.world.clock.now()) return this.attempt(execution, visit, state);
    const again = () => this.interpreter.drive(execution, () => this.attempt(execution, visit, state));
    visit.alarm = this.interpreter.ringAt(retryAt, again);
    return undefined;
  }
}

function withinLimit(state: TaskState, outcome: Outcome): Outcome {
  if (!outcome.ok || !exceedsPayloadLimit(outcome.result)) return outcome;
  const { message } = new DataLimitExceeded(state.integration.resourceType);
  return { ok: false, error: 'States.DataLimitExceeded', cause: message };
}

function timedOut(heartbeat: boolean): Failure {
  const failure = { error: 'States.Timeout', cause: undefined };
  return heartbeat ? { ...failure, alsoKnownAs: 'States.HeartbeatTimeout' } : failure;
}

/** `$states.errorOutput`. AWS gives a time-out an empty cause, and null for what a failed answer did not say. */
function errorOutputOf({ error, cause }: Failure): JsonObject {
  return { Error: error ?? null, Cause: cause ?? (error === 'States.Timeout' ? '' : null) };
}

function failureOf(event: Recorded): Failure {
  switch (event.type) {
    case 'TaskTimedOut':
      return timedOut(event.heartbeat === true);
    case 'TaskFailed':
    case 'EvaluationFailed':
      return { error: event.error, cause: event.cause };
    default:
      throw new TypeError(`${event.type} is not how a task fails`);
  }
}
