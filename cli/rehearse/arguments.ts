import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../command-line.ts';

export interface Wanted {
  readonly file: string;
  /** Where the page goes. */
  readonly page: string;
}

export const usage = `npm run rehearse -- <story.yaml> … [--out <page.html>]

Plays a story in a second of virtual time, and writes one page that shows it: what was told, every mail as the customer
sees it, every task, every promise and what became of it. Nothing is sent to anybody.

  <story.yaml>          an order and facts with their hours; docs/rehearsals/ has examples
  --out <page.html>     where the page goes (default: the story's name with .html, in this folder)

Exits with 1 where something came otherwise than the story expects, or the story cannot be played; with 2 where the
command was not understood.`;

/**
 * Reads the command line; `help` where that was asked for.
 * @throws UsageError
 */
export function readArguments(commandLine: readonly string[]): readonly Wanted[] | 'help' {
  const { values, positionals } = parsed(commandLine);
  if (values.help === true) return 'help';
  if (positionals.length === 0)
    throw new UsageError('Say which story: npm run rehearse -- docs/rehearsals/late-parcel.yaml');
  const { out } = values;
  if (out !== undefined && positionals.length > 1) throw new UsageError('--out takes the page of one story.');
  return positionals.map((file) => ({ file, page: out ?? `${basename(file).replace(/\.ya?ml$/, '')}.html` }));
}

function parsed(commandLine: readonly string[]) {
  try {
    return parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
