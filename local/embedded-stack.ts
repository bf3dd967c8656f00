import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsEndpoint } from './aws-endpoint.ts';
import type { DirectAnswer, DirectRequest } from './functions/direct-requests.ts';
import { HttpApi } from './http/http-api.ts';
import { checkRights } from './iam/check-rights.ts';
import { writeAnswer } from './http/http-exchange.ts';
import { answerLocalPath } from './http/local-paths.ts';
import { LocalServer } from './http/server.ts';
import { answerPage } from './page/page.ts';
import { plant, type Seed } from './plant-seed.ts';
import { makeParts, type StackParts } from './stack-parts.ts';
import { readAssembly, type Assembly } from './template/assembly.ts';
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
export interface EmbeddedStack extends StackParts {
  readonly apiUrl: string;
  readonly awsUrl: string;
  readonly description: StackDescription;
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
 *
 * Functions and state machines may do what the template's policies allow and nothing else.
 * @throws NoAssembly, UnsupportedTemplate, UnsupportedDefinition, MissingRight, PortInUse
 */
export async function startEmbeddedStack(options: EmbeddedStackOptions): Promise<EmbeddedStack> {
  const assembly = readAssembly(options.assembly, options.template);
  const report = options.report ?? endTheProcess;
  // Addresses stand in the functions' environments, so the servers listen before there is anything to answer.
  const apiServer = await LocalServer.listen(options.port, report);
  let awsServer: LocalServer | undefined;
  try {
    awsServer = await LocalServer.listen(options.awsPort, report);
    return await openBehind({ api: apiServer, aws: awsServer }, assembly, options, report);
  } catch (error) {
    await Promise.all([apiServer.close(), awsServer?.close()]);
    throw error;
  }
}

async function openBehind(
  servers: { api: LocalServer; aws: LocalServer },
  assembly: Assembly,
  options: EmbeddedStackOptions,
  report: (error: unknown) => void,
): Promise<EmbeddedStack> {
  const [apiUrl, awsUrl] = [servers.api.url, servers.aws.url];
  const description = describeStack(assembly, { apiUrl, awsUrl });
  checkWiring(description);
  let closed = false;
  const reportWhileOpen = (error: unknown): void => {
    // What is cut off by closing is no defect.
    if (!closed) report(error);
  };
  const { dataDir, startAt, onFunctionLine } = options;
  let endpoint: AwsEndpoint | undefined;
  // Nothing of AWS answers before it is there, nor once the stack is closed.
  const askAws = async (request: DirectRequest): Promise<DirectAnswer['answer']> =>
    closed ? undefined : endpoint?.answerDirectly(request);
  const parts = makeParts({ description, awsUrl, askAws, dataDir, startAt, onFunctionLine, report: reportWhileOpen });
  checkRights(description, parts.gate);
  const { clock, activity, tables, streams, queues, functions, stepFunctions, events, mail } = parts;
  const settle = (): Promise<void> => activity.settled();

  const close = async (): Promise<void> => {
    if (closed) return;
    clock.close();
    await servers.api.close();
    await within(closingMilliseconds, settle());
    closed = true;
    for (const part of [events, ...streams, ...parts.queueMappings]) part.stop();
    for (const journal of parts.journals) journal.close();
    await servers.aws.close();
    await functions.close();
    await tables.close();
  };

  const stack: EmbeddedStack = {
    ...parts,
    apiUrl,
    awsUrl,
    description,
    settle,
    close,
    advance: (milliseconds) => clock.advance(milliseconds, settle),
  };
  try {
    await tables.open(description.tables);
    const aws = new AwsEndpoint({ ...parts, mailbox: mail, report: reportWhileOpen });
    endpoint = aws;
    servers.aws.answerWith((request, response) => aws.handle(request, response));
    for (const machine of description.stateMachines) stepFunctions.putStateMachine(machine);
    queues.restore();
    stepFunctions.restore();
    const now = clock.now();
    if (options.seed !== undefined) await plant(options.seed, { awsUrl, apiUrl, tables: description.tables, now });
    if (dataDir !== undefined) for (const stream of streams) await stream.replay();
    for (const mapping of parts.queueMappings) mapping.start();
    events.start();
    if (dataDir !== undefined) mail.tellAgain();
  } catch (error) {
    await close();
    throw error;
  }
  servers.api.answerWith(apiOf(stack, parts));
  return stack;
}

/** What is asked for at the API's address: the page for eyes, the stack's own paths, then the routes. */
function apiOf(stack: EmbeddedStack, { clock, activity, invocations }: StackParts) {
  const { apiId = 'local', routes } = stack.description;
  const invoke = invocations.byRoute.bind(invocations);
  const api = new HttpApi({ apiId, routes, clock, activity, invoke });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0]!;
    if (path === '/' || isUnder('/_local/page', path)) writeAnswer(request, response, await answerPage(request, stack));
    else if (isUnder('/_local', path)) writeAnswer(request, response, await answerLocalPath(stack, request));
    else await api.handle(request, response);
  };
}

const isUnder = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, tooLate]);
  clearTimeout(timer);
}

function endTheProcess(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
