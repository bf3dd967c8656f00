import type { Order } from '../domain/order/order.ts';
import type { Outcome } from '../domain/order/promises.ts';
import type { Settled } from '../domain/order/settled-promises.ts';
import type { Said } from '../log.ts';

/** What metrics and an alarm listen for (infra/constructs/timeline.ts). */
export const promisesSettled = 'promises settled';
export const promiseBroken = 'a promise passed and nobody was warned';

interface Line {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly said: Said;
}

/** One line for all promises that a change decides, in counts; and one for each that was broken without a warning. */
export function linesOf({ shop, order }: Pick<Order, 'shop' | 'order'>, settled: readonly Settled[]): Line[] {
  if (settled.length === 0) return [];
  const count = (outcome: Outcome): number | undefined =>
    settled.filter((one) => one.outcome === outcome).length || undefined;
  const [kept, moved, warned, broken] = [count('kept'), count('moved'), count('warned'), count('broken')];
  return [
    { level: 'info', message: promisesSettled, said: { shop, order, kept, moved, warned, broken } },
    ...settled.flatMap(({ outcome, promise, until, madeBy }): Line[] => {
      const said = { shop, order, promise, until: new Date(until).toISOString(), madeBy };
      return outcome === 'broken' ? [{ level: 'error', message: promiseBroken, said }] : [];
    }),
  ];
}
