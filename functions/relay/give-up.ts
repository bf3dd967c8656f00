import type { Claim } from '../domain/order/judge.ts';
import { givenUpKey } from '../domain/order/ring.ts';
import { recorded, type Order } from '../domain/order/order.ts';
import { nextTaskId } from '../domain/order/tasks.ts';
import { log } from '../log.ts';
import type { RelayPorts } from './answer-doorbell.ts';

/**
 * The workflow died several times in a row without saying anything: a person must look. The task is claimed like any
 * message; the alarm listens for the log line.
 */
export async function giveUp(order: Order, { orders, now }: RelayPorts): Promise<void> {
  const known = recorded(order);
  const key = givenUpKey(order.closed?.run);
  if (known === undefined || order.told.some((told) => told.key === key)) return;
  const claim: Claim = {
    fates: {},
    told: {
      key,
      message: 'ask-staff',
      cause: `stalled-${order.closed?.run}`,
      at: now(),
      owner: 'relay',
      seen: order.facts.length,
      covers: [],
      promises: [],
      unsent: 'a matter for staff',
      task: {
        task: nextTaskId(order),
        why: 'unstick-order',
        dueAt: now(),
        level: 1,
        owner: order.told.find((told) => told.task !== undefined)?.task?.owner,
      },
    },
  };
  if (await orders.claim(order, claim, false)) log.error('order given up', { shop: order.shop, order: order.order });
}
