import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

/** What was asked for on the command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

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
    orders: whole('orders', values.orders, 1000, 1, 1_000_000),
    days: whole('days', values.days, 60, 1, 300),
    seed: whole('seed', values.seed, 1, 0, Number.MAX_SAFE_INTEGER),
    workers: whole('workers', values.workers, availableParallelism(), 1, 64),
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

function whole(name: string, text: string | undefined, usual: number, least: number, most: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
}
