import { createHmac } from 'node:crypto';
import type { Chance } from '../../../cli/simulate/chance.ts';
import { endpoint, type Endpoint } from '../../../functions/http/endpoint.ts';
import { takeShopify, type TakeShopifyPorts } from '../../../functions/take-shopify/take-shopify.ts';
import { eventOf } from '../../functions/events.ts';
import { mutated } from './mutated.ts';
import type { Forgery } from './forgeries.ts';

const secrets: Readonly<Record<string, string | undefined>> = {
  lyon: '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',
  nice: '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',
  // Said nothing, or something with which anybody could sign.
  paris: undefined,
  brest: '',
};
/** What a real shop says of nobody that we know: read, and of no further consequence. */
const genuine = JSON.stringify({ id: 820_982_911_946, note: 'Merci – à bientôt', test: true, total: '398.00' });

/** Whatever lies behind the signature is beside the point: whoever gets there was let in. */
const unreached: TakeShopifyPorts = new Proxy({} as TakeShopifyPorts, {
  get: (_, name) => (name === 'secrets' ? { shopifySecret: async (shop: string) => secrets[shop] } : undefined),
});
const takes: Endpoint = endpoint(takeShopify(unreached), () => 0);

interface Webhook {
  readonly shop: string;
  readonly body: string | Uint8Array;
  readonly signature: string | undefined;
}

const signed = (body: string | Uint8Array, secret: string, encoding: 'base64' | 'hex' | 'base64url' = 'base64') =>
  createHmac('sha256', secret).update(body).digest(encoding);

/** A webhook that Shopify did not send, though it may have sent one much like it. */
function forged(chance: Chance): Webhook {
  const shop = 'lyon';
  const secret = secrets[shop]!;
  const ways: readonly (() => Webhook)[] = [
    () => ({ shop, body: genuine, signature: otherValue(signed(genuine, secret), chance) }),
    () => ({ shop, body: otherBytes(genuine, chance), signature: signed(genuine, secret) }),
    () => ({ shop, body: genuine, signature: signed(genuine, otherSecret(secret, chance)) }),
    () => ({ shop, body: genuine, signature: signed(genuine, secrets['nice']!) }),
    () => ({ shop: 'nice', body: genuine, signature: signed(genuine, secret) }),
    () => ({
      shop: ['paris', 'brest', 'nobody', ''][chance.between(0, 3)]!,
      body: genuine,
      signature: signed(genuine, ''),
    }),
    () => ({ shop: 'paris', body: genuine, signature: signed(genuine, 'nobody knows this shop') }),
    () => ({ shop: mutated(shop, chance), body: genuine, signature: signed(genuine, secret) }),
    () => ({ shop, body: genuine, signature: signed(genuine, secret, chance.inHundred(50) ? 'hex' : 'base64url') }),
    () => ({ shop, body: genuine, signature: chance.inHundred(50) ? undefined : signed('', secret) }),
  ];
  return ways[chance.inHundred(60) ? 0 : chance.between(1, ways.length - 1)]!();
}

/** Blanks around the value of a header are none of it (RFC 9110). */
function otherValue(signature: string, chance: Chance): string {
  const other = mutated(signature, chance);
  return other.replaceAll(/^[ \t]+|[ \t]+$/g, '') === signature ? otherValue(signature, chance) : other;
}

/** HMAC fills a key up with zeros: with some of its own behind it, it is the same key. */
function otherSecret(secret: string, chance: Chance): string {
  const other = mutated(secret, chance);
  return other.replace(/\0+$/, '') === secret ? otherSecret(secret, chance) : other;
}

/** The body with a byte flipped, lost, added or doubled, anywhere in it. */
function otherBytes(body: string, chance: Chance): Uint8Array {
  const bytes = Buffer.from(body);
  const index = chance.between(0, bytes.length - 1);
  const ways: readonly (() => Uint8Array)[] = [
    () => bytes.with(index, bytes[index]! ^ (1 << chance.between(0, 7))),
    () => Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1)]),
    () => Buffer.concat([bytes.subarray(0, index), Buffer.from([chance.between(0, 255)]), bytes.subarray(index)]),
    () => Buffer.concat([bytes, Buffer.from([' ', '\n', '\0'][chance.between(0, 2)]!)]),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.alloc(0),
  ];
  return ways[chance.between(0, ways.length - 1)]!();
}

async function isTaken({ shop, body, signature }: Webhook): Promise<boolean> {
  const { event } = eventOf({
    method: 'POST',
    url: '/webhooks/shopify/shop',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      ...(signature === undefined ? {} : { 'x-shopify-hmac-sha256': signature }),
    },
    body,
  });
  const { statusCode } = await takes({ ...event, pathParameters: { shop } });
  return statusCode !== 401;
}

/** Signatures of webhooks, through the very function that takes them. */
export const webhooks: Forgery = {
  name: 'webhooks',
  genuine: () => isTaken({ shop: 'lyon', body: genuine, signature: signed(genuine, secrets['lyon']!) }),
  forge: async (chance) => {
    const webhook = forged(chance);
    if (!(await isTaken(webhook))) return undefined;
    return `${webhook.shop} ${webhook.signature} ${Buffer.from(webhook.body).toString('base64')}`;
  },
};
