import { startEmbeddedStack, type EmbeddedStack } from '../../local/embedded-stack.ts';
import { localKey, seed } from '../../local/seed.ts';

/** What a program outside sees: the HTTP contract and the embedded stack's own paths. Nothing here knows what is inside. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: Json;
}
/** JSON as it came over the wire: a test says what it expects of it. */
export type Json = ReturnType<typeof JSON.parse>;

export interface ShownMail {
  readonly id: string;
  readonly message: string;
  readonly order: string;
  readonly to: string;
  readonly from: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: { readonly [name: string]: string };
  readonly at: string;
}

export interface ShownExecution {
  readonly name: string;
  readonly status: string;
  readonly states: readonly { readonly name: string; readonly enteredAt: string; readonly error?: string }[];
}

export interface Ask {
  readonly key?: string | null;
  readonly headers?: { readonly [name: string]: string };
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

export const otherKey = 'local-other-key';
const instant = (day: string, time: string, offset = '+01:00'): string => `${day}T${time}:00${offset}`;

/** An embedded stack in memory, on a Monday at 10:00 in Paris; in winter, far from any holiday. */
export function stackOnMonday(onFunctionLine?: (line: string) => void): Promise<EmbeddedStack> {
  return startEmbeddedStack({
    assembly: 'cdk.out',
    template: 'Shopkeeper-local',
    port: 0,
    awsPort: 0,
    seed,
    startAt: Date.parse(mondayAtTen(Date.now())),
    onFunctionLine,
  });
}

/** The shop seen from outside: its backend, its customers and the clock. */
export class Outside {
  readonly url: string;
  readonly awsUrl: string;
  private readonly stop: () => Promise<void>;
  private orders = 0;

  constructor(url: string, awsUrl: string, stop: () => Promise<void>) {
    this.url = url;
    this.awsUrl = awsUrl;
    this.stop = stop;
  }

  /**
   * An embedded stack of its own, on a Monday at 10:00 in Paris; in winter, far from any holiday. `onFunctionLine` is told
   * of every line that a function writes in its log.
   */
  static async open(onFunctionLine?: (line: string) => void): Promise<Outside> {
    const stack = await stackOnMonday(onFunctionLine);
    return new Outside(stack.apiUrl, stack.awsUrl, stack.close);
  }

  async close(): Promise<void> {
    await this.stop();
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    { key = localKey, headers = {}, raw }: Ask = {},
  ): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonIn(text) };
  }

  get(path: string, ask?: Ask): Promise<Answer> {
    return this.ask('GET', path, undefined, ask);
  }

  /** Posts, and waits until all that follows has happened. */
  async post(path: string, body: unknown, ask?: Ask): Promise<Answer> {
    const answer = await this.ask('POST', path, body, ask);
    await this.settle();
    return answer;
  }

  put(path: string, body: unknown, ask?: Ask): Promise<Answer> {
    return this.ask('PUT', path, body, ask);
  }

  /** A form as a browser sends it. */
  submit(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const raw = new URLSearchParams(fields).toString();
    return this.ask('POST', path, undefined, {
      key: null,
      raw,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  /** Posts an order that differs from the ordinary one by `changes`; answers its id. */
  async order(changes: object = {}, ask?: Ask): Promise<string> {
    this.orders += 1;
    const body = { ...anOrder(`A-${this.orders}`), ...changes };
    const answer = await this.post('/orders', body, ask);
    if (answer.status !== 202) throw new Error(`The order was not taken: ${answer.status} ${answer.text}`);
    return body.id;
  }

  async settle(): Promise<void> {
    await this.local('POST', '/_local/settle');
  }

  async now(): Promise<number> {
    return Date.parse((await this.local('GET', '/_local/clock')).now);
  }

  async clockTo(to: string): Promise<void> {
    await this.local('POST', '/_local/clock', { to });
  }

  async advance(by: string): Promise<void> {
    await this.local('POST', '/_local/clock', { advance: by });
  }

  async mails(order: string): Promise<ShownMail[]> {
    return asRead(await this.local('GET', `/_local/mails?order=${order}`));
  }

  async staffMails(order: string): Promise<ShownMail[]> {
    return asRead(await this.local('GET', `/_local/mails?to=staff&order=${order}`));
  }

  async messages(order: string): Promise<string[]> {
    return (await this.mails(order)).map(({ message }) => message);
  }

  execution(name: string): Promise<ShownExecution> {
    return this.local('GET', `/_local/executions/${name}`);
  }

  /** The states that an execution entered, in their order. */
  async states(name: string): Promise<string[]> {
    return (await this.execution(name)).states.map((state) => state.name);
  }

  async shown(order: string, key = localKey): Promise<Json> {
    return (await this.get(`/orders/${order}`, { key })).json;
  }

  async local(method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await this.ask(method, path, body, { key: null });
    if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.json;
  }
}

/** The eye does not see which blanks may break a line. */
function asRead(mails: readonly ShownMail[]): ShownMail[] {
  return mails.map((mail) => ({ ...mail, text: mail.text.replaceAll(/[\u00a0\u202f]/g, ' ') }));
}

/** An ordinary order of one lamp and two bulbs. */
export function anOrder(id: string) {
  return {
    id,
    number: `#${id}`,
    customer: { id: `c-${id}`, name: 'Jeanne Petit', email: `${id.toLowerCase()}@example.com`, phone: '+33612345678' },
    lines: [
      { id: 'l1', title: 'Lampe Aurore', quantity: 1, price: { amount: 12_900, currency: 'EUR' } },
      { id: 'l2', title: 'Ampoule E27', quantity: 2, price: { amount: 450, currency: 'EUR' } },
    ],
    total: { amount: 13_800, currency: 'EUR' },
    delivery: { kind: 'parcel', method: 'Colissimo', address: '3 rue du Port, 33000 Bordeaux' },
  };
}

/** The path of the first link of a mail that leads to the customer's page: the one that mail asks for. */
export function linkIn({ text }: ShownMail): string {
  const found = /https?:\/\/\S+?(\/c\/[A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (found === undefined) throw new Error('The mail has no link to a page.');
  return found;
}

/** The first Monday after `now`, 10:00 in Paris, in whatever time the country then keeps. */
export function mondayAtTen(now: number): string {
  for (let ahead = 1; ; ahead += 1) {
    const date = new Date(now + ahead * 86_400_000);
    const day = date.toISOString().slice(0, 10);
    if (date.getUTCDay() !== 1) continue;
    const winter = new Date(instant(day, '10:00'));
    const hour = winter.toLocaleTimeString('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit' });
    return hour === '10' ? instant(day, '10:00') : instant(day, '10:00', '+02:00');
  }
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
