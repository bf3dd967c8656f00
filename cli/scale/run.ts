import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { understood, UsageError } from '../command-line.ts';
import { readArguments, usage, type Wanted } from './arguments.ts';
import { faultsOf, pageOf, pictureOf } from './page.ts';
import { playAll } from './play-all.ts';
import type { Recording } from './recording/asked.ts';
import { recordLives } from './recording/record-lives.ts';

/** Where a run reads and writes. */
export interface Surroundings {
  /** The state machine that looks after the orders; asked for only when it is needed. */
  readonly workflow: () => Promise<unknown>;
  readonly out: Pick<NodeJS.WriteStream, 'write'>;
  readonly errors: Pick<NodeJS.WriteStream, 'write'>;
  /** Where the page and the picture are kept. */
  readonly docs: string;
}

/**
 * One call of `npm run scale`: the page on `out`, all else on `errors`. Answers how the process ends: with 1 where
 * anything is lost or a key takes too much, with 2 for a call that makes no sense.
 */
export async function run(commandLine: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { out, errors, docs } = surroundings;
  const wanted = understood(() => readArguments(commandLine));
  if (wanted instanceof UsageError) {
    errors.write(`${wanted.message}\n\n${usage}\n`);
    return 2;
  }
  if (wanted.help) {
    out.write(`${usage}\n`);
    return 0;
  }
  const recording = await recorded(wanted, surroundings);
  const results = playAll(recording, wanted.seed, (what) => void errors.write(`Playing ${what} …\n`));
  const page = pageOf(results, wanted.seed);
  out.write(page);
  if (wanted.write) {
    writeFileSync(join(docs, 'scale.md'), page);
    writeFileSync(join(docs, 'scale.svg'), pictureOf(results));
  }
  const faults = faultsOf(results);
  for (const fault of faults) errors.write(`✗ ${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

async function recorded({ orders, seed, recording: file }: Wanted, { workflow, errors }: Surroundings) {
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Recording;
  const definition = await workflow();
  const recording = await recordLives({ definition, orders, seed }, (day, days) => {
    if (day % 10 === 0) errors.write(`Recording ${orders} lives: day ${day} of ${days} …\n`);
  });
  if (file !== undefined) writeFileSync(file, JSON.stringify(recording));
  return recording;
}
