import { inTurn, isCall, type OwedCall } from '../domain/order/call-tasks.ts';
import { levelNow, type ListedTask } from '../domain/order/tasks.ts';
import type { Customers, Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { cursorAt, sliceOf, wrongParameter, type Page } from '../http/lists.ts';

export interface ListTasksPorts {
  readonly tasks: { open(shop: string, limit: number, after: string | undefined): Promise<Page<ListedTask>> };
  readonly calls: { of(shop: string, customer: string): Promise<readonly OwedCall[]> };
  readonly customers: Pick<Customers, 'find'>;
  readonly shops: Shops;
}

/**
 * `GET /tasks`: what a person in the shop must still do, earliest first, each at the level it has by now. All calls that
 * a customer is owed are one task, the first of them, with the others as `also`. Done tasks are with their orders.
 */
export function listTasks({ tasks, calls, customers, shops }: ListTasksPorts): DecideForShop {
  return async (shop, call) => {
    const status = call.query('status') ?? 'open';
    if (status !== 'open') throw wrongParameter('status', 'only open tasks are listed; done ones are with their order');
    const list = `tasks of ${shop}`;
    const { limit, after } = sliceOf(call, list, /^\d{4}-.+#.+$/);
    const [{ items, next }, settings = defaultSettings] = await Promise.all([
      tasks.open(shop, limit, after),
      shops.settings(shop),
    ]);
    const owed = await owedCalls(shop, items, { calls, customers });
    const shown = items.flatMap(({ task, customer, of }) => {
      const { turn, name, phone } = owed.get(of) ?? { turn: [] };
      const place = isCall(task.name) ? turn.indexOf(task.task) : -1;
      if (place > 0) return [];
      const also = place === 0 && turn.length > 1 ? turn.slice(1) : undefined;
      const level = levelNow({ level: task.level, dueAt: Date.parse(task.dueAt) }, settings, call.now);
      return [{ ...task, level, customer: { name: name ?? customer.name, phone: phone ?? customer.phone }, also }];
    });
    return { status: 200, json: { tasks: shown, next: cursorAt(next, list) } };
  };
}

interface Owed {
  /** The tasks, the first of which is made for all. */
  readonly turn: readonly string[];
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

/** The calls of each customer who is owed one, and how to reach them by now. */
async function owedCalls(
  shop: string,
  items: readonly ListedTask[],
  { calls, customers }: Pick<ListTasksPorts, 'calls' | 'customers'>,
): Promise<ReadonlyMap<string | undefined, Owed>> {
  const ids = new Set(items.flatMap(({ task, of }) => (of !== undefined && isCall(task.name) ? [of] : [])));
  const found = [...ids].map(async (id): Promise<[string, Owed]> => {
    const [owed, profile] = await Promise.all([calls.of(shop, id), customers.find(shop, id)]);
    return [id, { turn: inTurn(owed).map(({ task }) => task), name: profile?.name, phone: profile?.phone }];
  });
  return new Map(await Promise.all(found));
}
