import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, 'requirements.txt');
/** Where git does not look, and `npm ci` tidies up. */
const folder = resolve(import.meta.dirname, '../../../node_modules/.cache/deploy-engine');

/** There is no Python that could run the engine, or it cannot be installed here: nothing is known about the stack. */
export class NoPython extends Error {
  override readonly name = 'NoPython';
}

/**
 * A virtual environment with the engine in it; made where it is missing, or was made from other requirements.
 * @returns its Python.
 * @throws NoPython saying why.
 */
export async function pythonWithEngine(say: (line: string) => void): Promise<string> {
  const python = join(folder, 'bin', 'python');
  const noted = join(folder, 'made-from');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(noted) && readFileSync(noted, 'utf8') === wanted) return python;
  rmSync(folder, { recursive: true, force: true });
  await versionOf('python3');
  say('installing the engine in a virtual environment');
  await orNoPython('A virtual environment cannot be made', run('python3', ['-m', 'venv', folder]));
  await orNoPython(
    'The engine cannot be installed',
    run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--require-hashes',
      '-r',
      requirements,
    ]),
  );
  // Last: what was cut short is made anew.
  writeFileSync(noted, wanted);
  return python;
}

async function versionOf(python: string): Promise<void> {
  const tooOld = 'import sys; sys.exit(None if sys.version_info >= (3, 10) else "older than 3.10: " + sys.version)';
  await orNoPython(`There is no ${python} of 3.10 or newer`, run(python, ['-c', tooOld]));
}

async function orNoPython(what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new NoPython(`${what}. ${said || String(error)}`, { cause: error });
  }
}
