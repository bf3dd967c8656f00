import { expect, test } from 'vitest';
import type { Ask, Heard } from '../corner-shop/functions/clumsy.ts';
import { openShop } from '../corner-shop/open-shop.ts';

async function openAsker() {
  const shop = await openShop();
  const clumsy = shop.stack.description.functions.find(({ name }) => name.includes('clumsy'))!.name;
  const ask = async (asked: Ask): Promise<{ asSdk: Heard; overSocket: Heard }> => {
    const result = await shop.stack.functions.invoke(clumsy, { pathParameters: { how: 'ask' }, ask: asked });
    return JSON.parse(JSON.stringify('payload' in result ? result.payload : result));
  };
  return { ...shop, ask };
}

const json = (operation: string, input: unknown): Ask => ({
  path: '/',
  headers: { 'X-Amz-Target': `DynamoDB_20120810.${operation}`, 'content-type': 'application/x-amz-json-1.0' },
  body: typeof input === 'string' ? input : JSON.stringify(input),
});

/** What differs from one answer to the next, and what is of the socket only. */
function timeless({ headers, ...heard }: Heard): object {
  const {
    date,
    'x-amzn-requestid': id,
    connection: _connection,
    'keep-alive': _keepAlive,
    ...lasting
  } = Object(headers);
  return { ...heard, headers: lasting, dated: typeof date, named: typeof id };
}

test('what a function asks of AWS is answered as over a socket', async () => {
  const { ask, table: TableName } = await openAsker();
  const key = { pk: { S: 'ORDER#é…' }, sk: { S: 'ORDER' } };
  const asks = [
    json('PutItem', { TableName, Item: { ...key, text: { S: 'à la française' } } }),
    json('GetItem', { TableName, Key: key }),
    json('GetItem', { TableName: 'nowhere', Key: key }),
    json('PutItem', { TableName, Item: key, ConditionExpression: 'attribute_not_exists(pk)' }),
    json('GetItem', 'not JSON'),
    json('FlyToTheMoon', {}),
    { path: '/v2/nothing?of=this', headers: {}, body: '{}' },
  ];
  const statuses: unknown[] = [];
  for (const asked of asks) {
    const { asSdk, overSocket } = await ask(asked);
    expect(timeless(asSdk)).toEqual(timeless(overSocket));
    statuses.push(asSdk.status);
  }
  expect(statuses).toEqual([200, 200, 400, 400, 400, 400, 404]);
});

test('a connection that breaks without an answer breaks for the SDK', async () => {
  const { ask, stack } = await openAsker();
  stack.mail.failNext({ when: 'before', how: 'reset', times: 2 });
  const mail = {
    FromEmailAddress: 'shop@corner.example',
    Destination: { ToAddresses: ['camille@customer.example'] },
    Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Hello' } } } },
  };
  const asked = { path: '/v2/email/outbound-emails', headers: {}, body: JSON.stringify(mail) };
  expect(await ask(asked)).toEqual({ asSdk: { broken: 'ECONNRESET' }, overSocket: { broken: true } });
  expect((await ask(asked)).asSdk.status).toBe(200);
});

test('no socket is opened for what a function asks of AWS', async () => {
  const { ask } = await openAsker();
  const { asSdk, overSocket } = await ask(json('ListTables', {}));
  expect(overSocket.headers).toHaveProperty('connection');
  expect(asSdk.headers).not.toHaveProperty('connection');
});
