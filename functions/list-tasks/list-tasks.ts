import { levelNow, type ListedTask } from '../domain/order/tasks.ts';
import type { Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { cursorAt, sliceOf, wrongParameter, type Page } from '../http/lists.ts';

export interface ListTasksPorts {
  readonly tasks: { open(shop: string, limit: number, after: string | undefined): Promise<Page<ListedTask>> };
  readonly shops: Shops;
}

/**
 * `GET /tasks`: what a person in the shop must still do, earliest first, each at the level it has by now. Done tasks
 * are with their orders.
 */
export function listTasks({ tasks, shops }: ListTasksPorts): DecideForShop {
  return async (shop, call) => {
    const status = call.query('status') ?? 'open';
    if (status !== 'open') throw wrongParameter('status', 'only open tasks are listed; done ones are with their order');
    const list = `tasks of ${shop}`;
    const { limit, after } = sliceOf(call, list, /^\d{4}-.+#.+$/);
    const [{ items, next }, settings = defaultSettings] = await Promise.all([
      tasks.open(shop, limit, after),
      shops.settings(shop),
    ]);
    const shown = items.map(({ task, customer }) => ({
      ...task,
      level: levelNow({ level: task.level, dueAt: Date.parse(task.dueAt) }, settings, call.now),
      customer,
    }));
    return { status: 200, json: { tasks: shown, next: cursorAt(next, list) } };
  };
}
