import { join } from 'node:path';
import { Activity } from './activity.ts';
import { AwsEndpoint } from './aws-endpoint.ts';
import { awsCalls } from './aws-calls.ts';
import { Tables } from './dynamodb/tables.ts';
import { EventBus } from './events/event-bus.ts';
import { FunctionLog } from './functions/function-log.ts';
import { Functions } from './functions/functions.ts';
import { HttpApi } from './http/http-api.ts';
import { writeAnswer } from './http/http-exchange.ts';
import { answerLocalPath } from './http/local-paths.ts';
import { LocalServer } from './http/server.ts';
import { Journal } from './journal.ts';
import { Mailbox, type Mail } from './mail/mailbox.ts';
import { MovingClock } from './moving-clock.ts';
import { answerPage } from './page/page.ts';
import { QueueMapping } from './queue/queue-mapping.ts';
import { Queues } from './queue/queues.ts';
import { plant, type Seed } from './plant-seed.ts';
import type { JournalEntry } from './step-functions/journal-entries.ts';
import { StepFunctions } from './step-functions/step-functions.ts';
import { TableStream } from './streams/table-stream.ts';
import { readAssembly } from './template/assembly.ts';
import { checkWiring } from './template/check-wiring.ts';
import { describeStack } from './template/describe-stack.ts';
import type { StackDescription } from './template/stack-description.ts';

export interface EmbeddedStackOptions {
  /** The cloud assembly: what `cdk synth` wrote. */
  assembly: string;
  /** The stack in it; may be left out where there is one. */
  template?: string;
  /** 0: any free port. */
  port: number;
  awsPort: number;
  /** A folder that keeps everything over restarts, SIGKILL included. Without it everything is in memory. */
  dataDir?: string | undefined;
  /** Where the clock starts; default: where it was kept, or now. */
  startAt?: number | undefined;
  /** Fills the table before the stack is ready. */
  seed?: Seed | undefined;
  /** Told of every line that a function writes. */
  onFunctionLine?: ((line: string) => void) | undefined;
  /** Told of defects of the stack itself; without it they end the process. */
  report?: ((error: unknown) => void) | undefined;
}

/** A running stack. */
export interface EmbeddedStack {
  readonly apiUrl: string;
  readonly awsUrl: string;
  readonly description: StackDescription;
  readonly clock: MovingClock;
  readonly mail: Mailbox;
  readonly tables: Tables;
  readonly queues: Queues;
  readonly functions: Functions;
  readonly functionLog: FunctionLog;
  readonly stepFunctions: StepFunctions;
  readonly events: EventBus;
  /** Resolves once nothing more can happen without time passing or a new request. */
  readonly settle: () => Promise<void>;
  /** Moves the clock ahead, everything that falls due on the way included. */
  readonly advance: (milliseconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long what is under way may take to end when the stack is closed. */
const closingMilliseconds = 3000;

/**
 * Runs a synthesised stack on this machine: the same bundles, routes, definitions, stream mapping, queues, rules and
 * schedules, behind one API address and one AWS address on 127.0.0.1. Several may run in one process.
 * @throws NoAssembly, UnsupportedTemplate, UnsupportedDefinition, PortInUse
 */
export async function startEmbeddedStack(options: EmbeddedStackOptions): Promise<EmbeddedStack> {
  const assembly = readAssembly(options.assembly, options.template);
  let closed = false;
  const report = (error: unknown): void => {
    if (closed) return;
    if (options.report !== undefined) options.report(error);
    else
      setImmediate(() => {
        throw error;
      });
  };
  const apiServer = await LocalServer.listen(options.port, report);
  const awsServer = await listenOrClose(options.awsPort, report, apiServer);
  const [apiUrl, awsUrl] = [apiServer.url, awsServer.url];
  const kept = (file: string): string | undefined => options.dataDir && join(options.dataDir, file);

  const clockJournal = new Journal<{ offset: number }>(kept('clock.jsonl'));
  const mailJournal = new Journal<Mail>(kept('mails.jsonl'));
  const executionJournal = new Journal<JournalEntry>(kept('executions.jsonl'));

  const keptOffset = clockJournal.read().at(-1)?.offset;
  const offset = options.startAt === undefined ? (keptOffset ?? 0) : options.startAt - Date.now();
  clockJournal.replace([{ offset }]);
  const clock = new MovingClock({ offset, moved: (ahead) => clockJournal.append({ offset: ahead }) });
  const activity = new Activity(report);
  const settle = (): Promise<void> => activity.settled();

  const description = describeStack(assembly, { apiUrl, awsUrl });
  const functionLog = new FunctionLog({ path: kept('functions.log'), listener: options.onFunctionLine });
  const queues = new Queues(description.queues, clock, kept('queues'));
  const setAside = (queueArn: string, body: unknown): void => {
    queues.at(queueArn).send(JSON.stringify(body));
  };
  const functions = new Functions({
    descriptions: description.functions,
    sharedClock: clock.shared.memory,
    clock,
    activity,
    awsUrl,
    log: functionLog,
    setAside,
  });
  const invoke = functions.invoke.bind(functions);
  const events = new EventBus({
    rules: description.rules,
    clock,
    deliver: (arn, event) => (arn.includes(':sqs:') ? setAside(arn, event) : functions.invokeAsync(arn, event)),
  });
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
  const stepFunctions = new StepFunctions({
    clock,
    activity,
    invokeFunction: invoke,
    callAws: awsCalls(tables),
    journal: options.dataDir === undefined ? undefined : executionJournal,
    statusChanged: (change) =>
      events.put('aws.states', 'Step Functions Execution Status Change', change, [change.executionArn]),
  });
  checkWiring(description);

  const endpoint = new AwsEndpoint({
    activity,
    clock,
    functions,
    mailbox: mail,
    tables,
    queues,
    events,
    stepFunctions,
    report,
  });
  const api = new HttpApi({ apiId: description.apiId ?? 'local', routes: description.routes, clock, activity, invoke });

  const close = async (): Promise<void> => {
    if (closed) return;
    clock.close();
    await apiServer.close();
    await within(closingMilliseconds, settle());
    closed = true;
    for (const part of [events, ...streams, ...queueMappings]) part.stop();
    for (const journal of [clockJournal, mailJournal, executionJournal, ...queues.journals]) journal.close();
    await awsServer.close();
    await functions.close();
    await tables.close();
  };
  const stack: EmbeddedStack = {
    apiUrl,
    awsUrl,
    description,
    clock,
    mail,
    tables,
    queues,
    functions,
    functionLog,
    stepFunctions,
    events,
    settle,
    close,
    advance: (milliseconds) => clock.advance(milliseconds, settle),
  };

  try {
    await tables.open(description.tables);
    awsServer.answerWith((request, response) => endpoint.handle(request, response));
    for (const machine of description.stateMachines) stepFunctions.putStateMachine(machine);
    queues.restore();
    stepFunctions.restore();
    if (options.seed !== undefined)
      await plant(options.seed, { awsUrl, apiUrl, tables: description.tables, now: clock.now() });
    if (options.dataDir !== undefined) for (const stream of streams) await stream.replay();
    for (const mapping of queueMappings) mapping.start();
    events.start();
  } catch (error) {
    await close();
    throw error;
  }
  apiServer.answerWith(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    if (path === '/' || path.startsWith('/_local/page'))
      writeAnswer(request, response, await answerPage(request, stack));
    else if (path.startsWith('/_local')) writeAnswer(request, response, await answerLocalPath(stack, request));
    else await api.handle(request, response);
  });
  return stack;
}

async function listenOrClose(port: number, report: (error: unknown) => void, other: LocalServer): Promise<LocalServer> {
  try {
    return await LocalServer.listen(port, report);
  } catch (error) {
    await other.close();
    throw error;
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, tooLate]);
  clearTimeout(timer);
}
