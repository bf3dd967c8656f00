import http from 'node:http';

console.log('woken');

export interface Ask {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Heard {
  status?: number | undefined;
  headers?: unknown;
  body?: string;
  broken?: unknown;
}

/** Asks AWS by Node's `http.request`, as the SDK does. */
async function askAsSdk({ path, headers, body }: Ask): Promise<Heard> {
  const { hostname: host, port } = new URL(process.env['AWS_ENDPOINT_URL']!);
  return new Promise((resolve) => {
    const request = http.request({ host, port, path, method: 'POST', headers }, (response) => {
      let heard = '';
      response.setEncoding('utf8').on('data', (part: string) => (heard += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: heard }));
    });
    request.on('error', (error) => resolve({ broken: 'code' in error && error.code }));
    request.write(body.slice(0, 3));
    request.end(body.slice(3));
  });
}

/** Asks the same over a socket. */
async function askOverSocket({ path, headers, body }: Ask): Promise<Heard> {
  try {
    const response = await fetch(`${process.env['AWS_ENDPOINT_URL']}${path}`, { method: 'POST', headers, body });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  } catch (error) {
    return { broken: error instanceof Error && error.cause instanceof Error && 'code' in error.cause };
  }
}

/** Does what a function should not do, as it is told. */
export async function handler(event: { pathParameters: { how: string }; ask?: Ask }): Promise<unknown> {
  switch (event.pathParameters.how) {
    case 'throw':
      throw new RangeError('out of range');
    case 'malformed':
      return { statusCode: 200, body: { not: 'a text' } };
    case 'sleep':
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'short':
      return new Promise((resolve) => setTimeout(resolve, 5));
    case 'ask':
      return { asSdk: await askAsSdk(event.ask!), overSocket: await askOverSocket(event.ask!) };
    case 'exit':
      return process.exit(7);
    case 'reject':
      setTimeout(() => void Promise.reject(new Error('nobody listens')), 0);
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    case 'cookies':
      return {
        statusCode: 201,
        cookies: ['a=1', 'b=2'],
        headers: { 'X-Shop': 'corner' },
        body: 'aGk=',
        isBase64Encoded: true,
      };
    default:
      return 'a bare text';
  }
}
