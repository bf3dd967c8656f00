import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ClientGone } from './http-exchange.ts';

/** Somebody else listens on the port that was asked for. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server on 127.0.0.1 that listens before it can answer: its address is needed to make what will answer. */
export class LocalServer {
  private readonly server: Server;
  private readonly report: (error: unknown) => void;
  private handler: Handler | undefined;

  private constructor(report: (error: unknown) => void) {
    this.report = report;
    this.server = createServer((request, response) => this.handle(request, response));
    // SDKs keep their connections; a server that closes them first makes their next request fail.
    this.server.keepAliveTimeout = 120_000;
  }

  /** @throws PortInUse */
  static async listen(port: number, report: (error: unknown) => void): Promise<LocalServer> {
    const listening = new LocalServer(report);
    await new Promise<void>((resolve, reject) => {
      listening.server.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
      );
      listening.server.listen(port, '127.0.0.1', resolve);
    });
    return listening;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return `http://127.0.0.1:${address.port}`;
  }

  answerWith(handler: Handler): void {
    this.handler = handler;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    if (this.handler === undefined) {
      response.writeHead(503, { 'retry-after': '1' }).end();
      return;
    }
    this.handler(request, response).catch((error: unknown) => {
      if (!(error instanceof ClientGone)) this.report(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  }
}
