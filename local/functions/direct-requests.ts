// A function's SDK speaks HTTP to the AWS endpoint, which listens in this very process: a request over a socket costs both
// sides more than what is asked. Here Node's `http.request` hands requests for that one address to the stack's thread as
// messages, and gives the SDK the answer as Node would. Every other request, and every unusual one, goes out as ever.

import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Readable, Writable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** A request on its way to the stack's thread. */
export interface DirectRequest {
  kind: 'request';
  id: number;
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** The answer to the request with that id. */
export interface DirectAnswer {
  kind: 'answer';
  id: number;
  /** Undefined where the connection breaks without an answer. */
  answer: { status: number; headers: Record<string, string>; body: string | Uint8Array } | undefined;
}

type Answered = (response: IncomingMessage) => void;
type HttpRequest = typeof http.request;

/** `http.request`, but for what is asked of the endpoint at `endpointUrl`: that goes through `port`. */
export function requestThrough(port: MessagePort, endpointUrl: string, overSockets: HttpRequest): HttpRequest {
  const endpoint = new URL(endpointUrl);
  const waiting = new Map<number, PortRequest>();
  let asked = 0;
  port.on('message', (message: DirectAnswer | { kind: string }) => {
    if (!isAnswer(message)) return;
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    request?.receive(message.answer);
  });
  const request = (options: RequestOptions, answered?: Answered): PortRequest | ClientRequest => {
    if (!isPlainRequestTo(endpoint, options)) return overSockets(options, answered);
    const id = asked++;
    const { method = 'GET', path: url = '/' } = options;
    const { headers, unusual } = plainHeaders(options);
    if (unusual) return overSockets(options, answered);
    const made = new PortRequest((body) => port.postMessage({ kind: 'request', id, method, url, headers, body }));
    waiting.set(id, made);
    made.once('close', () => waiting.delete(id));
    if (answered !== undefined) made.once('response', answered);
    return made;
  };
  return request as HttpRequest;
}

function isAnswer(message: DirectAnswer | { kind: string }): message is DirectAnswer {
  return message.kind === 'answer';
}

function isPlainRequestTo(endpoint: URL, options: unknown): options is RequestOptions {
  if (typeof options !== 'object' || options === null || options instanceof URL) return false;
  const { host, port, auth }: RequestOptions = options;
  return host === endpoint.hostname && String(port) === endpoint.port && typeof auth !== 'string';
}

/** Headers that are one text each; a client that expects a word before it sends its body is for real sockets. */
function plainHeaders({ headers = {} }: RequestOptions): { headers: Record<string, string>; unusual: boolean } {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (value === undefined) continue;
    if (typeof value === 'object' || lower === 'expect') return { headers: {}, unusual: true };
    plain[lower] = String(value);
  }
  return { headers: plain, unusual: false };
}

/** What of Node's `ClientRequest` a client needs: a body is written to it, then it tells of the response or an error. */
class PortRequest extends Writable {
  private readonly parts: Array<string | Uint8Array> = [];
  private readonly send: (body: string | Uint8Array) => void;
  private answered = false;

  constructor(send: (body: string | Uint8Array) => void) {
    super({ decodeStrings: false, autoDestroy: false });
    this.send = send;
  }

  receive(answer: DirectAnswer['answer']): void {
    if (this.destroyed) return;
    if (answer === undefined) {
      this.destroy(hungUp());
      return;
    }
    this.answered = true;
    const response = new PortResponse(answer);
    response.once('close', () => this.destroy());
    // As Node does: an answer that nobody listens for is thrown away.
    if (!this.emit('response', response)) response.resume();
  }

  override _write(part: string | Uint8Array, _encoding: string, done: () => void): void {
    this.parts.push(part);
    done();
  }

  override _final(done: () => void): void {
    const [only = ''] = this.parts;
    this.send(this.parts.length < 2 ? only : Buffer.concat(this.parts.map((part) => Buffer.from(part as string))));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    done(error ?? (this.answered ? null : hungUp()));
  }
}

/** What of Node's `IncomingMessage` a client reads. */
class PortResponse extends Readable {
  readonly httpVersion = '1.1';
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: Record<string, string>;
  complete = true;

  constructor({ status, headers, body }: NonNullable<DirectAnswer['answer']>) {
    super();
    this.statusCode = status;
    this.statusMessage = http.STATUS_CODES[status] ?? '';
    this.headers = headers;
    if (body.length > 0) this.push(body);
    this.push(null);
  }

  override _read(): void {
    // All of it was pushed at once.
  }
}

function hungUp(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
