import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { ApiKeysTable } from '../adapters/api-keys-table.ts';
import { CallsTable } from '../adapters/calls-table.ts';
import { CustomersTable } from '../adapters/customers-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { TasksTable } from '../adapters/tasks-table.ts';
import { shopEndpoint } from '../http/endpoint.ts';
import { environment } from './env.ts';
import { listTasks } from './list-tasks.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);

const ports = {
  tasks: new TasksTable(table),
  calls: new CallsTable(table),
  customers: new CustomersTable(table),
  shops: new ShopsTable(table),
};

export const handler = shopEndpoint(new ApiKeysTable(table), listTasks(ports));
