import './silence.ts';
import { ApiKeysTable } from '../../functions/adapters/api-keys-table.ts';
import { CallsTable } from '../../functions/adapters/calls-table.ts';
import { CustomersTable } from '../../functions/adapters/customers-table.ts';
import { ErasuresTable } from '../../functions/adapters/erasures-table.ts';
import { IdempotencyTable } from '../../functions/adapters/idempotency-table.ts';
import { LinksTable } from '../../functions/adapters/links-table.ts';
import { NotTakenTable } from '../../functions/adapters/not-taken-table.ts';
import { OrdersTable } from '../../functions/adapters/orders-table.ts';
import { PlacedTable } from '../../functions/adapters/placed-table.ts';
import { PromosTable } from '../../functions/adapters/promos-table.ts';
import { SecretsTable } from '../../functions/adapters/secrets-table.ts';
import { ShopsTable } from '../../functions/adapters/shops-table.ts';
import type { Table } from '../../functions/adapters/table.ts';
import { TasksTable } from '../../functions/adapters/tasks-table.ts';
import { TimelineTable } from '../../functions/adapters/timeline-table.ts';
import { answerCustomer } from '../../functions/answer-customer/answer-customer.ts';
import { completeTask } from '../../functions/complete-task/complete-task.ts';
import { exportCustomer } from '../../functions/export-customer/export-customer.ts';
import { forgetCustomer } from '../../functions/forget-customer/forget-customer.ts';
import { endpoint, shopEndpoint, type Endpoint } from '../../functions/http/endpoint.ts';
import { keepCustomer } from '../../functions/keep-customer/keep-customer.ts';
import { keepShop } from '../../functions/keep-shop/keep-shop.ts';
import { listNotTaken } from '../../functions/list-not-taken/list-not-taken.ts';
import { listTasks } from '../../functions/list-tasks/list-tasks.ts';
import { recordFact } from '../../functions/record-fact/record-fact.ts';
import { recordOrder } from '../../functions/record-order/record-order.ts';
import { redeemPromo } from '../../functions/redeem-promo/redeem-promo.ts';
import { refuseUnknown } from '../../functions/refuse-unknown/refuse-unknown.ts';
import { previewMessage } from '../../functions/resend-message/preview-message.ts';
import { resendMessage } from '../../functions/resend-message/resend-message.ts';
import { showOrder } from '../../functions/show-order/show-order.ts';
import { showTimeline } from '../../functions/show-timeline/show-timeline.ts';
import { takeShopify } from '../../functions/take-shopify/take-shopify.ts';
import { shop as settings } from '../shop/facts.ts';
import { eventOf, type Sent } from './events.ts';
import { emptyTable } from './table-for-tests.ts';

/** A Tuesday morning in Lyon. */
export const tuesday = Date.parse('2026-11-24T10:00:00+01:00');

export interface Answered {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  // What an answer holds is what a test is about to find out.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** The fields that an answer calls wrong. */
export const pointersOf = ({ json: { errors } }: Answered): string[] =>
  errors.map(({ pointer }: { pointer: string }) => pointer);

/** What a test gets hold of besides the API: the table's own adapters, and the clock. */
export class Api {
  now = tuesday;
  notTaken = 0;
  readonly table: Table;
  readonly orders: OrdersTable;
  readonly links: LinksTable;
  readonly promos: PromosTable;
  readonly customers: CustomersTable;
  readonly shops: ShopsTable;
  readonly secrets: SecretsTable;
  readonly keys: ApiKeysTable;
  readonly erasures: ErasuresTable;
  private readonly endpoints: { readonly [name: string]: Endpoint };

  constructor(table: Table) {
    this.table = table;
    this.orders = new OrdersTable(table, { now: () => this.now });
    this.links = new LinksTable(table);
    this.promos = new PromosTable(table);
    this.customers = new CustomersTable(table);
    this.shops = new ShopsTable(table);
    this.secrets = new SecretsTable(table);
    this.keys = new ApiKeysTable(table);
    this.erasures = new ErasuresTable(table);
    const { orders, shops, customers, links, promos, secrets } = this;
    const { erasures } = this;
    const facts = { orders, shops, customers, erasures, keys: new IdempotencyTable(table) };
    const previews = { ...facts, linkTo: (token: string) => `https://shop.example/c/${token}` };
    const calls = new CallsTable(table);
    const now = () => this.now;
    const forShops = (decide: Parameters<typeof shopEndpoint>[1]): Endpoint => shopEndpoint(this.keys, decide, now);
    this.endpoints = {
      'keep-shop': forShops(keepShop({ shops, secrets })),
      'record-order': forShops(recordOrder(facts)),
      'record-fact': forShops(recordFact(facts)),
      'resend-message': forShops((shop, call) =>
        call.method === 'POST' ? resendMessage(facts)(shop, call) : previewMessage(previews)(shop, call),
      ),
      'show-order': forShops(showOrder({ orders, shops })),
      'keep-customer': forShops(keepCustomer({ ...facts, timeline: new TimelineTable(table) })),
      'show-timeline': forShops(showTimeline({ timeline: new TimelineTable(table), customers })),
      'export-customer': forShops(
        exportCustomer({ ...facts, placed: new PlacedTable(table), timeline: new TimelineTable(table) }),
      ),
      'forget-customer': forShops(forgetCustomer({ customers, erasures })),
      'list-not-taken': forShops(listNotTaken({ notTaken: new NotTakenTable(table) })),
      'list-tasks': forShops(listTasks({ tasks: new TasksTable(table), calls, customers, shops })),
      'complete-task': forShops(completeTask({ ...facts, calls })),
      'redeem-promo': forShops(redeemPromo({ promos })),
      'take-shopify': endpoint(
        takeShopify({ ...facts, secrets, notTaken: new NotTakenTable(table), count: () => (this.notTaken += 1) }),
        now,
      ),
      'answer-customer': endpoint(
        answerCustomer({ links, shops, orders, customers, timeline: new TimelineTable(table) }),
        now,
      ),
      'report-health': endpoint(() => ({ status: 200, json: { status: 'ok' } }), now),
      'refuse-unknown': endpoint(refuseUnknown, now),
    };
  }

  async send(sent: Sent): Promise<Answered> {
    const { name, event } = eventOf(sent);
    const { statusCode = 0, headers = {}, body = '' } = await this.endpoints[name]!(event);
    const type = String(headers['content-type']);
    return {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)])),
      text: body,
      json: type.includes('json') && body !== '' ? (JSON.parse(body) as unknown) : undefined,
    };
  }

  /** As the backend of the shop `lyon`. */
  get(url: string, headers: { [name: string]: string } = {}): Promise<Answered> {
    return this.send({ method: 'GET', url, headers: { authorization: 'Bearer lyon-key', ...headers } });
  }

  post(url: string, body: unknown, headers: { [name: string]: string } = {}): Promise<Answered> {
    return this.tell('POST', url, body, headers);
  }

  put(url: string, body: unknown, headers: { [name: string]: string } = {}): Promise<Answered> {
    return this.tell('PUT', url, body, headers);
  }

  delete(url: string): Promise<Answered> {
    return this.send({ method: 'DELETE', url, headers: { authorization: 'Bearer lyon-key' } });
  }

  private tell(method: string, url: string, body: unknown, headers: { [name: string]: string }): Promise<Answered> {
    return this.send({
      method,
      url,
      headers: { authorization: 'Bearer lyon-key', 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** The whole API over an empty table with two shops: `lyon`, whose settings are complete, and `other`, which said nothing yet. */
export async function openApi(): Promise<Api> {
  const api = new Api(await emptyTable());
  await api.keys.issue('lyon-key', 'lyon', tuesday);
  await api.keys.issue('other-key', 'other', tuesday);
  await api.shops.change('lyon', () => settings);
  return api;
}

export { anOrder } from './an-order.ts';
