import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A step before the tests failed; its message is what the step said. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

export const compileWords = (): Promise<void> => step('build/messages.ts');
export const build = (): Promise<void> => step('build/build.ts');
export const synthesise = (): Promise<void> => step('infra/app.ts');

/** The steps are those of package.json, in processes of their own, as a person runs them. */
async function step(script: string): Promise<void> {
  try {
    await run(process.execPath, [script], { cwd: root });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new StepFailed(`node ${script} failed.\n${said}`, { cause: error });
  }
}
