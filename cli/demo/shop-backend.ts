import * as z from 'zod';
import { webhook } from './shopify.ts';

/** An answer was another than the story needs. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

const orderView = z.object({
  stage: z.string(),
  how: z.string().optional(),
  promises: z.array(
    z.object({
      promise: z.string(),
      parcel: z.string().optional(),
      until: z.string(),
      status: z.string(),
      warnedAt: z.string().optional(),
    }),
  ),
  parcels: z.array(z.object({ parcel: z.string(), carrier: z.string().optional(), status: z.string() })),
});
export type OrderView = z.infer<typeof orderView>;

const settingsView = z.object({
  name: z.string(),
  zone: z.string(),
  country: z.string(),
  hours: z.record(z.string(), z.tuple([z.string(), z.string()]).nullable()),
  closed: z.array(z.string()),
});
export type SettingsView = z.infer<typeof settingsView>;

export interface BackendOptions {
  readonly apiUrl: string;
  readonly shop: string;
  readonly key: string;
  readonly shopifySecret: string;
}

/** The shop's side of the API, over real HTTP: its backend with the key, Shopify with its signature, the customer with a link. */
export class ShopBackend {
  private readonly options: BackendOptions;
  private webhooks = 0;

  constructor(options: BackendOptions) {
    this.options = options;
  }

  async settings(): Promise<SettingsView> {
    return settingsView.parse(await this.json('GET', '/shop'));
  }

  async order(id: string): Promise<OrderView> {
    return orderView.parse(await this.json('GET', `/orders/${id}`));
  }

  /** Told by the shop's own backend: 202, or the story ends here. */
  async tell(path: string, body: object): Promise<void> {
    await this.json('POST', path, body, 202);
  }

  /** Told by Shopify; 200 does not mean taken. */
  async hearFromShopify(topic: string, payload: object): Promise<void> {
    const { shop, shopifySecret } = this.options;
    this.webhooks += 1;
    const { body, headers } = webhook(topic, payload, `demo-${this.webhooks}`, shopifySecret);
    const answer = await this.call('POST', `/webhooks/shopify/${shop}`, { body, headers });
    const { taken, why } = z
      .object({ taken: z.boolean(), why: z.string().optional() })
      .parse(JSON.parse(await expected(200, answer)));
    if (!taken) throw new StoryBroken(`${topic} was not taken: ${why}`);
  }

  /** What the customer does on the page behind the mail's link: looks, finds the button, presses it. */
  async answerOnPage(link: string, word: string): Promise<void> {
    const page = await expected(200, await fetch(link));
    const offersIt = page.includes('<form method="post"') && page.includes(`name="word" value="${word}"`);
    if (!offersIt) throw new StoryBroken(`The page behind the link has no button for "${word}".`);
    const pressed = await fetch(link, { method: 'POST', body: new URLSearchParams({ word }) });
    await expected(200, pressed);
  }

  /** Redeems a promo; answers the status. */
  async redeem(code: string, order: string): Promise<number> {
    const answer = await this.call('POST', `/promos/${code}/redemptions`, this.withKey({ order }));
    await answer.arrayBuffer();
    return answer.status;
  }

  private async json(method: string, path: string, body?: object, status = 200): Promise<unknown> {
    return JSON.parse(await expected(status, await this.call(method, path, this.withKey(body)))) as unknown;
  }

  private withKey(body?: object): RequestInit {
    const headers = { authorization: `Bearer ${this.options.key}`, 'content-type': 'application/json' };
    return { headers, body: body === undefined ? undefined : JSON.stringify(body) };
  }

  private call(method: string, path: string, init: RequestInit): Promise<Response> {
    return fetch(new URL(path, this.options.apiUrl), { ...init, method });
  }
}

async function expected(status: number, answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.status === status) return text;
  throw new StoryBroken(
    `${new URL(answer.url).pathname.split('/')[1]} answered ${answer.status}: ${text.slice(0, 500)}`,
  );
}
