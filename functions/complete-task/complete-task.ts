import { inTurn, isCall, type OwedCall } from '../domain/order/call-tasks.ts';
import { recorded, type Order } from '../domain/order/order.ts';
import { tasksOf } from '../domain/order/tasks.ts';
import type { Shops } from '../domain/ports.ts';
import { defaultSettings } from '../domain/shop/settings.ts';
import { completionBody, completionDraft, orderOfTask } from '../domain/told-to-us/completion.ts';
import type { Draft } from '../domain/told-to-us/draft.ts';
import { parsed } from '../domain/told-to-us/parsed.ts';
import { record, type RequestKey } from '../domain/told-to-us/record.ts';
import type { DecideForShop } from '../http/endpoint.ts';
import { recordAndAnswer, type FactPorts } from '../http/facts.ts';
import { unknown } from '../http/problem.ts';

export interface CompleteTaskPorts extends FactPorts {
  readonly shops: Shops;
  readonly calls: { of(shop: string, customer: string): Promise<readonly OwedCall[]> };
}

/**
 * `POST /tasks/{task}/completions`: a person has done it. Of the calls that a customer is owed the first is made for
 * all: the others are done with it.
 */
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
    if (await standsForIt(key, draft, ports)) {
      // Before the task itself: a call that dies in between finds the rest again when it is repeated.
      for (const other of await madeWith(task, known, draft.fact.at, ports)) {
        await record(
          { shop, order: other.order },
          completionDraft(other.task, body, { settings, now: call.now }),
          ports.orders,
          ports.keys,
        );
      }
    }
    return recordAndAnswer({ shop, order, key }, draft, ports);
  };
}

/** False where the Idempotency-Key stands for something else: then nothing is done, and the call is refused. */
async function standsForIt(
  key: RequestKey | undefined,
  { fact }: Draft,
  { keys }: CompleteTaskPorts,
): Promise<boolean> {
  if (key === undefined) return true;
  const held = await keys.reserve(key, { fact: fact.id, hash: fact.hash }, fact.learnedAt);
  return held.fact === fact.id && held.hash === fact.hash;
}

/**
 * The open calls that are done with this one, if it is the first of them; but not those of which there was more to say
 * after the call was made. Whoever completed one of them meanwhile, and whichever order takes no more facts, is left
 * as it is.
 */
async function madeWith(task: string, order: Order, madeAt: number, ports: CompleteTaskPorts): Promise<OwedCall[]> {
  const known = recorded(order);
  const own = tasksOf(order).find((one) => one.task === task);
  if (known === undefined || own?.status !== 'open' || !isCall(own.name)) return [];
  const [first, ...others] = inTurn(await ports.calls.of(order.shop, known.placed.customer));
  if (first?.task !== task) return [];
  const made: OwedCall[] = [];
  for (const other of others) {
    const found = await ports.orders.find(order.shop, other.order);
    const theirs = found && tasksOf(found).find((one) => one.task === other.task);
    if (theirs?.status === 'open' && theirs.told.at <= madeAt) made.push(other);
  }
  return made;
}
