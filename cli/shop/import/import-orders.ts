import { recorded } from '../../../functions/domain/order/order.ts';
import type { Orders } from '../../../functions/domain/ports.ts';
import type { Telling } from '../../../functions/domain/told-to-us/draft.ts';
import { tell, type TellPorts } from '../../../functions/take-shopify/tell.ts';
import type { FoundOrder } from './found-order.ts';
import { planned, type NotTaken, type Planned } from './plan.ts';

/** So many orders at a time: the table answers each in a few milliseconds. */
const atOnce = 8;

/** What became of a file, or would become of it. */
export interface Imported {
  readonly orders: number;
  /** Orders that were not known, in the order of the file. */
  readonly taken: readonly Planned[];
  /** Orders that the shop has on record already: nothing of them is told again. */
  readonly known: number;
  readonly notTaken: readonly NotTaken[];
}

export interface ImportPorts extends TellPorts {
  readonly orders: Orders;
}

/**
 * Tells the shop's orders of a file, each once: one that is on record already is left as it is. An order comes last, after
 * all that is known of it, so that an import that broke off is finished by the next one. `isDry`: nothing is told.
 */
export async function importOrders(
  found: readonly FoundOrder[],
  { shop, telling, isDry }: { readonly shop: string; readonly telling: Telling; readonly isDry: boolean },
  ports: ImportPorts,
  progress: (done: number, all: number) => void,
): Promise<Imported> {
  const results: (Result | undefined)[] = found.map(() => undefined);
  const waiting = found.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, order] of waiting) {
      results[index] = await importOne(order, shop, telling, isDry, ports);
      progress((done += 1), found.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const all = results.filter((result) => result !== undefined);
  return {
    orders: found.length,
    taken: all.flatMap((result) => result.taken ?? []),
    known: all.filter(({ isKnown }) => isKnown).length,
    notTaken: all.flatMap(({ notTaken }) => notTaken),
  };
}

interface Result {
  readonly taken?: Planned | undefined;
  readonly isKnown?: boolean | undefined;
  readonly notTaken: readonly NotTaken[];
}

async function importOne(
  found: FoundOrder,
  shop: string,
  telling: Telling,
  isDry: boolean,
  ports: ImportPorts,
): Promise<Result> {
  const plan = planned(found, telling);
  if (!('tell' in plan)) return plan;
  const there = await ports.orders.find(shop, plan.id);
  if (there !== undefined && recorded(there) !== undefined) return { isKnown: true, notTaken: [] };
  if (isDry) return { taken: plan, notTaken: plan.notTaken };
  const notTaken = [...plan.notTaken];
  for (const each of plan.tell) {
    const told = await tell(shop, each, telling, ports);
    if (!('why' in told)) continue;
    notTaken.push({ ...found.where([]), order: plan.fact.number, why: `${each.tell}: ${told.why}` });
    if (each.tell === 'order') return { notTaken };
  }
  return { taken: plan, notTaken };
}
