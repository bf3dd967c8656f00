import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const sources = ['build/**', 'functions/**', 'infra/**', 'messages/**', 'workflows/**', 'package-lock.json'];
/** Written by the build itself. */
const written = 'messages/mails/compiled.js';

export const assembly = join(root, 'cdk.out');
export const localStack = 'Shopkeeper-local';
const template = join(assembly, `${localStack}.template.json`);

/** A step of the build ended badly; its message is what it said. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
}

/** Builds and synthesises what the embedded stack runs, where a source is newer than that. */
export async function buildIfStale(say: (text: string) => void): Promise<void> {
  if (!isStale()) return;
  await step('Building messages and functions', ['build/build.ts'], say);
  await step('Synthesising the stack', ['infra/app.ts'], say, { STAGE: 'local', CDK_OUTDIR: assembly });
}

function isStale(): boolean {
  if (!existsSync(template)) return true;
  const builtAt = statSync(template).mtimeMs;
  return globSync(sources, { cwd: root }).some((file) => {
    const found = statSync(join(root, file));
    return found.isFile() && file !== written && found.mtimeMs > builtAt;
  });
}

async function step(
  what: string,
  command: readonly string[],
  say: (text: string) => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  say(`${what} …`);
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  const code = await new Promise<number | null>((done, reject) => child.on('error', reject).on('close', done));
  if (code !== 0) throw new BuildFailed(`${what} failed.\n${Buffer.concat(output).toString()}`);
}
