import { join } from 'node:path';
import { Activity } from './activity.ts';
import { awsCalls } from './aws-calls.ts';
import { Tables } from './dynamodb/tables.ts';
import { EventBus } from './events/event-bus.ts';
import { FunctionLog } from './functions/function-log.ts';
import { Functions, type FunctionsOptions } from './functions/functions.ts';
import { Gate } from './iam/gate.ts';
import { Invocations } from './iam/invocations.ts';
import { LambdaItself } from './iam/lambda-itself.ts';
import { Journal } from './journal.ts';
import { Mailbox, type Mail } from './mail/mailbox.ts';
import { MovingClock } from './moving-clock.ts';
import { QueueMapping } from './queue/queue-mapping.ts';
import { Queues } from './queue/queues.ts';
import type { JournalEntry } from './step-functions/journal-entries.ts';
import { StepFunctions } from './step-functions/step-functions.ts';
import { TableStream } from './streams/table-stream.ts';
import type { StackDescription } from './template/stack-description.ts';

export interface PartsOptions {
  description: StackDescription;
  awsUrl: string;
  /** Answers what the functions ask of AWS. */
  askAws: FunctionsOptions['askAws'];
  dataDir: string | undefined;
  startAt: number | undefined;
  onFunctionLine: ((line: string) => void) | undefined;
  report: (error: unknown) => void;
}

/** All that runs behind the two addresses, wired to one another. */
export interface StackParts {
  gate: Gate;
  clock: MovingClock;
  activity: Activity;
  tables: Tables;
  streams: TableStream[];
  queues: Queues;
  queueMappings: QueueMapping[];
  functions: Functions;
  invocations: Invocations;
  functionLog: FunctionLog;
  stepFunctions: StepFunctions;
  events: EventBus;
  mail: Mailbox;
  /** Whatever is kept over a restart, the tables aside. */
  journals: Array<{ close(): void }>;
}

/** Makes the parts. Nothing moves yet, and nothing but what was kept has been read. */
export function makeParts({
  description,
  awsUrl,
  askAws,
  dataDir,
  startAt,
  onFunctionLine,
  report,
}: PartsOptions): StackParts {
  const kept = (file: string): string | undefined => dataDir && join(dataDir, file);

  const clockJournal = new Journal<{ offset: number }>(kept('clock.jsonl'));
  const clock = clockFrom(clockJournal, startAt);
  const activity = new Activity(report);

  const queues = new Queues(description.queues, clock, kept('queues'));
  const gate = new Gate({ description, machineOfToken: (token) => stepFunctions.machineOfToken(token) });
  const lambda = new LambdaItself({ gate, queues, functions: description.functions });
  const setAside = lambda.setAside.bind(lambda);

  const functionLog = new FunctionLog({
    path: kept('functions.log'),
    listener: onFunctionLine,
    mayWrite: lambda.mayWriteLog.bind(lambda),
  });
  const functions = new Functions({
    descriptions: description.functions,
    sharedClock: clock.shared.memory,
    clock,
    activity,
    awsUrl,
    askAws,
    log: functionLog,
    setAside,
  });
  const invoke = functions.invoke.bind(functions);
  const invocations = new Invocations({ gate, functions, log: functionLog, apiId: description.apiId });

  const events = new EventBus({
    rules: description.rules,
    clock,
    deliver: (arn, event, ruleArn) => invocations.byRule(ruleArn, arn, event),
  });

  const mailJournal = new Journal<Mail>(kept('mails.jsonl'));
  const mail = new Mailbox({
    clock,
    journal: mailJournal,
    configurationSets: description.configurationSets,
    mailEvents: description.mailEvents,
    publish: (detailType, detail) => events.put('aws.ses', detailType, detail),
  });

  const streams: TableStream[] = [];
  const tables = new Tables({
    path: kept('table'),
    changed: (change) => streams.find(({ table }) => table.name === change.table)?.changed(change),
  });
  for (const table of description.tables) {
    const mappings = description.mappings.filter(({ sourceArn }) => sourceArn === table.stream?.arn);
    streams.push(new TableStream({ table, tables, mappings, clock, activity, invoke, setAside }));
  }
  const queueMappings = description.mappings
    .filter(({ sourceArn }) => sourceArn.includes(':sqs:'))
    .map((mapping) => new QueueMapping({ mapping, queue: queues.at(mapping.sourceArn), activity, invoke }));

  const executionJournal = new Journal<JournalEntry>(kept('executions.jsonl'));
  const stepFunctions = new StepFunctions({
    clock,
    activity,
    invokeFunction: (arn, payload, roleArn) => invocations.byMachine(roleArn, arn, payload),
    callAws: awsCalls(tables, gate),
    journal: dataDir === undefined ? undefined : executionJournal,
    statusChanged: (change) =>
      events.put('aws.states', 'Step Functions Execution Status Change', change, [change.executionArn]),
  });

  const journals = [clockJournal, mailJournal, executionJournal, ...queues.journals];
  return {
    gate,
    clock,
    activity,
    tables,
    streams,
    queues,
    queueMappings,
    functions,
    invocations,
    functionLog,
    stepFunctions,
    events,
    mail,
    journals,
  };
}

/** The clock goes on from where it was kept, or from `startAt` where that is said. */
function clockFrom(journal: Journal<{ offset: number }>, startAt: number | undefined): MovingClock {
  const kept = journal.read().at(-1)?.offset ?? 0;
  const offset = startAt === undefined ? kept : startAt - Date.now();
  journal.replace([{ offset }]);
  return new MovingClock({ offset, moved: (ahead) => journal.append({ offset: ahead }) });
}
