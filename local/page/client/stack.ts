import type { Overview } from '../overview.ts';
import type { OrderShown, Settings, Stay, MailShown, TimelineEntry } from './shown.ts';

/** What the stack answered when it could not do what was asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const { shop = '', key = '' } = document.body.dataset;

/** The shop whose orders the page plays with. */
export const ourShop = shop;

async function ask<T>(path: string, init: { method?: string; body?: object } = {}): Promise<T> {
  const { method = 'GET', body } = init;
  const local = path.startsWith('/_local');
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(local ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused('The stack does not answer. Does npm start still run?');
  }
  const answer = (await response.json().catch(() => ({}))) as Problem;
  if (!response.ok) throw new Refused(inWords(response.status, path, answer));
  return answer as T;
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

function inWords(status: number, path: string, { title, detail, message, errors = [] }: Problem): string {
  const fields = errors.map((error) => `${error.pointer} ${error.detail}`).join('; ');
  const said = [detail ?? title ?? message, fields].filter((text) => text !== undefined && text !== '').join(' ');
  return `${path} answered ${status}${said === '' ? '' : `: ${said}`}`;
}

const one = encodeURIComponent;

export const stack = {
  overview: () => ask<Overview>('/_local/page/overview'),
  settings: () => ask<Settings>('/shop'),
  order: (id: string) => ask<OrderShown>(`/orders/${one(id)}`),
  timeline: async (customer: string) =>
    (await ask<{ entries: TimelineEntry[] }>(`/customers/${one(customer)}/timeline?limit=50`)).entries,
  path: async (execution: string) => (await ask<{ states: Stay[] }>(`/_local/executions/${one(execution)}`)).states,
  mails: (order: string, to: 'customer' | 'staff') =>
    ask<MailShown[]>(`/_local/mails?order=${one(order)}${to === 'staff' ? '&to=staff' : ''}`),
  place: (order: object) => ask('/orders', { method: 'POST', body: order }),
  tell: (order: string, kind: string, body: object) => ask(`/orders/${one(order)}/${kind}`, { method: 'POST', body }),
  completeTask: (task: string, body: object) => ask(`/tasks/${one(task)}/completions`, { method: 'POST', body }),
  moveClock: (move: { advance: string } | { to: string }) => ask('/_local/clock', { method: 'POST', body: move }),
  settle: () => ask<{ now: string }>('/_local/settle', { method: 'POST' }),
};
