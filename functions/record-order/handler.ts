import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { ErasuresTable } from '../adapters/erasures-table.ts';
import { IdempotencyTable } from '../adapters/idempotency-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RememberedShops } from '../adapters/remembered-shops.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { recordOrder } from './record-order.ts';

const { TABLE_NAME, PERSONAL_DATA_DAYS, WATCH_PARTS } = z.parse(environment, process.env);
const keepsDays = Number(PERSONAL_DATA_DAYS);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = {
  orders: new OrdersTable(table, { keepsDays, watchParts: Number(WATCH_PARTS) }),
  shops: new RememberedShops(new ShopsTable(table)),
  customers: new CustomersTable(table),
  erasures: new ErasuresTable(table),
  keys: new IdempotencyTable(table),
  keepsDays,
};

export const handler = shopEndpoint(new ApiKeysTable(table), recordOrder(ports));
