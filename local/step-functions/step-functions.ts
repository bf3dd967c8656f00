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
import { describe, type StatusChange, statusChange, summary } from './descriptions.ts';
import type { Program } from './definition/program.ts';
import { type Attempt, type Execution, newExecution, type Status, take, type Visit } from './execution.ts';
import { historyEvents } from './history/history-events.ts';
import type { FunctionAnswer, Outcome } from './integrations.ts';
import { Interpreter } from './interpreter.ts';
import type { JournalEntry } from './journal-entries.ts';
import type { Json, JsonObject } from './json.ts';
import { Ledger } from './ledger.ts';
import { programOf } from './programs.ts';
import { readBack, startedEvent } from './recovery.ts';
import * as refusals from './refusals.ts';
import * as requests from './requests.ts';
import { TaskTokens } from './task-tokens.ts';

export interface StepFunctionsOptions {
  clock: Clock;
  activity: Activity;
  invokeFunction(functionArn: string, payload: Json): Promise<FunctionAnswer>;
  /** Does an SDK action for a task; throws an error whose `name` is the AWS exception's. */
  callAws(service: string, action: string, args: JsonObject): Promise<unknown>;
  /** Executions in it are there again; `restore` lets them go on. */
  journal?: Journal<JournalEntry> | undefined;
  /** The detail of EventBridge's "Step Functions Execution Status Change", for RUNNING too. Must not throw. */
  statusChanged?: ((change: StatusChange) => void) | undefined;
  /** Between 0 and 1: for jitter and `$random()`. */
  random?: (() => number) | undefined;
  /** For unnamed executions, request ids and `$uuid()`. */
  newId?: (() => string) | undefined;
}

interface StateMachine {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  readonly definition: unknown;
  readonly program: Program;
  readonly hash: string;
  readonly createdAt: number;
}

/** A closed execution's name is free again after this. */
const NAME_RESERVED_MILLIS = 90 * 86_400_000;

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
  private readonly machines = new Map<string, StateMachine>();
  private readonly executions = new Map<string, Execution>();
  /** Per state machine, in the order of their start. */
  private readonly started = new Map<string, Execution[]>();
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
        invokeFunction: (arn, payload) => options.invokeFunction(arn, payload),
        callAws: (service, action, args) => options.callAws(service, action, args),
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
  putStateMachine(machine: { arn: string; name: string; roleArn: string; definition: unknown }): void {
    const createdAt = this.machines.get(machine.arn)?.createdAt ?? this.clock.now();
    this.machines.set(machine.arn, { ...machine, ...programOf(machine.definition), createdAt });
  }

  startExecution(request: { stateMachineArn: string; name?: string | undefined; input?: string | undefined }): {
    executionArn: string;
    startDate: Date;
  } {
    const machine = this.machine(request.stateMachineArn);
    const { name = this.newId(), input: inputText = '{}' } = request;
    requests.checkExecutionName(name);
    requests.checkInput(inputText);
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const namesake = this.executions.get(arn);
    if (namesake !== undefined && this.stillHolds(namesake)) {
      const same = namesake.status === 'RUNNING' && namesake.inputText === inputText;
      if (!same) throw refusals.executionAlreadyExists(arn);
      return { executionArn: arn, startDate: new Date(namesake.startedAt) };
    }
    const execution = this.begin(machine, arn, name, inputText);
    return { executionArn: arn, startDate: new Date(execution.startedAt) };
  }

  stopExecution(request: { executionArn: string; error?: string | undefined; cause?: string | undefined }): {
    stopDate: Date;
  } {
    const execution = this.execution(request.executionArn);
    const { error, cause } = request;
    requests.checkErrorAndCause(error, cause);
    const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.ledger.end(execution, { type: 'ExecutionAborted', ...why });
    return { stopDate: new Date(execution.stoppedAt!) };
  }

  describeExecution(request: { executionArn: string }): DescribeExecutionOutput {
    return describe(this.execution(request.executionArn));
  }

  /** Newest first. */
  listExecutions(request: {
    stateMachineArn: string;
    statusFilter?: Status | undefined;
    maxResults?: number | undefined;
    nextToken?: string | undefined;
  }): { executions: ExecutionListItem[]; nextToken?: string } {
    const started = this.started.get(this.machine(request.stateMachineArn).arn) ?? [];
    const size = requests.pageSize(request.maxResults);
    const executions: ExecutionListItem[] = [];
    // A page begins below a position in the order of start, so that what starts meanwhile moves nothing.
    let position = request.nextToken === undefined ? started.length : requests.positionIn(request.nextToken);
    while (position > 0 && executions.length < size) {
      const execution = started[--position];
      const wanted = request.statusFilter === undefined || request.statusFilter === execution?.status;
      if (execution !== undefined && wanted) executions.push(summary(execution));
    }
    return position > 0 ? { executions, nextToken: requests.pageToken(position) } : { executions };
  }

  getExecutionHistory(request: {
    executionArn: string;
    reverseOrder?: boolean | undefined;
    includeExecutionData?: boolean | undefined;
    maxResults?: number | undefined;
    nextToken?: string | undefined;
  }): { events: HistoryEvent[]; nextToken?: string } {
    const events = historyEvents(this.execution(request.executionArn), request.includeExecutionData ?? true);
    if (request.reverseOrder === true) events.reverse();
    const { items, ...rest } = requests.page(events, request);
    return { events: items, ...rest };
  }

  sendTaskSuccess(request: { taskToken: string; output: string }): void {
    const output = requests.parsedOutput(request.output);
    this.answer(request.taskToken, { ok: true, result: output });
  }

  sendTaskFailure(request: { taskToken: string; error?: string | undefined; cause?: string | undefined }): void {
    const { error, cause } = request;
    requests.checkErrorAndCause(error, cause);
    this.answer(request.taskToken, { ok: false, error, cause });
  }

  sendTaskHeartbeat(request: { taskToken: string }): void {
    const { execution, attempt } = this.awaiting(request.taskToken);
    this.ledger.beat(execution, attempt);
  }

  describeStateMachine(request: { stateMachineArn: string }): DescribeStateMachineOutput {
    const machine = this.machine(request.stateMachineArn);
    return {
      stateMachineArn: machine.arn,
      name: machine.name,
      status: 'ACTIVE',
      definition: JSON.stringify(machine.definition),
      roleArn: machine.roleArn,
      type: 'STANDARD',
      creationDate: new Date(machine.createdAt),
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
      revisionId: machine.hash,
    };
  }

  /** The definition an execution runs by, which may be older than its state machine's. */
  describeStateMachineForExecution(request: { executionArn: string }): DescribeStateMachineForExecutionOutput {
    const execution = this.execution(request.executionArn);
    return {
      stateMachineArn: execution.stateMachineArn,
      name: execution.stateMachineName,
      definition: JSON.stringify(execution.program.definition),
      roleArn: execution.roleArn,
      updateDate: new Date(execution.startedAt),
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
      tracingConfiguration: { enabled: false },
      revisionId: execution.programHash,
    };
  }

  listStateMachines(request: { maxResults?: number | undefined; nextToken?: string | undefined } = {}): {
    stateMachines: StateMachineListItem[];
    nextToken?: string;
  } {
    const sorted = [...this.machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, ...rest } = requests.page(sorted, request);
    const stateMachines = items.map(({ arn, name, createdAt }) => {
      return { stateMachineArn: arn, name, type: 'STANDARD' as const, creationDate: new Date(createdAt) };
    });
    return { stateMachines, ...rest };
  }

  private begin(machine: StateMachine, arn: string, name: string, inputText: string): Execution {
    const { arn: stateMachineArn, name: stateMachineName, roleArn, program, hash: programHash } = machine;
    const startedAt = this.clock.now();
    const start = { arn, name, stateMachineArn, stateMachineName, roleArn, program, programHash, inputText, startedAt };
    const execution = newExecution(start);
    if (this.journal !== undefined) this.writeStart(this.journal, machine, execution);
    take(execution, startedEvent(execution));
    this.keep(execution);
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

  private keep(execution: Execution): void {
    const { stateMachineArn } = execution;
    const started = this.started.get(stateMachineArn) ?? [];
    const namesake = this.executions.get(execution.arn);
    if (namesake !== undefined) started.splice(started.indexOf(namesake), 1);
    started.push(execution);
    this.started.set(stateMachineArn, started);
    this.executions.set(execution.arn, execution);
  }

  private stillHolds({ stoppedAt }: Execution): boolean {
    return stoppedAt === undefined || this.clock.now() < stoppedAt + NAME_RESERVED_MILLIS;
  }

  private answer(token: string, outcome: Outcome): void {
    const { execution, visit, attempt } = this.awaiting(token);
    this.interpreter.tasks.answer(execution, visit, attempt, outcome);
  }

  /** The attempt that waits for this token. */
  private awaiting(token: string): { execution: Execution; visit: Visit; attempt: Attempt } {
    const of = typeof token === 'string' ? this.tokens.read(token) : undefined;
    if (of === undefined) throw refusals.invalidToken();
    const execution = this.executions.get(of.executionArn);
    const visit = execution?.visit;
    const attempt = visit?.attempt;
    if (execution?.startedAt !== of.startedAt || visit === undefined) throw refusals.taskTimedOut();
    if (attempt?.scheduledEvent !== of.scheduledEvent || !attempt.open) throw refusals.taskTimedOut();
    return { execution, visit, attempt };
  }

  private machine(arn: string): StateMachine {
    requests.checkArn(arn);
    const machine = this.machines.get(arn);
    if (machine === undefined) throw refusals.stateMachineDoesNotExist(arn);
    return machine;
  }

  private execution(arn: string): Execution {
    requests.checkArn(arn);
    const execution = this.executions.get(arn);
    if (execution === undefined) throw refusals.executionDoesNotExist(arn);
    return execution;
  }

  /** Reads the journal and writes it back in fewer entries. Answers the secret that tokens are signed with. */
  private readJournal(): string {
    const { secret = randomBytes(32).toString('base64'), ...recovered } = readBack(this.journal?.read() ?? []);
    for (const execution of recovered.executions) this.keep(execution);
    for (const execution of recovered.executions) if (execution.status === 'RUNNING') this.toResume.push(execution);
    for (const { programHash } of recovered.executions) this.journaledDefinitions.add(programHash);
    const others = recovered.compacted.filter(({ kind }) => kind !== 'secret');
    this.journal?.replace([{ kind: 'secret', secret }, ...others]);
    return secret;
  }
}
