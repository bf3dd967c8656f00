import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { ErasuresTable } from '../adapters/erasures-table.ts';
import { Table } from '../adapters/table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { forgetCustomer } from './forget-customer.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = { customers: new CustomersTable(table), erasures: new ErasuresTable(table) };

export const handler = shopEndpoint(new ApiKeysTable(table), forgetCustomer(ports));
