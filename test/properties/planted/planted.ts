import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { synthesisedDefinition } from '../../../workflows/definition.ts';
import type { Finding, Search } from './look-for.ts';
import type { Plant } from './plant.ts';
import { plants } from './plants.ts';

/**
 * The checks can fail: each rule is taken out of the source once, and an invariant must find that within so many lives;
 * the source as it is holds for the same lives. `npm run planted [-- --only word] [--runs N] [--seed S]`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '7' },
    runs: { type: 'string', default: '4000' },
  },
});
const atOnce = 2;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const definition = join(folder, 'definition.json');
writeFileSync(definition, JSON.stringify(synthesisedDefinition()));

interface Row {
  readonly plant: Plant | undefined;
  readonly found: Finding | undefined;
  readonly trouble: string | undefined;
}

async function lookFor(plant: Plant | undefined): Promise<Row> {
  const isWorkflow = plant?.file.startsWith('workflows/') === true;
  const search: Search = {
    plant,
    seed: Number(values.seed),
    runs: Number(values.runs),
    definition: isWorkflow ? undefined : definition,
  };
  try {
    const script = resolve(import.meta.dirname, 'look-for.ts');
    const { stdout } = await run(process.execPath, [script, JSON.stringify(search)], { timeout: 600_000 });
    return { plant, found: JSON.parse(stdout) as Finding, trouble: undefined };
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const line = /^\w*(Error|RuleHasMoved|Unsupported\w*).*$/m.exec(stderr)?.[0];
    return { plant, found: undefined, trouble: line ?? message.slice(0, 200) };
  }
}

const wanted = plants.filter(({ rule, file }) => values.only === undefined || `${rule} ${file}`.includes(values.only));
const queue: (Plant | undefined)[] = values.only === undefined ? [undefined, ...wanted] : [...wanted];
const rows: Row[] = [];
let missed = 0;

async function work(): Promise<void> {
  for (;;) {
    if (queue.length === 0) return;
    const row = await lookFor(queue.shift());
    rows.push(row);
    process.stdout.write(`${lineOf(row)}\n`);
  }
}

function lineOf({ plant, found, trouble }: Row): string {
  const isFound = (found?.invariants.length ?? 0) > 0;
  const isRight = trouble === undefined && isFound === (plant !== undefined);
  if (!isRight) missed += 1;
  const what = plant?.rule ?? '(nothing taken out)';
  if (trouble !== undefined) return `✗ ${what}\n    ${trouble}`;
  if (plant === undefined) return isRight ? `✓ ${what}: holds in ${found?.runs} lives` : `✗ ${what}: ${found?.first}`;
  return isFound
    ? `✓ ${what}\n    ${found!.invariants.join(', ')}, after ${found!.runs} lives`
    : `✗ ${what}\n    not found in ${found?.runs} lives`;
}

await Promise.all(Array.from({ length: atOnce }, work));
rmSync(folder, { recursive: true });
process.stdout.write(`${rows.length - missed} of ${rows.length} as they should be\n`);
process.exitCode = missed === 0 ? 0 : 1;
