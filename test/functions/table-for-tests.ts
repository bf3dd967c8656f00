import {
  CreateTableCommand,
  DynamoDBClient,
  ScanCommand,
  waitUntilTableExists,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import dynalite from 'dynalite';
import { afterAll } from 'vitest';
import { Table, type Item } from '../../functions/adapters/table.ts';

const server = dynalite({ createTableMs: 0 });
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

/** A client of the DynamoDB of this test file. */
export const dynamodb = new DynamoDBClient({
  endpoint: `http://127.0.0.1:${port}`,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
});
afterAll(() => {
  dynamodb.destroy();
  server.close();
});

let tables = 0;

/** An empty table of the project's shape, in a real DynamoDB API over a socket. */
export async function emptyTable(): Promise<Table> {
  const TableName = `table-${(tables += 1)}`;
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
        { AttributeName: 'watch', AttributeType: 'S' },
        { AttributeName: 'checkAt', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'watch',
          KeySchema: [
            { AttributeName: 'watch', KeyType: 'HASH' },
            { AttributeName: 'checkAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await waitUntilTableExists({ client: dynamodb, minDelay: 0.01, maxDelay: 0.05, maxWaitTime: 10 }, { TableName });
  return new Table(dynamodb, TableName);
}

/** All that lies in a table, in one order. */
export async function everythingIn(table: Table): Promise<Item[]> {
  const found: Item[] = [];
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await dynamodb.send(new ScanCommand({ TableName: table['name'], ExclusiveStartKey: after }));
    found.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  const key = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`;
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
