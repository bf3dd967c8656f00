import type { DecideForShop } from '../http/endpoint.ts';
import { cursorAt, sliceOf, wrongParameter, type Page } from '../http/lists.ts';

export interface ListTasksPorts {
  readonly tasks: { open(shop: string, limit: number, after: string | undefined): Promise<Page<unknown>> };
}

/** `GET /tasks`: what a person in the shop must still do, earliest first. Done tasks are with their orders. */
export function listTasks({ tasks }: ListTasksPorts): DecideForShop {
  return async (shop, call) => {
    const status = call.query('status') ?? 'open';
    if (status !== 'open') throw wrongParameter('status', 'only open tasks are listed; done ones are with their order');
    const list = `tasks of ${shop}`;
    const { limit, after } = sliceOf(call, list, /^\d{4}-.+#.+$/);
    const { items, next } = await tasks.open(shop, limit, after);
    return { status: 200, json: { tasks: items, next: cursorAt(next, list) } };
  };
}
