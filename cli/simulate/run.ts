import { understood, UsageError } from '../command-line.ts';
import { readArguments, usage } from './arguments.ts';
import { isWell, tableOf, troublesOf } from './print.ts';
import { ProgressLine } from './progress-line.ts';
import { simulate } from './simulate.ts';

/** Where a run reads and writes. */
export interface Surroundings {
  /** The state machine that looks after the orders, with all that it runs built; asked for only when it is needed. */
  readonly workflow: () => Promise<unknown>;
  readonly out: Pick<NodeJS.WriteStream, 'write'>;
  readonly errors: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
}

/**
 * One call of `npm run simulate`: the table on `out`, all else on `errors`. Answers how the process ends: with 1 where
 * something happened that must not, with 2 for a call that makes no sense.
 */
export async function run(commandLine: readonly string[], { workflow, out, errors }: Surroundings): Promise<0 | 1 | 2> {
  const wanted = understood(() => readArguments(commandLine));
  if (wanted instanceof UsageError) {
    errors.write(`${wanted.message}\n\n${usage}\n`);
    return 2;
  }
  if (wanted.help) {
    out.write(`${usage}\n`);
    return 0;
  }
  const { orders, days, seed, workers } = wanted;
  const startedAt = performance.now();
  const definition = await workflow();
  const line = new ProgressLine(errors);
  const tally = await simulate({ orders, days, seed, workers, definition }, (now) => line.show(now, days));
  line.end();
  out.write(`${orders.toLocaleString('en-US')} orders, ${days} days, seed ${seed}\n\n${tableOf(tally)}\n`);
  for (const trouble of troublesOf(tally)) errors.write(`✗ ${trouble}\n`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
  errors.write(`${seconds} s, at most ${mebibytes} MiB, ${workers} threads.\n`);
  return isWell(tally) ? 0 : 1;
}
