import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { NotTakenTable } from '../adapters/not-taken-table.ts';
import { Table } from '../adapters/table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { listNotTaken } from './list-not-taken.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);

export const handler = shopEndpoint(new ApiKeysTable(table), listNotTaken({ notTaken: new NotTakenTable(table) }));
