import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { ErasuresTable } from '../adapters/erasures-table.ts';
import { IdempotencyTable } from '../adapters/idempotency-table.ts';
import { NotTakenTable } from '../adapters/not-taken-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RememberedShops } from '../adapters/remembered-shops.ts';
import { SecretsTable } from '../adapters/secrets-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { endpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { takeShopify } from './take-shopify.ts';

const { TABLE_NAME, PERSONAL_DATA_DAYS, WATCH_PARTS } = z.parse(environment, process.env);
const keepsDays = Number(PERSONAL_DATA_DAYS);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const metrics = new Metrics({ namespace: 'Shopkeeper', serviceName: 'take-shopify' });
const ports = {
  orders: new OrdersTable(table, { keepsDays, watchParts: Number(WATCH_PARTS) }),
  shops: new RememberedShops(new ShopsTable(table)),
  customers: new CustomersTable(table),
  erasures: new ErasuresTable(table),
  keys: new IdempotencyTable(table),
  keepsDays,
  secrets: new SecretsTable(table),
  notTaken: new NotTakenTable(table),
  count: () => {
    metrics.addMetric('ShopifyNotTaken', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
  },
};

export const handler = endpoint(takeShopify(ports));
