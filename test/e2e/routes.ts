import { localKey } from '../../local/seed.ts';
import { synthesised } from '../infra/synthesised.ts';
import type { Answer, Outside } from './outside.ts';

/** The ids of one shop's things, by what an address or a body calls them. */
export interface Things {
  readonly order: string;
  readonly customer: string;
  readonly parcel: string;
  readonly message: string;
  readonly task: string;
  readonly code: string;
  readonly case: string;
  readonly fact: string;
  readonly shop: string;
  readonly token: string;
}

/** A route of the gateway, as `cdk deploy` makes it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly key: string;
}

/** All calls that the gateway knows, but for what answers everything else. */
export function routesOfTheTemplate(): Route[] {
  return synthesised('local')
    .all('AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => String(Properties['RouteKey']))
    .filter((key) => key !== '$default')
    .map((key) => ({ key, method: key.split(' ')[0]!, path: key.split(' ')[1]! }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const money = { amount: 100, currency: 'EUR' };
const line = { id: 'l1', title: 'Lampe', quantity: 1, price: money };

/** What each call needs to be taken, ids of things among it. */
const bodies: { readonly [key: string]: ((things: Things) => object) | undefined } = {
  'PUT /shop': () => ({ closed: ['2026-12-26'] }),
  'POST /orders': ({ order }) => ({
    id: order,
    customer: { id: `c-${order}`, name: 'Sam', email: 'sam@customer.example' },
    lines: [line],
    total: money,
  }),
  'PUT /orders/{id}': () => ({ total: money }),
  'POST /orders/{id}/payments': () => ({ status: 'paid' }),
  'POST /orders/{id}/shipments': ({ parcel }) => ({ parcel }),
  'PUT /orders/{id}/shipments/{parcel}': () => ({ trackingNumber: '6A' }),
  'POST /orders/{id}/deliveries': ({ parcel }) => ({ parcel }),
  'POST /orders/{id}/delays': () => ({ of: 'shipment', reason: 'snow' }),
  'POST /orders/{id}/stock-outs': () => ({ lines: [{ id: 'l1', quantity: 1 }] }),
  'POST /orders/{id}/incidents': ({ parcel }) => ({ parcel, kind: 'customs' }),
  'POST /orders/{id}/words': ({ parcel }) => ({ word: 'not-yet', parcel, by: 'phone' }),
  'POST /orders/{id}/choices': () => ({ choice: 'wait' }),
  'POST /orders/{id}/cancellations': () => ({ by: 'shop' }),
  'POST /orders/{id}/refunds': () => ({ refund: 'r1', amount: 100 }),
  'POST /orders/{id}/outcomes': (things) => ({ case: things.case, outcome: 'answered', text: 'done' }),
  'POST /orders/{id}/corrections': ({ fact }) => ({ fact, by: 'Sam' }),
  'POST /orders/{id}/messages/{message}/resends': () => ({ by: 'Sam', why: 'lost' }),
  'PUT /customers/{id}': () => ({ name: 'Sam' }),
  'PUT /customers/{id}/preferences': () => ({ tone: 'comfort' }),
  'POST /tasks/{task}/completions': () => ({ by: 'Sam' }),
  'POST /promos/{code}/redemptions': () => ({ order: '1002' }),
};

/** What a new route has in its address, or needs in its body, is to be said here. */
export class NobodyHasSaid extends Error {
  override readonly name = 'NobodyHasSaid';
}

/** The address of a route, with these things in it. */
export function addressOf({ key, path }: Route, things: Things): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'id') return path.startsWith('/customers') ? things.customer : things.order;
    const thing = (things as unknown as { [name: string]: string | undefined })[name];
    if (thing === undefined) throw new NobodyHasSaid(`Say in test/e2e/routes.ts what {${name}} of ${key} is.`);
    return thing;
  });
}

/** Calls a route with these things, as the shop with that key. @throws NobodyHasSaid */
export async function call(shop: Outside, route: Route, things: Things, key: string | null): Promise<Answer> {
  const body = bodies[route.key];
  const needsBody = (route.method === 'POST' || route.method === 'PUT') && !opensWithoutKey(route);
  if (needsBody && body === undefined) {
    throw new NobodyHasSaid(`Say in test/e2e/routes.ts which body ${route.key} takes.`);
  }
  return shop.ask(route.method, addressOf(route, things), body?.(things), { key });
}

/** What no shop's key opens: that it is there; what the shop's own software signs; what a token in a mail opens. */
const keyless = ['GET /health', 'POST /webhooks/shopify/{shop}'];
export const opensWithoutKey = ({ key, path }: Route): boolean => keyless.includes(key) || path === '/c/{token}';

/** Things of the shop `demo`: an order with a parcel, a message, a case with its task, a promo, and a link to its page. */
export async function thingsOf(shop: Outside): Promise<Things> {
  const order = await shop.order({ customer: { id: 'jeanne-1', name: 'Jeanne Petit', email: 'jeanne@petit.example' } });
  await shop.post(`/orders/${order}/shipments`, { parcel: 'p1' });
  await shop.post(`/orders/${order}/deliveries`, { parcel: 'p1' });
  await shop.post(`/orders/${order}/words`, { word: 'received', by: 'phone' });
  const text = (await shop.mails(order)).map((mail) => mail.text).join('\n');
  const code = /Votre code : (\S+)/.exec(text)?.[1];
  const token = /\/c\/([A-Za-z0-9_-]+)/.exec(text)?.[1];
  await shop.post(`/orders/${order}/words`, { word: 'problem', about: 'damaged', parcel: 'p1', by: 'phone' });
  const { tasks, cases } = await shop.shown(order, localKey);
  return {
    order,
    customer: 'jeanne-1',
    parcel: 'p1',
    message: 'confirm-order',
    task: tasks[0].task,
    case: cases[0].case,
    fact: 'shipment:p1',
    code: code!,
    token: token!,
    shop: 'demo',
  };
}

/** As long as the real ones, and nobody's. */
export const thingsOfNobody = (things: Things): Things => ({
  ...things,
  order: 'Z'.repeat(things.order.length),
  customer: 'z'.repeat(things.customer.length),
  parcel: 'zz',
  task: `${'Z'.repeat(things.order.length)}.${things.task.split('.')[1]}`,
  code: 'Z'.repeat(things.code.length),
  case: 'case-9',
  fact: 'shipment:zz',
  shop: 'zzzz',
  token: 'Z'.repeat(things.token.length),
});
