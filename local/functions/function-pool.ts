import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { account, region } from '../aws-error.ts';
import type { FunctionDescription } from '../template/stack-description.ts';
import type { FunctionLog } from './function-log.ts';
import type { FunctionError, InstanceMessage, InstanceSetup, InvocationResult } from './invocation.ts';

/** Lambda's own limit on a payload and on a result. */
const maximumPayloadBytes = 6 * 1024 * 1024;
const defaultConcurrency = 4;

export interface FunctionPoolOptions {
  description: FunctionDescription;
  clock: SharedArrayBuffer;
  awsUrl: string;
  log: FunctionLog;
}

interface Instance {
  worker: Worker;
  ready: Promise<FunctionError | undefined>;
  /** Told how the request under way ends; none under way: undefined. */
  finish: ((result: InvocationResult) => void) | undefined;
}

/**
 * Runs one function's real bundle in threads: one request a thread at a time, as a Lambda instance does, a few threads
 * when requests come together, further requests in turn. Threads start when they are first needed.
 */
export class FunctionPool {
  readonly description: FunctionDescription;
  private readonly options: FunctionPoolOptions;
  private readonly concurrency: number;
  private readonly idle: Instance[] = [];
  private readonly instances = new Set<Instance>();
  private readonly queue: Array<() => void> = [];
  private running = 0;
  private closed = false;

  constructor(options: FunctionPoolOptions) {
    this.options = options;
    this.description = options.description;
    this.concurrency = Math.min(options.description.concurrency ?? defaultConcurrency, defaultConcurrency);
  }

  /** Runs the function once. Its own failure, time-out and death are results, told as Lambda tells them. */
  async invoke(payload: unknown): Promise<InvocationResult> {
    const event = JSON.stringify(payload) ?? 'null';
    if (Buffer.byteLength(event) > maximumPayloadBytes) {
      return failure('RequestEntityTooLargeException', `Request must be smaller than ${maximumPayloadBytes} bytes`);
    }
    if (this.running >= this.concurrency) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running += 1;
    try {
      return await this.run(event);
    } finally {
      const next = this.queue.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.instances].map(({ worker }) => worker.terminate()));
  }

  private async run(event: string): Promise<InvocationResult> {
    const requestId = randomUUID();
    const instance = this.idle.pop() ?? this.start();
    const startError = await instance.ready;
    if (startError !== undefined) {
      this.discard(instance);
      return { functionError: startError };
    }
    if (!this.instances.has(instance)) return this.run(event);
    const result = await new Promise<InvocationResult>((resolve) => {
      const { timeoutSeconds } = this.description;
      const timer = setTimeout(() => {
        const took = timeoutSeconds.toFixed(2);
        resolve(failure('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${took} seconds`));
        this.discard(instance);
      }, timeoutSeconds * 1000);
      instance.finish = (ended) => {
        clearTimeout(timer);
        resolve(ended);
      };
      instance.worker.postMessage({ requestId, event }, []);
    });
    instance.finish = undefined;
    if (this.instances.has(instance)) this.idle.push(instance);
    return result;
  }

  private start(): Instance {
    const { description, clock, log } = this.options;
    const [file, exportName] = splitHandler(description.handler);
    const setup: InstanceSetup = {
      moduleUrl: pathToFileURL(join(description.codeFolder, file)).href,
      exportName,
      clock,
      functionName: description.name,
      functionArn: description.arn,
      memoryMegabytes: description.memoryMegabytes,
      timeoutMilliseconds: description.timeoutSeconds * 1000,
    };
    const worker = new Worker(new URL('instance.ts', import.meta.url), {
      workerData: setup,
      env: this.environment(),
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => log.write(description.name, text));
    }
    const { promise: ready, resolve: becomeReady } = Promise.withResolvers<FunctionError | undefined>();
    const instance: Instance = { worker, ready, finish: undefined };
    this.instances.add(instance);
    worker.on('message', (message: InstanceMessage) => {
      if (message.kind === 'ready') becomeReady(undefined);
      else if (message.kind === 'failed-to-start') becomeReady(message.error);
      else instance.finish?.(resultOf(message));
    });
    // What a function leaves uncaught ends its instance; the exit that follows tells it.
    worker.on('error', (error) => log.write(description.name, inspect(error)));
    worker.on('exit', (code) => {
      this.discard(instance);
      const died = failure('Runtime.ExitError', `Error: Runtime exited with error: exit status ${code}`);
      becomeReady(died.functionError);
      instance.finish?.(died);
    });
    return instance;
  }

  /** Exactly what the template gives the function, and what Lambda itself adds: nothing of this machine's. */
  private environment(): Record<string, string> {
    const { description, awsUrl } = this.options;
    return {
      TZ: 'UTC',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ACCOUNT_ID: account,
      AWS_ENDPOINT_URL: awsUrl,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: description.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(description.memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${description.name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: description.codeFolder,
      _HANDLER: description.handler,
      ...description.environment,
    };
  }

  private discard(instance: Instance): void {
    if (!this.instances.delete(instance)) return;
    const at = this.idle.indexOf(instance);
    if (at >= 0) this.idle.splice(at, 1);
    if (!this.closed) void instance.worker.terminate();
  }
}

function splitHandler(handler: string): [file: string, exportName: string] {
  const at = handler.lastIndexOf('.');
  return [`${handler.slice(0, at)}.mjs`, handler.slice(at + 1)];
}

function resultOf(message: Extract<InstanceMessage, { kind: 'result' | 'error' }>): InvocationResult {
  if (message.kind === 'error') return { functionError: message.error };
  const size = Buffer.byteLength(message.payload);
  if (size > maximumPayloadBytes) {
    const text = `Response payload size (${size} bytes) exceeded maximum allowed payload size (${maximumPayloadBytes} bytes).`;
    return failure('Function.ResponseSizeTooLarge', text);
  }
  return { payload: JSON.parse(message.payload) };
}

function failure(errorType: string, errorMessage: string): { functionError: FunctionError } {
  return { functionError: { errorType, errorMessage } };
}
