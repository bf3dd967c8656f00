import { join } from 'node:path';

/** The page's script, from `client/` as it is now: a change shows at the next reload. */
export async function clientScript(): Promise<string> {
  // The bundler is needed by whoever opens the page, not by every start.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'client', 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
