import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { EmbeddedStack } from '../../local/embedded-stack.ts';
import { localKey } from '../../local/seed.ts';

export const shopifySecret = 'another';

type Headers = Readonly<Record<string, string>>;

/** Speaks to the API of a stack as the shop's backend, Shopify and a customer do. */
export class Talk {
  readonly stack: EmbeddedStack;

  constructor(stack: EmbeddedStack) {
    this.stack = stack;
  }

  /** @throws Error where it is refused. */
  async ask(method: string, path: string, body?: unknown, headers?: Headers): Promise<unknown> {
    const { status, said } = await this.tell(method, path, body, headers);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`);
    return said;
  }

  /** Tells what is to be refused. @throws Error where it is taken. */
  async refused(method: string, path: string, body?: unknown, headers?: Headers): Promise<void> {
    const { status, said } = await this.tell(method, path, body, headers);
    if (status < 400 || status >= 500) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`);
  }

  async tell(
    method: string,
    path: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<{ status: number; said: unknown }> {
    const response = await fetch(this.stack.apiUrl + path, {
      method,
      headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { status: response.status, said: await response.json() };
  }

  /** Whether it could be used. */
  async shopify(topic: string, payload: object, id = `${topic} ${JSON.stringify(payload).length}`): Promise<boolean> {
    const body = JSON.stringify(payload);
    const signature = createHmac('sha256', shopifySecret).update(body).digest('base64');
    const response = await fetch(`${this.stack.apiUrl}/webhooks/shopify/demo`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': id,
        'x-shopify-hmac-sha256': signature,
      },
      body,
    });
    return z.object({ taken: z.boolean() }).parse(await response.json()).taken;
  }

  /** Answers on the customer's page behind a link. */
  async answer(link: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** The text of the last mail of that message about an order. */
  mailOf(order: string, message: string): string {
    const mails = this.stack.mail.all();
    const found = mails.findLast(({ tags }) => tags['order'] === order && tags['message'] === message);
    if (found !== undefined) return found.text;
    const sent = mails.map(({ tags }) => Object.values(tags).join(' ')).join('; ');
    throw new Error(`${order} was not sent ${message}: ${sent}`);
  }

  /** The page that a mail asks the customer to answer on. */
  pageOf(order: string, message: string): string {
    const link = /http:\/\/\S+\/c\/[\w-]+/.exec(this.mailOf(order, message))?.[0];
    if (link === undefined) throw new Error(`${message} has no link`);
    return link;
  }
}

export function anOrder(id: string, customer: object = anne): object {
  return {
    id,
    customer,
    lines: [{ id: 'vase', title: 'Blue vase', quantity: 1 }],
    total: { amount: 4900, currency: 'EUR' },
  };
}

export const anne = { id: 'anne', name: 'Anne Petit', email: 'anne@customers.example', locale: 'en' };

export const shopifyOrder = {
  id: 5001,
  name: '#5001',
  created_at: '2026-11-23T10:00:00+01:00',
  updated_at: '2026-11-23T10:00:00+01:00',
  email: 'paul@customers.example',
  currency: 'EUR',
  total_price: '49.00',
  customer: { id: 9, first_name: 'Paul', last_name: 'Roux', email: 'paul@customers.example' },
  line_items: [{ id: 1, title: 'Blue vase', quantity: 1, price: '49.00', requires_shipping: true }],
};
