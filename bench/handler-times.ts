import { createHmac } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PromosTable } from '../functions/adapters/promos-table.ts';
import { Table } from '../functions/adapters/table.ts';
import type { Act } from '../functions/domain/vocabulary.ts';
import { localKey, seed } from '../local/seed.ts';
import { shopify } from '../test/domain/shopify/payloads.ts';
import { eventOf } from '../test/functions/events.ts';
import { happyOrder } from './embedded-shop.ts';
import { percentile, type Figures, type Progress } from './figures.ts';
import { InMemoryAws } from './in-memory-aws.ts';

const functions = resolve(import.meta.dirname, '../functions');
const warmUp = 100;
const measured = 200;

type Handler = (event: unknown, context: unknown) => Promise<unknown>;
interface Times {
  /** From event to answer, in milliseconds… */
  readonly whole: number[];
  /** …and without what the table took of it. */
  readonly ours: number[];
}

/** How long a warm handler takes from the event to the answer, over a table in memory. Needs `npm run synth` before. */
export async function timeHandlers(progress: Progress): Promise<Figures> {
  const aws = await InMemoryAws.start();
  try {
    const shop = await Shop.open(aws);
    for (let order = 0; order < warmUp; order += 1) await shop.live(`w${order}`);
    shop.forgetTimes();
    for (let order = 0; order < measured; order += 1) {
      if (order % 50 === 0) progress(`handlers: order ${order} of ${measured}`);
      await shop.live(String(order));
    }
    const mebibytes = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
    return {
      title: 'Handler time',
      note: `Milliseconds from a warm handler's event to its answer: the real handlers and adapters in one process, after ${warmUp} orders, over ${measured} more, with the embedded table in memory and the other services of AWS answering at once. Nothing is serialised or sent, no line of log is written. "Ours" is without what the embedded table took, which is made to be true, not fast: what a table behind the port that answered at once would leave. Memory of the process at the end, with all functions and the table in it: ${mebibytes} MiB.`,
      columns: ['function', 'calls', 'p50', 'p99', 'ours p50', 'ours p99'],
      rows: [...shop.times]
        .toSorted(([, left], [, right]) => percentile(right.whole, 50) - percentile(left.whole, 50))
        .map(([name, { whole, ours }]) => [
          name,
          String(whole.length),
          ...[whole, ours].flatMap((of) => [percentile(of, 50).toFixed(2), percentile(of, 99).toFixed(2)]),
        ]),
    };
  } finally {
    await aws.close();
  }
}

class Shop {
  readonly times = new Map<string, Times>();
  private readonly aws: InMemoryAws;
  private readonly handlers = new Map<string, Handler>();

  private constructor(aws: InMemoryAws) {
    this.aws = aws;
  }

  static async open(aws: InMemoryAws): Promise<Shop> {
    Object.assign(process.env, aws.environment, {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_LAMBDA_LOG_LEVEL: 'SILENT',
    });
    const shop = new Shop(aws);
    for (const file of globSync('*/handler.ts', { cwd: functions })) {
      const { handler } = (await import(resolve(functions, file))) as { readonly handler: Handler };
      shop.handlers.set(basename(dirname(file)), handler);
    }
    await seed({ dynamodb: new DynamoDBClient({}), tableName: aws.tableName, now: new Date(), apiUrl: '' });
    return shop;
  }

  forgetTimes(): void {
    this.times.clear();
  }

  /** An order from its call to a problem that somebody takes care of, and everything a shop can ask about it. */
  async live(id: string): Promise<void> {
    const [placed, shipped, delivered] = happyOrder;
    await this.tell(placed!.path(id), placed!.body(id));
    await this.say(id, 'ConfirmOrder');
    await this.tell(shipped!.path(id), shipped!.body(id));
    await this.say(id, 'AnnounceShipment');
    const link = /\/c\/([\w-]{20,})/.exec(this.aws.lastMail)?.[1];
    await this.tell(delivered!.path(id), delivered!.body(id));
    await this.say(id, 'AskDeliveryCheck');
    await this.tell(`/orders/${id}/words`, { word: 'problem', about: 'damaged', by: 'phone', text: 'Broken.' });
    await this.say(id, 'OpenCase');
    const { tasks } = await this.ask('/tasks');
    const task = tasks.find((one: { readonly order: string }) => one.order === id);
    if (task !== undefined) await this.tell(`/tasks/${encodeURIComponent(task.task)}/completions`, { by: 'Hugo' });
    for (const path of ['', '/messages/confirm-order/preview']) await this.ask(`/orders/${id}${path}`);
    await this.ask(`/c/${link}`);
    await this.askAboutShop(id);
    await this.tellOfCustomer(`customer-${id}`);
  }

  private async askAboutShop(id: string): Promise<void> {
    const code = `CODE-${id}`;
    const promos = new PromosTable(new Table(new DynamoDBClient({}), this.aws.tableName));
    const until = Date.now() + 86_400_000;
    const promo = { code, discount: { percent: 10 }, order: id, customer: 'c', validUntil: until, shared: false };
    await promos.put('demo', promo);
    await this.tell(`/promos/${code}/redemptions`, { order: `${id}-next` });
    await this.tell('/shop', { name: 'Maison Lumière' }, 'PUT');
    await this.tellShopify({ ...shopify.order, id: 5_000_000_000_000 + Math.floor(Math.random() * 1e9) });
    for (const path of ['/shop', '/webhooks/not-taken', '/health']) await this.ask(path);
    await this.call({ method: 'GET', url: '/nowhere' }, 404);
  }

  private async tellOfCustomer(customer: string): Promise<void> {
    await this.tell(`/customers/${customer}`, { name: 'Camille Martin', email: `${customer}@new.example` }, 'PUT');
    await this.tell(`/customers/${customer}/preferences`, { locale: 'en' }, 'PUT');
    for (const what of ['timeline', 'export']) await this.ask(`/customers/${customer}/${what}`);
    await this.call({ method: 'DELETE', url: `/customers/${customer}` });
    await this.ring();
  }

  /** The workflow asks for a message. */
  private async say(order: string, act: Act): Promise<void> {
    const startedAt = new Date().toISOString();
    await this.time(
      'send-message',
      { shop: 'demo', order, run: 1, act, startedAt },
      { awsRequestId: `${order}-${act}` },
    );
    await this.ring();
  }

  /** What the table's stream brings to the two functions behind it. */
  private async ring(): Promise<void> {
    const Records = this.aws.takeRecords().filter(({ dynamodb }) => dynamodb.Keys['sk']?.['S'] === 'ORDER');
    if (Records.length === 0) return;
    await this.time('relay', { Records });
    await this.time('project-timeline', { Records });
    this.aws.takeRecords();
  }

  private async tell(url: string, body: object, method = 'POST'): Promise<void> {
    await this.call({ method, url, body: JSON.stringify(body) });
    await this.ring();
  }

  private tellShopify(order: object): Promise<unknown> {
    const body = JSON.stringify(order);
    const signature = createHmac('sha256', 'local-shopify-secret').update(body).digest('base64');
    const about = { 'x-shopify-topic': 'orders/create', 'x-shopify-webhook-id': crypto.randomUUID() };
    const headers = { ...about, 'x-shopify-hmac-sha256': signature };
    return this.call({ method: 'POST', url: '/webhooks/shopify/demo', headers, body });
  }

  // What an answer holds is read once, by who asked.
  // oxlint-disable-next-line typescript/no-explicit-any
  private async ask(url: string): Promise<any> {
    const { body = '' } = await this.call({ method: 'GET', url });
    return body.startsWith('{') ? JSON.parse(body) : undefined;
  }

  private async call(sent: Parameters<typeof eventOf>[0], status?: number): Promise<APIGatewayProxyStructuredResultV2> {
    const headers = { authorization: `Bearer ${localKey}`, 'content-type': 'application/json', ...sent.headers };
    const { name, event } = eventOf({ ...sent, headers });
    const answer = (await this.time(name, event)) as APIGatewayProxyStructuredResultV2;
    // A refusal would be fast, and no measurement.
    const isWanted = status === undefined ? answer.statusCode! < 300 : answer.statusCode === status;
    if (!isWanted) throw new Error(`${sent.method} ${sent.url} answered ${answer.statusCode}: ${answer.body}`);
    return answer;
  }

  private async time(name: string, event: unknown, context?: object): Promise<unknown> {
    const times = this.times.get(name) ?? { whole: [], ours: [] };
    this.times.set(name, times);
    const handler = this.handlers.get(name)!;
    this.aws.takeTableMs();
    const startedAt = performance.now();
    const answer = await handler(event, context);
    const whole = performance.now() - startedAt;
    times.whole.push(whole);
    times.ours.push(whole - this.aws.takeTableMs());
    return answer;
  }
}
