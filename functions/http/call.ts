import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RequestKey } from '../domain/told-to-us/identity.ts';
import { jsonFrom, mostBytes, tooLarge } from './json-body.ts';
import { Refused } from './problem.ts';

/** One HTTP request, read from API Gateway's event (payload 2.0). */
export class Call {
  readonly now: number;
  private readonly event: APIGatewayProxyEventV2;

  constructor(event: APIGatewayProxyEventV2, now: number) {
    this.event = event;
    this.now = now;
  }

  get method(): string {
    return this.event.requestContext.http.method;
  }

  /** As it was sent. */
  get address(): string {
    return this.event.rawPath;
  }

  /** The address that the route stands for, however it was spelled. */
  get path(): string {
    const [, path = this.event.rawPath] = this.route.split(' ');
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => this.parameter(name));
  }

  /** Names the route, never the address itself: addresses carry customers' links. */
  get route(): string {
    return this.event.routeKey;
  }

  /** API Gateway's own name of this very request. */
  get requestId(): string {
    return this.event.requestContext.requestId;
  }

  /** API Gateway's header names are lower case. Blanks around a value are none of it, and only those of RFC 9110. */
  header(name: string): string | undefined {
    return this.event.headers[name]?.replaceAll(/^[ \t]+|[ \t]+$/g, '');
  }

  parameter(name: string): string {
    return this.event.pathParameters?.[name] ?? '';
  }

  query(name: string): string | undefined {
    return this.event.queryStringParameters?.[name];
  }

  /** The body as it was sent, decoded: signatures are over these bytes. */
  get bytes(): Buffer {
    return Buffer.from(this.event.body ?? '', this.event.isBase64Encoded ? 'base64' : 'utf8');
  }

  /** The body of a call that speaks JSON; without a content type it is taken as such. */
  json(): unknown {
    const type = this.contentType();
    if (type !== undefined && type.name !== 'application/json') {
      throw new Refused('wrong-type', 'Bodies are application/json.');
    }
    if (type !== undefined && !['utf-8', 'utf8'].includes(type.charset)) {
      throw new Refused('wrong-type', 'JSON is written in UTF-8.');
    }
    return jsonFrom(this.bytes);
  }

  /** The fields of a form, each once: of a field that comes twice the first counts. */
  form(): ReadonlyMap<string, string> {
    if (this.contentType()?.name !== 'application/x-www-form-urlencoded') {
      throw new Refused('wrong-type', 'Forms are application/x-www-form-urlencoded.');
    }
    const { bytes } = this;
    if (bytes.byteLength > mostBytes) throw tooLarge();
    return new Map([...new URLSearchParams(bytes.toString('utf8'))].toReversed());
  }

  /** The Idempotency-Key of a call of this shop to this path; throws where it is none. */
  idempotencyKey(shop: string): RequestKey | undefined {
    const key = this.header('idempotency-key');
    if (key === undefined) return undefined;
    if (key.length === 0 || key.length > 255) {
      const detail = 'must have 1 to 255 characters';
      throw new Refused('wrong-fields', `Idempotency-Key ${detail}.`, [{ header: 'Idempotency-Key', detail }]);
    }
    return { shop, method: this.method, path: this.path, key };
  }

  private contentType(): { name: string; charset: string } | undefined {
    const header = this.header('content-type');
    if (header === undefined || header === '') return undefined;
    const [name = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
    const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
    return { name, charset: charset?.replaceAll('"', '') ?? 'utf-8' };
  }
}
