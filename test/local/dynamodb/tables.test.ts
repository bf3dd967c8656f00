import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import type { Change } from '../../../local/dynamodb/tables.ts';
import { Tables } from '../../../local/dynamodb/tables.ts';
import { day, hour, openShop } from '../corner-shop/open-shop.ts';

const key = { pk: { S: 'ORDER#1' }, sk: { S: 'DETAILS' } };

test('a failed condition shows the item that it was judged on, when asked', async () => {
  const { dynamodb, table: TableName } = await openShop();
  await dynamodb.send(new PutItemCommand({ TableName, Item: { ...key, version: { N: '3' } } }));
  const claim = (more: object) =>
    dynamodb.send(
      new UpdateItemCommand({
        TableName,
        Key: key,
        UpdateExpression: 'SET version = version + :one',
        ConditionExpression: 'version = :judged',
        ExpressionAttributeValues: { ':one': { N: '1' }, ':judged': { N: '2' } },
        ...more,
      }),
    );
  const plain = await claim({}).catch((error: unknown) => error);
  expect(plain).toBeInstanceOf(ConditionalCheckFailedException);
  expect(plain).toHaveProperty('Item', undefined);
  const shown = await claim({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }).catch((error: unknown) => error);
  expect(shown).toMatchObject({ name: 'ConditionalCheckFailedException', Item: { ...key, version: { N: '3' } } });
});

test('only items that have the index’ key are in the index', async () => {
  const { dynamodb, table: TableName } = await openShop();
  const open = async (): Promise<unknown[]> => {
    const query = { KeyConditionExpression: 'openIn = :shop', ExpressionAttributeValues: { ':shop': { S: 'demo' } } };
    return (await dynamodb.send(new QueryCommand({ TableName, IndexName: 'open', ...query }))).Items!.map(
      ({ sk }) => sk!.S,
    );
  };
  const put = (sk: string, more: object) =>
    dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'SHOP' }, sk: { S: sk }, ...more } }));
  await put('a', { openIn: { S: 'demo' } });
  await put('b', {});
  await put('c', { openIn: { S: 'demo' } });
  expect(await open()).toEqual(expect.arrayContaining(['a', 'c']));
  await dynamodb.send(
    new UpdateItemCommand({ TableName, Key: { pk: { S: 'SHOP' }, sk: { S: 'a' } }, UpdateExpression: 'REMOVE openIn' }),
  );
  expect(await open()).toEqual(['c']);
});

test('an item is gone within the hour after its time, and not before', async () => {
  const {
    dynamodb,
    table: TableName,
    stack,
    itemsOf,
  } = await openShop({ startAt: Date.parse('2026-12-01T10:30:00Z') });
  const endsAt = (after: number) => ({ endsAt: { N: String(Math.floor((stack.clock.now() + after) / 1000)) } });
  await dynamodb.send(
    new PutItemCommand({ TableName, Item: { pk: { S: 'LINK' }, sk: { S: 'short' }, ...endsAt(day) } }),
  );
  await dynamodb.send(
    new PutItemCommand({ TableName, Item: { pk: { S: 'LINK' }, sk: { S: 'kept' }, ...endsAt(day) } }),
  );
  await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: 'LINK' }, sk: { S: 'kept' } },
      UpdateExpression: 'SET endsAt = :later',
      ExpressionAttributeValues: { ':later': endsAt(8 * day).endsAt },
    }),
  );
  await stack.advance(day - hour);
  expect(await itemsOf('LINK')).toHaveLength(2);
  await stack.advance(2 * hour);
  expect((await itemsOf('LINK')).map(({ sk }) => sk!.S)).toEqual(['kept']);
  await stack.advance(8 * day);
  expect(await itemsOf('LINK')).toEqual([]);
});

test('what the embedded table has not, it refuses by name', async () => {
  const { dynamodb, table: TableName } = await openShop();
  const put = { Put: { TableName, Item: key } };
  await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [put] }))).rejects.toThrow(
    /no transactions/,
  );
  const elsewhere = dynamodb.send(new GetItemCommand({ TableName: 'elsewhere', Key: key }));
  await expect(elsewhere).rejects.toBeInstanceOf(ResourceNotFoundException);
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  expect(Table!.TableArn).toBe(`arn:aws:dynamodb:eu-west-1:000000000000:table/${TableName}`);
});

test('every write that changes an item is told, with what was there before and after, in the order of the item', async () => {
  const changes: Change[] = [];
  const tables = new Tables({ changed: (change) => changes.push(change) });
  const schema = {
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  };
  await tables.open([{ name: 'shelf', arn: 'arn', schema }]);
  const one = { pk: { S: '1' } };
  const count = (by: string) =>
    tables.call('UpdateItem', {
      TableName: 'shelf',
      Key: one,
      UpdateExpression: 'ADD n :by',
      ExpressionAttributeValues: { ':by': { N: by } },
    });
  await Promise.all(Array.from({ length: 20 }, () => count('1')));
  await count('0');
  await tables.call('PutItem', { TableName: 'shelf', Item: { n: { N: '20' }, ...one } });
  const writes = [{ DeleteRequest: { Key: one } }, { PutRequest: { Item: { pk: { S: '2' } } } }];
  await tables.call('BatchWriteItem', { RequestItems: { shelf: writes } });
  await tables.call('DeleteItem', { TableName: 'shelf', Key: one });
  expect(changes.slice(0, 20).map(({ before, after }) => [before?.['n']?.['N'] ?? '0', after?.['n']?.['N']])).toEqual(
    Array.from({ length: 20 }, (_, at) => [String(at), String(at + 1)]),
  );
  const ends = changes.slice(20).map(({ before, after }) => [before?.['pk']?.['S'], after?.['pk']?.['S']]);
  expect(ends).toHaveLength(2);
  expect(ends).toEqual(
    expect.arrayContaining([
      ['1', undefined],
      [undefined, '2'],
    ]),
  );
  await tables.close();
});

test('batches and deletions work through the ordinary client', async () => {
  const { dynamodb, table: TableName, itemsOf } = await openShop();
  const items = ['a', 'b', 'c'].map((sk) => ({ PutRequest: { Item: { pk: { S: 'SHELF' }, sk: { S: sk } } } }));
  await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: items } }));
  await dynamodb.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'SHELF' }, sk: { S: 'b' } } }));
  expect((await itemsOf('SHELF')).map(({ sk }) => sk!.S)).toEqual(['a', 'c']);
});

test('the table is described with the stream and the time to live that it has here', async () => {
  const { dynamodb, table: TableName } = await openShop();
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  expect(Table).toMatchObject({
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    LatestStreamArn: expect.stringContaining('/stream/'),
  });
  const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'endsAt' });
});
