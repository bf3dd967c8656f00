import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const here = import.meta.dirname;
const names = ['clumsy', 'mail', 'relay', 'shop', 'witness'];

/**
 * Synthesises the corner shop and answers the assembly's folder. It is made once for as long as its sources stay the
 * same, so that every test file starts from it at once.
 */
export async function cornerShop(): Promise<string> {
  const sources = [here, join(here, 'functions')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(folder, entry.name))),
  );
  const hash = createHash('sha256');
  for (const source of sources) hash.update(source);
  const made = join(tmpdir(), `corner-shop-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(made)) await madeByOneOf(made);
  return made;
}

/** Test files run side by side: one of them makes the assembly, the others wait for it. */
async function madeByOneOf(made: string): Promise<void> {
  const lock = `${made}.lock`;
  try {
    mkdirSync(lock);
  } catch {
    for (let waited = 0; waited < 30_000 && existsSync(lock); waited += 50) await sleep(50);
    if (existsSync(made)) return;
  }
  await make(made);
  rmSync(lock, { recursive: true, force: true });
}

async function make(target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'corner-shop-'));
  const [{ build }, { App }, { CornerShop }] = await Promise.all([
    import('esbuild'),
    import('aws-cdk-lib'),
    import('./corner-shop-stack.ts'),
  ]);
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(here, 'functions', `${name}.ts`)])),
    outdir: join(folder, 'bundles'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  });
  const app = new App({ outdir: join(folder, 'out'), analyticsReporting: false });
  CornerShop.in(app, join(folder, 'bundles'));
  app.synth();
  try {
    renameSync(join(folder, 'out'), target);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(target)) throw error;
  }
  rmSync(folder, { recursive: true });
}
