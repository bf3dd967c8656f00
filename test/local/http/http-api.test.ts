import { expect, test } from 'vitest';
import { openShop } from '../corner-shop/open-shop.ts';

interface Echo {
  event: { headers: Record<string, string>; body: string; isBase64Encoded: boolean };
}

async function echoed(response: Response): Promise<Echo> {
  const echo: Echo = JSON.parse(await response.text());
  return echo;
}

test('a function is handed a request as API Gateway hands it', async () => {
  const { stack } = await openShop();
  const response = await fetch(`${stack.apiUrl}/echo/a%20b/c?x=1&y=%C3%A9&x=2`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Upper': 'Kept', cookie: 'a=1; b=2' },
    body: '{"é":1}',
  });
  const { event } = await echoed(response);
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'ANY /echo/{rest+}',
    rawPath: '/echo/a%20b/c',
    rawQueryString: 'x=1&y=%C3%A9&x=2',
    queryStringParameters: { x: '1,2', y: 'é' },
    pathParameters: { rest: 'a b/c' },
    cookies: ['a=1', 'b=2'],
    body: '{"é":1}',
    isBase64Encoded: false,
    requestContext: {
      stage: '$default',
      routeKey: 'ANY /echo/{rest+}',
      http: { method: 'PUT', path: '/echo/a%20b/c', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
    },
  });
  expect(event.headers).toMatchObject({ 'x-upper': 'Kept', 'content-type': 'application/json' });
  expect(event.headers).not.toHaveProperty('cookie');
});

test.each([
  ['a form', 'application/x-www-form-urlencoded', true],
  ['a body without a type', '', true],
  ['bytes', 'application/octet-stream', true],
  ['JSON with a charset', 'application/json; charset=utf-8', false],
  ['a problem', 'application/problem+json', false],
  ['text', 'text/csv', false],
])('%s arrives %j base64-encoded: %s', async (_, type, encoded) => {
  const { stack } = await openShop();
  const body = Buffer.from('word=received');
  const response = await fetch(`${stack.apiUrl}/echo/x`, {
    method: 'POST',
    headers: type === '' ? {} : { 'content-type': type },
    body,
  });
  const { event } = await echoed(response);
  expect(event.isBase64Encoded).toBe(encoded);
  expect(Buffer.from(event.body, encoded ? 'base64' : 'utf8').toString()).toBe('word=received');
});

test('a full response keeps its status, headers, cookies and bytes', async () => {
  const { ask } = await openShop();
  const { status, headers, body } = await ask('POST', '/misbehave/cookies');
  expect(status).toBe(201);
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(headers.get('x-shop')).toBe('corner');
  expect(headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  expect(body).toBe('hi');
});

test('a bare value is answered as JSON, a text as it stands', async () => {
  const { stack } = await openShop();
  const response = await fetch(`${stack.apiUrl}/misbehave/bare`, { method: 'POST' });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(await response.text()).toBe('a bare text');
});

test('what no function answers, the gateway answers in its own words', async () => {
  const { ask, stack } = await openShop();
  expect(await ask('GET', '/nowhere')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  expect(await ask('DELETE', '/orders')).toMatchObject({ status: 404 });
  expect(await ask('GET', '/orders//shipments')).toMatchObject({ status: 404 });
  for (const how of ['throw', 'malformed', 'exit', 'reject']) {
    expect(await ask('POST', `/misbehave/${how}`)).toMatchObject({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
  }
  const tooLarge = await fetch(`${stack.apiUrl}/orders`, {
    method: 'POST',
    body: new Uint8Array(10 * 1024 * 1024 + 1),
  });
  expect([tooLarge.status, await tooLarge.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
});
