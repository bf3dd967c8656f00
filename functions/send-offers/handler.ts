import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CustomersTable } from '../adapters/customers-table.ts';
import { LinksTable } from '../adapters/links-table.ts';
import { sesClient, SesMailer } from '../adapters/mailer-ses.ts';
import { OffersTable } from '../adapters/offers-table.ts';
import { OrdersTable } from '../adapters/orders-table.ts';
import { PromosTable } from '../adapters/promos-table.ts';
import { ShopsTable } from '../adapters/shops-table.ts';
import { Table } from '../adapters/table.ts';
import { TimelineTable } from '../adapters/timeline-table.ts';
import { log } from '../log.ts';
import { newCode } from '../send-message/new-code.ts';
import { environment } from './env.ts';
import { sendOffers, type SendOffersPorts } from './send-offers.ts';

const env = z.parse(environment, process.env);
const table = new Table(new DynamoDBClient({}), env.TABLE_NAME);
const ports: SendOffersPorts = {
  offers: new OffersTable(table),
  orders: new OrdersTable(table),
  shops: new ShopsTable(table),
  customers: new CustomersTable(table),
  links: new LinksTable(table),
  promos: new PromosTable(table),
  timeline: new TimelineTable(table),
  mailer: new SesMailer(sesClient(), env.CONFIGURATION_SET),
  now: () => Date.now(),
  newToken: () => randomBytes(16).toString('base64url'),
  linkTo: (token) => `${env.PUBLIC_URL}/c/${token}`,
  newCode,
  failed: (shop, error) =>
    log.error('held offers of a customer got nowhere', {
      shop,
      error: error instanceof Error ? error.name : 'unknown',
    }),
};

export async function handler(): Promise<void> {
  await sendOffers(ports);
}
