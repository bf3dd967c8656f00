import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { answerCustomer } from '../../functions/answer-customer/answer-customer.ts';
import { completeTask } from '../../functions/complete-task/complete-task.ts';
import type { Link } from '../../functions/domain/ports.ts';
import type { KeptKeys } from '../../functions/domain/told-to-us/record.ts';
import { Call } from '../../functions/http/call.ts';
import { WrongBody } from '../../functions/domain/told-to-us/parsed.ts';
import { Refused } from '../../functions/http/problem.ts';
import type { Reply } from '../../functions/http/reply.ts';
import { recordFact } from '../../functions/record-fact/record-fact.ts';
import { recordOrder } from '../../functions/record-order/record-order.ts';
import { MemoryCalls } from '../../local/virtual/memory-calls.ts';
import type { VirtualShop } from '../../local/virtual/virtual-shop.ts';
import type { Telling } from './story.ts';
import type { WrongField } from './yaml-source.ts';

/** Nobody asks for that in a rehearsal. */
const nobodyIsErased = { erasedAt: async () => undefined, wishAgain: async () => {} };

/** What became of a telling: the fact it is now, or what is wrong with it. */
export type Taken = { readonly fact: string } | { readonly wrong: readonly WrongField[] };

const acceptedSchema = z.object({ fact: z.string() });

/**
 * Where the facts of a story are told: the very decisions behind the HTTP API, without HTTP. What they refuse here they
 * would refuse there.
 */
export class Counter {
  private readonly virtual: VirtualShop;
  private readonly shop: string;
  private readonly order: string;

  constructor(virtual: VirtualShop, shop: string, order: string) {
    this.virtual = virtual;
    this.shop = shop;
    this.order = order;
  }

  /** Tells it now. */
  async take({ call, body, path }: Telling): Promise<Taken> {
    try {
      if (isOnThePage(call, body)) return await this.takeOnThePage(call, body);
      const { json } = await this.decided(call, body);
      return { fact: z.parse(acceptedSchema, json).fact };
    } catch (error) {
      if (error instanceof WrongBody) return { wrong: error.wrong.map((each) => within(path, each)) };
      if (error instanceof Refused) return { wrong: wrongIn(error, call).map((each) => within(path, each)) };
      throw error;
    }
  }

  private decided(call: string, body: Telling['body']): Promise<Reply> {
    const { orders, shops, customers } = this.virtual;
    const ports = { orders, shops, customers, keys, erasures: nobodyIsErased };
    if (call === 'orders') return recordOrder(ports)(this.shop, this.callTo('/orders', {}, body));
    if (call !== 'completions')
      return recordFact(ports)(this.shop, this.callTo(`/orders/{id}/${call}`, { id: this.order }, body));
    const { task, ...rest } = body;
    const parameters = { task: typeof task === 'string' ? task : '' };
    return completeTask({ ...ports, calls: new MemoryCalls(orders) })(
      this.shop,
      this.callTo('/tasks/{task}/completions', parameters, rest),
    );
  }

  /** The customer follows the link of the last mail that leads to such a page, and sends its form. */
  private async takeOnThePage(call: string, body: Telling['body']): Promise<Taken> {
    const link = await this.linkOfLastMail(
      ({ purpose }) => purpose === 'choice' || (call !== 'choices' && purpose === 'word'),
    );
    if (link === undefined)
      throw new Refused('unknown', `No mail has brought the customer to a page for ${call} by then.`);
    const token = 'the-link-of-the-last-mail';
    const links = {
      find: async (wanted: string) => (wanted === token ? link : undefined),
      shopBehind: async () => undefined,
    };
    const { orders, shops, customers } = this.virtual;
    // A story shows the order's own timeline.
    const timeline = { put: async () => {} };
    const before = await this.lastFact();
    const fields = Object.entries(body).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && name !== 'by' ? [[name, value]] : [],
    );
    const { status } = await answerCustomer({ links, orders, shops, customers, timeline })(
      this.callTo('/c/{token}', { token }, new URLSearchParams(fields)),
    );
    if (status !== 200) throw new Refused('unknown', 'The page behind the last mail does not take this.');
    const fact = await this.lastFact();
    if (fact === undefined || fact === before)
      throw new Refused('unknown', 'The customer has answered just that already, and the page says so.');
    return { fact };
  }

  private async linkOfLastMail(wanted: (link: Link) => boolean): Promise<Link | undefined> {
    const { links, mailer, clock } = this.virtual;
    for (const { text } of mailer.sent.toReversed()) {
      for (const [, token = ''] of text.matchAll(/\/c\/([A-Za-z0-9_-]+)/g)) {
        const link = await links.find(token, clock.now());
        if (link !== undefined && wanted(link)) return link;
      }
    }
    return undefined;
  }

  private async lastFact(): Promise<string | undefined> {
    return (await this.virtual.orders.find(this.shop, this.order))?.facts.at(-1)?.id;
  }

  private callTo(route: string, parameters: { [name: string]: string }, body: object): Call {
    const isForm = body instanceof URLSearchParams;
    const event: Pick<APIGatewayProxyEventV2, 'routeKey' | 'rawPath' | 'headers' | 'pathParameters' | 'body'> & object =
      {
        routeKey: `POST ${route}`,
        rawPath: route.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? ''),
        headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
        pathParameters: parameters,
        body: isForm ? body.toString() : JSON.stringify(body),
      };
    const http = { method: 'POST' };
    return new Call(
      { ...event, isBase64Encoded: false, requestContext: { http, requestId: 'rehearsal' } } as APIGatewayProxyEventV2,
      this.virtual.clock.now(),
    );
  }
}

/** No call of a story bears an Idempotency-Key. */
const keys: KeptKeys = { reserve: async (_request, reservation) => reservation, giveBack: async () => {} };

/** What the customer said themselves, on the page; the API takes what was said to a person. */
export function isOnThePage(call: string, body: Telling['body']): boolean {
  return (call === 'words' || call === 'choices') && body['by'] === 'customer';
}

function wrongIn({ errors, detail, kind }: Refused, call: string): WrongField[] {
  if (kind === 'unknown' && detail === 'No such call.')
    return [{ path: ['tell'], detail: `"${call}" is no call of this release` }];
  const named = (errors ?? []).flatMap((error): WrongField[] =>
    'pointer' in error ? [{ path: pathOf(error.pointer), detail: error.detail }] : [],
  );
  return named.length > 0 ? named : [{ path: [], detail }];
}

function within(path: readonly PropertyKey[], wrong: WrongField): WrongField {
  return { path: [...path, ...wrong.path], detail: wrong.detail };
}

/** `#/lines/0/id` → `['lines', 0, 'id']` */
function pathOf(pointer: string): PropertyKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((token) => (/^\d+$/.test(token) ? Number(token) : token));
}
