import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { IdempotencyTable } from '../adapters/idempotency-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { previewMessage } from './preview-message.ts';
import { resendMessage } from './resend-message.ts';

const { TABLE_NAME, PUBLIC_URL } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = {
  orders: new OrdersTable(table),
  shops: new ShopsTable(table),
  customers: new CustomersTable(table),
  keys: new IdempotencyTable(table),
  linkTo: (token: string) => `${PUBLIC_URL}/c/${token}`,
};
const [resend, preview] = [resendMessage(ports), previewMessage(ports)];

export const handler = shopEndpoint(new ApiKeysTable(table), (shop, call) =>
  call.method === 'POST' ? resend(shop, call) : preview(shop, call),
);
