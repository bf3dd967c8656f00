import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { UsageError, wholeNumber } from '../command-line.ts';

export interface Wanted {
  readonly help: boolean;
  readonly orders: number;
  readonly days: number;
  readonly seed: number;
  readonly workers: number;
}

export const usage = `npm run simulate -- [options]

  --orders <count>    how many orders are placed (default: 1000)
  --days <count>      how many days pass (default: 60); orders come in the first half of them
  --seed <number>     the luck of all of them (default: 1): the same seed, the same table
  --workers <count>   threads (default: one for each core); the table does not depend on it

Prints what happened to the orders. Ends with 1 where a promise passed and nobody was warned, or an order is stuck.`;

/**
 * Reads the command line.
 * @throws UsageError
 */
export function readArguments(commandLine: readonly string[]): Wanted {
  const { values } = parsed(commandLine);
  return {
    help: values.help === true,
    orders: wholeNumber('orders', values.orders, 1000, 1, 1_000_000),
    days: wholeNumber('days', values.days, 60, 1, 300),
    seed: wholeNumber('seed', values.seed, 1, 0, Number.MAX_SAFE_INTEGER),
    workers: wholeNumber('workers', values.workers, availableParallelism(), 1, 64),
  };
}

function parsed(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      options: {
        help: { type: 'boolean', short: 'h' },
        orders: { type: 'string' },
        days: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
