import { inBatches } from '../../../functions/domain/in-batches.ts';
import type { Orders } from '../../../functions/domain/ports.ts';

/** An execution that runs. */
export interface Running {
  readonly shop: string;
  readonly order: string;
  readonly run: number;
  readonly startedAt: number;
}

export interface TakeUpPorts {
  readonly orders: Pick<Orders, 'find' | 'retake' | 'overdue'>;
  readonly running: () => AsyncIterable<Running>;
  /** Nothing where it has ended meanwhile. */
  readonly stop: (execution: Running) => Promise<void>;
  readonly isRunning: (shop: string, order: string, run: number) => Promise<boolean>;
  readonly progress: (done: number, all: number, what: string) => void;
}

export interface TakenUp {
  readonly stopped: number;
  /** Orders that waited for an execution that had ended. */
  readonly left: number;
}

/** AWS takes some 25 StopExecution a second for ever, and more for a while; the SDK waits where it says no. */
const atOnce = 10;

/**
 * Has every open order taken up by a new execution: after the table was restored, those that run know another table, and
 * more of the order than that one does. Those that began since `before` are left alone. A second run does no harm, and goes
 * on where the first was interrupted.
 */
export async function takeUp(before: number, ports: TakeUpPorts): Promise<TakenUp> {
  const { orders, running, stop, isRunning, progress } = ports;
  const old: Running[] = [];
  for await (const execution of running()) if (execution.startedAt < before) old.push(execution);
  let stopped = 0;
  for await (const batch of inBatches(each(old), atOnce)) {
    await Promise.all(
      batch.map(async (execution) => {
        // The order first: who is stopped afterwards no longer owns it, and nobody takes that for a death.
        await orders.retake(execution.shop, execution.order, execution.run, false);
        await stop(execution);
      }),
    );
    stopped += batch.length;
    progress(stopped, old.length, 'executions stopped');
  }
  let left = 0;
  for await (const batch of inBatches(orders.overdue(Number.MAX_SAFE_INTEGER), atOnce)) {
    const taken = await Promise.all(
      batch.map(async ({ shop, order }) => {
        const { awaiting, run } = (await orders.find(shop, order)) ?? {};
        if (awaiting === undefined || run === undefined || (await isRunning(shop, order, run))) return false;
        return orders.retake(shop, order, run, false);
      }),
    );
    left += taken.filter(Boolean).length;
  }
  return { stopped, left };
}

async function* each<T>(things: readonly T[]): AsyncIterable<T> {
  yield* things;
}
