// What passes between the stack and a function's thread.

import type { Json } from '../step-functions/json.ts';
import type { DirectAnswer, DirectRequest } from './direct-requests.ts';

/** Handed to a thread when it starts. */
export interface InstanceSetup {
  /** The module of the bundle, as a file URL. */
  moduleUrl: string;
  exportName: string;
  /** The memory of the shared clock. */
  clock: SharedArrayBuffer;
  /** The address of the AWS endpoint, which answers without a socket between. */
  awsUrl: string;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
  timeoutMilliseconds: number;
}

export interface InvocationRequest {
  kind: 'invocation';
  requestId: string;
  /** The payload as JSON: a function never shares an object with its caller. */
  event: string;
}

/** What a thread is told. */
export type MessageToInstance = InvocationRequest | DirectAnswer;

/** What it tells. */
export type InstanceMessage =
  | DirectRequest
  | { kind: 'ready' }
  | { kind: 'failed-to-start'; error: FunctionError }
  | { kind: 'result'; payload: string }
  | { kind: 'error'; error: FunctionError };

/** A function's error as Lambda tells it. */
export interface FunctionError {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

export type InvocationResult = { payload: Json } | { functionError: FunctionError };
