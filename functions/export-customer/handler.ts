import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { PlacedTable } from '../adapters/placed-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { TimelineTable } from '../adapters/timeline-table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { exportCustomer } from './export-customer.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = {
  orders: new OrdersTable(table),
  shops: new ShopsTable(table),
  customers: new CustomersTable(table),
  placed: new PlacedTable(table),
  timeline: new TimelineTable(table),
};

export const handler = shopEndpoint(new ApiKeysTable(table), exportCustomer(ports));
