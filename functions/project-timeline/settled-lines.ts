import type { Order } from '../domain/order/order.ts';
import type { Outcome } from '../domain/order/promises.ts';
import type { Settled } from '../domain/order/settled-promises.ts';
import { lineOf } from '../plain-log.ts';

/** What metrics and an alarm listen for (infra/constructs/timeline.ts). */
export const promisesSettled = 'promises settled';
export const promiseBroken = 'a promise passed and nobody was warned';

/** One line for all promises that a change decides, in counts; and one for each that was broken without a warning. */
export function linesOf({ shop, order }: Pick<Order, 'shop' | 'order'>, settled: readonly Settled[]): string[] {
  if (settled.length === 0) return [];
  const count = (outcome: Outcome): number | undefined =>
    settled.filter((one) => one.outcome === outcome).length || undefined;
  const [kept, moved, warned, broken] = [count('kept'), count('moved'), count('warned'), count('broken')];
  return [
    lineOf('INFO', promisesSettled, { shop, order, kept, moved, warned, broken }),
    ...settled.flatMap(({ outcome, promise, until, madeBy }) => {
      const passed = new Date(until).toISOString();
      return outcome === 'broken'
        ? [lineOf('ERROR', promiseBroken, { shop, order, promise, until: passed, madeBy })]
        : [];
    }),
  ];
}
