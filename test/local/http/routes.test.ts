import { expect, test } from 'vitest';
import { Routes } from '../../../local/http/routes.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'GET /orders/{id}',
  'ANY /orders/{id}',
  'GET /orders/open',
  'POST /orders/{id}/shipments',
  'GET /orders/{proxy+}',
];
const routes = new Routes(keys.map((routeKey) => ({ routeKey, target: undefined })));

test.each([
  ['GET', '/orders/open', 'GET /orders/open', {}],
  ['GET', '/orders/1', 'GET /orders/{id}', { id: '1' }],
  ['PUT', '/orders/1', 'ANY /orders/{id}', { id: '1' }],
  ['HEAD', '/orders/1', 'ANY /orders/{id}', { id: '1' }],
  ['GET', '/orders/1/parts/2', 'GET /orders/{proxy+}', { proxy: '1/parts/2' }],
  ['POST', '/orders/1/shipments', 'POST /orders/{id}/shipments', { id: '1' }],
  ['GET', '/orders/%C3%A9%2F1', 'GET /orders/{id}', { id: 'é/1' }],
  ['GET', '/orders/100%', 'GET /orders/{id}', { id: '100%' }],
  ['GET', '/elsewhere', 'ANY /{proxy+}', { proxy: 'elsewhere' }],
  ['GET', '/', '$default', {}],
])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
  const match = routes.match(method, path);
  expect(match?.route.routeKey).toBe(routeKey);
  expect(match?.pathParameters).toEqual(pathParameters);
});
