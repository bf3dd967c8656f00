import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll } from 'vitest';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { Table } from '../../functions/adapters/table.ts';
import { MemoryOrders } from '../../local/virtual/memory-orders.ts';
import { keepsOrders } from '../contracts/orders-contract.ts';

const server = dynalite({ createTableMs: 0 });
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
const address = server.address() as { port: number };
const client = new DynamoDBClient({
  endpoint: `http://127.0.0.1:${address.port}`,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
});
afterAll(() => {
  client.destroy();
  server.close();
});

let tables = 0;
keepsOrders('the table', async () => {
  const TableName = `orders-${(tables += 1)}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  return new OrdersTable(new Table(client, TableName));
});

keepsOrders('the memory', async () => new MemoryOrders());
