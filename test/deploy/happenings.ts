import type { Answer, Shop } from './shop.ts';

/** Something that happens to an order: told by the shop, answered by its customer, or done to it in the console. */
export type Happening =
  | { readonly tell: string; readonly body: (at: Instants) => object }
  | { readonly answer: Readonly<Record<string, string>> }
  | { readonly stop: number }
  /** Another stack is deployed over this one, while executions wait. Where there is only one, nothing happens. */
  | { readonly release: true }
  | { readonly silence: true };

/** The instant so many seconds from now. */
type Instants = (seconds: number) => string;

/** A call was not taken: nothing of what follows can be right. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** What a story is played on, besides the shop. */
export interface Stage {
  readonly order: string;
  readonly release: () => Promise<void>;
}

/** @throws NotTaken with what was answered. */
export async function letHappen(happening: Happening, shop: Shop, { order, release }: Stage): Promise<void> {
  if ('tell' in happening) {
    const path = happening.tell === '' ? '/orders' : `/orders/${order}/${happening.tell}`;
    const at: Instants = (seconds) => new Date(shop.place.now() + seconds * 1000).toISOString();
    const body = happening.body(at);
    taken(path, 202, await shop.tell(path, happening.tell === '' ? { ...ordinary(order), ...body } : body));
  } else if ('answer' in happening) {
    const link = linkIn((await shop.place.mailsTo(addressOf(order))).at(-1)?.text ?? '');
    taken('the page', 200, await shop.answer(link, happening.answer));
  } else if ('stop' in happening) {
    await shop.stop(order, happening.stop);
  } else if ('release' in happening) {
    await release();
  }
}

export const addressOf = (order: string): string => `${order}@customer.example`;

/** One lamp, and whoever buys it buys nothing else. */
const ordinary = (order: string) => ({
  id: order,
  number: `#${order}`,
  customer: { id: order, name: 'Camille Martin', email: addressOf(order), phone: '+33612345678', locale: 'en' },
  lines: [{ id: 'lamp', title: 'Desk lamp', quantity: 1, price: { amount: 4900, currency: 'EUR' } }],
  total: { amount: 4900, currency: 'EUR' },
});

function taken(what: string, status: number, answer: Answer): void {
  if (answer.status !== status) throw new NotTaken(`${what} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
}

function linkIn(text: string): string {
  const found = /https?:\/\/\S+?(\/c\/[A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (found === undefined) throw new NotTaken('The last mail has no link to a page.');
  return found;
}
