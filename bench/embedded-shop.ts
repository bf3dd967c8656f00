import { resolve } from 'node:path';
import { addOpeningDays, at, dayOf } from '../functions/domain/calendar/calendar.ts';
import { defaultSettings } from '../functions/domain/shop/settings.ts';
import { startEmbeddedStack, type EmbeddedStack } from '../local/embedded-stack.ts';
import { localKey, seed } from '../local/seed.ts';
import { aLampAndBulbs } from './priced-stories.ts';

const assembly = resolve(import.meta.dirname, '../cdk.out');

/** The embedded stack on the morning of an opening day, with a backend that calls it over HTTP. Needs `npm run synth` before. */
export class EmbeddedShop {
  readonly stack: EmbeddedStack;
  private readonly parallel = 8;

  private constructor(stack: EmbeddedStack) {
    this.stack = stack;
  }

  static async open(): Promise<EmbeddedShop> {
    // Functions run in UTC, as Lambda's do; a thread takes its zone from the process.
    process.env['TZ'] = 'UTC';
    const { zone } = defaultSettings;
    const startAt = at(zone, addOpeningDays(defaultSettings, dayOf(zone, Date.now()), 1), '10:00');
    const options = { assembly, template: 'Shopkeeper-local', port: 0, awsPort: 0 };
    return new EmbeddedShop(await startEmbeddedStack({ ...options, startAt, seed }));
  }

  /** Tells the same of every order, some at a time, and waits until all that follows is done. */
  async tellAll(orders: readonly string[], path: (id: string) => string, body: (id: string) => object): Promise<void> {
    const left = [...orders];
    const teller = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) await this.tell(path(id), body(id));
    };
    await Promise.all(Array.from({ length: this.parallel }, teller));
    await this.stack.settle();
  }

  async tell(path: string, body: object): Promise<void> {
    await this.send('POST', path, body);
  }

  /** Changes settings of the shop. */
  async set(settings: object): Promise<void> {
    await this.send('PUT', '/shop', settings);
  }

  /** Opens the page behind the first link in the last mail to that address, and sends it with these fields. */
  async answerLastMail(to: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const mail = this.stack.mail.all().findLast((one) => one.to[0] === to);
    const path = /\/c\/[A-Za-z0-9_-]+/.exec(mail?.text ?? '')?.[0];
    if (path === undefined) throw new Error(`no mail to ${to} has a link`);
    const page = new URL(path, this.stack.apiUrl);
    for (const request of [
      new Request(page),
      new Request(page, { method: 'POST', body: new URLSearchParams(fields) }),
    ]) {
      const answer = await fetch(request);
      await answer.text();
      if (answer.status !== 200) throw new Error(`${request.method} of the page answered ${answer.status}`);
    }
  }

  private async send(method: string, path: string, body: object): Promise<void> {
    const answer = await fetch(new URL(path, this.stack.apiUrl), {
      method,
      headers: { authorization: `Bearer ${localKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.status !== 202) throw new Error(`${path} answered ${answer.status}: ${text}`);
  }
}

/** The four things told of an order that goes well, in order. */
export const happyOrder: readonly { readonly path: (id: string) => string; readonly body: (id: string) => object }[] = [
  {
    path: () => '/orders',
    body: aLampAndBulbs,
  },
  {
    path: (id) => `/orders/${id}/shipments`,
    body: () => ({ parcel: 'p1', carrier: 'Colissimo', trackingNumber: '6A20461793552' }),
  },
  { path: (id) => `/orders/${id}/deliveries`, body: () => ({ parcel: 'p1' }) },
  { path: (id) => `/orders/${id}/words`, body: () => ({ word: 'received', by: 'phone' }) },
];
