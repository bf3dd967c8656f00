import type { Orders, RingAgain, Workflow } from '../domain/ports.ts';

export interface SweepPorts {
  readonly orders: Orders;
  readonly workflow: Workflow;
  readonly ringAgain: RingAgain;
  readonly now: () => number;
}

/** An order that should have moved this long ago, and did not, is looked at. */
export const graceMs = 15 * 60 * 1000;
/** Further back than the workflow service may have been unreachable: while it is, no sweep can ask it who died. */
const lookBackMs = 36 * 3600 * 1000;

/** An order that cannot be read keeps nobody from the others: it is rung for, and the queue sets it aside in the end. */
function unreadable(error: unknown): undefined {
  if (error instanceof Error && ['NewerSchema', 'UnreadableOrder'].includes(error.name)) return undefined;
  throw error;
}

/**
 * Makes sure of what stream, queue and events only make likely: an execution that died is taken up again, an order
 * whose bell was never heard is rung. Needs no scan: open orders stand in an index by the instant of their next move.
 */
export async function sweep({
  orders,
  workflow,
  ringAgain,
  now,
}: SweepPorts): Promise<{ retaken: number; rung: number }> {
  let [retaken, rung] = [0, 0];
  for await (const { shop, order, run } of workflow.diedSince(now() - lookBackMs)) {
    if (await orders.retake(shop, order, run)) retaken += 1;
    // Whoever wrote it, the record of that write may be lost too. A bell too many is harmless.
    await ringAgain.ring(shop, order);
  }
  for await (const { shop, order } of orders.overdue(now() - graceMs)) {
    const known = await orders.find(shop, order).catch(unreadable);
    const run = known?.awaiting === undefined ? undefined : known.run;
    if (run !== undefined && !(await workflow.isRunning(shop, order, run))) {
      if (await orders.retake(shop, order, run)) retaken += 1;
    } else {
      await ringAgain.ring(shop, order);
      rung += 1;
    }
  }
  return { retaken, rung };
}
