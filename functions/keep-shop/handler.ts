import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { SecretsTable } from '../adapters/secrets-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { keepShop } from './keep-shop.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = { shops: new ShopsTable(table), secrets: new SecretsTable(table) };

export const handler = shopEndpoint(new ApiKeysTable(table), keepShop(ports));
