import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { LinksTable } from '../adapters/links-table.ts';
import { sesClient, SesMailer } from '../adapters/mailer-ses.ts';
import { OffersTable } from '../adapters/offers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { PromosTable } from '../adapters/promos-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import type { Answer } from '../domain/order/answer.ts';
import { readable } from '../domain/schema-version.ts';
import { environment } from './env.ts';
import { newCode } from './new-code.ts';
import { requestSchema } from './request.ts';
import { runAct, type MessengerPorts } from './run-act.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const keepsDays = Number(env.PERSONAL_DATA_DAYS);

const ports: MessengerPorts = {
  orders: new OrdersTable(table, keepsDays),
  shops: new ShopsTable(table),
  customers: new CustomersTable(table),
  links: new LinksTable(table),
  promos: new PromosTable(table),
  offers: new OffersTable(table),
  mailer: new SesMailer(sesClient(), env.CONFIGURATION_SET),
  now: () => Date.now(),
  newToken: () => randomBytes(16).toString('base64url'),
  linkTo: (token) => `${env.PUBLIC_URL}/c/${token}`,
  newCode,
  keepsDays,
};

/** Message key in, answer out. Called by the workflow alone. */
export async function handler(event: unknown, context: Context): Promise<Answer> {
  return runAct(z.parse(requestSchema, readable(event)), context.awsRequestId, ports);
}
