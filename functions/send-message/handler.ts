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
import { RememberedShops } from '../adapters/remembered-shops.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { alsoCovered, correlationIdOfTold } from '../domain/correlation.ts';
import { executionName } from '../domain/execution-name.ts';
import type { Answer } from '../domain/order/answer.ts';
import type { RecordedOrder, Told } from '../domain/order/order.ts';
import { readable } from '../domain/schema-version.ts';
import { log } from '../log.ts';
import { environment } from './env.ts';
import { newCode } from './new-code.ts';
import { requestSchema } from './request.ts';
import { runAct, type MessengerPorts } from './run-act.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const keepsDays = Number(env.PERSONAL_DATA_DAYS);

const ports: MessengerPorts = {
  orders: new OrdersTable(table, { keepsDays }),
  shops: new RememberedShops(new ShopsTable(table)),
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

/** Message key in, answer out; a line of log for what was said. Called by the workflow alone. */
export async function handler(event: unknown, context: Context): Promise<Answer> {
  const request = z.parse(requestSchema, readable(event));
  const execution = executionName(request.shop, request.order, request.run);
  return runAct(request, context.awsRequestId, { ...ports, said: (...said) => logSaid(execution, ...said) });
}

/** One line a message: which execution said it, what it follows from, and under which id SES has it. */
function logSaid(execution: string, order: RecordedOrder, told: Told, mail?: string): void {
  const also = alsoCovered(told, order);
  log.info('said', {
    shop: order.shop,
    order: order.order,
    execution,
    key: told.key,
    mail,
    why: told.unsent,
    correlationId: correlationIdOfTold(told, order),
    also: also.length > 0 ? also : undefined,
  });
}
