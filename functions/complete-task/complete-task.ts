import type { Shops } from '../domain/ports.ts';
import { tasksOf } from '../domain/order/tasks.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { completionBody, completionDraft, orderOfTask } from '../domain/told-to-us/completion.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';

export interface CompleteTaskPorts extends FactPorts {
  readonly shops: Shops;
}

/** `POST /tasks/{task}/completions`: a person has done it. */
export function completeTask(ports: CompleteTaskPorts): DecideForShop {
  return async (shop, call) => {
    const task = call.parameter('task');
    const order = orderOfTask(task);
    const known = order === undefined ? undefined : await ports.orders.find(shop, order);
    if (order === undefined || known === undefined || !tasksOf(known).some((one) => one.task === task))
      throw unknown('task');
    const key = call.idempotencyKey(shop);
    const body = parsed(completionBody, call.json());
    const settings = (await ports.shops.settings(shop)) ?? defaultSettings;
    const draft = completionDraft(task, body, { settings, now: call.now, key });
    return recordAndAnswer({ shop, order, key }, draft, ports);
  };
}
