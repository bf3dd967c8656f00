import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Definition } from '../../../workflows/definition.ts';
import { planted, type Plant } from './plant.ts';

/**
 * In a process of its own: loads the source with one bug in it, and lives lives until an invariant finds it.
 * Takes the plant (or nothing), a seed, how many lives at most, and the definition's file, as JSON; prints what it found.
 */
export interface Search {
  readonly plant?: Plant | undefined;
  readonly seed: number;
  readonly runs: number;
  /** The synthesised definition, where the bug is not in the workflow itself. */
  readonly definition?: string | undefined;
}

/** The first life that was broken, and by which invariant it was found. */
export interface Finding {
  readonly runs: number;
  readonly invariants: readonly string[];
  readonly first: string;
}

process.env['AWS_LAMBDA_LOG_LEVEL'] ??= 'SILENT';
const { plant, seed, runs, definition }: Search = JSON.parse(process.argv[2]!) as Search;
const root = new URL('../../../', import.meta.url);

if (plant !== undefined) {
  const url = new URL(plant.file, root).href;
  // Fails before the first life where the rule has moved.
  const source = planted(plant, readFileSync(fileURLToPath(url), 'utf8'));
  registerHooks({
    load: (loaded, context, nextLoad) => {
      const result = nextLoad(loaded, context);
      return loaded === url ? { ...result, source } : result;
    },
  });
}

const { firstBroken } = await import('../holds.ts');
const found = await firstBroken(await theDefinition(), { seed, runs });
const invariants = [...new Set((found?.broken.what ?? []).map((what) => what.slice(0, what.indexOf(':'))))];
const finding: Finding = { runs: found?.runs ?? runs, invariants, first: found?.broken.what[0] ?? '' };
process.stdout.write(JSON.stringify(finding));

async function theDefinition(): Promise<Definition> {
  if (definition !== undefined) return JSON.parse(readFileSync(definition, 'utf8')) as Definition;
  const { synthesisedDefinition } = await import('../../../workflows/definition.ts');
  return synthesisedDefinition();
}
