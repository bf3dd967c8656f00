import type { IncomingMessage, ServerResponse } from 'node:http';

/** A body larger than what may be sent. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The client broke the connection in the middle of its request: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** An answer, before it is written. */
export interface Answer {
  status: number;
  headers?: Record<string, string | readonly string[]>;
  body?: string | Buffer;
}

/**
 * Reads a request's whole body.
 * @throws BodyTooLarge once more than `maximumBytes` came; the rest is still read, so that the answer is received.
 * @throws ClientGone
 */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size <= maximumBytes) parts.push(part);
    }
  } catch (error) {
    throw new ClientGone('The client broke the connection.', { cause: error });
  }
  if (size > maximumBytes) throw new BodyTooLarge(`A body of more than ${maximumBytes} bytes.`);
  return Buffer.concat(parts);
}

export function writeAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = answer.body ?? '';
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.status !== 204 && answer.status !== 304) response.setHeader('content-length', Buffer.byteLength(body));
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function jsonAnswer(status: number, value: unknown, contentType = 'application/json'): Answer {
  return { status, headers: { 'content-type': contentType }, body: JSON.stringify(value) };
}
