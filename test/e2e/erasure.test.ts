import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetExecutionHistoryCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn, Outside } from './outside.ts';

let shop: Outside;
beforeAll(async () => {
  shop = await Outside.open();
});
afterAll(() => shop.close());

const manon = { id: 'manon', name: 'Manon Delcourt', email: 'manon@delcourt.example', locale: 'fr' };

test('who is to be forgotten hears nothing more: a waiting order ends, and says that it was erased', async () => {
  const order = await shop.order({ customer: manon });
  const [confirmation] = await shop.mails(order);
  const link = linkIn(confirmation!);
  expect((await shop.ask('DELETE', '/customers/manon')).status).toBe(202);
  await shop.settle();

  expect((await shop.execution(`demo.${order}`)).status).toBe('SUCCEEDED');
  expect((await shop.states(`demo.${order}`)).at(-1)).toBe('CloseOrder');
  expect(await shop.shown(order)).toMatchObject({ stage: 'CloseOrder', how: 'erased' });
  expect((await shop.get(link, { key: null })).status).toBe(404);

  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.advance('P8D');
  expect(await shop.messages(order)).toEqual(['confirm-order']);
  expect((await shop.get('/customers/manon/timeline')).status).toBe(404);
  expect((await shop.get('/customers/manon/export')).status).toBe(404);
});

test('who had a life in the shop is nowhere in its table afterwards, and never was in an execution', async () => {
  const client = {
    endpoint: shop.awsUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  const customer = {
    ...manon,
    id: 'canary-id',
    name: 'Canary Oiseau',
    email: 'canary@oiseau.example',
    phone: '+33699887766',
  };
  const delivery = { kind: 'parcel', address: '7 rue des Canary, Oiseauville' };
  const recipient = { name: 'Canary Gift', email: 'gift@oiseau.example', notify: true };
  const [late, unreachable] = [
    await shop.order({ customer, delivery, recipient }),
    await shop.order({ customer: { id: 'canary-id', name: customer.name, phone: customer.phone } }),
  ];
  await shop.post(`/orders/${late}/shipments`, { parcel: 'p1', carrier: 'Colissimo' });
  await shop.post(`/orders/${late}/words`, { word: 'problem', text: 'Canary: cassé', by: 'phone' });
  await shop.put('/customers/canary-id/preferences', { tone: 'comfort', channel: 'phone' });
  await shop.advance('P4D');
  expect((await shop.get('/tasks')).text).toContain('Canary');
  const canary = /canary|oiseau|99887766/i;

  const database = new DynamoDBClient(client);
  const [TableName] = (await database.send(new ListTablesCommand({}))).TableNames ?? [];
  const inTable = async (): Promise<string[]> =>
    ((await database.send(new ScanCommand({ TableName }))).Items ?? [])
      .map((item) => JSON.stringify(item))
      .filter((item) => canary.test(item));
  expect((await inTable()).length).toBeGreaterThan(20);
  expect((await shop.ask('DELETE', '/customers/canary-id')).status).toBe(202);
  await shop.settle();
  expect((await inTable()).filter((item) => !item.includes('#ERASED#'))).toEqual([]);
  await shop.advance('PT38H');
  expect(await inTable()).toEqual([]);
  expect((await shop.get('/tasks')).text).not.toMatch(canary);
  expect([(await shop.shown(late)).how, (await shop.shown(unreachable)).how]).toEqual(['erased', 'erased']);

  const workflow = new SFNClient(client);
  for (const order of [late, unreachable]) {
    const [machine] = (await workflow.send(new ListStateMachinesCommand({}))).stateMachines ?? [];
    const executionArn = `${machine!.stateMachineArn!.replace(':stateMachine:', ':execution:')}:demo.${order}`;
    const history = await workflow.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    expect(history.events?.length).toBeGreaterThan(10);
    expect(JSON.stringify(history.events)).not.toMatch(canary);
  }
  database.destroy();
  workflow.destroy();
});

test('an order that has ended is not taken up again when its person is erased', async () => {
  const order = await shop.order({ customer: { ...manon, id: 'manon-2' }, payment: 'invoice' });
  await shop.post(`/orders/${order}/cancellations`, { by: 'customer' });
  expect((await shop.shown(order)).how).toBe('cancelled');
  await shop.ask('DELETE', '/customers/manon-2');
  await shop.settle();
  await shop.advance('P3D');
  expect((await shop.shown(order)).how).toBe('erased');
  const executions: { name: string }[] = await shop.local('GET', '/_local/executions');
  expect(executions.filter(({ name }) => name.startsWith(`demo.${order}`))).toHaveLength(1);
});

test('a person gets all that is known of them', async () => {
  const customer = { ...manon, id: 'manon-3' };
  const first = await shop.order({ customer });
  await shop.post(`/orders/${first}/words`, { word: 'question', text: 'Est-elle en laiton ?', by: 'phone' });
  const second = await shop.order({ customer });
  const { status, json } = await shop.get('/customers/manon-3/export');
  expect(status).toBe(200);
  expect(json.customer).toMatchObject(customer);
  expect(json.orders.map(({ id }: { id: string }) => id)).toEqual([first, second]);
  expect(JSON.stringify(json.orders[0].facts)).toContain('Est-elle en laiton ?');
  expect(json.orders[0].messages[0]).toMatchObject({ message: 'confirm-order', sent: true });
  expect(json.timeline.length).toBeGreaterThan(3);
  expect(json).not.toHaveProperty('next');
  expect((await shop.get('/customers/nobody/export')).status).toBe(404);
});

test('who orders again after it is greeted like anybody who was never here', async () => {
  await shop.ask('DELETE', '/customers/manon-3');
  await shop.settle();
  await shop.advance('PT1M');
  const order = await shop.order({ customer: { ...manon, id: 'manon-3' } });
  await shop.advance('P2D');
  expect((await shop.messages(order))[0]).toBe('confirm-order');
  expect((await shop.get('/customers/manon-3/export')).json.orders).toHaveLength(1);
});
