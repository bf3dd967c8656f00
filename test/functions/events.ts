import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { routes } from '../../infra/routes.ts';
import { Routes } from '../../local/http/routes.ts';

/** A request as a client sends it. */
export interface Sent {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers?: { readonly [name: string]: string } | undefined;
  readonly body?: string | Uint8Array | undefined;
}

const known = new Routes(
  Object.entries(routes).flatMap(([target, keys]) => keys.map((routeKey: string) => ({ routeKey, target }))),
);

/** Which function answers it, and the event that API Gateway hands to that function. */
export function eventOf({ method, url, headers = {}, body }: Sent): { name: string; event: APIGatewayProxyEventV2 } {
  const { pathname, search, searchParams } = new URL(url, 'https://api.example');
  const match = known.match(method, pathname)!;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const isText = /^(application\/json|text\/)/.test(lower['content-type'] ?? '');
  const query = Object.fromEntries(searchParams);
  return {
    name: match.route.target,
    event: {
      version: '2.0',
      routeKey: match.route.routeKey,
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: { host: 'api.example', ...lower },
      queryStringParameters: Object.keys(query).length > 0 ? query : undefined,
      pathParameters: Object.keys(match.pathParameters).length > 0 ? match.pathParameters : undefined,
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        domainName: 'api.example',
        domainPrefix: 'api',
        http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: 'request-1',
        routeKey: match.route.routeKey,
        stage: '$default',
        time: '',
        timeEpoch: 0,
      },
      body: bytes?.toString(isText ? 'utf8' : 'base64'),
      isBase64Encoded: bytes !== undefined && !isText,
    },
  };
}
