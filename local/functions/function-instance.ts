import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { account, region } from '../aws-error.ts';
import { credentialsOf } from '../iam/credentials.ts';
import type { FunctionDescription } from '../template/stack-description.ts';
import type { DirectAnswer, DirectRequest } from './direct-requests.ts';
import type { FunctionLog } from './function-log.ts';
import type {
  FunctionError,
  InstanceMessage,
  InstanceSetup,
  InvocationResult,
  MessageToInstance,
} from './invocation.ts';

export interface FunctionInstanceOptions {
  description: FunctionDescription;
  clock: SharedArrayBuffer;
  awsUrl: string;
  /** Answers what the function asks of AWS. */
  askAws: (request: DirectRequest) => Promise<DirectAnswer['answer']>;
  log: FunctionLog;
}

/**
 * Dozens of functions run side by side here, each for a moment: V8's usual size would hold a GB between them. With less
 * than this a fifth of the time goes into collecting.
 */
const maxYoungGenerationSizeMb = 32;

/** One thread with a function's bundle in it: it runs one request at a time, as a Lambda instance does. */
export class FunctionInstance {
  /** Resolves once the bundle is imported, or with why it could not be. */
  readonly ready: Promise<FunctionError | undefined>;
  private readonly description: FunctionDescription;
  private readonly worker: Worker;
  private finish: ((result: InvocationResult) => void) | undefined;
  private ended = false;

  constructor({ description, clock, awsUrl, askAws, log }: FunctionInstanceOptions) {
    this.description = description;
    this.worker = new Worker(new URL('instance.ts', import.meta.url), {
      workerData: setupOf(description, clock, awsUrl),
      env: environmentOf(description, awsUrl),
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => log.write(description.name, text));
    }
    const { promise, resolve: becomeReady } = Promise.withResolvers<FunctionError | undefined>();
    this.ready = promise;
    this.worker.on('message', (message: InstanceMessage) => {
      if (message.kind === 'request')
        void askAws(message).then((answer) => this.tell({ kind: 'answer', id: message.id, answer }));
      else if (message.kind === 'ready') becomeReady(undefined);
      else if (message.kind === 'failed-to-start') becomeReady(message.error);
      else this.finish?.(resultOf(message));
    });
    // What a function leaves uncaught ends its instance; the exit that follows tells it.
    this.worker.on('error', (error) => log.write(description.name, inspect(error)));
    this.worker.on('exit', (code) => {
      this.ended = true;
      const died = failure('Runtime.ExitError', `Error: Runtime exited with error: exit status ${code}`);
      becomeReady(died.functionError);
      this.finish?.(died);
    });
  }

  /** Whether it may be given another request. */
  get alive(): boolean {
    return !this.ended;
  }

  /** Runs one request. A time-out ends the instance. */
  async run(requestId: string, event: string): Promise<InvocationResult> {
    const { timeoutSeconds } = this.description;
    let timer: NodeJS.Timeout | undefined;
    const result = await new Promise<InvocationResult>((resolve) => {
      this.finish = resolve;
      timer = setTimeout(() => {
        const took = timeoutSeconds.toFixed(2);
        resolve(failure('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${took} seconds`));
        void this.end();
      }, timeoutSeconds * 1000);
      this.tell({ kind: 'invocation', requestId, event });
    });
    clearTimeout(timer);
    this.finish = undefined;
    return result;
  }

  /** The time that its thread took of a core since it began. */
  async cpuMilliseconds(): Promise<number> {
    const { user, system } = await this.worker.cpuUsage();
    return (user + system) / 1000;
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.worker.terminate();
  }

  private tell(message: MessageToInstance): void {
    this.worker.postMessage(message, []);
  }
}

export function failure(errorType: string, errorMessage: string): { functionError: FunctionError } {
  return { functionError: { errorType, errorMessage } };
}

/** Lambda's own limit on a payload and on a result. */
export const maximumPayloadBytes = 6 * 1024 * 1024;

function resultOf(message: Extract<InstanceMessage, { kind: 'result' | 'error' }>): InvocationResult {
  if (message.kind === 'error') return { functionError: message.error };
  const size = Buffer.byteLength(message.payload);
  if (size <= maximumPayloadBytes) return { payload: JSON.parse(message.payload) };
  const exceeded = `exceeded maximum allowed payload size (${maximumPayloadBytes} bytes)`;
  return failure('Function.ResponseSizeTooLarge', `Response payload size (${size} bytes) ${exceeded}.`);
}

function setupOf(description: FunctionDescription, clock: SharedArrayBuffer, awsUrl: string): InstanceSetup {
  const at = description.handler.lastIndexOf('.');
  const file = `${description.handler.slice(0, at)}.mjs`;
  return {
    moduleUrl: pathToFileURL(join(description.codeFolder, file)).href,
    exportName: description.handler.slice(at + 1),
    clock,
    awsUrl,
    functionName: description.name,
    functionArn: description.arn,
    memoryMegabytes: description.memoryMegabytes,
    timeoutMilliseconds: description.timeoutSeconds * 1000,
  };
}

/** Exactly what the template gives the function, and what Lambda itself adds: nothing of this machine's. */
function environmentOf(description: FunctionDescription, awsUrl: string): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentialsOf(description.arn);
  return {
    TZ: 'UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_ACCOUNT_ID: account,
    AWS_ENDPOINT_URL: awsUrl,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: description.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(description.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: description.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: description.codeFolder,
    _HANDLER: description.handler,
    ...description.environment,
  };
}
