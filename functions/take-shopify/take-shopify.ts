import type { NotTaken } from '../adapters/not-taken-table.ts';
import type { Shops } from '../domain/ports.ts';
import { orderId, shopId } from '../domain/ids.ts';
import { instant } from '../domain/times.ts';
import { newsIn, type NotTakenNews, type ToTell } from '../domain/shopify/news.ts';
import { isSigned } from '../domain/shopify/signature.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { hashOf, type RequestKey } from '../domain/told-to-us/identity.ts';
import { wishErasure, type ForgetCustomerPorts } from '../forget-customer/forget-customer.ts';
import type { Call } from '../http/call.ts';
import type { Decide } from '../http/endpoint.ts';
import { parseJson } from '../http/json-body.ts';
import { Refused } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { tell, type TellPorts, type Told } from './tell.ts';

export interface TakeShopifyPorts extends TellPorts {
  readonly customers: TellPorts['customers'] & ForgetCustomerPorts['customers'];
  readonly erasures: ForgetCustomerPorts['erasures'];
  readonly secrets: { shopifySecret(shop: string): Promise<string | undefined> };
  readonly shops: Shops;
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
  if ('erase' in news) return forgotten(shop, news.erase, call.now, ports);
  const outcome = await tellAsThisShop(shop, news, call, ports);
  if ('ignored' in outcome) return taken(shop, { taken: false, why: outcome.ignored });
  if (!('why' in outcome)) return taken(shop, { taken: true, ...outcome });
  const { order } = news;
  await ports.notTaken.put(shop, {
    id: webhookId(call) ?? hashOf(payload),
    at: triggeredAt(call),
    topic: topic ?? '',
    why: outcome.why,
    order: orderId.safeParse(order).success ? order : undefined,
    stays: 'notTaken' in news ? news.stays : undefined,
  });
  ports.count();
  return taken(shop, { taken: false, why: outcome.why });
}

/** Nobody is named in the answer, and nothing is kept of whom nobody knows. */
async function forgotten(shop: string, customer: string, now: number, ports: TakeShopifyPorts): Promise<Reply> {
  const isKnown = await wishErasure(shop, customer, now, ports);
  return taken(shop, isKnown ? { taken: true } : { taken: false, why: 'nobody of that id is known' });
}

async function tellAsThisShop(
  shop: string,
  news: ToTell | NotTakenNews,
  call: Call,
  ports: TakeShopifyPorts,
): Promise<Told> {
  if ('notTaken' in news && news.first === undefined) return { why: news.notTaken };
  const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
  const telling = { settings, now: call.now };
  if (!('notTaken' in news)) return tell(shop, news, { ...telling, key: keyOf(shop, call) }, ports);
  const part = news.first && (await tell(shop, news.first, telling, ports));
  const alsoNot = part !== undefined && 'why' in part ? [part.why] : [];
  return { why: [news.notTaken, ...alsoNot].join('; ') };
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
