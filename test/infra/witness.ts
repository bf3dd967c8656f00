import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';

/** A call that a function made of AWS, as it went over the wire. */
export interface Witnessed {
  /** The name of the function's folder. */
  readonly by: string;
  /** `dynamodb:GetItem` */
  readonly action: string;
  readonly input: unknown;
}

const serviceOf: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  AWSStepFunctions: 'states',
  AmazonSQS: 'sqs',
};

/**
 * Stands between the functions and AWS: each function signs with its own name, so that it is known who called. What it
 * hears it hands on unchanged.
 */
export class Witness {
  readonly calls: Witnessed[] = [];
  private readonly server = createServer((request, response) => void this.hear(request, response));
  private target: URL | undefined;

  /** @returns a witness that listens on 127.0.0.1. */
  static async listening(): Promise<Witness> {
    const witness = new Witness();
    await new Promise<void>((done) => witness.server.listen(0, '127.0.0.1', done));
    return witness;
  }

  get url(): string {
    const { port } = z.custom<AddressInfo>((address) => typeof address === 'object').parse(this.server.address());
    return `http://127.0.0.1:${port}`;
  }

  /** Where calls are handed on to. */
  handOnTo(url: string): void {
    this.target = new URL(url);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    this.calls.push({ by: signerOf(request), action: actionOf(request), input: inputIn(body) });
    const { hostname, port } = this.target ?? new URL('http://nowhere');
    const { method, url: path, headers } = request;
    const onward = send({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  }
}

function signerOf({ headers }: IncomingMessage): string {
  return /Credential=([\w-]+)\//.exec(headers.authorization ?? '')?.[1] ?? 'nobody';
}

function actionOf({ headers, method, url }: IncomingMessage): string {
  const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (serviceOf[service] !== undefined) return `${serviceOf[service]}:${operation}`;
  return method === 'POST' && url === '/v2/email/outbound-emails' ? 'ses:SendEmail' : `${method} ${url}`;
}

function inputIn(body: Buffer): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString());
}

const template = z.looseObject({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });
const functionProperties = z.looseObject({
  FunctionName: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).default({ Variables: {} }),
});
const assets = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string() }) })),
});

/** A copy of the local stack's assembly whose functions call AWS by way of the witness. To be removed in the end. */
export function assemblyWatchedBy(witness: Witness): { folder: string; remove: () => void } {
  const name = 'Shopkeeper-local';
  const cdkOut = resolve(import.meta.dirname, '../../cdk.out');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(cdkOut, file), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-watched-'));

  const watched = template.parse(read(`${name}.template.json`));
  for (const resource of Object.values(watched.Resources)) {
    if (resource.Type !== 'AWS::Lambda::Function') continue;
    const properties = functionProperties.parse(resource['Properties']);
    properties.Environment.Variables['AWS_ACCESS_KEY_ID'] = properties.FunctionName.replace(`${name}-`, '');
    properties.Environment.Variables['AWS_ENDPOINT_URL'] = witness.url;
    resource['Properties'] = properties;
  }
  writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(watched));

  const found = assets.parse(read(`${name}.assets.json`));
  for (const { source } of Object.values(found.files)) source.path = resolve(cdkOut, source.path);
  writeFileSync(join(folder, `${name}.assets.json`), JSON.stringify(found));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
