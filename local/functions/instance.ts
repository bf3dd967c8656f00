// The inside of one function instance: a thread that imports the real bundle and runs one request at a time.

import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { SharedClock } from '../shared-clock.ts';
import { requestThrough } from './direct-requests.ts';
import type {
  FunctionError,
  InstanceMessage,
  InstanceSetup,
  InvocationRequest,
  MessageToInstance,
} from './invocation.ts';

const setup: InstanceSetup = workerData;
const port = parentPort!;

type Handler = (event: unknown, context: unknown) => unknown;

const tell = (message: InstanceMessage): void => port.postMessage(message);

/** `new Date()` and `Date.now()` follow the stack's clock; timers and `performance` stay the machine's. */
function followClock(): void {
  const RealDate = Date;
  const clock = new SharedClock(setup.clock, RealDate.now.bind(RealDate));
  const now = (): number => clock.now();
  const MovableDate = new Proxy(RealDate, {
    construct: (target, given, newTarget): object =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = MovableDate;
  globalThis.Date = MovableDate;
}

function asFunctionError(thrown: unknown): FunctionError {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
}

function contextOf(requestId: string): Record<string, unknown> {
  const endsAt = performance.now() + setup.timeoutMilliseconds;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMegabytes),
    logGroupName: `/aws/lambda/${setup.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
}

async function answer(handler: Handler, request: InvocationRequest): Promise<InstanceMessage> {
  let result: unknown;
  try {
    result = await handler(JSON.parse(request.event), contextOf(request.requestId));
  } catch (thrown) {
    return { kind: 'error', error: asFunctionError(thrown) };
  }
  try {
    return { kind: 'result', payload: JSON.stringify(result) ?? 'null' };
  } catch (thrown) {
    const errorMessage = `Unable to stringify response body: ${String(thrown)}`;
    return { kind: 'error', error: { errorType: 'Runtime.MarshalError', errorMessage, trace: [] } };
  }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

async function start(): Promise<void> {
  followClock();
  // The SDK takes it from the module's default export, when it first sends.
  http.request = requestThrough(port, setup.awsUrl, http.request);
  let handler: unknown;
  try {
    const bundle: Record<string, unknown> = await import(setup.moduleUrl);
    handler = bundle[setup.exportName];
  } catch (thrown) {
    return tell({ kind: 'failed-to-start', error: asFunctionError(thrown) });
  }
  if (!isHandler(handler)) {
    const errorMessage = `${setup.exportName} is undefined or not exported`;
    return tell({ kind: 'failed-to-start', error: { errorType: 'Runtime.HandlerNotFound', errorMessage, trace: [] } });
  }
  port.on('message', (message: MessageToInstance) => {
    if (message.kind === 'invocation') void answer(handler, message).then(tell);
  });
  tell({ kind: 'ready' });
}

await start();
