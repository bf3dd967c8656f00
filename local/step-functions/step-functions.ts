import { randomBytes, randomUUID } from 'node:crypto';
import type {
  DescribeExecutionOutput,
  DescribeStateMachineForExecutionOutput,
  DescribeStateMachineOutput,
  ExecutionListItem,
  HistoryEvent,
  StateMachineListItem,
} from '@aws-sdk/client-sfn';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { describe, type StatusChange, statusChange } from './descriptions.ts';
import { type Execution, forget, newExecution, type Status, take } from './execution.ts';
import { Executions } from './executions.ts';
import { historyEvents } from './history/history-events.ts';
import { isEntered } from './history/recorded.ts';
import type { FunctionAnswer, Outcome } from './integrations.ts';
import { Interpreter } from './interpreter.ts';
import type { JournalEntry } from './journal-entries.ts';
import type { Json, JsonObject } from './json.ts';
import { Ledger } from './ledger.ts';
import { readBack, startedEvent } from './recovery.ts';
import { executionAlreadyExists } from './refusals.ts';
import * as requests from './requests.ts';
import { describeMachineOf, type PutStateMachine, type StateMachine, StateMachines } from './state-machines.ts';
import { TaskTokens } from './task-tokens.ts';

export interface StepFunctionsOptions {
  clock: Clock;
  activity: Activity;
  invokeFunction(functionArn: string, payload: Json, roleArn: string): Promise<FunctionAnswer>;
  /** Does an SDK action for a task, in the execution's role; throws an error whose `name` is the AWS exception's. */
  callAws(service: string, action: string, args: JsonObject, roleArn: string): Promise<unknown>;
  /** Executions in it are there again; `restore` lets them go on. */
  journal?: Journal<JournalEntry> | undefined;
  /** The detail of EventBridge's "Step Functions Execution Status Change", for RUNNING too. Must not throw. */
  statusChanged?: ((change: StatusChange) => void) | undefined;
  /** Between 0 and 1: for jitter and `$random()`. */
  random?: (() => number) | undefined;
  /** For unnamed executions, request ids and `$uuid()`. */
  newId?: (() => string) | undefined;
}

interface Paging {
  maxResults?: number | undefined;
  nextToken?: string | undefined;
}

interface Why {
  error?: string | undefined;
  cause?: string | undefined;
}

/**
 * AWS Step Functions, STANDARD workflows in JSONata, on the machine you sit at and on any clock. Requests and refusals
 * are AWS's: an error's `name` is the exception's. A request that returned has been written to the journal.
 */
export class StepFunctions {
  private readonly clock: Clock;
  private readonly journal: Journal<JournalEntry> | undefined;
  private readonly statusChanged: (change: StatusChange) => void;
  private readonly newId: () => string;
  private readonly ledger: Ledger;
  private readonly tokens: TaskTokens;
  private readonly interpreter: Interpreter;
  private readonly machines = new StateMachines();
  private readonly executions = new Executions();
  private readonly journaledDefinitions = new Set<string>();
  private toResume: Execution[] = [];

  constructor(options: StepFunctionsOptions) {
    this.clock = options.clock;
    this.journal = options.journal;
    this.statusChanged = options.statusChanged ?? (() => {});
    this.newId = options.newId ?? randomUUID;
    this.ledger = new Ledger(this.clock, this.journal, (execution) => this.statusChanged(statusChange(execution)));
    this.tokens = new TaskTokens(Buffer.from(this.readJournal(), 'base64'));
    this.interpreter = new Interpreter({
      clock: this.clock,
      activity: options.activity,
      outside: {
        invokeFunction: (arn, payload, roleArn) => options.invokeFunction(arn, payload, roleArn),
        callAws: (service, action, args, roleArn) => options.callAws(service, action, args, roleArn),
        newId: this.newId,
      },
      random: options.random ?? Math.random,
      newId: this.newId,
      ledger: this.ledger,
      tokens: this.tokens,
    });
  }

  /**
   * Lets the executions that the journal told of go on: what waits, waits for the same token until the same instant; a
   * task's call that was under way is made again. To be called once, before the first request.
   */
  restore(): void {
    const executions = this.toResume;
    this.toResume = [];
    for (const execution of executions) this.interpreter.resume(execution);
  }

  /** Creates a state machine or updates it; what runs already keeps its definition. Throws UnsupportedDefinition. */
  putStateMachine(machine: PutStateMachine): void {
    this.machines.put(machine, this.clock.now());
  }

  /** The same name and input as an execution that runs is answered with that one. */
  startExecution(request: { stateMachineArn: string; name?: string | undefined; input?: string | undefined }): {
    executionArn: string;
    startDate: Date;
  } {
    const machine = this.machines.get(request.stateMachineArn);
    const { name = this.newId(), input = '{}' } = request;
    requests.checkExecutionName(name);
    requests.checkInput(input);
    const executionArn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const namesake = this.executions.holding(executionArn, this.clock.now());
    if (namesake !== undefined && (namesake.status !== 'RUNNING' || namesake.inputText !== input)) {
      throw executionAlreadyExists(executionArn);
    }
    const { startedAt } = namesake ?? this.begin(machine, executionArn, name, input);
    return { executionArn, startDate: new Date(startedAt) };
  }

  /** The state machine whose execution was given this token; undefined for what is no token of ours. */
  machineOfToken(taskToken: string): string | undefined {
    const executionArn = this.tokens.read(taskToken)?.executionArn;
    return executionArn?.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, '');
  }

  stopExecution(request: { executionArn: string } & Why): { stopDate: Date } {
    const execution = this.executions.get(request.executionArn);
    const { error, cause } = request;
    requests.checkErrorAndCause(error, cause);
    const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.ledger.end(execution, { type: 'ExecutionAborted', ...why });
    return { stopDate: new Date(execution.stoppedAt!) };
  }

  describeExecution(request: { executionArn: string }): DescribeExecutionOutput {
    return describe(this.executions.get(request.executionArn));
  }

  /** Newest first. */
  listExecutions(request: { stateMachineArn: string; statusFilter?: Status | undefined } & Paging): {
    executions: ExecutionListItem[];
    nextToken?: string;
  } {
    return this.executions.list(this.machines.get(request.stateMachineArn).arn, request.statusFilter, request);
  }

  getExecutionHistory(
    request: {
      executionArn: string;
      reverseOrder?: boolean | undefined;
      includeExecutionData?: boolean | undefined;
    } & Paging,
  ): { events: HistoryEvent[]; nextToken?: string } {
    const execution = this.executions.getWithHistory(request.executionArn);
    const events = historyEvents(execution, request.includeExecutionData ?? true);
    if (request.reverseOrder === true) events.reverse();
    const { items, ...rest } = requests.page(events, request);
    return { events: items, ...rest };
  }

  /** All of it at once: for whoever is in the same process. */
  wholeHistory(executionArn: string): HistoryEvent[] {
    return historyEvents(this.executions.getWithHistory(executionArn), true);
  }

  /** How long a history is, and how many states it entered: cheaper than reading it. */
  lengthOfHistory(executionArn: string): { readonly events: number; readonly statesEntered: number } {
    const { history } = this.executions.getWithHistory(executionArn);
    return { events: history.length, statesEntered: history.filter(isEntered).length };
  }

  /** For simulations of thousands: how a closed execution ended stays known, its name stays taken, its history goes. */
  forgetHistory(executionArn: string): void {
    forget(this.executions.get(executionArn));
  }

  sendTaskSuccess(request: { taskToken: string; output: string }): void {
    const output = requests.parsedOutput(request.output);
    this.answer(request.taskToken, { ok: true, result: output });
  }

  sendTaskFailure(request: { taskToken: string } & Why): void {
    const { error, cause } = request;
    requests.checkErrorAndCause(error, cause);
    this.answer(request.taskToken, { ok: false, error, cause });
  }

  sendTaskHeartbeat(request: { taskToken: string }): void {
    const { execution, attempt } = this.executions.awaiting(this.tokens.read(request.taskToken));
    this.ledger.beat(execution, attempt);
  }

  describeStateMachine(request: { stateMachineArn: string }): DescribeStateMachineOutput {
    return this.machines.describe(request.stateMachineArn);
  }

  describeStateMachineForExecution(request: { executionArn: string }): DescribeStateMachineForExecutionOutput {
    return describeMachineOf(this.executions.get(request.executionArn));
  }

  listStateMachines(request: Paging = {}): { stateMachines: StateMachineListItem[]; nextToken?: string } {
    return this.machines.list(request);
  }

  private answer(token: string, outcome: Outcome): void {
    const { execution, visit, attempt } = this.executions.awaiting(this.tokens.read(token));
    this.interpreter.tasks.answer(execution, visit, attempt, outcome);
  }

  private begin(machine: StateMachine, arn: string, name: string, inputText: string): Execution {
    const { arn: stateMachineArn, name: stateMachineName, roleArn, program, hash: programHash } = machine;
    const startedAt = this.clock.now();
    const start = { arn, name, stateMachineArn, stateMachineName, roleArn, program, programHash, inputText, startedAt };
    const execution = newExecution(start);
    if (this.journal !== undefined) this.writeStart(this.journal, machine, execution);
    take(execution, startedEvent(execution));
    this.executions.keep(execution);
    this.statusChanged(statusChange(execution));
    this.interpreter.start(execution);
    return execution;
  }

  private writeStart(journal: Journal<JournalEntry>, { definition, hash }: StateMachine, execution: Execution): void {
    if (!this.journaledDefinitions.has(hash)) {
      journal.append({ kind: 'definition', hash, definition });
      this.journaledDefinitions.add(hash);
    }
    const { arn: x, name, stateMachineArn, stateMachineName, roleArn, inputText: input, startedAt: at } = execution;
    journal.append({ kind: 'start', x, name, stateMachineArn, stateMachineName, roleArn, hash, input, at });
  }

  /** Reads the journal and writes it back in fewer entries. Answers the secret that tokens are signed with. */
  private readJournal(): string {
    const { secret = randomBytes(32).toString('base64'), ...recovered } = readBack(this.journal?.read() ?? []);
    for (const execution of recovered.executions) {
      this.executions.keep(execution);
      this.journaledDefinitions.add(execution.programHash);
      if (execution.status === 'RUNNING') this.toResume.push(execution);
    }
    this.journal?.replace([{ kind: 'secret', secret }, ...recovered.compacted]);
    return secret;
  }
}
