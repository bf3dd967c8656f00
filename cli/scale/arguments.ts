import { parseArgs } from 'node:util';
import { UsageError, wholeNumber } from '../command-line.ts';

export interface Wanted {
  readonly help: boolean;
  readonly orders: number;
  readonly seed: number;
  readonly write: boolean;
  /** A file that keeps what was recorded: the lives are lived once. */
  readonly recording: string | undefined;
}

export const usage = `npm run scale -- [options]

  --orders <count>     how many lives are recorded (default: 100)
  --seed <number>      the luck of all of them (default: 1): the same seed, the same tables
  --recording <file>   read from there what was recorded before, or keep it there
  --write              keep the result: docs/scale.md and docs/scale.svg

Plays a thousand orders a second for an hour, then ten thousand for a minute, against AWS's quotas. Ends with 1 where
anything was lost, or a key of the table takes more than a partition gives.`;

/**
 * Reads the command line.
 * @throws UsageError
 */
export function readArguments(commandLine: readonly string[]): Wanted {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: {
        help: { type: 'boolean', short: 'h' },
        orders: { type: 'string' },
        seed: { type: 'string' },
        recording: { type: 'string' },
        write: { type: 'boolean' },
      },
    });
    return {
      help: values.help === true,
      orders: wholeNumber('orders', values.orders, 100, 1, 10_000),
      seed: wholeNumber('seed', values.seed, 1, 0, 2 ** 31 - 1),
      write: values.write === true,
      recording: values.recording,
    };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}
