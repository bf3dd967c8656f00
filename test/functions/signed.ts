import { createHmac } from 'node:crypto';
import type { Answered, Api } from './api.ts';

/** The secret that shop `lyon` shares with Shopify in these tests. */
export const secret = 'lyon-secret';

let webhooks = 0;

/** Sends what Shopify would send to shop `lyon`, signed; each call is a webhook of its own, unless it names one. */
export function webhook(
  api: Api,
  topic: string,
  payload: unknown,
  { id, headers = {} }: { readonly id?: string; readonly headers?: { readonly [name: string]: string } } = {},
): Promise<Answered> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  webhooks += 1;
  return api.send({
    method: 'POST',
    url: '/webhooks/shopify/lyon',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': id ?? `webhook-${webhooks}`,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
      ...headers,
    },
    body,
  });
}
