import { existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { leanSdk } from './lean-sdk.ts';
import { typeset } from './typeset.ts';

const root = resolve(import.meta.dirname, '..');
const outputs = join(root, 'dist', 'functions');
const metafile = join(root, 'dist', 'metafile.json');

/** A function may weigh this much, compressed: what Lambda loads before the first call of a new instance is waited for. */
export const heaviestKibibytes = 200;

/** How everything is bundled that runs in Lambda, or is measured beside it. */
export const asForLambda = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  plugins: [leanSdk, typeset],
  // What is still CommonJS asks for Node's modules with require. A short name would collide with a minified one.
  banner: {
    js: "import{createRequire as createRequireForBundledCommonJs}from'node:module';const require=createRequireForBundledCommonJs(import.meta.url);",
  },
  logLevel: 'error',
} satisfies BuildOptions;

/** A folder of functions/ with an environment and no handler. */
export class NoHandler extends Error {
  override readonly name = 'NoHandler';
}

/** A bundle that outweighs what is agreed. */
export class TooHeavy extends Error {
  override readonly name = 'TooHeavy';
}

export interface BuiltFunction {
  readonly name: string;
  readonly gzippedBytes: number;
}

/**
 * Bundles every function into `dist/functions/<name>/index.mjs`, in one call, and what went into them into
 * `dist/metafile.json`. The same sources give the same bytes, so that a function that did not change is not deployed.
 * @throws NoHandler, TooHeavy naming the functions; esbuild's own error, already printed, where the code does not build.
 */
export async function buildFunctions(): Promise<BuiltFunction[]> {
  const names = functionNames();
  const { metafile: meta } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
    outdir: outputs,
    outExtension: { '.js': '.mjs' },
    ...asForLambda,
    metafile: true,
  });
  writeFileSync(metafile, JSON.stringify(meta));
  for (const name of readdirSync(outputs)) {
    // A function that is gone from the sources.
    if (!names.includes(name)) rmSync(join(outputs, name), { recursive: true });
  }
  const built = names.map((name) => ({ name, gzippedBytes: gzippedBytesOf(name) }));
  const heavy = built.filter(({ gzippedBytes }) => gzippedBytes > heaviestKibibytes * 1024);
  if (heavy.length > 0) {
    throw new TooHeavy(`over ${heaviestKibibytes} KiB (look into dist/metafile.json):\n${report(heavy)}`);
  }
  return built;
}

function gzippedBytesOf(name: string): number {
  return gzipSync(readFileSync(join(outputs, name, 'index.mjs')), { level: 9 }).byteLength;
}

/** One line for each function. */
export function report(built: readonly BuiltFunction[]): string {
  return built
    .map(({ name, gzippedBytes }) => `${(gzippedBytes / 1024).toFixed(1).padStart(6)} KiB  ${name}`)
    .join('\n');
}

/** @throws NoHandler naming the folders that lack one. */
function functionNames(): string[] {
  const names = globSync('functions/*/env.ts', { cwd: root })
    .map((file) => basename(dirname(file)))
    .sort();
  const without = names.filter((name) => !existsSync(join(root, 'functions', name, 'handler.ts')));
  if (without.length > 0) throw new NoHandler(`no handler.ts in functions/: ${without.join(', ')}`);
  return names;
}
