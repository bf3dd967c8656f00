import type { NotTaken } from '../adapters/not-taken-table.ts';
import type { Customers, Shops } from '../domain/ports.ts';
import { instant, orderId, shopId } from '../domain/schema.ts';
import { newsIn, type ToTell } from '../domain/shopify/news.ts';
import { isSigned } from '../domain/shopify/signature.ts';
import { defaultSettings, missingSettings } from '../domain/shop/settings.ts';
import { hashOf, type RequestKey } from '../domain/told-to-us/identity.ts';
import { pointerTo } from '../domain/told-to-us/parsed.ts';
import { record, toldBefore, type Recorded } from '../domain/told-to-us/record.ts';
import type { Telling } from '../domain/told-to-us/draft.ts';
import type { Call } from '../http/call.ts';
import type { Decide } from '../http/endpoint.ts';
import type { FactPorts } from '../http/facts.ts';
import { parseJson } from '../http/json-body.ts';
import { Refused } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { draftFrom, type Drafted } from './draft-from.ts';

export interface TakeShopifyPorts extends FactPorts {
  readonly secrets: { shopifySecret(shop: string): Promise<string | undefined> };
  readonly shops: Shops;
  readonly customers: Customers;
  readonly notTaken: { put(shop: string, notTaken: NotTaken): Promise<void> };
  /** Counts what could not be used. */
  readonly count: () => void;
}

/**
 * `POST /webhooks/shopify/{shop}`. Signed and parseable is always a 200, as Shopify drops a subscription that fails:
 * what cannot be used is kept in a list, with why, and counted.
 */
export function takeShopify(ports: TakeShopifyPorts): Decide {
  return async (call) => {
    const shop = call.parameter('shop');
    const { bytes } = call;
    const secret = shopId.safeParse(shop).success ? await ports.secrets.shopifySecret(shop) : undefined;
    if (!isSigned(bytes, call.header('x-shopify-hmac-sha256'), secret)) {
      throw new Refused('wrong-signature', 'X-Shopify-Hmac-Sha256 is not what this shop would have signed.');
    }
    const read = parseJson(bytes);
    if (read === undefined) throw new Refused('not-json', 'The body could not be read as JSON in UTF-8.');
    const topic = call.header('x-shopify-topic');
    return take(shop, topic, read.json, call, ports);
  };
}

async function take(
  shop: string,
  topic: string | undefined,
  payload: unknown,
  call: Call,
  ports: TakeShopifyPorts,
): Promise<Reply> {
  const news = newsIn(topic, payload);
  if ('ignored' in news) return taken(shop, { taken: false, why: news.ignored });
  const outcome = 'notTaken' in news ? { why: news.notTaken } : await tell(shop, news, call, ports);
  if ('ignored' in outcome) return taken(shop, { taken: false, why: outcome.ignored });
  if (!('why' in outcome)) return taken(shop, { taken: true, ...outcome });
  const { order } = news;
  await ports.notTaken.put(shop, {
    id: webhookId(call) ?? hashOf(payload),
    at: triggeredAt(call),
    topic: topic ?? '',
    why: outcome.why,
    order: orderId.safeParse(order).success ? order : undefined,
  });
  ports.count();
  return taken(shop, { taken: false, why: outcome.why });
}

type Told =
  | { readonly order: string; readonly fact: string; readonly duplicate: boolean }
  | { readonly why: string }
  | { readonly ignored: string };

/** Tells it as our own API would be told; what that would refuse is why it is not taken. */
async function tell(shop: string, news: ToTell, call: Call, ports: TakeShopifyPorts): Promise<Told> {
  const order = orderId.safeParse(news.order);
  if (!order.success) return { why: 'it names no order' };
  const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
  const telling: Telling = { settings, now: call.now, key: keyOf(shop, call) };
  const drafted = await draftFrom(news, telling, () => ports.orders.find(shop, order.data));
  if ('ignored' in drafted) return drafted;
  if ('wrong' in drafted) return { why: sayWrong(drafted.wrong) };
  const place = { shop, order: order.data, key: telling.key };
  const missing = news.tell === 'order' ? missingSettings(settings) : [];
  if (missing.length > 0 && (await toldBefore(place, drafted.draft, ports.orders)) === undefined) {
    return { why: `the shop lacks settings: ${missing.join(', ')}` };
  }
  const refused = await tellFirst(news, { ...telling, key: undefined }, place, ports);
  if (refused !== undefined) return refused;
  const recorded = await record(place, drafted.draft, ports.orders, ports.keys);
  if (!('fact' in recorded)) return { why: sayRefused(recorded) };
  await keepProfile(shop, drafted, ports);
  return { order: recorded.order, fact: recorded.fact, duplicate: recorded.result === 'duplicate' };
}

/** What the order must know before; told without the webhook's id, which stands for the news itself. */
async function tellFirst(
  { first }: ToTell,
  telling: Telling,
  { shop, order }: { readonly shop: string; readonly order: string },
  { orders, keys }: TakeShopifyPorts,
): Promise<{ readonly why: string } | undefined> {
  if (first === undefined) return undefined;
  const drafted = await draftFrom(first, telling, () => orders.find(shop, order));
  if (!('draft' in drafted)) return { why: 'wrong' in drafted ? sayWrong(drafted.wrong) : drafted.ignored };
  const recorded = await record({ shop, order }, drafted.draft, orders, keys);
  return 'fact' in recorded ? undefined : { why: sayRefused(recorded) };
}

async function keepProfile(shop: string, drafted: Drafted, { customers }: TakeShopifyPorts): Promise<void> {
  const { draft, profile } = drafted;
  if (profile !== undefined && draft.fact.name === 'order') await customers.keep(shop, draft.fact.customer, profile);
}

function sayRefused(refused: Exclude<Recorded, { readonly fact: string }>): string {
  if (refused.result === 'wrong') return sayWrong(refused.wrong);
  if (refused.result === 'full') return 'the order has more than its share of facts';
  return refused.result === 'conflict'
    ? `${refused.first} was told before with another body`
    : `the webhook's id stands for ${refused.first}, told with another body`;
}

const mostSaid = 10;
function sayWrong(wrong: readonly { readonly path: readonly PropertyKey[]; readonly detail: string }[]): string {
  return wrong
    .slice(0, mostSaid)
    .map(({ path, detail }) => `${pointerTo(path)}: ${detail}`)
    .join('; ');
}

function taken(shop: string, json: { taken: boolean; order?: string; fact?: string; why?: string }): Reply {
  return { status: 200, json, about: { shop, order: json.order, fact: json.fact, why: json.why } };
}

function webhookId(call: Call): string | undefined {
  const id = call.header('x-shopify-webhook-id');
  return id === undefined || id === '' || id.length > 255 ? undefined : id;
}

function keyOf(shop: string, call: Call): RequestKey | undefined {
  const key = webhookId(call);
  return key === undefined ? undefined : { shop, method: call.method, path: call.path, key };
}

/** Shopify's own instant, where it says it: the same through all its repetitions. */
function triggeredAt(call: Call): number {
  const triggered = instant.safeParse(call.header('x-shopify-triggered-at'));
  return triggered.success ? triggered.data : call.now;
}
