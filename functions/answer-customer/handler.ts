import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { LinksTable } from '../adapters/links-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { RememberedShops } from '../adapters/remembered-shops.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { TimelineTable } from '../adapters/timeline-table.ts';
import { endpoint } from '../http/endpoint.ts';
import { answerCustomer } from './answer-customer.ts';
import { environment } from './env.ts';

const { TABLE_NAME } = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), TABLE_NAME);
const ports = {
  links: new LinksTable(table),
  shops: new RememberedShops(new ShopsTable(table)),
  orders: new OrdersTable(table),
  customers: new CustomersTable(table),
  timeline: new TimelineTable(table),
};

export const handler = endpoint(answerCustomer(ports));
